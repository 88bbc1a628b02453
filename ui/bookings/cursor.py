"""Where the keyboard is on the board: on a booking, or on a free stretch of half hours."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from app.bookings.board import Board, BookingCard, Column
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
    today = Column(board.shown[0].id, now.date())
    column = today if today in board.order else board.columns[0]
    start, shown = opening(board, column), _span(board, column)
    if start < now <= shown.end - HALF_HOUR:
        start = _ceiling(now)
    return at(board, column.room_id, start)


def opening(board: Board, column: Column) -> datetime:
    open_time = board.open_on(column)
    return open_time.start if open_time else _span(board, column).start


def to_book(board: Board, spot: Cursor, now: datetime) -> Place:
    """Where a new booking begins: at ``spot`` or after what is booked there, today never before now.

    Whoever means the past draws it or presses Enter on it.
    """
    slot, column = spot.place.slot, board.column_of(spot.place)
    if column.day == now.date() and slot.start < now:
        soon = max(next_quarter(now), opening(board, column))
        length = HALF_HOUR if spot.card else slot.length
        if soon + HALF_HOUR > _span(board, column).end:
            return Place(column.room_id, Slot(soon, soon + length))
        spot = at(board, column.room_id, soon, length)
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
    column = board.column_of(Place(room_id, Slot(start, start + length)))
    shown = _span(board, column)
    start = min(max(start, shown.start), shown.end - HALF_HOUR)
    slot = Slot(start, min(start + length, shown.end))
    head = Slot(start, start + HALF_HOUR)
    card = next((c for c in board.cards_in(column) if c.slot.overlaps(head)), None)
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
    shown = _span(board, board.column_of(cursor.place))
    start = min(max(start, shown.start), shown.end - HALF_HOUR)
    return at(board, cursor.place.room_id, start)


def sideways(board: Board, cursor: Cursor, steps: int) -> Cursor:
    """To the next column at the same time."""
    column = board.column_of(cursor.place)
    here = board.order.get(column, 0) + steps
    there = board.columns[min(max(here, 0), len(board.columns) - 1)]
    start = cursor.place.slot.start + (there.day - column.day)
    return at(board, there.room_id, _on_the_half_hour(start))


def longer(board: Board, cursor: Cursor, steps: int) -> Cursor:
    """A free stretch longer or shorter by half hours; a booking keeps its length."""
    if cursor.card:
        return cursor
    slot = cursor.place.slot
    shown = _span(board, board.column_of(cursor.place))
    end = min(max(slot.end + steps * HALF_HOUR, slot.start + HALF_HOUR), shown.end)
    return Cursor(Place(cursor.place.room_id, Slot(slot.start, end)))


def to_edge(board: Board, cursor: Cursor, *, end: bool) -> Cursor:
    shown = _span(board, board.column_of(cursor.place))
    start = shown.end - HALF_HOUR if end else shown.start
    return at(board, cursor.place.room_id, start)


def next_booking(board: Board, cursor: Cursor | None, step: int) -> Cursor | None:
    """The next in reading order (column, then time); None after the last and before the first."""
    order = in_reading_order(board)
    places = [(_index(board, card.place), card.slot.start, str(card.id)) for card in order]
    if cursor is None:
        found = 0 if step > 0 else len(order) - 1
    else:
        mark = str(cursor.booking_id) if cursor.card else ""
        here = (_index(board, cursor.place), cursor.place.slot.start, mark)
        if step > 0:
            found = next((n for n, place in enumerate(places) if place > here), len(order))
        else:
            found = sum(place < here for place in places) - 1
    return on(order[found]) if 0 <= found < len(order) else None


def in_reading_order(board: Board) -> list[BookingCard]:
    shown = [card for card in board.cards if _index(board, card.place) >= 0]
    return sorted(
        shown, key=lambda card: (_index(board, card.place), card.slot.start, str(card.id))
    )


def refreshed(board: Board, cursor: Cursor | None) -> Cursor | None:
    """The same booking or cell on a newer board; where the booking was, if it has gone.

    On other days it is the same weekday where there is one.
    """
    if cursor is None or not board.columns:
        return None
    card = board.card(cursor.card.id) if cursor.card else None
    if card and not card.cancelled and _index(board, card.place) >= 0:
        return on(card)
    room_id, slot = cursor.place.room_id, cursor.place.slot
    if all(room.id != room_id for room in board.shown):
        room_id = board.shown[0].id
    start = datetime.combine(_same_day(board, slot.start), slot.start.time())
    return at(board, room_id, start, HALF_HOUR if cursor.card else slot.length)


def _same_day(board: Board, start: datetime) -> date:
    if start.date() in board.dates:
        return start.date()
    same = (day for day in board.dates if day.weekday() == start.weekday())
    return next(same, board.day)


def _index(board: Board, place: Place) -> int:
    return board.order.get(board.column_of(place), -1)


def _span(board: Board, column: Column) -> Slot:
    return hours_of(board).span(column.day)


def _on_the_half_hour(at: datetime) -> datetime:
    return at.replace(minute=at.minute // 30 * 30, second=0, microsecond=0)


def _ceiling(at: datetime) -> datetime:
    floor = _on_the_half_hour(at)
    return floor if floor == at else floor + HALF_HOUR
