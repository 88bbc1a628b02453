"""Booking what somebody waited for, through the same door as every booking."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.bookings.actions import BookRoom, MoveBooking, PutBackBooking
from app.bookings.model import HOLDING, Booking
from app.bookings.waiting import details_of_wish, known_wish, wish_changed
from app.bookings.waiting_model import ON_THE_LIST, WaitingBooking, WaitingState
from app.permission import Permission
from app.slot import Place


@dataclass(frozen=True)
class BookWaiting:
    """Book ``place`` for a wish, or move the booking there that waited for it."""

    waiting_id: UUID
    booking_id: UUID
    place: Place
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        wish = known_wish(session, self.waiting_id)
        if wish.state not in ON_THE_LIST:
            raise wish_changed()
        before, moved = wish.state, _waits_to_move(session, wish)
        done = self._way(session, wish, moved).perform(session)
        if done.undo is None:
            raise TypeError("Every way of booking can be taken back")
        undo = UnbookWaiting(wish.id, before, self.place, done.undo)
        wish.state = WaitingState.TAKEN
        wish.booking_id = moved.id if moved else self.booking_id
        return _change(wish, done, undo)

    def _way(self, session: Session, wish: WaitingBooking, moved: Booking | None) -> Action:
        if moved is not None:
            return MoveBooking(moved.id, moved.place, self.place)
        made_before = session.get(Booking, self.booking_id)
        if made_before is not None and made_before.removed:
            return PutBackBooking(self.booking_id)
        return BookRoom(self.booking_id, replace(details_of_wish(wish), place=self.place))


@dataclass(frozen=True)
class UnbookWaiting:
    """Take back that a wish was booked: it stands on the list as before."""

    waiting_id: UUID
    state: WaitingState
    place: Place
    back: Action
    """What takes the booking back."""
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        wish = known_wish(session, self.waiting_id)
        if wish.state != WaitingState.TAKEN or wish.booking_id is None:
            raise wish_changed()
        undo = BookWaiting(wish.id, wish.booking_id, self.place)
        done = self.back.perform(session)
        wish.state, wish.booking_id = self.state, None
        return _change(wish, done, undo)


def _waits_to_move(session: Session, wish: WaitingBooking) -> Booking | None:
    """The booking that stands elsewhere; None when there is none, or it is gone."""
    booking = session.get(Booking, wish.moves_id) if wish.moves_id else None
    stands = booking is not None and not booking.removed and booking.status in HOLDING
    return booking if stands else None


def _change(wish: WaitingBooking, done: Change, undo: Action) -> Change:
    topics = done.topics | {about(Kind.BOOKINGS, wish.id)}
    return Change(done.message, topics, undo)
