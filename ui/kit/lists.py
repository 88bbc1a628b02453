"""A list of people or things: two painted lines a row, no half rows, the same id stays chosen."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit.cards import chip_font, paint_chip, paint_disc
from ui.kit.icons import pixmap
from ui.kit.rows import ROW, Rows
from ui.theme import FAMILY, px, tokens

HEIGHT = 58
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


class RowList(QListView):
    """Shows frozen rows through ``look(row) -> RowLook``; ``id_of(row)`` keeps the choice."""

    chosen = Signal(object)
    """The row that is now current, or None."""
    opened = Signal(object)
    """Enter or double click."""

    def __init__(
        self,
        name: str,
        look: Callable[[Any], RowLook],
        id_of: Callable[[Any], Hashable] = lambda row: row.id,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._rows = Rows(1, lambda row, _: look(row).title, lambda row: _spoken(look(row)), id_of)
        self.setModel(self._rows)
        self._painter = _RowPainter(look, self)
        self.setItemDelegate(self._painter)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW)))

    @property
    def rows(self) -> Sequence[Any]:
        return self._rows.rows

    def current_row(self) -> Any:
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def set_rows(self, rows: Sequence[Any], *, choose_first: bool = False) -> None:
        """Replace all rows; what was chosen stays chosen when it is still there."""
        before = self.current_row()
        row_id = self._rows.id_of(before) if before is not None else None
        self._quiet = True
        self._rows.set_rows(rows)
        place = self._rows.place_of(row_id) if row_id is not None else -1
        if place < 0 and choose_first and rows:
            place = 0
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))
        self._quiet = False
        if self.current_row() != before:
            self.chosen.emit(self.current_row())

    def choose(self, row_id: Hashable) -> bool:
        """Make the row with this id current; False when it is not in the list."""
        place = self._rows.place_of(row_id)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))
            self.scrollTo(self._rows.index(place, 0))
        return place >= 0

    def clear_choice(self) -> None:
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def step(self, by: int) -> None:
        """Move the choice, from outside (the omni box keeps the focus)."""
        count = len(self._rows.rows)
        if count:
            here = self.currentIndex().row() if self.currentIndex().isValid() else -1
            self.setCurrentIndex(self._rows.index(max(0, min(here + by, count - 1)), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.current_row() is not None:
                self.opened.emit(self.current_row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._painter.fit(self.viewport().height())
        super().resizeEvent(event)

    def _tell(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.current_row())


class _RowPainter(QStyledItemDelegate):
    def __init__(self, look: Callable[[Any], RowLook], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._height = px(HEIGHT)

    def fit(self, room: int) -> None:
        """No half rows: the room is divided by whole rows near 58 px."""
        count = max(1, round(room / px(HEIGHT)))
        self._height = max(px(48), room // count)

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
        left = box.left() + px(14)
        if look.disc:
            side = px(38)
            disc = QRectF(left, box.center().y() - side / 2, side, side)
            paint_disc(painter, disc, look.disc, chosen=chosen)
            left += side + px(12)
        elif look.icon:
            side = px(22)
            painter.drawPixmap(
                int(left),
                int(box.center().y() - side / 2),
                pixmap(look.icon, tokens().primary, side),
            )
            left += side + px(12)
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
        painter.setFont(_font(14))
        painter.setPen(QColor(tokens().text2))
        width = QFontMetrics(_font(14)).horizontalAdvance(look.right) + 2
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
    painter.setFont(_font(14))
    painter.setPen(QColor(tokens().text2))
    _line(painter, below, look.second, look.matched)


def _title(painter: QPainter, room: QRectF, look: RowLook) -> None:
    painter.setFont(_font(16, bold=True))
    painter.setPen(QColor(tokens().text))
    _line(painter, room, look.title, look.matched)


def _line(painter: QPainter, room: QRectF, text: str, matched: tuple[str, ...]) -> None:
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    for begin, end in _marks(shown, matched):
        left = metrics.horizontalAdvance(shown[:begin])
        width = metrics.horizontalAdvance(shown[:end]) - left
        mark = QRectF(room.left() + left - 1, room.top() + 2, width + 2, room.height() - 4)
        painter.fillRect(mark, QColor(tokens().warn_bg))
    painter.drawText(room, LEFT, shown)


def _marks(text: str, matched: tuple[str, ...]) -> list[tuple[int, int]]:
    from app.text import fold

    found = []
    begin = 0
    for word in text.split(" "):
        folded = fold(word)
        longest = max((len(m) for m in matched if m and folded.startswith(m)), default=0)
        if longest:
            found.append((begin, begin + min(longest, len(word))))
        begin += len(word) + 1
    return found


def _font(size: int, *, bold: bool = False) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(px(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _spoken(look: RowLook) -> str:
    if look.spoken:
        return look.spoken
    chip = look.chip[0] if look.chip else ""
    return ", ".join(filter(None, (look.title, look.second, chip, look.right)))


def is_enter(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
