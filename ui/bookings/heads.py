"""Painting the heads of the columns: a room, its seats, what it offers; or a day; a hall's band."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from app.bookings.board import Board, BoardRoom, Column
from app.bookings.model import Feature, Having
from app.language import Language, current, ntr, tr, weekday_short, weekday_shortest
from ui.bookings.block import font
from ui.bookings.geometry import HEADER, Geometry
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


@dataclass(frozen=True)
class Heads:
    """What the heads depend on."""

    board: Board
    today: date

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Heads) and self._facts == other._facts

    def __hash__(self) -> int:
        return hash(self._facts)

    @cached_property
    def _facts(self) -> object:
        """Of the bookings only their number, which stands there in a week."""
        board = self.board
        counts = tuple(len(board.cards_in(c)) for c in board.columns) if board.only else ()
        closed = tuple(board.is_closed(c) for c in board.columns)
        return board.rooms, board.folded, board.columns, counts, closed, self.today


def paint_heads(painter: QPainter, geometry: Geometry, heads: Heads) -> None:
    """All of them side by side, the first at 0, 0."""
    look, board = tokens(), heads.board
    whole = QRectF(0, 0, geometry.content_width, geometry.header)
    painter.fillRect(whole, QColor(look.surface2))
    if geometry.divided:
        _bands(painter, geometry, board)
    for n, column in enumerate(board.columns):
        box = QRectF(n * geometry.column_width, 0, geometry.column_width, geometry.header)
        room = board.room(column.room_id)
        if board.only is not None:
            _day(painter, box, heads, column)
        elif room is not None:
            _room(painter, box, board, room)
        painter.setPen(QColor(look.divider))
        inside = room is not None and room.part_of_id is not None and _has_whole(board, room)
        begins = px(BAND) if geometry.divided and inside else 0
        painter.drawLine(QPointF(box.left(), begins), box.bottomLeft())
    painter.setPen(QPen(QColor(look.divider), 2))
    painter.drawLine(whole.bottomLeft(), whole.bottomRight())


def _has_whole(board: Board, room: BoardRoom) -> bool:
    return any(one.id == room.part_of_id for one in board.shown)


def _day(painter: QPainter, box: QRectF, heads: Heads, column: Column) -> None:
    """The day of a week, and how much is booked on it."""
    look, board = tokens(), heads.board
    today = column.day == heads.today
    if today:
        painter.fillRect(box, QColor(look.container))
    count = len(board.cards_in(column))
    under = ntr("{n} booking", "{n} bookings", count)
    if board.is_closed(column) and not count:
        under = tr("Closed")
    ink, faint = (look.on_container,) * 2 if today else (look.text, look.text2)
    top = box.bottom() - px(HEADER) + px(7)
    painter.setPen(QColor(ink))
    painter.setFont(font(15, QFont.Weight.DemiBold))
    _line(
        painter,
        QRectF(box.left() + px(10), top, box.width() - px(14), px(22)),
        day_head(column.day),
    )
    painter.setPen(QColor(faint))
    painter.setFont(font(13))
    _line(painter, QRectF(box.left() + px(10), top + px(23), box.width() - px(14), px(20)), under)


def day_head(day: date, *, short: bool = False) -> str:
    """``Ceturtd., 15.``; where there is little room ``Ce 15.``"""
    dot = "." if current() is Language.LV else ""
    if short:
        return f"{weekday_shortest(day)} {day.day}{dot}"
    return f"{weekday_short(day)}, {day.day}{dot}"


def _room(painter: QPainter, box: QRectF, board: Board, room: BoardRoom) -> None:
    look = tokens()
    x, width = box.left(), box.width()
    top = box.bottom() - px(HEADER) + px(7)
    painter.setFont(font(15, QFont.Weight.DemiBold))
    painter.setPen(QColor(look.text))
    _line(painter, QRectF(x + px(10), top, width - px(14), px(22)), room.name)
    painter.setFont(font(13))
    painter.setPen(QColor(look.text2))
    flags = Qt.AlignmentFlag.AlignVCenter
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
    if folded := _folded_parts(board, room):
        end = box.left() + width - px(4)
        line = QRectF(x, top + px(23), end - x, px(20))
        painter.drawText(line, flags, parts_words(painter.fontMetrics(), folded, line.width()))


def _line(painter: QPainter, box: QRectF, text: str) -> None:
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


def parts_words(metrics: QFontMetrics, folded: int, room: float) -> str:
    """In a narrow column the number alone; the legend says what "+" stands for."""
    whole = tr("+ {n} parts", n=folded)
    return whole if metrics.horizontalAdvance(whole) <= room else f"+{folded}"


def icons_of(room: BoardRoom) -> list[str]:
    return [icon for feature, icon in ICONS.items() if room.having(feature) is Having.YES]


def hall_at(board: Board, geometry: Geometry, point: QPointF) -> BoardRoom | None:
    """The divisible hall whose head, or whose part's head, lies at a point of the board."""
    if board.only or not board.columns or not (0 <= point.y() < geometry.header):
        return None
    if point.x() < geometry.gutter:
        return None
    room = board.room(board.columns[geometry.column_at(point.x())].room_id)
    whole = board.room(room.part_of_id) if room and room.part_of_id else room
    divided = whole and any(one.part_of_id == whole.id for one in board.rooms)
    return whole if divided else None


def _folded_parts(board: Board, room: BoardRoom) -> int:
    return sum(part.part_of_id == room.id and part.id in board.folded for part in board.rooms)


def _bands(painter: QPainter, geometry: Geometry, board: Board) -> None:
    """Over a hall and its parts, which stand beside each other."""
    look = tokens()
    for first, room in enumerate(board.shown):
        parts = sum(one.part_of_id == room.id for one in board.shown)
        if not parts:
            continue
        wide = geometry.column_width * (parts + 1)
        band = QRectF(first * geometry.column_width, 0, wide, px(BAND))
        painter.fillRect(band, QColor(look.container))
        painter.setPen(QColor(look.on_container))
        painter.setFont(font(13, QFont.Weight.DemiBold))
        text = tr("Divisible hall: the whole or in parts")
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(QPen(QColor(look.primary), 2))
        painter.drawLine(band.bottomLeft(), band.bottomRight())
