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
        at = geometry.time_at(point.y())
        match self.grip:
            case Grip.START:
                return self.start.from_(snapped(at, step))
            case Grip.END:
                return self.start.until(snapped(at, step))
            case Grip.NEW if self.anchor is not None:
                return self.start.between(self.anchor, snapped(at, step))
        room_id = geometry.columns[geometry.column_at(point.x())]
        place = Place(room_id, self.start.place.slot)
        return self.start.at(place, snapped(at - self.inside, step))


def card_at(board: Board, geometry: Geometry, point: QPointF) -> BookingCard | None:
    """The booking under a point; of two, the one painted last."""
    if not geometry.holds(point):
        return None
    under = (
        card
        for card in reversed(board.cards)
        if card.room_id in geometry.columns and box_of(geometry, card).contains(point)
    )
    return next(under, None)


def cell_at(geometry: Geometry, point: QPointF) -> Place | None:
    """The free half hour under a point."""
    if not geometry.holds(point) or not geometry.columns:
        return None
    at = geometry.time_at(point.y())
    start = at.replace(minute=at.minute // 30 * 30)
    room_id = geometry.columns[geometry.column_at(point.x())]
    return Place(room_id, Slot(start, start + HALF_HOUR))


def take(board: Board, geometry: Geometry, cursor: Cursor | None, point: QPointF) -> Hold | None:
    """What a press takes hold of: an end of the chosen booking, a booking, or free time."""
    chosen = cursor.card if cursor else None
    if chosen and (grip := _end_at(box_of(geometry, chosen), point)):
        return Hold(point, grip, moving(board, chosen, grip))
    if card := card_at(board, geometry, point):
        inside = geometry.time_at(point.y()) - card.slot.start
        return Hold(point, Grip.WHOLE, moving(board, card, Grip.WHOLE), inside)
    if place := cell_at(geometry, point):
        anchor = snapped(geometry.time_at(point.y()))
        return Hold(point, Grip.NEW, drawn(board, place), anchor=anchor)
    return None


def box_of(geometry: Geometry, card: BookingCard) -> QRectF:
    return geometry.rect(geometry.columns.index(card.room_id), card.slot)


def _end_at(box: QRectF, point: QPointF) -> Grip | None:
    half = HANDLE_REACH / 2
    for grip, y in ((Grip.START, box.top()), (Grip.END, box.bottom())):
        reach = QRectF(box.center().x() - half, y - half, HANDLE_REACH, HANDLE_REACH)
        if reach.contains(point):
            return grip
    return None
