"""Events, registrations and attendance for tests, made as people make them: through actions."""

from datetime import date
from uuid import UUID

from app.desk import Desk
from app.events.attending import MarkPresent
from app.events.details import EventDetails
from app.events.model import Via
from app.events.plan import PlanEvent
from app.events.registering import RegisterForEvent
from app.ids import new_id
from tests.making.bookings import THURSDAY, slot


def planned(
    room_id: UUID | None = None,
    start: str = "17:30",
    end: str = "19:30",
    title: str = "Pottery for families",
    **rest: object,
) -> PlanEvent:
    """The action that plans an event; ``day`` and ``place`` as the session, the rest as details."""
    day = rest.pop("day", THURSDAY)
    place = rest.pop("place", "")
    assert isinstance(day, date)
    details = EventDetails(title, **rest)  # type: ignore[arg-type]
    when = slot(start, end, day)
    booking_id = new_id() if room_id else None
    return PlanEvent(new_id(), new_id(), booking_id, details, when, room_id, str(place))


def make_event(desk: Desk, room_id: UUID | None = None, **rest: object) -> PlanEvent:
    """Plans it and gives the action, whose ``event_id`` and ``session_id`` tests need."""
    plan = planned(room_id, **rest)  # type: ignore[arg-type]
    desk.do(plan)
    return plan


def make_registration(desk: Desk, event_id: UUID, visitor_id: UUID, via: Via = Via.PHONE) -> UUID:
    registration_id = new_id()
    desk.do(RegisterForEvent(registration_id, event_id, visitor_id, via, desk.clock.now()))
    return registration_id


def make_attendance(desk: Desk, session_id: UUID, visitor_id: UUID) -> UUID:
    attendance_id = new_id()
    desk.do(MarkPresent(attendance_id, session_id, visitor_id, desk.clock.now(), new_id()))
    return attendance_id
