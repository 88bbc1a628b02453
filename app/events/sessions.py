"""Another date of an event, and taking one away."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.action import Action, Change
from app.bookings.model import Booking
from app.bookings.record import hold_if_active
from app.bookings.rules import release
from app.errors import ChangedElsewhere, Refused
from app.events.details import SessionPlace
from app.events.model import Attendance, EventSession, HeadCount
from app.events.record import (
    change,
    own_event,
    own_session,
    place_of,
    refuse_if_cancelled,
    where_and_when,
)
from app.events.rooms import take_room
from app.language import say
from app.permission import Permission
from app.slot import Place


@dataclass(frozen=True)
class AddSession:
    """One more date of an event; who is on its list is expected there too."""

    session_id: UUID
    event_id: UUID
    booking_id: UUID | None
    place: SessionPlace
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        event = own_event(session, self.event_id)
        refuse_if_cancelled(event)
        when = self.place.checked()
        added = EventSession(
            id=self.session_id,
            event_id=event.id,
            place=when.place,
            starts=when.slot.start,
            ends=when.slot.end,
        )
        bookings = []
        if when.in_room:
            booking = Booking(id=self.booking_id or self.session_id)
            take_room(session, booking, event, when.in_room, self._at)
            added.booking_id = booking.id
            bookings.append(booking)
        session.add(added)
        message = say(
            "One more date: “{title}”, {day:day_month}, {start}–{end}, {where}",
            **where_and_when(session, event.title, when),
        )
        return change(event, message, RemoveSession(added.id), bookings)

    def _at(self, place: Place) -> Action:
        return replace(self, place=self.place.elsewhere(place))


@dataclass(frozen=True)
class RemoveSession:
    """Take one date away, and give its room back; not the only one, nor one that people came to."""

    session_id: UUID
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        gone = own_session(session, self.session_id)
        _refuse_if_needed(session, gone)
        gone.removed = True
        bookings = [gone.booking] if gone.booking else []
        for booking in bookings:
            release(session, booking)
            booking.removed = True
        message = say(
            "Date taken away: “{title}”, {day:day_month}, {start}–{end}, {where}",
            **where_and_when(session, gone.event.title, place_of(gone)),
        )
        return change(gone.event, message, PutBackSession(gone.id), bookings)


@dataclass(frozen=True)
class PutBackSession:
    """Put back a date that was taken away, if its room is still free."""

    session_id: UUID
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        back = session.get(EventSession, self.session_id)
        if back is None or not back.removed or back.event.removed:
            raise ChangedElsewhere(say("This date is already there, or its event is gone."))
        refuse_if_cancelled(back.event)
        back.removed = False
        bookings = [back.booking] if back.booking else []
        for booking in bookings:
            booking.removed = False
            hold_if_active(session, booking)
        message = say(
            "Date put back: “{title}”, {day:day_month}, {start}–{end}, {where}",
            **where_and_when(session, back.event.title, place_of(back)),
        )
        return change(back.event, message, RemoveSession(back.id), bookings)


def _refuse_if_needed(session: Session, gone: EventSession) -> None:
    others = select(func.count()).where(
        EventSession.event_id == gone.event_id, EventSession.id != gone.id, ~EventSession.removed
    )
    if not session.scalar(others):
        raise Refused(
            say(
                "This is the only date of “{title}”. Cancel the event instead.",
                title=gone.event.title,
            )
        )
    for table in (Attendance, HeadCount):
        came = select(table.id).where(table.session_id == gone.id, ~table.removed)
        if session.scalar(came.limit(1)) is not None:
            raise Refused(say("People have come to this date already. It stays."))
