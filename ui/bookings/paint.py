"""Painting a column of the board from the ground up: lines, now, what is booked; and the gutter."""

from datetime import datetime, time

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from app.bookings.clock_change import ClockChange
from app.bookings.facts import Shut
from app.language import clock_time, tr
from ui.bookings.block import font, hatch, paint_block, plate
from ui.bookings.geometry import Geometry
from ui.bookings.shadows import Shadow
from ui.bookings.strips import Light, Strip
from ui.theme import px, tokens

CONTRAST_HOUR, CONTRAST_HALF_HOUR = "#8C8C8C", "#5E5E5E"
FADED = 0.45


def paint_strip(painter: QPainter, geometry: Geometry, strip: Strip, light: Light) -> None:
    """A column with all its hours; its upper left corner is at 0, 0."""
    box = QRectF(0, 0, geometry.column_width, geometry.hours_height)
    painter.setClipRect(box.adjusted(0, 0, 1, 0))
    painter.fillRect(box.adjusted(0, 0, 1, 1), QColor(tokens().surface))
    _ground(painter, geometry, strip, box)
    if light.busy:
        _dim(painter, box)
    _lines(painter, geometry, box)
    if light.now is not None:
        y = geometry.down(light.now, strip.column.day)
        painter.setPen(QPen(QColor(tokens().now), 2))
        painter.drawLine(QPointF(0, y), QPointF(box.right(), y))
    day = strip.column.day
    for shadow in strip.shadows:
        _shadow(painter, geometry.block(shadow.slot, day), shadow)
    for slot, text in strip.buffers:
        _buffer(painter, geometry.block(slot, day), text)
    for shut in strip.closures:
        _closure(painter, geometry.block(shut.slot, day), shut)
    if strip.change is not None:
        _changed_hour(painter, geometry.block(strip.change.slot, day), strip.change)
    for card in strip.cards:
        painter.setOpacity(FADED if card.id == light.faded else 1.0)
        paint_block(painter, geometry.block(card.slot, day), card)
        painter.setOpacity(1.0)


def paint_gutter(painter: QPainter, geometry: Geometry, now: datetime | None) -> None:
    """The hours, and the time it is on the day that is shown."""
    look = tokens()
    painter.fillRect(QRectF(0, 0, geometry.gutter, geometry.hours_height), QColor(look.surface))
    painter.setPen(QColor(look.divider))
    painter.drawLine(
        QPointF(geometry.gutter, 0), QPointF(geometry.gutter, geometry.hours_height + 1)
    )
    painter.setFont(font(13))
    painter.setPen(QColor(look.text2))
    now_y = geometry.down(now, now.date()) if now else None
    for hour in range(geometry.hours.first, geometry.hours.last):
        y = (hour - geometry.hours.first) * geometry.hour_height
        if now_y is not None and abs(now_y - y) < px(15):
            continue
        down = px(1) if hour == geometry.hours.first else -px(9)
        box = QRectF(0, y + down, geometry.gutter - px(8), px(18))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, clock_time(time(hour)))
    if now and now_y is not None:
        _pill(painter, QRectF(px(3), now_y - px(10), geometry.gutter - px(4), px(20)), now)


def _ground(painter: QPainter, geometry: Geometry, strip: Strip, box: QRectF) -> None:
    """Time outside opening hours is tinted; a closed day is hatched."""
    look, opens = tokens(), strip.open_time
    tint = QColor(look.surface2)
    if opens is not None:
        top, bottom = (geometry.down(at, strip.column.day) for at in (opens.start, opens.end))
        painter.fillRect(QRectF(0, 0, box.width() + 1, max(top, 0)), tint)
        painter.fillRect(QRectF(0, bottom, box.width() + 1, max(box.height() - bottom, 0)), tint)
    elif strip.is_closed:
        painter.fillRect(box.adjusted(0, 0, 1, 1), tint)
        hatch(painter, box, look.divider, px(12))


def _dim(painter: QPainter, box: QRectF) -> None:
    look = tokens()
    painter.fillRect(box.adjusted(0, 0, 1, 1), QColor(look.busy))
    if look.name == "contrast":
        hatch(painter, box, CONTRAST_HALF_HOUR, px(12))


def _lines(painter: QPainter, geometry: Geometry, box: QRectF) -> None:
    look = tokens()
    contrast = look.name == "contrast"
    hour = QPen(QColor(CONTRAST_HOUR if contrast else look.divider))
    half = QPen(QColor(CONTRAST_HALF_HOUR if contrast else look.divider))
    half.setStyle(Qt.PenStyle.DotLine)
    for n in range(geometry.hours.last - geometry.hours.first + 1):
        y = n * geometry.hour_height
        painter.setPen(hour)
        painter.drawLine(QPointF(0, y), QPointF(box.right() + 1, y))
        if n < geometry.hours.last - geometry.hours.first:
            painter.setPen(half)
            y += geometry.hour_height / 2
            painter.drawLine(QPointF(0, y), QPointF(box.right() + 1, y))
    painter.setPen(QColor(look.divider))
    painter.drawLine(QPointF(0, 0), QPointF(0, box.bottom() + 1))


def _shadow(painter: QPainter, box: QRectF, shadow: Shadow) -> None:
    painter.fillRect(box, QColor(tokens().surface2))
    hatch(painter, box, tokens().divider, px(9))
    _dotted(painter, box)
    plate(painter, box, shadow.text, 13, QFont.Weight.Medium)


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


def _closure(painter: QPainter, box: QRectF, shut: Shut) -> None:
    if box.height() <= 0:
        return
    painter.fillRect(box, QColor(tokens().surface2))
    hatch(painter, box, tokens().outline, px(9))
    painter.setPen(QPen(QColor(tokens().outline), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 6, 6)
    text = tr("Closed: {reason}", reason=shut.reason)
    plate(painter, box, text, 14, QFont.Weight.DemiBold)


def _changed_hour(painter: QPainter, box: QRectF, change: ClockChange) -> None:
    """The hour left out cannot be booked; the one that comes twice is only named."""
    if box.height() <= 0:
        return
    if change.twice:
        plate(painter, box, tr("This hour comes twice"), 13, QFont.Weight.Medium)
        return
    painter.fillRect(box, QColor(tokens().surface2))
    hatch(painter, box, tokens().outline, px(9))
    plate(painter, box, tr("There is no such hour"), 13, QFont.Weight.DemiBold)


def _pill(painter: QPainter, box: QRectF, now: datetime) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().now))
    painter.drawRoundedRect(box, px(10), px(10))
    painter.setFont(font(13, QFont.Weight.Bold))
    painter.setPen(QColor("#FFFFFF" if tokens().name == "light" else "#000000"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, clock_time(now.time()))
