"""Painting the board from the ground up: grid, now, what is booked, gutter, heads of columns."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from app.bookings.board import Board, BookingCard
from app.bookings.facts import Shut
from app.language import clock_time, tr
from app.slot import Slot
from ui.bookings.block import font, hatch, paint_block, plate
from ui.bookings.geometry import Geometry
from ui.bookings.shadows import Shadow, shadows_of
from ui.theme import px, tokens

CONTRAST_HOUR, CONTRAST_HALF_HOUR = "#8C8C8C", "#5E5E5E"
FADED = 0.45


@dataclass(frozen=True)
class Picture:
    """Everything the still layer depends on: when it is equal, the layer is kept."""

    board: Board
    geometry: Geometry
    now: datetime | None
    """None when another day is shown."""
    busy: frozenset[UUID] = frozenset()
    """Columns that cannot take what is being moved."""
    faded: UUID | None = None
    """The booking that is being moved."""

    def column(self, room_id: UUID) -> int:
        ids = self.geometry.columns
        return ids.index(room_id) if room_id in ids else -1


def paint_still(painter: QPainter, picture: Picture) -> None:
    """The layer that changes only with the board, the size, or the minute."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    geometry = picture.geometry
    painter.fillRect(QRectF(0, 0, geometry.width, geometry.height), QColor(tokens().surface))
    painter.save()
    painter.setClipRect(geometry.grid)
    _ground(painter, picture)
    _lines(painter, picture)
    _now_line(painter, picture)
    for shadow in shadows_of(picture.board):
        _shadow(painter, picture, shadow)
    for card in picture.board.cards:
        _buffers(painter, picture, card)
    for shut in picture.board.closures:
        _closure(painter, picture, shut)
    for card in picture.board.cards:
        _card(painter, picture, card)
    painter.restore()
    _gutter(painter, picture)


def _ground(painter: QPainter, picture: Picture) -> None:
    """Time outside opening hours is tinted; columns that cannot take the ghost are dimmed."""
    geometry, look, board = picture.geometry, tokens(), picture.board
    shown = geometry.hours.span(board.day)
    if board.week:
        open_time = (
            board.hours.on(board.day)
            if board.hours
            else Slot(shown.end, shown.end + timedelta(minutes=1))
        )
        tint = QColor(look.surface2)
        wide = geometry.content_width
        top, bottom = geometry.y(open_time.start), geometry.y(open_time.end)
        painter.fillRect(QRectF(0, geometry.header, wide, top - geometry.header), tint)
        painter.fillRect(QRectF(0, bottom, wide, max(geometry.height - bottom, 0)), tint)
    for room_id in picture.busy:
        column = picture.column(room_id)
        box = QRectF(geometry.x(column), 0, geometry.column_width, geometry.height)
        painter.fillRect(box, QColor(look.busy))
        if look.name == "contrast":
            hatch(painter, box, CONTRAST_HALF_HOUR, px(12))


def _lines(painter: QPainter, picture: Picture) -> None:
    geometry, look = picture.geometry, tokens()
    contrast = look.name == "contrast"
    hour = QPen(QColor(CONTRAST_HOUR if contrast else look.divider))
    half = QPen(QColor(CONTRAST_HALF_HOUR if contrast else look.divider))
    half.setStyle(Qt.PenStyle.DotLine)
    right = geometry.content_width - geometry.left
    for at in _hours(picture):
        y = geometry.y(at)
        painter.setPen(hour)
        painter.drawLine(QPointF(geometry.gutter, y), QPointF(right, y))
        painter.setPen(half)
        y += geometry.hour_height / 2
        painter.drawLine(QPointF(geometry.gutter, y), QPointF(right, y))
    painter.setPen(QColor(look.divider))
    for column in range(len(geometry.columns) + 1):
        x = geometry.x(column)
        painter.drawLine(QPointF(x, geometry.header), QPointF(x, geometry.height))


def _now_line(painter: QPainter, picture: Picture) -> None:
    if picture.now is None:
        return
    y = picture.geometry.y(picture.now)
    painter.setPen(QPen(QColor(tokens().now), 2))
    painter.drawLine(QPointF(picture.geometry.gutter, y), QPointF(picture.geometry.width, y))


def _shadow(painter: QPainter, picture: Picture, shadow: Shadow) -> None:
    box = picture.geometry.rect(picture.column(shadow.room_id), shadow.slot)
    painter.fillRect(box, QColor(tokens().surface2))
    hatch(painter, box, tokens().divider, px(9))
    _dotted(painter, box)
    plate(painter, box, shadow.text, 13, QFont.Weight.Medium)


def _buffers(painter: QPainter, picture: Picture, card: BookingCard) -> None:
    room, column = picture.board.room(card.room_id), picture.column(card.room_id)
    if room is None or column < 0:
        return
    before, after = room.setup_minutes, room.clear_minutes
    slot = card.slot
    if before:
        span = Slot(slot.start - timedelta(minutes=before), slot.start)
        _buffer(painter, picture.geometry.rect(column, span), tr("prepare {n} min", n=before))
    if after:
        span = Slot(slot.end, slot.end + timedelta(minutes=after))
        _buffer(painter, picture.geometry.rect(column, span), tr("clear up {n} min", n=after))


def _buffer(painter: QPainter, box: QRectF, text: str) -> None:
    if box.height() <= 0:
        return
    painter.fillRect(box, QColor(tokens().surface2))
    hatch(painter, box, tokens().outline, px(6))
    _dotted(painter, box)
    if box.height() < px(15):
        return
    painter.setFont(font(12, QFont.Weight.Medium))
    width = painter.fontMetrics().horizontalAdvance(text) + px(10)
    ground = QRectF(box.left() + px(10), box.center().y() - px(8), width, px(16))
    painter.fillRect(ground, QColor(tokens().surface2))
    painter.setPen(QColor(tokens().text2))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)


def _dotted(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(QColor(tokens().outline), 1.2, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)


def _closure(painter: QPainter, picture: Picture, shut: Shut) -> None:
    rooms = [shut.room_id] if shut.room_id else list(picture.geometry.columns)
    for room_id in rooms:
        column = picture.column(room_id)
        box = picture.geometry.rect(column, shut.slot)
        if column < 0 or box.height() <= 0:
            continue
        painter.fillRect(box, QColor(tokens().surface2))
        hatch(painter, box, tokens().outline, px(9))
        painter.setPen(QPen(QColor(tokens().outline), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)
        text = tr("Closed: {reason}", reason=shut.reason)
        plate(painter, box, text, 14, QFont.Weight.DemiBold)


def _card(painter: QPainter, picture: Picture, card: BookingCard) -> None:
    column = picture.column(card.room_id)
    if column < 0:
        return
    painter.setOpacity(FADED if card.id == picture.faded else 1.0)
    paint_block(painter, picture.geometry.rect(column, card.slot), card)
    painter.setOpacity(1.0)


def _gutter(painter: QPainter, picture: Picture) -> None:
    geometry, look = picture.geometry, tokens()
    painter.save()
    painter.setClipRect(QRectF(0, geometry.header, geometry.gutter, geometry.height))
    painter.fillRect(QRectF(0, 0, geometry.gutter, geometry.height), QColor(look.surface))
    painter.setFont(font(13))
    painter.setPen(QColor(look.text2))
    now_y = geometry.y(picture.now) if picture.now else None
    for at in _hours(picture):
        y = geometry.y(at)
        if now_y is not None and abs(now_y - y) < px(15):
            continue
        down = px(1) if at.hour == geometry.hours.first else -px(9)
        box = QRectF(0, y + down, geometry.gutter - px(8), px(18))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, clock_time(at.time()))
    if picture.now and now_y is not None:
        _pill(painter, QRectF(px(3), now_y - px(10), geometry.gutter - px(4), px(20)), picture.now)
    painter.restore()


def _pill(painter: QPainter, box: QRectF, now: datetime) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().now))
    painter.drawRoundedRect(box, px(10), px(10))
    painter.setFont(font(13, QFont.Weight.Bold))
    painter.setPen(QColor("#FFFFFF" if tokens().name == "light" else "#000000"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, clock_time(now.time()))


def _hours(picture: Picture) -> list[datetime]:
    midnight = datetime.combine(picture.board.day, time())
    hours = picture.geometry.hours
    return [midnight + timedelta(hours=hour) for hour in range(hours.first, hours.last)]
