"""Closing rooms in which somebody is booked: around those bookings, or cancelling them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.bookings.availability import Floor
from app.bookings.details import ClosureDetails
from app.bookings.facts import Holding
from app.bookings.model import HOLDING, Booking, BookingStatus, Closure
from app.bookings.room_record import (
    closure_changed,
    closure_details,
    in_the_way,
    write_closure,
)
from app.bookings.rules import floor_around, hold, release, stops, terms_of, troubles
from app.bookings.spans import common, joined, without
from app.bookings.telling import mark_told, stands_again, to_tell
from app.bookings.telling_model import Why
from app.clock import to_wall
from app.database.journal import may
from app.errors import NotAllowed, Refused
from app.language import Message, say, say_count
from app.permission import Permission
from app.slot import Slot


class Way(StrEnum):
    """What becomes of the bookings that lie in the time."""

    AROUND = "around"
    CANCEL = "cancel"


@dataclass(frozen=True)
class CloseRooms:
    """Close for a time, and do with the bookings there what was chosen; all of it is one undo.

    ``seen`` says that a closure is changed, not made. ``told`` are those whose people know already.
    """

    closure_id: UUID
    key: UUID
    """The ids of further pieces follow from it."""
    details: ClosureDetails
    way: Way
    told: frozenset[UUID] = frozenset()
    seen: ClosureDetails | None = None
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        details = self.details.checked()
        around = self.way is Way.AROUND
        pieces = list(_around(session, details)) if around else [details]
        cancelled = () if around else _to_cancel(session, details)
        ids = self._close(session, pieces)
        undo = ReopenRooms(self, ids, tuple((one.id, _is_pending(one)) for one in cancelled))
        for booking in cancelled:
            self._cancel(session, booking, details.reason)
        return _change(ids, cancelled, _closed(self.way, details, len(cancelled)), undo)

    def _close(self, session: Session, pieces: list[ClosureDetails]) -> tuple[UUID, ...]:
        """The first piece is the closure itself."""
        if not pieces:
            raise Refused(say("Bookings take all of this time: nothing is left to close."))
        ids = []
        for n, piece in enumerate(pieces):
            id_ = uuid5(self.key, str(n)) if n else self.closure_id
            closure = session.get(Closure, id_) or Closure(id=id_, removed=True)
            if n == 0 and self.seen is not None:
                _expect(closure, self.seen)
            elif not closure.removed:
                raise closure_changed()
            write_closure(session, closure, piece)
            closure.removed = False
            session.add(closure)
            ids.append(id_)
        return tuple(ids)

    def _cancel(self, session: Session, booking: Booking, reason: str) -> None:
        release(session, booking)
        booking.status = BookingStatus.CANCELLED
        line = to_tell(session, booking, Why.CLOSED, reason=reason)
        if line is not None and booking.id in self.told:
            mark_told(session, line)


@dataclass(frozen=True)
class ReopenRooms:
    """Take a closing back: what was cancelled for it comes back wherever its time is still free."""

    closed: CloseRooms
    closure_ids: tuple[UUID, ...]
    cancelled: tuple[tuple[UUID, bool], ...]
    """Each with whether it was pending."""
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        for n, id_ in enumerate(self.closure_ids):
            closure = session.get(Closure, id_)
            if closure is None or closure.removed:
                raise closure_changed()
            if n == 0 and self.closed.seen is not None:
                write_closure(session, closure, self.closed.seen)
            else:
                closure.removed = True
        session.flush()
        bookings = [session.get_one(Booking, id_) for id_, _ in self.cancelled]
        stay = [
            booking
            for booking, (_, pending) in zip(bookings, self.cancelled, strict=True)
            if not _restored(session, booking, pending=pending)
        ]
        message = _open_again(self.closed.details.reason, stay)
        return _change(self.closure_ids, bookings, message, self.closed)


def _around(session: Session, details: ClosureDetails) -> Iterator[ClosureDetails]:
    """The closure without the booked times; in them the other parts of a hall are closed still."""
    floor = floor_around(session, details.slot)
    lying = in_the_way(session, details)
    booked = joined(_needed(floor, one) for one in lying)
    for free in without(details.slot, booked):
        yield ClosureDetails(details.room_id, free, details.reason)
    parts = [room for room in floor.rooms if details.room_id and room.part_of_id == details.room_id]
    for part in parts:
        own = [_needed(floor, one) for one in lying if one.room_id in (part.id, details.room_id)]
        for slot in booked:
            inside = common(slot, details.slot)
            for free in without(inside, own) if inside else ():
                yield ClosureDetails(part.id, free, details.reason)


def _needed(floor: Floor, one: Holding) -> Slot:
    """Preparing and clearing up are no free time either."""
    before, after = timedelta(minutes=floor.before(one)), timedelta(minutes=floor.after(one))
    return Slot(one.slot.start - before, one.slot.end + after)


def _to_cancel(session: Session, details: ClosureDetails) -> Sequence[Booking]:
    """What lies there and is not over; what belongs to an event is cancelled with the event only."""
    if not may(session, Permission.BOOK):
        raise NotAllowed(say("Only those who book rooms may cancel bookings. Ask the coordinator."))
    now = to_wall(session.info["now"])
    ids = [one.id for one in in_the_way(session, details) if one.slot.end > now]
    return session.scalars(
        select(Booking)
        .where(Booking.id.in_(ids), ~Booking.of_event)
        .order_by(Booking.starts, Booking.id)
    ).all()


def _restored(session: Session, booking: Booking, *, pending: bool) -> bool:
    """It may have lain in another closure before, and may again; only its time must be free."""
    if booking.removed or booking.status in HOLDING:
        return True  # somebody has already seen to it
    clash = troubles(session, booking.place, terms_of(booking), booking.id)
    if any(stops(one, anyway=True) for one in clash):
        return False
    booking.status = BookingStatus.PENDING if pending else BookingStatus.CONFIRMED
    hold(session, booking)
    stands_again(session, booking)
    return True


def _is_pending(booking: Booking) -> bool:
    return booking.status == BookingStatus.PENDING


def _expect(closure: Closure, seen: ClosureDetails) -> None:
    if closure.removed or closure_details(closure) != seen:
        raise closure_changed()


def _closed(way: Way, details: ClosureDetails, cancelled: int) -> Message:
    if way is Way.AROUND:
        return say("Closed around the bookings: {reason}", reason=details.reason)
    return say_count(
        "Closed: {reason}. {n} booking cancelled",
        "Closed: {reason}. {n} bookings cancelled",
        cancelled,
        reason=details.reason,
    )


def _open_again(reason: str, stay: Sequence[Booking]) -> Message:
    if not stay:
        return say("Open again: {reason}", reason=reason)
    return say_count(
        "Open again: {reason}. {n} booking stays cancelled, its time is taken: {titles}",
        "Open again: {reason}. {n} bookings stay cancelled, their time is taken: {titles}",
        len(stay),
        reason=reason,
        titles=tuple(booking.title for booking in stay),
    )


def _change(
    ids: tuple[UUID, ...], bookings: Sequence[Booking], message: Message, undo: Action
) -> Change:
    topics = {about(Kind.ROOMS, *ids)}
    if bookings:
        topics.add(about(Kind.BOOKINGS, *(booking.id for booking in bookings)))
    return Change(message, frozenset(topics), undo)
