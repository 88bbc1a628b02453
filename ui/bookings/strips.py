"""What one column of the board shows: while it is equal, the column is not painted again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.bookings.availability import Floor
from app.bookings.board import Board, BookingCard, Column, day_of
from app.bookings.clock_change import ClockChange, clock_change
from app.bookings.facts import Shut
from app.language import tr
from app.slot import Slot
from ui.bookings.shadows import Shadow, shadows_of


@dataclass(frozen=True)
class Strip:
    """A room on a day, with everything that stands in it."""

    column: Column
    cards: tuple[BookingCard, ...]
    buffers: tuple[tuple[Slot, str], ...]
    shadows: tuple[Shadow, ...]
    closures: tuple[Shut, ...]
    open_time: Slot | None
    is_closed: bool
    """All day; False when nobody said when the room is open."""
    change: ClockChange | None


@dataclass(frozen=True)
class Light:
    """What changes while somebody moves a booking, or from minute to minute."""

    busy: bool = False
    """It cannot take what is being moved."""
    faded: UUID | None = None
    """The booking that is being moved."""
    now: datetime | None = None


def strips_of(board: Board) -> tuple[Strip, ...]:
    shadows: dict[UUID, list[Shadow]] = {}
    for shadow in shadows_of(board):
        shadows.setdefault(shadow.room_id, []).append(shadow)
    return tuple(_strip(board, column, shadows.get(column.room_id, [])) for column in board.columns)


def light_on(strip: Strip, busy: bool, moved: UUID | None, now: datetime | None) -> Light:
    """Only what this column shows of it, so that the others stay as they were painted."""
    mine = moved is not None and any(card.id == moved for card in strip.cards)
    today = now is not None and now.date() == strip.column.day
    return Light(busy, moved if mine else None, now if today else None)


def _strip(board: Board, column: Column, shadows: list[Shadow]) -> Strip:
    day, cards = day_of(column.day), board.cards_in(column)
    return Strip(
        column,
        cards,
        tuple(one for card in cards for one in _buffers(board.floor, card)),
        tuple(shadow for shadow in shadows if shadow.slot.overlaps(day)),
        board.shut_in(column),
        board.open_on(column),
        board.is_closed(column) and board.open_on(column) is None,
        clock_change(column.day),
    )


def _buffers(floor: Floor, card: BookingCard) -> list[tuple[Slot, str]]:
    slot, before, after = card.slot, floor.before(card), floor.after(card)
    found = []
    if before:
        span = Slot(slot.start - timedelta(minutes=before), slot.start)
        found.append((span, tr("prepare {n} min", n=before)))
    if after:
        span = Slot(slot.end, slot.end + timedelta(minutes=after))
        found.append((span, tr("clear up {n} min", n=after)))
    return found
