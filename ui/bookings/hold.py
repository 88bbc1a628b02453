"""What the mouse has hold of: a booking, one of its ends, or free time; pure, without events."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF

from app.bookings.board import Board, BookingCard
from app.slot import Place, Slot
from ui.bookings.cursor import Cursor
from ui.bookings.geometry import HALF_HOUR, Geometry, snapped
from ui.bookings.ghost import Ghost, Grip, drawn, moving

FAR_ENOUGH = 5
"""Pixels the mouse moves before a press becomes a drag."""
HANDLE_REACH = 24


@dataclass(frozen=True)
class Hold:
    """A press that may become a drag; ``inside`` is how far below its start a booking was taken."""

    point: QPointF
    grip: Grip
    start: Ghost
    inside: timedelta = timedelta()
    anchor: datetime | None = None

    def is_drag(self, point: QPointF) -> bool:
        return (point - self.point).manhattanLength() >= FAR_ENOUGH

    def ghost(self, geometry: Geometry, point: QPointF, step: int) -> Ghost:
        """The ghost under the mouse, snapped to ``step`` minutes."""
        here = geometry.columns.index(self.start.column)
        at = geometry.time_at(point.y(), here)
        match self.grip:
            case Grip.START:
                return self.start.from_(snapped(at, step))
            case Grip.END:
                return self.start.until(snapped(at, step))
            case Grip.NEW if self.anchor is not None:
                return self.start.between(self.anchor, snapped(at, step))
        there = geometry.column_at(point.x())
        at = geometry.time_at(point.y(), there)
        return self.start.at(geometry.columns[there], snapped(at - self.inside, step))


def card_at(board: Board, geometry: Geometry, point: QPointF) -> BookingCard | None:
    """The booking under a point; of two, the one painted last."""
    if not geometry.holds(point):
        return None
    column = geometry.column_at(point.x())
    cards = board.cards_in(geometry.columns[column])
    under = (card for card in reversed(cards) if geometry.rect(column, card.slot).contains(point))
    return next(under, None)


def cell_at(geometry: Geometry, point: QPointF) -> Place | None:
    """The free half hour under a point."""
    if not geometry.holds(point) or not geometry.columns:
        return None
    column = geometry.column_at(point.x())
    at = geometry.time_at(point.y(), column)
    start = at.replace(minute=at.minute // 30 * 30)
    return Place(geometry.columns[column].room_id, Slot(start, start + HALF_HOUR))


def take(board: Board, geometry: Geometry, cursor: Cursor | None, point: QPointF) -> Hold | None:
    """What a press takes hold of: an end of the chosen booking, a booking, or free time."""
    chosen = cursor.card if cursor else None
    if chosen and (grip := _end_at(box_of(board, geometry, chosen.place), point)):
        return Hold(point, grip, moving(board, chosen, grip))
    if not geometry.columns:
        return None
    at = geometry.time_at(point.y(), geometry.column_at(point.x()))
    if card := card_at(board, geometry, point):
        return Hold(point, Grip.WHOLE, moving(board, card, Grip.WHOLE), at - card.slot.start)
    if place := cell_at(geometry, point):
        anchor = snapped(at)
        return Hold(point, Grip.NEW, drawn(board, place), anchor=anchor)
    return None


def box_of(board: Board, geometry: Geometry, place: Place) -> QRectF:
    """Where a place is; empty when it has no column now."""
    column = board.order.get(board.column_of(place))
    return QRectF() if column is None else geometry.rect(column, place.slot)


def _end_at(box: QRectF, point: QPointF) -> Grip | None:
    half = HANDLE_REACH / 2
    for grip, y in ((Grip.START, box.top()), (Grip.END, box.bottom())):
        reach = QRectF(box.center().x() - half, y - half, HANDLE_REACH, HANDLE_REACH)
        if reach.contains(point):
            return grip
    return None
