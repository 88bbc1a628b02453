"""Every form in which somebody writes: good values, the action that keeps them, and where they go."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.accessibility.actions import NewNeed, RecordNeeds
from app.accessibility.model import Need, Preparation, SupportState
from app.accessibility.preparing import Prepared, SetPreparation
from app.accessibility.vocabulary import Support
from app.action import Action
from app.bookings.actions import BookRoom
from app.bookings.closures import AddClosure
from app.bookings.details import ClosureDetails, RoomDetails
from app.bookings.model import Booking, Closure, Feature, Having, Room, RoomFeature
from app.bookings.room_features import Offering, SetRoomFeature
from app.bookings.rooms import AddRoom
from app.bookings.status import RefuseBooking
from app.centre.actions import EditCentre
from app.centre.details import StaffDetails
from app.centre.model import Centre
from app.database.base import Base
from app.desk import Desk
from app.events.changing import EditEvent
from app.events.details import SessionPlace
from app.events.model import Event, EventSession
from app.events.plan import MoveSession
from app.ids import new_id
from app.staff.actions import AddStaff
from app.staff.model import Staff
from app.text import clean, clean_lines
from app.visitors.details import OrganisationDetails, VisitorDetails
from app.visitors.model import How, Organisation, Visitor
from app.visitors.organisations import AddOrganisation
from app.visitors.register import RegisterVisitor
from tests.making.bookings import details as booking_details
from tests.making.bookings import make_booking, make_room, slot
from tests.making.centre import CENTRE, found_centre
from tests.making.events import make_event
from tests.making.visitors import make_visitor


@dataclass(frozen=True)
class Form:
    """``keep(details)`` is the action; what it keeps is in the column of the same name."""

    details: Any
    keep: Callable[[Any], Action]
    model: type[Base]


def visitor(desk: Desk) -> Form:
    now = desk.clock.now()
    return Form(VisitorDetails("Anna"), lambda d: RegisterVisitor(new_id(), d, now), Visitor)


def organisation(desk: Desk) -> Form:
    return Form(OrganisationDetails("Dome"), lambda d: AddOrganisation(new_id(), d), Organisation)


def booking(desk: Desk) -> Form:
    details = booking_details(make_room(desk))
    return Form(details, lambda d: BookRoom(new_id(), d), Booking)


@dataclass(frozen=True)
class Refusal:
    """The one line written when a request is refused."""

    decision: str = "Painted"


def refusal(desk: Desk) -> Form:
    waits = make_booking(desk, make_room(desk), pending=True)
    return Form(Refusal(), lambda d: RefuseBooking(waits, d.decision), Booking)


def room(desk: Desk) -> Form:
    return Form(RoomDetails("Hall"), lambda d: AddRoom(new_id(), d), Room)


def closure(desk: Desk) -> Form:
    details = ClosureDetails(None, slot("9:00", "10:00"), "Heating")
    return Form(details, lambda d: AddClosure(new_id(), d), Closure)


def event(desk: Desk) -> Form:
    plan = make_event(desk)
    return Form(plan.details, lambda d: EditEvent(plan.event_id, plan.details, d), Event)


def session(desk: Desk) -> Form:
    plan = make_event(desk)
    here = SessionPlace(plan.slot)
    return Form(here, lambda d: MoveSession(plan.session_id, here, d), EventSession)


def centre(desk: Desk) -> Form:
    found_centre(desk)
    return Form(CENTRE, lambda d: EditCentre(CENTRE, d), Centre)


def staff(desk: Desk) -> Form:
    details = StaffDetails("Zane", "Kokina", "zane")
    return Form(details, lambda d: AddStaff(new_id(), d, "-"), Staff)


def need(desk: Desk) -> Form:
    who, until = make_visitor(desk), date(2027, 10, 15)

    def record(one: NewNeed) -> RecordNeeds:
        fresh = replace(one, need_id=new_id())
        return RecordNeeds(who, (fresh,), new_id(), How.SPOKEN, until, desk.clock.now())

    return Form(NewNeed(new_id(), Support.OTHER), record, Need)


def preparation(desk: Desk) -> Form:
    at = make_event(desk).session_id

    def arrange(wanted: Prepared) -> SetPreparation:
        return SetPreparation(at, Support.OTHER, Prepared(), wanted)

    return Form(Prepared(SupportState.ARRANGED), arrange, Preparation)


def feature(desk: Desk) -> Form:
    hall = make_room(desk)

    def offer(wanted: Offering) -> SetRoomFeature:
        return SetRoomFeature(hall, Feature.HEARING_LOOP, Offering(), wanted)

    return Form(Offering(Having.LIMITED), offer, RoomFeature)


FORMS: tuple[Callable[[Desk], Form], ...] = (
    visitor,
    organisation,
    booking,
    refusal,
    room,
    closure,
    event,
    session,
    centre,
    staff,
    need,
    preparation,
    feature,
)


def with_text(form: Form, field: str, text: str) -> tuple[Action, str]:
    """The action that writes ``text`` there, and what is to be kept of it."""
    kept = clean_lines(text) if field == "notes" else clean(text)
    if field == "short_name" and form.model is Room:
        kept = kept[:3]
    if field == "short_name" and form.model is Centre:
        kept = kept or form.details.name
    if field == "user_name":
        kept = kept.casefold()
    return form.keep(replace(form.details, **{field: text})), kept
