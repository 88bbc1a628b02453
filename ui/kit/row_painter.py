"""How a row of a list is painted: a disc, two lines, and a chip or a word at the right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.text import fold
from ui.kit.cards import chip_font, paint_chip, paint_disc
from ui.kit.icons import pixmap
from ui.kit.rows import ROW
from ui.theme import font, px, tokens

HEIGHT = 58
LOWEST = 48
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class RowLook:
    """How one row looks. ``chip`` is (text, kind, icon); ``spoken`` is the sentence for the ear."""

    title: str
    second: str = ""
    disc: str = ""
    icon: str = ""
    right: str = ""
    chip: tuple[str, str, str] | None = None
    flag: bool = False
    spoken: str = ""
    matched: tuple[str, ...] = ()
    """Beginnings of words that were found, marked in the title and the second line."""


class RowPainter(QStyledItemDelegate):
    """Paints a row as ``look(row)`` says; its height lets whole rows fill the room."""

    def __init__(self, look: Callable[[Any], RowLook], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._height = px(HEIGHT)

    def fit(self, room: int) -> bool:
        """No half rows: the room is divided by whole rows near 58 px. True when that changed."""
        count = max(1, round(room / px(HEIGHT)))
        before, self._height = self._height, max(px(LOWEST), room // count)
        return self._height != before

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        return QSize(0, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        look = self._look(index.data(ROW))
        view = option.widget
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = isinstance(view, QWidget) and view.hasFocus() and chosen
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        _ground(painter, box, chosen=chosen, hovered=hovered, focused=focused)
        left = _left_side(painter, box, look, chosen=chosen)
        right = _right_side(painter, box, look)
        _lines(painter, QRectF(left, box.top(), right - left - px(8), box.height()), look)
        painter.restore()


def _ground(painter: QPainter, box: QRectF, *, chosen: bool, hovered: bool, focused: bool) -> None:
    look = tokens()
    if chosen or hovered:
        painter.fillRect(box, QColor(look.sel if chosen else look.hover))
    painter.setPen(QPen(QColor(look.divider), 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    if chosen:
        painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), QColor(look.primary))
    if focused:
        painter.setPen(QPen(QColor(look.focus), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -2.5))


def _left_side(painter: QPainter, box: QRectF, look: RowLook, *, chosen: bool) -> float:
    """Draws the disc or the picture and answers where the words begin."""
    left = box.left() + px(14)
    middle = box.center().y()
    if look.disc:
        side = px(38)
        paint_disc(painter, QRectF(left, middle - side / 2, side, side), look.disc, chosen=chosen)
        return left + side + px(12)
    if look.icon:
        side = px(22)
        picture = pixmap(look.icon, tokens().primary, side)
        painter.drawPixmap(int(left), int(middle - side / 2), picture)
        return left + side + px(12)
    return left


def _right_side(painter: QPainter, box: QRectF, look: RowLook) -> float:
    """Draws what stands right and answers where it begins."""
    right = box.right() - px(14)
    begins = right
    middle = box.top() + box.height() * (0.31 if look.flag else 0.5)
    if look.chip is not None:
        text, kind, icon = look.chip
        width = QFontMetrics(chip_font()).horizontalAdvance(text) + px(20 + (20 if icon else 0))
        height = px(22)
        chip = QRectF(right - width, middle - height / 2, width, height)
        paint_chip(painter, chip, text, kind, icon)
        begins = chip.left()
    elif look.right:
        painter.setFont(font(14))
        painter.setPen(QColor(tokens().text2))
        width = QFontMetrics(font(14)).horizontalAdvance(look.right) + 2
        room = QRectF(right - width, middle - px(11), width, px(22))
        painter.drawText(room, LEFT, look.right)
        begins = room.left()
    if look.flag:
        side = px(18)
        top = int(box.top() + box.height() * 0.72 - side / 2)
        painter.drawPixmap(int(right - side), top, pixmap("info", tokens().info, side))
        begins = min(begins, right - side)
    return begins


def _lines(painter: QPainter, room: QRectF, look: RowLook) -> None:
    half = room.height() / 2
    if not look.second:
        _title(painter, room, look)
        return
    top = QRectF(room.left(), room.top() + half - px(23), room.width(), px(23))
    below = QRectF(room.left(), room.top() + half, room.width(), px(21))
    _title(painter, top, look)
    painter.setFont(font(14))
    painter.setPen(QColor(tokens().text2))
    _line(painter, below, look.second, look.matched)


def _title(painter: QPainter, room: QRectF, look: RowLook) -> None:
    painter.setFont(font(16, QFont.Weight.DemiBold))
    painter.setPen(QColor(tokens().text))
    _line(painter, room, look.title, look.matched)


def _line(painter: QPainter, room: QRectF, text: str, matched: tuple[str, ...]) -> None:
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    for begin, end in found_in(shown, matched):
        left = metrics.horizontalAdvance(shown[:begin])
        width = metrics.horizontalAdvance(shown[:end]) - left
        mark = QRectF(room.left() + left - 1, room.top() + 2, width + 2, room.height() - 4)
        painter.fillRect(mark, QColor(tokens().warn_bg))
        if tokens().name == "contrast":  # there the ground of a mark is black too
            line = QRectF(mark.left(), mark.bottom() - 2, mark.width(), 2)
            painter.fillRect(line, QColor(tokens().warn))
    painter.drawText(room, LEFT, shown)


def found_in(text: str, matched: tuple[str, ...]) -> list[tuple[int, int]]:
    found = []
    begin = 0
    for word in text.split(" "):
        folded = fold(word)
        longest = max((len(m) for m in matched if m and folded.startswith(m)), default=0)
        if longest:
            found.append((begin, begin + min(longest, len(word))))
        begin += len(word) + 1
    return found


def spoken(look: RowLook) -> str:
    if look.spoken:
        return look.spoken
    chip = look.chip[0] if look.chip else ""
    return ", ".join(filter(None, (look.title, look.second, chip, look.right)))
