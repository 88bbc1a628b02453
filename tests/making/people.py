"""Somebody who is in the list twice, with everything a person may have, for tests."""

from dataclasses import dataclass, replace
from uuid import UUID

from app.accessibility.vocabulary import Support
from app.desk import Desk
from app.ids import new_id
from app.people.merge import MergePeople
from app.people.two_people import TwoPeople
from app.visitors.consents import GiveConsent
from app.visitors.groups import RecordGroups
from app.visitors.model import Group, How, Purpose
from app.visitors.register import GroupsTold
from tests.making.accessibility import NEXT_YEAR, make_needs
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_visit, make_visitor


@dataclass(frozen=True)
class Twice:
    """``older`` was written down first; both are on the list of ``event_id`` and came."""

    older: UUID
    newer: UUID
    child: UUID
    event_id: UUID
    session_id: UUID


def make_twice(desk: Desk) -> Twice:
    older = make_visitor(desk, "Anna", "Bērziņa", birth_year=1987, phone="29111222")
    newer = make_visitor(desk, "Anna", "Kalniņa", birth_year=1987, email="anna@piemers.lv")
    child = make_visitor(desk, "Toms", "Kalniņš", guardian_id=newer)
    event = make_event(desk)
    for minutes, one in ((60, newer), (30, older)):
        make_visit(desk, one, minutes)
        make_registration(desk, event.event_id, one)
        make_attendance(desk, event.session_id, one)
    make_needs(desk, newer, Support.STEP_FREE)
    make_needs(desk, older, Support.LARGE_PRINT)
    told = GroupsTold(frozenset({Group.UKRAINE}), new_id(), How.SPOKEN, NEXT_YEAR)
    desk.do(RecordGroups(newer, told, desk.clock.now()))
    make_photo_consent(desk, newer)
    return Twice(older, newer, child, event.event_id, event.session_id)


def make_photo_consent(desk: Desk, visitor_id: UUID) -> UUID:
    consent_id = new_id()
    now = desk.clock.now()
    desk.do(GiveConsent(consent_id, visitor_id, Purpose.PHOTO, How.SIGNED, NEXT_YEAR, now))
    return consent_id


def merging(desk: Desk, kept: UUID, gone: UUID, **wanted: object) -> MergePeople:
    """The action; what is not said stays as it is with the one who stays."""
    both = desk.ask(TwoPeople((kept, gone)))
    assert both is not None
    sides = {one.id: one.details for one in (both.older, both.newer)}
    seen = (sides[kept], sides[gone])
    return MergePeople(kept, gone, seen, replace(seen[0], **wanted))  # type: ignore[arg-type]
