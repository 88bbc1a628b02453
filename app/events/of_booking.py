"""Making an event of a room that is booked already, and giving the booking its own self back."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change
from app.bookings.details import BookingDetails
from app.bookings.model import Booking, BookingStatus
from app.bookings.record import details_of, own_booking
from app.errors import ChangedElsewhere, Refused
from app.events.details import EventDetails
from app.events.model import Event, EventSession
from app.events.plan import refuse_if_people
from app.events.record import change, own_event, write, write_booking
from app.language import say
from app.permission import Permission


@dataclass(frozen=True)
class BookingWas:
    """What a booking said before it belonged to an event."""

    booking_id: UUID
    details: BookingDetails
    series_id: UUID | None
    series_day: date | None
    by_itself: bool


@dataclass(frozen=True)
class MakeEventOf:
    """The booking becomes the room of a new event, at the same time and in the same room.

    A date of a series leaves it: from now on it is moved through the event.
    """

    booking_id: UUID
    event_id: UUID
    session_id: UUID
    details: EventDetails
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        booking = own_booking(session, self.booking_id)
        if booking.status is not BookingStatus.CONFIRMED:
            raise Refused(say("Only a booking that stands can become an event. Approve it first."))
        was = BookingWas(
            booking.id,
            details_of(booking),
            booking.series_id,
            booking.series_day,
            booking.by_itself,
        )
        event = session.get(Event, self.event_id) or Event(id=self.event_id, cancelled=False)
        event.removed = False
        write(event, self.details.checked())
        session.add(event)
        session.flush()
        date_ = session.get(EventSession, self.session_id) or EventSession(id=self.session_id)
        date_.event_id, date_.booking_id, date_.removed = event.id, booking.id, False
        date_.starts, date_.ends = booking.starts, booking.ends
        session.add(date_)
        booking.series_id, booking.series_day, booking.by_itself = None, None, False
        write_booking(booking, event)
        message = say("The booking is an event now: “{title}”", title=event.title)
        undo = GiveBookingBack(event.id, self.session_id, was, self.details)
        return change(event, message, undo, [booking])


@dataclass(frozen=True)
class GiveBookingBack:
    """There is no event after all: the booking says what it said before."""

    event_id: UUID
    session_id: UUID
    was: BookingWas
    details: EventDetails
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        event = own_event(session, self.event_id)
        refuse_if_people(session, event)
        dates = session.scalars(
            select(EventSession).where(EventSession.event_id == event.id, ~EventSession.removed)
        ).all()
        booking = session.get(Booking, self.was.booking_id)
        own = [one for one in dates if one.id == self.session_id and one.booking is booking]
        if booking is None or len(dates) != 1 or not own or booking.place != self.was.details.place:
            raise ChangedElsewhere(
                say("The event has been changed since. Cancel it, and book the room again.")
            )
        for gone in (event, *own):
            gone.removed = True
        _write_back(booking, self.was)
        undo = MakeEventOf(booking.id, event.id, self.session_id, self.details)
        message = say("Event taken back: “{title}”", title=event.title)
        return change(event, message, undo, [booking])


def _write_back(booking: Booking, was: BookingWas) -> None:
    details = was.details
    booking.title, booking.kind, booking.holder = details.title, details.kind, details.holder
    booking.people, booking.private = details.people, details.private
    booking.tentative, booking.of_event = details.tentative, False
    booking.series_id, booking.series_day = was.series_id, was.series_day
    booking.by_itself = was.by_itself
