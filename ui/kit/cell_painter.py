"""How a cell of a table is painted: words, a picture before them, or a tick."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit.icons import pixmap
from ui.kit.rows import ROW
from ui.theme import font, px, tokens

HEIGHT = 38
AIR = 14
"""Above and below the lines of a row that is higher than usual."""
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
WRAPPED = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Column:
    """``text(row)`` for every column; ``tick(row)`` makes it a tick, ``icon(row)`` a picture.

    ``ink(row)`` names the colour of picture and text: "ok", "warn", "danger", "text2" …
    ``wrap`` makes a row higher where its words do not fit; for short tables only.
    """

    title: str
    text: Callable[[Any], str]
    width: int = 120
    stretch: bool = False
    bold: bool = False
    tick: Callable[[Any], bool] | None = None
    icon: Callable[[Any], str] | None = None
    ink: Callable[[Any], str] | None = None
    muted: Callable[[Any], bool] | None = None
    struck: Callable[[Any], bool] | None = None
    wrap: bool = False


class CellPainter(QStyledItemDelegate):
    """Paints cells as their columns say, and the focus round the whole row."""

    def __init__(self, columns: Sequence[Column], view: QWidget) -> None:
        super().__init__(view)
        self._columns = columns
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        return QSize(0, px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        column, row = self._columns[index.column()], index.data(ROW)
        look, box = tokens(), QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(box, QColor(look.sel))
        painter.setPen(QPen(QColor(look.divider), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if column.tick is not None:
            _tick(painter, box, on=column.tick(row))
        else:
            _words(painter, box, column, row)
        if chosen and self._view.hasFocus():
            _ring(painter, box, index.column(), len(self._columns))
        painter.restore()


def _words(painter: QPainter, box: QRectF, column: Column, row: Any) -> None:
    left = px(8)
    if name := column.icon(row) if column.icon else "":
        side = px(18)
        colour = getattr(tokens(), column.ink(row) if column.ink else "info")
        corner = (int(box.left() + left), int(box.center().y() - side / 2))
        painter.drawPixmap(*corner, pixmap(name, colour, side))
        left += side + px(6)
    painter.setFont(_font(column, row))
    painter.setPen(QColor(getattr(tokens(), _ink(column, row))))
    room = box.adjusted(left, 0, -px(4), 0)
    if column.wrap:
        painter.setClipRect(box)
        painter.drawText(room, LEFT | Qt.TextFlag.TextWordWrap, column.text(row))
        return
    text = painter.fontMetrics().elidedText(
        column.text(row), Qt.TextElideMode.ElideRight, int(room.width())
    )
    painter.drawText(room, LEFT, text)


def height_of(column: Column, row: Any, width: int) -> int:
    """How high the words of a wrapping column are in a cell of this width, with their air."""
    metrics = QFontMetrics(_font(column, row))
    left = px(8) + (px(24) if column.icon and column.icon(row) else 0)
    room = QRect(0, 0, width - left - px(4), px(1000))
    return metrics.boundingRect(room, WRAPPED, column.text(row)).height() + px(AIR)


def _ink(column: Column, row: Any) -> str:
    if column.ink is not None:
        return column.ink(row)
    return "text2" if column.muted is not None and column.muted(row) else "text"


def _font(column: Column, row: Any) -> QFont:
    made = font(15, QFont.Weight.Bold if column.bold else QFont.Weight.Normal)
    made.setStrikeOut(bool(column.struck and column.struck(row)))
    return made


def _tick(painter: QPainter, box: QRectF, *, on: bool) -> None:
    look, side = tokens(), px(26)
    square = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    painter.setPen(QPen(QColor(look.primary if on else look.outline), 2))
    painter.setBrush(QColor(look.primary if on else look.surface))
    painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), 6, 6)
    if on:
        inner = px(20)
        corner = square.center().x() - inner / 2, square.center().y() - inner / 2
        painter.drawPixmap(int(corner[0]), int(corner[1]), pixmap("check", look.on_primary, inner))


def _ring(painter: QPainter, box: QRectF, place: int, count: int) -> None:
    """The focus goes round the whole row, drawn cell by cell."""
    painter.setPen(QPen(QColor(tokens().focus), 3))
    inner = box.adjusted(1.5, 1.5, -1.5, -2)
    for y in (inner.top(), inner.bottom()):
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    if place == 0:
        painter.drawLine(inner.topLeft(), inner.bottomLeft())
    if place == count - 1:
        painter.drawLine(inner.topRight(), inner.bottomRight())
