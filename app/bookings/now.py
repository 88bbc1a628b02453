"""How the rooms are at this moment: free, busy or closed, until when, and what comes next."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.bookings.board import Board, BoardRoom
from app.bookings.model import Booking, BookingStatus
from app.bookings.queries import DayBoard
from app.permission import Permission


class Now(StrEnum):
    """The state of a room."""

    FREE = "free"
    BUSY = "busy"
    CLOSED = "closed"


@dataclass(frozen=True)
class RoomNow:
    """A room now; ``until`` is None when nothing ends it today, ``by`` is a title or a reason."""

    room_id: UUID
    name: str
    state: Now
    until: datetime | None
    by: str = ""
    next_start: datetime | None = None
    next_title: str = ""
    """Empty for a private booking."""


@dataclass(frozen=True)
class RoomsNow:
    """Every whole room at ``at`` (wall-clock time), in the order of the board; a taken part takes it."""

    at: datetime
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> tuple[RoomNow, ...]:
        board = DayBoard(self.at.date()).answer(session)
        whole = (room for room in board.rooms if not room.retired and room.part_of_id is None)
        return tuple(room_now(board, room, self.at) for room in whole)


def room_now(board: Board, room: BoardRoom, at: datetime) -> RoomNow:
    """The state of ``room`` on the day of ``board``."""
    sharing = board.floor.sharing(room.id)
    ahead = [c for c in board.cards if c.room_id in sharing and c.slot.end > at]
    coming = next((card for card in ahead if card.slot.start > at), None)
    next_start = coming.slot.start if coming else None
    next_title = coming.title if coming else ""

    def now(state: Now, until: datetime | None, by: str = "") -> RoomNow:
        return RoomNow(room.id, room.name, state, until, by, next_start, next_title)

    shuts = [s for s in board.closures if s.room_id is None or s.room_id in sharing]
    for shut in shuts:
        if shut.slot.start <= at < shut.slot.end:
            return now(Now.CLOSED, shut.slot.end, shut.reason)
    if closed := _outside_hours(board, at):
        return now(Now.CLOSED, *closed)
    busy = next((card for card in ahead if card.slot.start <= at), None)
    if busy:
        return now(Now.BUSY, busy.slot.end, busy.title)
    ends = [s.slot.start for s in shuts if s.slot.start > at]
    ends += [next_start] if next_start else []
    ends += [board.hours.on(board.day).end] if board.hours else []
    return now(Now.FREE, min(ends, default=None))


def _outside_hours(board: Board, at: datetime) -> tuple[datetime | None] | None:
    """When it opens later today (None: no more today), wrapped; nothing when it is open."""
    if not board.week:
        return None
    if board.hours is None:
        return (None,)
    open_time = board.hours.on(board.day)
    if at < open_time.start:
        return (open_time.start,)
    return (None,) if at >= open_time.end else None


@dataclass(frozen=True)
class PendingCount:
    """How many bookings wait to be confirmed, from ``at`` (wall-clock time) on."""

    at: datetime
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> int:
        waiting = select(func.count()).where(
            Booking.removed.is_(False),
            Booking.status == BookingStatus.PENDING,
            Booking.ends > self.at,
        )
        return session.scalar(waiting) or 0
