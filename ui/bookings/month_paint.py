"""Painting a month: heads of days, labels with totals, and cells with a count and a bar."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from app.bookings.occupancy import DayUse, RoomMonth
from app.language import tr, weekday_shortest
from ui.bookings.block import elided, font, hatch, two_lines
from ui.bookings.grid import Grid
from ui.bookings.in_hours import hours
from ui.theme import px, tokens

NOTHING = "·"
CENTRE = Qt.AlignmentFlag.AlignCenter


def paint_use(painter: QPainter, box: QRectF, use: DayUse, *, monday: bool) -> None:
    """How many, and a bar filled to what is booked of the time it is open."""
    look = tokens()
    painter.fillRect(box, QColor(look.surface))
    if use.is_closed and not use.count:
        painter.fillRect(box, QColor(look.surface2))
        hatch(painter, box, look.divider, px(9))
    else:
        painter.setPen(QColor(look.text))
        painter.setFont(font(13, QFont.Weight.DemiBold))
        count = QRectF(box.left(), box.top() + px(3), box.width(), px(20))
        painter.drawText(count, CENTRE, str(use.count) if use.count else NOTHING)
        _bar(painter, box.adjusted(px(4), px(24), -px(4), -px(7)), use)
    painter.setPen(QColor(look.divider))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    painter.setPen(QColor(look.outline if monday else look.divider))
    painter.drawLine(box.topLeft(), box.bottomLeft())


def paint_room_of_month(painter: QPainter, box: QRectF, room: RoomMonth) -> None:
    look = tokens()
    painter.fillRect(box, QColor(look.surface))
    left = box.left() + px(12 if room.room.part_of_id is None else 20)
    line = QRectF(left, box.top() + px(8), box.right() - left - px(4), px(22))
    painter.setPen(QColor(look.text))
    painter.setFont(font(15, QFont.Weight.DemiBold))
    lines = two_lines(painter, line, room.room.name, px(18))
    line.translate(0, px(4) + lines * px(18))
    painter.setPen(QColor(look.text2))
    painter.setFont(font(13))
    text = tr("{n} bkg. · {hours} h", n=room.count, hours=hours(room.booked))
    elided(painter, line, text)
    line.translate(0, px(19))
    painter.setPen(QColor(look.primary))
    painter.setFont(font(15, QFont.Weight.Bold))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, f"{round(room.share * 100)} %")
    painter.setPen(QColor(look.divider))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    painter.drawLine(box.topRight(), box.bottomRight())


def paint_month_heads(painter: QPainter, grid: Grid, dates: tuple[date, ...], today: date) -> None:
    look = tokens()
    painter.fillRect(QRectF(0, 0, grid.width, grid.head), QColor(look.surface2))
    painter.save()
    painter.setClipRect(QRectF(grid.label, 0, grid.width, grid.head + 1))
    for n, day in enumerate(dates):
        cell = grid.box(0, n)
        box = QRectF(cell.left(), 0, cell.width(), grid.head)
        if day == today:
            painter.fillRect(box, QColor(look.container))
        painter.setPen(QColor(look.on_container if day == today else look.text2))
        painter.setFont(font(12))
        half = grid.head / 2
        painter.drawText(
            QRectF(box.left(), px(3), box.width(), half - px(3)), CENTRE, weekday_shortest(day)
        )
        painter.setPen(QColor(look.on_container if day == today else look.text))
        painter.setFont(font(14, QFont.Weight.DemiBold))
        painter.drawText(QRectF(box.left(), half - px(2), box.width(), half), CENTRE, str(day.day))
        painter.setPen(QColor(look.outline if day.weekday() == 0 and n else look.divider))
        painter.drawLine(box.topLeft(), box.bottomLeft())
    painter.restore()
    painter.setPen(QPen(QColor(look.divider), 2))
    painter.drawLine(QPointF(0, grid.head), QPointF(grid.width, grid.head))


def _bar(painter: QPainter, box: QRectF, use: DayUse) -> None:
    look = tokens()
    painter.setPen(QPen(QColor(look.divider), 1))
    painter.setBrush(QColor(look.surface2))
    painter.drawRoundedRect(box, 4, 4)
    if use.open and use.shut:
        high = box.height() * min(use.shut / use.open, 1.0)
        shut = QRectF(box.left(), box.top(), box.width(), high)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        hatch(painter, shut, look.outline, px(5))
    if use.booked:
        high = max(box.height() * (use.share if use.open else 1.0), px(4))
        filled = QRectF(box.left(), box.bottom() - high, box.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.primary))
        painter.drawRoundedRect(filled, 4, 4)
