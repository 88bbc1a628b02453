"""What people do with bookings: book, edit, move, and taking each back."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Change
from app.bookings.details import BookingDetails
from app.bookings.model import HOLDING, Booking
from app.bookings.record import (
    change,
    changed_meanwhile,
    details_of,
    hold_if_active,
    own_booking,
    put,
    where_and_when,
    write,
)
from app.bookings.rules import WaysOut, check_and_offer, hold, release
from app.bookings.telling import approval_changed, moved
from app.bookings.waiting import waiting_offer
from app.bookings.waiting_fit import naming_who_waits
from app.database.journal import by_whom
from app.errors import ChangedElsewhere, Offer, Refused
from app.language import say
from app.permission import Permission
from app.slot import Place


@dataclass(frozen=True)
class BookRoom:
    """Give a room to somebody for a stretch of time."""

    booking_id: UUID
    details: BookingDetails
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        details = self.details.checked()
        booking = Booking(id=self.booking_id, entered_by_id=by_whom(session))
        booking.entered_at = session.info.get("now")
        with session.no_autoflush:
            write(session, booking, details)
        check_and_offer(
            session,
            booking,
            details.place,
            lambda place: BookRoom(self.booking_id, replace(self.details, place=place)),
            WaysOut(
                ask=Offer(
                    say("Let the coordinator decide"),
                    BookRoom(self.booking_id, replace(self.details, pending=True)),
                ),
                wait=waiting_offer(details),
            ),
        )
        session.add(booking)
        hold(session, booking)
        return change(
            booking,
            say(
                "{room} booked: “{title}”, {day:day_month}, {start}–{end}",
                **where_and_when(session, booking),
            ),
            RemoveBooking(booking.id, details_of(booking)),
        )


@dataclass(frozen=True)
class RemoveBooking:
    """Take back that a booking was made; ``seen``: only while it is as it was made."""

    booking_id: UUID
    seen: BookingDetails | None = None
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        booking = own_booking(session, self.booking_id)
        if self.seen is not None and details_of(booking) != self.seen:
            raise changed_meanwhile(booking)
        release(session, booking)
        booking.removed = True
        return change(
            booking,
            say("Booking taken back: “{title}”", title=booking.title),
            PutBackBooking(booking.id),
        )


@dataclass(frozen=True)
class PutBackBooking:
    """Put back a booking that was taken back, if its room is still free."""

    booking_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        booking = session.get(Booking, self.booking_id)
        if booking is None or not booking.removed:
            raise ChangedElsewhere(say("This booking is already there."))
        booking.removed = False
        hold_if_active(session, booking)
        message = say("Booked again: “{title}”", title=booking.title)
        return change(booking, message, RemoveBooking(booking.id, details_of(booking)))


@dataclass(frozen=True)
class EditBooking:
    """Change what is said about a booking; asks the rules only when place or people change."""

    booking_id: UUID
    seen: BookingDetails
    wanted: BookingDetails
    by_itself: bool = True
    """One date of a series then counts as changed by itself."""
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        wanted = self.wanted.checked()
        booking = own_booking(session, self.booking_id)
        if details_of(booking) != self.seen:
            raise changed_meanwhile(booking)
        was = _mark(booking, self.by_itself if wanted != self.seen else booking.by_itself)
        asks_for_more = _needs(wanted) != _needs(self.seen)
        write(session, booking, wanted)
        if asks_for_more and booking.status in HOLDING:
            with session.no_autoflush:
                check_and_offer(
                    session,
                    booking,
                    wanted.place,
                    lambda place: replace(self, wanted=replace(self.wanted, place=place)),
                    WaysOut(wait=waiting_offer(wanted, booking.id)),
                )
            release(session, booking)
            hold(session, booking)
            moved(session, booking, self.seen.place)
        approval_changed(session, booking, was_pending=self.seen.pending)
        undo = EditBooking(booking.id, details_of(booking), self.seen, by_itself=was)
        message = say("Booking changed: “{title}”", title=booking.title)
        if asks_for_more:
            message = naming_who_waits(session, message, self.seen.place)
        return change(booking, message, undo)


@dataclass(frozen=True)
class MoveBooking:
    """Put a booking in another room, at another time, or both."""

    booking_id: UUID
    seen: Place
    wanted: Place
    by_itself: bool = True
    """One date of a series then counts as changed by itself."""
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        booking = own_booking(session, self.booking_id)
        if booking.place != self.seen:
            raise changed_meanwhile(booking)
        if booking.status not in HOLDING:
            raise Refused(say("“{title}” is cancelled. Restore it first.", title=booking.title))
        check_and_offer(
            session,
            booking,
            self.wanted,
            lambda place: replace(self, wanted=place),
            WaysOut(
                wait=waiting_offer(replace(details_of(booking), place=self.wanted), booking.id)
            ),
        )
        release(session, booking)
        put(booking, self.wanted)
        was = _mark(booking, self.by_itself)
        hold(session, booking)
        moved(session, booking, self.seen)
        message = say(
            "“{title}” moved to {room}, {day:day_month}, {start}–{end}",
            **where_and_when(session, booking),
        )
        message = naming_who_waits(session, message, self.seen)
        undo = MoveBooking(booking.id, seen=self.wanted, wanted=self.seen, by_itself=was)
        return change(booking, message, undo)


def _needs(details: BookingDetails) -> tuple[Place, int | None, int | None]:
    """What the rules ask about again when it changes; more people alone stop nobody."""
    return details.place, details.before_minutes, details.after_minutes


def _mark(booking: Booking, by_itself: bool) -> bool:
    """Mark a date of a series as changed by itself, or take the mark away; what it was before."""
    was = bool(booking.by_itself)
    booking.by_itself = by_itself and booking.series_id is not None
    return was
