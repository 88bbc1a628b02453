"""Painting a week of all rooms: heads of days, labels of rooms, and cells with a strip and chips."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.bookings.board import BoardRoom
from app.language import clock_time
from ui.bookings.block import bar_and_frame, elided, font, hatch, two_lines
from ui.bookings.chips import TITLE_AT, Chip, Lane, signs_of, title_font
from ui.bookings.grid import Grid
from ui.bookings.heads import day_head, icons_of
from ui.bookings.paint import CONTRAST_HALF_HOUR, FADED
from ui.bookings.strips import Light
from ui.kit.icons import pixmap
from ui.theme import px, tokens

STRIP_HOURS = (8, 20)
NARROW = 100
"""Below this a day is written short."""


def paint_lane(painter: QPainter, size: QRectF, lane: Lane, light: Light) -> None:
    """One cell; its corner is at 0, 0."""
    look = tokens()
    painter.setClipRect(size)
    painter.fillRect(size, QColor(look.surface))
    if lane.is_closed and not lane.chips:
        painter.fillRect(size, QColor(look.surface2))
        hatch(painter, size, look.divider, px(12))
    if light.busy:
        painter.fillRect(size, QColor(look.busy))
        if look.name == "contrast":
            hatch(painter, size, CONTRAST_HALF_HOUR, px(12))
    if not lane.is_closed or lane.chips:
        _strip(painter, size, lane)
    for chip, box in lane.boxes(size):
        faded = chip.card is not None and chip.card.id == light.faded
        painter.setOpacity(FADED if faded else 1.0)
        _chip(painter, box, chip)
        painter.setOpacity(1.0)
    painter.setPen(QColor(look.divider))
    painter.drawLine(size.topLeft(), size.bottomLeft())
    painter.drawLine(size.bottomLeft(), size.bottomRight())


def paint_label(painter: QPainter, box: QRectF, room: BoardRoom) -> None:
    """The room, its seats, and what it offers."""
    look = tokens()
    painter.fillRect(box, QColor(look.surface))
    painter.setPen(QColor(look.text))
    painter.setFont(font(15, QFont.Weight.DemiBold))
    left = box.left() + px(12 if room.part_of_id is None else 20)
    name = QRectF(left, box.top() + px(5), box.right() - left - px(4), px(22))
    lines = two_lines(painter, name, room.name, px(18))
    y = box.top() + px(9) + lines * px(18)
    painter.setFont(font(13))
    painter.setPen(QColor(look.text2))
    if room.capacity:
        painter.drawPixmap(QPointF(left, y + px(1)), pixmap("group", look.text2, px(17)))
        seats = QRectF(left + px(21), y, px(34), px(20))
        painter.drawText(seats, Qt.AlignmentFlag.AlignVCenter, str(room.capacity))
    x = left + px(50)
    for icon in icons_of(room)[:3]:
        painter.drawPixmap(QPointF(x, y), pixmap(icon, look.primary, px(18)))
        x += px(22)
    painter.setPen(QColor(look.divider))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    painter.drawLine(box.topRight(), box.bottomRight())


def paint_day_heads(painter: QPainter, grid: Grid, dates: tuple[date, ...], today: date) -> None:
    look = tokens()
    painter.fillRect(QRectF(0, 0, grid.width, grid.head), QColor(look.surface2))
    painter.save()
    painter.setClipRect(QRectF(grid.label, 0, grid.width, grid.head + 1))
    painter.setFont(font(15, QFont.Weight.DemiBold))
    for n, day in enumerate(dates):
        cell = grid.box(0, n)
        box = QRectF(cell.left(), 0, cell.width(), grid.head)
        if day == today:
            painter.fillRect(box, QColor(look.container))
        painter.setPen(QColor(look.on_container if day == today else look.text))
        words = day_head(day, short=cell.width() < px(NARROW))
        elided(painter, box.adjusted(px(8), 0, -px(2), 0), words)
        painter.setPen(QColor(look.divider))
        painter.drawLine(box.topLeft(), box.bottomLeft())
    painter.restore()
    painter.setPen(QPen(QColor(look.divider), 2))
    painter.drawLine(QPointF(0, grid.head), QPointF(grid.width, grid.head))


def _strip(painter: QPainter, size: QRectF, lane: Lane) -> None:
    """The day from 8 to 20, with what is taken in the colour of its kind."""
    look = tokens()
    ground = QRectF(size.left() + px(6), size.top() + px(5), size.width() - px(12), px(6))
    contrast = look.name == "contrast"
    painter.setPen(QColor(look.outline) if contrast else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.surface if contrast else look.divider))
    painter.drawRoundedRect(ground, 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    begin = datetime.combine(lane.column.day, time(STRIP_HOURS[0]))
    whole = timedelta(hours=STRIP_HOURS[1] - STRIP_HOURS[0])
    for slot, kind in lane.taken:
        start = min(max((slot.start - begin) / whole, 0.0), 1.0)
        end = min(max((slot.end - begin) / whole, 0.0), 1.0)
        if end > start:
            bar = look.kinds[kind].bar if kind else look.outline
            painter.setBrush(QColor(bar))
            x, wide = ground.left() + ground.width() * start, ground.width() * (end - start)
            painter.drawRoundedRect(QRectF(x, ground.top(), wide, ground.height()), 3, 3)


def _behind_words(box: QRectF, chip: Chip) -> QRectF:
    """No hatch lies under what is to be read."""
    room = QRectF(0, 0, box.width() - px(TITLE_AT) - px(4), box.height())
    wide = QFontMetricsF(title_font()).boundingRect(room, Qt.TextFlag.TextWordWrap, chip.text)
    words = px(TITLE_AT) + min(wide.width(), room.width())
    return QRectF(box.left() + px(4), box.top() + px(1), words, box.height() - px(2))


def _chip(painter: QPainter, box: QRectF, chip: Chip) -> None:
    look = tokens()
    ink = look.text2
    signs: list[str] = []
    if chip.card is not None:
        bar_and_frame(painter, box, chip.card)
        ink, signs = look.kinds[chip.card.kind.value].ink, signs_of(chip.card)
    else:
        painter.fillRect(box, QColor(look.surface2))
        hatch(painter, box, look.divider, px(8))
        painter.fillRect(_behind_words(box, chip), QColor(look.surface2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.outline), 1))
        painter.drawRoundedRect(box, 5, 5)
    painter.setPen(QColor(ink))
    painter.setFont(font(12, QFont.Weight.DemiBold))
    line = QRectF(box.left() + px(7), box.top() + px(1), px(TITLE_AT - 7), px(19))
    start = clock_time(chip.slot.start.time())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, start)
    painter.setFont(title_font())
    room = box.width() - px(TITLE_AT) - px(4) - len(signs) * px(20)
    title = QRectF(box.left() + px(TITLE_AT), box.top() + px(1), room, px(19))
    if chip.lines == 2:
        two_lines(painter, title, chip.text, px(16))
    else:  # it was measured, or it is one long word
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, chip.text)
    for n, name in enumerate(signs):
        spot = QPointF(box.right() - px(19) - n * px(19), box.top() + px(3))
        painter.drawPixmap(spot, pixmap(name, ink, px(16)))
