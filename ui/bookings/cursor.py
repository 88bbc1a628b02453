"""Where the keyboard is on the board: on a booking, or on a free stretch of half hours."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.bookings.board import Board, BookingCard
from app.bookings.free_time import next_quarter
from app.slot import Place, Slot
from ui.bookings.geometry import HALF_HOUR, hours_of


@dataclass(frozen=True)
class Cursor:
    """``card`` is set when a booking lies where the cursor is."""

    place: Place
    card: BookingCard | None = None

    @property
    def booking_id(self) -> UUID | None:
        return self.card.id if self.card else None


def first_cursor(board: Board, now: datetime) -> Cursor | None:
    """The next half hour of today, else when the day begins. None when there are no rooms."""
    if not board.columns:
        return None
    shown = hours_of(board).span(board.day)
    start = opening(board)
    if start < now <= shown.end - HALF_HOUR:
        start = _ceiling(now)
    return at(board, board.columns[0].id, start)


def opening(board: Board) -> datetime:
    return board.hours.on(board.day).start if board.hours else hours_of(board).span(board.day).start


def to_book(board: Board, spot: Cursor, now: datetime) -> Place:
    """Where a new booking begins: at ``spot`` or after what is booked there, today never before now.

    Whoever means the past draws it or presses Enter on it.
    """
    slot = spot.place.slot
    if board.day == now.date() and slot.start < now:
        soon = max(next_quarter(now), opening(board))
        length = HALF_HOUR if spot.card else slot.length
        if soon + HALF_HOUR > hours_of(board).span(board.day).end:
            return Place(spot.place.room_id, Slot(soon, soon + length))
        spot = at(board, spot.place.room_id, soon, length)
    return _beside(board, spot)


def _beside(board: Board, spot: Cursor) -> Place:
    """The first free half hour after a booking; beyond the board when it is booked to its end."""
    while spot.card is not None:
        after = up_or_down(board, spot, 1)
        if after.card is not None and after.card.id == spot.card.id:
            end = spot.card.slot.end
            return Place(spot.place.room_id, Slot(end, end + HALF_HOUR))
        spot = after
    return spot.place


def at(board: Board, room_id: UUID, start: datetime, length: timedelta = HALF_HOUR) -> Cursor:
    """The booking at a time, or the free cell there."""
    shown = hours_of(board).span(board.day)
    start = min(max(start, shown.start), shown.end - HALF_HOUR)
    slot = Slot(start, min(start + length, shown.end))
    head = Slot(start, start + HALF_HOUR)
    card = next((c for c in _in(board, room_id) if c.slot.overlaps(head)), None)
    return on(card) if card else Cursor(Place(room_id, slot))


def on(card: BookingCard) -> Cursor:
    return Cursor(card.place, card)


def up_or_down(board: Board, cursor: Cursor, steps: int) -> Cursor:
    """From a booking to the half hour before or after it; from a cell to the next one."""
    slot = cursor.place.slot
    if steps > 0:
        start = _ceiling(slot.end) if cursor.card else slot.start + HALF_HOUR
    else:
        start = _on_the_half_hour(slot.start - timedelta(minutes=1))
    return at(board, cursor.place.room_id, start)


def sideways(board: Board, cursor: Cursor, steps: int) -> Cursor:
    """To the next room at the same time."""
    ids = [room.id for room in board.columns]
    here = max(_column(board, cursor.place.room_id), 0)
    there = ids[min(max(here + steps, 0), len(ids) - 1)]
    return at(board, there, _on_the_half_hour(cursor.place.slot.start))


def longer(board: Board, cursor: Cursor, steps: int) -> Cursor:
    """A free stretch longer or shorter by half hours; a booking keeps its length."""
    if cursor.card:
        return cursor
    slot = cursor.place.slot
    shown = hours_of(board).span(board.day)
    end = min(max(slot.end + steps * HALF_HOUR, slot.start + HALF_HOUR), shown.end)
    return Cursor(Place(cursor.place.room_id, Slot(slot.start, end)))


def to_edge(board: Board, cursor: Cursor, *, end: bool) -> Cursor:
    shown = hours_of(board).span(board.day)
    start = shown.end - HALF_HOUR if end else shown.start
    return at(board, cursor.place.room_id, start)


def next_booking(board: Board, cursor: Cursor | None, step: int) -> Cursor | None:
    """The next in reading order (room, then time); None after the last and before the first."""
    order = in_reading_order(board)
    places = [(_column(board, card.room_id), card.slot.start, str(card.id)) for card in order]
    if cursor is None:
        found = 0 if step > 0 else len(order) - 1
    else:
        mark = str(cursor.booking_id) if cursor.card else ""
        here = (_column(board, cursor.place.room_id), cursor.place.slot.start, mark)
        if step > 0:
            found = next((n for n, place in enumerate(places) if place > here), len(order))
        else:
            found = sum(place < here for place in places) - 1
    return on(order[found]) if 0 <= found < len(order) else None


def in_reading_order(board: Board) -> list[BookingCard]:
    shown = [card for card in board.cards if card.room_id not in board.folded]
    return sorted(
        shown, key=lambda card: (_column(board, card.room_id), card.slot.start, str(card.id))
    )


def refreshed(board: Board, cursor: Cursor | None) -> Cursor | None:
    """The same booking or cell on a newer board; where the booking was, if it has gone."""
    if cursor is None or not board.columns:
        return None
    if (
        cursor.card
        and (card := board.card(cursor.card.id))
        and not card.cancelled
        and _column(board, card.room_id) >= 0
    ):
        return on(card)
    room_id = cursor.place.room_id
    if _column(board, room_id) < 0:
        room_id = board.columns[0].id
    slot = cursor.place.slot
    start = datetime.combine(board.day, slot.start.time())
    return at(board, room_id, start, HALF_HOUR if cursor.card else slot.length)


def _in(board: Board, room_id: UUID) -> list[BookingCard]:
    return [card for card in board.cards if card.room_id == room_id]


def _column(board: Board, room_id: UUID) -> int:
    return next((n for n, room in enumerate(board.columns) if room.id == room_id), -1)


def _on_the_half_hour(at: datetime) -> datetime:
    return at.replace(minute=at.minute // 30 * 30, second=0, microsecond=0)


def _ceiling(at: datetime) -> datetime:
    floor = _on_the_half_hour(at)
    return floor if floor == at else floor + HALF_HOUR
