"""What people decide about a booking that stands: cancel, restore, confirm."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Change
from app.bookings.details import one_line
from app.bookings.model import Booking, BookingStatus
from app.bookings.record import change, changed_meanwhile, hold_if_active, own_booking
from app.bookings.rules import check_place, release
from app.bookings.telling import approval_changed, stands_again, to_tell
from app.bookings.telling_model import Why
from app.bookings.waiting_fit import naming_who_waits
from app.errors import ChangedElsewhere, Refused
from app.language import say
from app.permission import Permission


@dataclass(frozen=True)
class CancelBooking:
    """Give the time back; the booking stays visible in the list, struck through."""

    booking_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        booking = own_booking(session, self.booking_id)
        if booking.status == BookingStatus.CANCELLED:
            raise ChangedElsewhere(say("“{title}” is already cancelled.", title=booking.title))
        if booking.status == BookingStatus.REFUSED:
            raise ChangedElsewhere(say("“{title}” was refused already.", title=booking.title))
        pending = booking.status == BookingStatus.PENDING
        release(session, booking)
        booking.status = BookingStatus.CANCELLED
        to_tell(session, booking, Why.CANCELLED)
        message = say("Booking cancelled: “{title}”", title=booking.title)
        message = naming_who_waits(session, message, booking.place)
        return change(booking, message, RestoreBooking(booking.id, pending))


@dataclass(frozen=True)
class RestoreBooking:
    """Take the time of a cancelled booking again, if it is still free."""

    booking_id: UUID
    pending: bool = False
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        booking = own_booking(session, self.booking_id)
        if booking.status != BookingStatus.CANCELLED:
            raise ChangedElsewhere(say("“{title}” is not cancelled.", title=booking.title))
        booking.status = BookingStatus.PENDING if self.pending else BookingStatus.CONFIRMED
        hold_if_active(session, booking)
        stands_again(session, booking)
        return change(
            booking,
            say("Booking restored: “{title}”", title=booking.title),
            CancelBooking(booking.id),
        )


@dataclass(frozen=True)
class ConfirmBooking:
    """Say yes to a booking that was waiting for it; against a rule only with a reason, which stays.

    Raises Refused with every rule that is against it when there is no reason.
    """

    booking_id: UUID
    reason: str = ""
    permission: ClassVar[Permission] = Permission.DECIDE_BOOKINGS

    def perform(self, session: Session) -> Change:
        booking = own_booking(session, self.booking_id)
        _expect(booking, BookingStatus.PENDING)
        before = booking.override_reason
        booking.override_reason = one_line(self.reason) or before
        booking.status = BookingStatus.CONFIRMED
        check_place(session, booking, booking.place)
        approval_changed(session, booking, was_pending=True)
        return change(
            booking,
            say("Booking confirmed: “{title}”", title=booking.title),
            UnconfirmBooking(booking.id, before),
        )


@dataclass(frozen=True)
class UnconfirmBooking:
    """Let a confirmed booking wait for a yes again; ``reason`` is what stood with it before."""

    booking_id: UUID
    reason: str = ""
    permission: ClassVar[Permission] = Permission.DECIDE_BOOKINGS

    def perform(self, session: Session) -> Change:
        booking = own_booking(session, self.booking_id)
        _expect(booking, BookingStatus.CONFIRMED)
        given, booking.override_reason = booking.override_reason, self.reason
        booking.status = BookingStatus.PENDING
        approval_changed(session, booking, was_pending=False)
        return change(
            booking,
            say("To be confirmed again: “{title}”", title=booking.title),
            ConfirmBooking(booking.id, given),
        )


@dataclass(frozen=True)
class RefuseBooking:
    """Say no to a booking that was waiting, and why; its time is free again."""

    booking_id: UUID
    reason: str
    permission: ClassVar[Permission] = Permission.DECIDE_BOOKINGS

    def perform(self, session: Session) -> Change:
        booking = own_booking(session, self.booking_id)
        _expect(booking, BookingStatus.PENDING)
        reason = one_line(self.reason)
        if not reason:
            raise Refused(say("Write why, so that it can be told to those who asked."))
        release(session, booking)
        booking.status, booking.decision = BookingStatus.REFUSED, reason
        to_tell(session, booking, Why.REFUSED, reason=reason)
        return change(
            booking,
            say("Booking refused: “{title}”", title=booking.title),
            LetWaitAgain(booking.id),
        )


@dataclass(frozen=True)
class LetWaitAgain:
    """Take back a refusal, if the time is still free."""

    booking_id: UUID
    permission: ClassVar[Permission] = Permission.DECIDE_BOOKINGS

    def perform(self, session: Session) -> Change:
        booking = own_booking(session, self.booking_id)
        _expect(booking, BookingStatus.REFUSED)
        reason, booking.decision = booking.decision, ""
        booking.status = BookingStatus.PENDING
        hold_if_active(session, booking)
        stands_again(session, booking)
        return change(
            booking,
            say("To be confirmed again: “{title}”", title=booking.title),
            RefuseBooking(booking.id, reason),
        )


def _expect(booking: Booking, status: BookingStatus) -> None:
    if booking.status != status:
        raise changed_meanwhile(booking)
