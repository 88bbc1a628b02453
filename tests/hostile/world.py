"""A centre in which everything that people can write is one and the same text."""

from dataclasses import dataclass, replace
from uuid import UUID

from app.accessibility.model import SupportState
from app.accessibility.preparing import Prepared, SetPreparation
from app.accessibility.vocabulary import Support
from app.bookings.details import RoomDetails
from app.bookings.model import Feature, Having
from app.bookings.room_features import Offering, SetRoomFeature
from app.bookings.rooms import AddRoom
from app.centre.details import USUAL_WEEK, CentreDetails, StaffDetails
from app.desk import Desk
from app.events.plan import PlanEvent
from app.ids import new_id
from app.permission import Role, SignedIn
from app.staff.actions import AddStaff, FoundCentre
from app.visitors.consents import GiveConsent
from app.visitors.details import OrganisationDetails
from app.visitors.model import Band, How, OrganisationKind, Purpose
from app.visitors.organisations import AddOrganisation
from app.visitors.visits import CountUnnamed
from tests.making.accessibility import NEXT_YEAR, make_needs
from tests.making.bookings import make_booking, make_closure
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_visit, make_visitor


@dataclass(frozen=True)
class World:
    """What is looked at; ``text`` is what everything is called."""

    text: str
    visitor: UUID
    room: UUID
    booking: UUID
    event: PlanEvent


def make_world(desk: Desk, text: str) -> World:
    """``text`` is already what a record keeps: clean, and no longer than it may be."""
    desk.do(_founded(text))
    organisation = new_id()
    desk.do(
        AddOrganisation(
            organisation, OrganisationDetails(text, OrganisationKind.NGO, text, text, text)
        )
    )
    room = _room(desk, text, None)
    _room(desk, text, room)
    other = _room(desk, text, None)
    booking = make_booking(
        desk, other, "12:00", "15:00", text, organisation_id=organisation, notes=text, people=7
    )
    make_booking(desk, other, "16:00", "17:00", text, holder=text, pending=True)
    make_booking(desk, other, "18:00", "19:00", text, holder=text, private=True)
    make_closure(desk, other, "7:00", "8:00", text)
    make_closure(desk, None, "21:00", "23:00", text)
    event = make_event(desk, room, start="11:00", end="13:00", title=text, **_event(text))
    make_event(desk, None, start="14:00", end="15:00", title=text, place=text, **_event(text))
    return World(text, _people(desk, text, organisation, event), room, booking, event)


def _founded(text: str) -> FoundCentre:
    centre = CentreDetails(*(text,) * 6)
    person = StaffDetails(text, text, text.replace(" ", ""), frozenset(Role))
    return FoundCentre(centre, USUAL_WEEK, new_id(), person, "-")


def _event(text: str) -> dict[str, object]:
    return {"title_in_ukrainian": text, "leader": text, "project": text, "capacity": 3}


def _room(desk: Desk, text: str, part_of: UUID | None) -> UUID:
    room_id = new_id()
    details = RoomDetails(text, text, where=text, capacity=20, part_of_id=part_of)
    desk.do(AddRoom(room_id, details))
    for feature in (Feature.HEARING_LOOP, Feature.STEP_FREE):
        offering = Offering(Having.LIMITED, text)
        desk.do(SetRoomFeature(room_id, feature, Offering(), offering))
    return room_id


def _people(desk: Desk, text: str, organisation: UUID, event: PlanEvent) -> UUID:
    alike = {"other_names": text, "town": text, "phone": text, "email": text}
    mother = make_visitor(desk, text, text, **alike, organisation_id=organisation)
    child = make_visitor(desk, text, text, birth_year=2015, guardian_id=mother, **alike)
    alone = make_visitor(desk, text, "", birth_year=2014, guardian_name=text)
    for one in (mother, child, alone):
        make_visit(desk, one, minutes_ago=30)
        make_registration(desk, event.event_id, one)
        make_attendance(desk, event.session_id, one)
    desk.do(CountUnnamed(new_id(), Band.YOUTH, desk.clock.now()))
    make_needs(desk, mother, Support.OTHER, Support.HEARING_LOOP, words=text)
    arranged = Prepared(SupportState.ARRANGED, text)
    desk.do(SetPreparation(event.session_id, Support.HEARING_LOOP, Prepared(), arranged))
    now = desk.clock.now()
    for purpose in (Purpose.PHONE, Purpose.EMAIL, Purpose.ASSISTANCE):
        desk.do(GiveConsent(new_id(), mother, purpose, How.SIGNED, NEXT_YEAR, now))
    return mother


def sign_in(desk: Desk, text: str) -> None:
    """Who sits at the desk is called so too."""
    other = StaffDetails(text, text, f"{text.replace(' ', '')}2")
    made = SignedIn(new_id(), text, frozenset(Role))
    desk.sign_in(made)
    desk.do(AddStaff(made.staff_id, replace(other, user_name=other.user_name[-200:]), "-"))
