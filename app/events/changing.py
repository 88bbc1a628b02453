"""Changing what is said about an event, cancelling it, and restoring it."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Change
from app.bookings.model import BookingStatus
from app.bookings.record import hold_if_active
from app.bookings.rules import release
from app.errors import ChangedElsewhere
from app.events.details import EventDetails
from app.events.moving_up import ids_of, let_wait_again, move_up, told
from app.events.news import event_cancelled, event_restored
from app.events.record import (
    bookings_of,
    change,
    changed_meanwhile,
    details_of,
    own_event,
    write,
    write_booking,
)
from app.language import say
from app.permission import Permission


@dataclass(frozen=True)
class EditEvent:
    """Change what is said about an event; its rooms say the same at once."""

    event_id: UUID
    seen: EventDetails
    wanted: EventDetails
    moved: tuple[UUID, ...] = ()
    """Who moved up when there were more places, and waits again when that is taken back."""
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        wanted = self.wanted.checked()
        event = own_event(session, self.event_id)
        if details_of(event) != self.seen:
            raise changed_meanwhile(event)
        write(event, wanted)
        let_wait_again(session, self.moved)
        moved = [] if self.moved else move_up(session, event)
        bookings = bookings_of(session, event)
        for booking in bookings:
            write_booking(booking, event)
        message = told(say("Event changed: “{title}”.", title=event.title), moved)
        back = EditEvent(event.id, wanted, self.seen, ids_of(moved))
        return change(event, message, back, bookings)


@dataclass(frozen=True)
class CancelEvent:
    """The event does not take place: its rooms are free again, the list stays."""

    event_id: UUID
    moved: tuple[UUID, ...] = ()
    """Who moved up when it was restored, and waits again."""
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        event = own_event(session, self.event_id)
        if event.cancelled:
            raise ChangedElsewhere(say("“{title}” is already cancelled.", title=event.title))
        event.cancelled = True
        bookings = bookings_of(session, event)
        for booking in bookings:
            release(session, booking)
            booking.status = BookingStatus.CANCELLED
        let_wait_again(session, self.moved)
        event_cancelled(session, event)
        message = say("Event cancelled: “{title}”", title=event.title)
        return change(event, message, RestoreEvent(event.id), bookings)


@dataclass(frozen=True)
class RestoreEvent:
    """The event takes place after all, if its rooms are still free.

    Whoever waits has the place of those who cancelled meanwhile.
    """

    event_id: UUID
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        event = own_event(session, self.event_id)
        if not event.cancelled:
            raise ChangedElsewhere(say("“{title}” is not cancelled.", title=event.title))
        event.cancelled = False
        bookings = bookings_of(session, event)
        for booking in bookings:
            booking.status = BookingStatus.CONFIRMED
            hold_if_active(session, booking)
        event_restored(session, event)
        moved = move_up(session, event)
        message = say("Event restored: “{title}”", title=event.title)
        if moved:
            message = told(say("{what}.", what=message), moved)
        return change(event, message, CancelEvent(event.id, ids_of(moved)), bookings)
