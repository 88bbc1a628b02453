"""Another date of an event, and taking one away."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.action import Action, Change
from app.bookings.record import hold_if_active
from app.errors import ChangedElsewhere, Refused
from app.events.dates import put_dates, refuse_if_came, take_away
from app.events.details import PlannedDate, SessionPlace
from app.events.model import EventSession
from app.events.news import date_back, date_gone
from app.events.record import (
    change,
    own_event,
    own_session,
    place_of,
    refuse_if_cancelled,
    where_and_when,
)
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
        added = PlannedDate(self.session_id, self.booking_id, when)
        bookings = put_dates(session, event, [added], self._at)
        date_back(session, session.get_one(EventSession, self.session_id))
        message = say(
            "One more date: “{title}”, {day:day_month}, {start}–{end}, {where}",
            **where_and_when(session, event.title, when),
        )
        return change(event, message, RemoveSession(self.session_id), bookings)

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
        bookings = take_away(session, [gone])
        date_gone(session, gone)
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
        date_back(session, back)
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
    refuse_if_came(session, [gone])
