"""Painting the heads of the columns: the room, its seats, what it offers; the band of a hall."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from app.bookings.board import BoardRoom
from app.bookings.model import Feature, Having
from app.language import tr
from ui.bookings.block import font
from ui.bookings.geometry import HEADER
from ui.bookings.paint import Picture
from ui.kit.icons import pixmap
from ui.theme import px, tokens

ICONS = {
    Feature.STEP_FREE: "access",
    Feature.HEARING_LOOP: "ear",
    Feature.PROJECTOR: "projector",
    Feature.QUIET: "quiet",
}
"""What is looked for most often; the tooltip and the screen reader say the rest."""
BAND = 26


def paint_heads(painter: QPainter, picture: Picture) -> None:
    geometry, look = picture.geometry, tokens()
    head = QRectF(0, 0, geometry.width, geometry.header)
    painter.fillRect(head, QColor(look.surface2))
    painter.save()
    painter.setClipRect(QRectF(geometry.gutter, 0, geometry.width, geometry.header + 2))
    _bands(painter, picture)
    for column, room in enumerate(picture.board.columns):
        _head(painter, picture, column, room)
    painter.restore()
    painter.setPen(QPen(QColor(look.divider), 2))
    painter.drawLine(head.bottomLeft(), head.bottomRight())
    painter.setPen(QColor(look.divider))
    painter.drawLine(QPointF(geometry.gutter, 0), QPointF(geometry.gutter, geometry.height))


def head_box(picture: Picture, column: int) -> QRectF:
    geometry = picture.geometry
    return QRectF(geometry.x(column), 0, geometry.column_width, geometry.header)


def _head(painter: QPainter, picture: Picture, column: int, room: BoardRoom) -> None:
    geometry, look = picture.geometry, tokens()
    x, width = geometry.x(column), geometry.column_width
    top = geometry.header - px(HEADER) + px(7)
    painter.setPen(QColor(look.divider))
    inside = room.part_of_id is not None and room.part_of_id not in picture.board.folded
    begins = px(BAND) if geometry.divided and inside else 0
    painter.drawLine(QPointF(x, begins), QPointF(x, geometry.header))
    painter.setFont(font(15, QFont.Weight.DemiBold))
    painter.setPen(QColor(look.text))
    name = QRectF(x + px(10), top, width - px(14), px(22))
    flags = Qt.AlignmentFlag.AlignVCenter
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(room.name, Qt.TextElideMode.ElideRight, int(name.width()))
    painter.drawText(name, flags, shown)
    painter.setFont(font(13))
    painter.setPen(QColor(look.text2))
    x += px(10)
    if room.capacity:
        painter.drawPixmap(QPointF(x, top + px(25)), pixmap("group", look.text2, px(17)))
        painter.drawText(
            QRectF(x + px(21), top + px(23), px(40), px(20)), flags, str(room.capacity)
        )
        x += px(48)
    for icon in icons_of(room):
        painter.drawPixmap(QPointF(x, top + px(24)), pixmap(icon, look.primary, px(18)))
        x += px(23)
    if folded := _folded_parts(picture, room):
        end = geometry.x(column) + width - px(4)
        line = QRectF(x, top + px(23), end - x, px(20))
        painter.drawText(line, flags, parts_words(painter.fontMetrics(), folded, line.width()))


def parts_words(metrics: QFontMetrics, folded: int, room: float) -> str:
    """In a narrow column the number alone; the legend says what "+" stands for."""
    whole = tr("+ {n} parts", n=folded)
    return whole if metrics.horizontalAdvance(whole) <= room else f"+{folded}"


def icons_of(room: BoardRoom) -> list[str]:
    return [icon for feature, icon in ICONS.items() if room.having(feature) is Having.YES]


def _folded_parts(picture: Picture, room: BoardRoom) -> int:
    board = picture.board
    return sum(part.part_of_id == room.id and part.id in board.folded for part in board.rooms)


def _bands(painter: QPainter, picture: Picture) -> None:
    """Over a hall and its parts, which stand beside each other."""
    geometry, look, columns = picture.geometry, tokens(), picture.board.columns
    if not geometry.divided:
        return
    for first, room in enumerate(columns):
        parts = sum(one.part_of_id == room.id for one in columns)
        if not parts:
            continue
        wide = geometry.column_width * (parts + 1)
        band = QRectF(geometry.x(first), 0, wide, px(BAND))
        painter.fillRect(band, QColor(look.container))
        painter.setPen(QColor(look.on_container))
        painter.setFont(font(13, QFont.Weight.DemiBold))
        text = tr("Divisible hall: the whole or in parts")
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(QPen(QColor(look.primary), 2))
        painter.drawLine(band.bottomLeft(), band.bottomRight())
