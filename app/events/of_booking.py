"""Making an event of rooms that are booked already, and giving the bookings their own selves back."""

from collections.abc import Sequence
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
from app.clock import to_wall
from app.errors import ChangedElsewhere, Refused
from app.events.details import EventDetails
from app.events.model import Event, EventSession
from app.events.plan import refuse_if_people
from app.events.record import change, own_event, sessions_of, write, write_booking
from app.language import say, say_count
from app.permission import Permission


@dataclass(frozen=True)
class Becomes:
    """A booking, and the session it will be the room of."""

    booking_id: UUID
    session_id: UUID


@dataclass(frozen=True)
class BookingWas:
    """What a booking said before it belonged to an event."""

    becomes: Becomes
    details: BookingDetails
    series_id: UUID | None
    series_day: date | None
    by_itself: bool


@dataclass(frozen=True)
class DatesToBecome:
    """The bookings that become one event together: this one, and of its series all still to come."""

    booking_id: UUID
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def answer(self, session: Session) -> tuple[UUID, ...]:
        booking = own_booking(session, self.booking_id)
        if booking.series_id is None:
            return (booking.id,)
        others = session.scalars(
            select(Booking.id)
            .where(
                Booking.series_id == booking.series_id,
                ~Booking.removed,
                Booking.status == BookingStatus.CONFIRMED,
                Booking.starts > to_wall(session.info["now"]),
            )
            .order_by(Booking.starts)
        ).all()
        return tuple(others) if booking.id in others else (booking.id,)


@dataclass(frozen=True)
class MakeEventOf:
    """The bookings become the rooms of a new event, at the same times and in the same rooms.

    Dates of a series leave it: from now on they are moved through the event.
    """

    bookings: tuple[Becomes, ...]
    event_id: UUID
    details: EventDetails
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        bookings = [own_booking(session, one.booking_id) for one in self.bookings]
        if any(one.status is not BookingStatus.CONFIRMED for one in bookings):
            raise Refused(say("Only a booking that stands can become an event. Approve it first."))
        was = tuple(map(_was, self.bookings, bookings))
        event = session.get(Event, self.event_id) or Event(id=self.event_id, cancelled=False)
        event.removed = False
        write(event, self.details.checked())
        session.add(event)
        session.flush()
        for becomes, booking in zip(self.bookings, bookings, strict=True):
            _make_session(session, event, becomes, booking)
            booking.series_id, booking.series_day, booking.by_itself = None, None, False
            write_booking(booking, event)
        message = say_count(
            "{n} booking is an event now: “{title}”",
            "{n} bookings are an event now: “{title}”",
            len(bookings),
            title=event.title,
        )
        return change(event, message, GiveBookingsBack(event.id, was, self.details), bookings)


@dataclass(frozen=True)
class GiveBookingsBack:
    """There is no event after all: the bookings say what they said before."""

    event_id: UUID
    was: tuple[BookingWas, ...]
    details: EventDetails
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        event = own_event(session, self.event_id)
        refuse_if_people(session, event)
        dates = sessions_of(session, event)
        if event.cancelled or not self._untouched(dates):
            raise ChangedElsewhere(
                say("The event has been changed since. Cancel it, and book the room again.")
            )
        for gone in (event, *dates):
            gone.removed = True
        bookings = [session.get_one(Booking, one.becomes.booking_id) for one in self.was]
        for booking, was in zip(bookings, self.was, strict=True):
            _write_back(booking, was)
        undo = MakeEventOf(tuple(one.becomes for one in self.was), event.id, self.details)
        message = say("Event taken back: “{title}”", title=event.title)
        return change(event, message, undo, bookings)

    def _untouched(self, dates: Sequence[EventSession]) -> bool:
        there = {(one.id, one.booking_id, one.booking and one.booking.place) for one in dates}
        return there == {
            (one.becomes.session_id, one.becomes.booking_id, one.details.place) for one in self.was
        }


def _was(becomes: Becomes, booking: Booking) -> BookingWas:
    return BookingWas(
        becomes,
        details_of(booking),
        booking.series_id,
        booking.series_day,
        booking.by_itself,
    )


def _make_session(session: Session, event: Event, becomes: Becomes, booking: Booking) -> None:
    date_ = session.get(EventSession, becomes.session_id) or EventSession(id=becomes.session_id)
    date_.event_id, date_.booking_id, date_.removed = event.id, booking.id, False
    date_.starts, date_.ends = booking.starts, booking.ends
    session.add(date_)


def _write_back(booking: Booking, was: BookingWas) -> None:
    details = was.details
    booking.title, booking.kind, booking.holder = details.title, details.kind, details.holder
    booking.people, booking.private = details.people, details.private
    booking.tentative, booking.of_event = details.tentative, False
    booking.series_id, booking.series_day = was.series_id, was.series_day
    booking.by_itself = was.by_itself
