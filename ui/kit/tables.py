"""A table of frozen rows: fixed row height, columns of given widths, ticks with Space or a click."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.language import tr
from ui.kit.icons import pixmap
from ui.kit.rows import ROW, Rows
from ui.theme import px, tokens

HEIGHT = 38
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class Column:
    """``text(row)`` for every column; ``tick(row)`` makes it a tick, ``icon(row)`` a picture."""

    title: str
    text: Callable[[Any], str]
    width: int = 120
    stretch: bool = False
    bold: bool = False
    tick: Callable[[Any], bool] | None = None
    icon: Callable[[Any], str] | None = None
    muted: Callable[[Any], bool] | None = None
    struck: Callable[[Any], bool] | None = None


class Table(QTableView):
    """Never sized to its contents (31 s at 100,000 rows). A name is required: screen readers need it."""

    chosen = Signal(object)
    opened = Signal(object)
    ticked = Signal(object)
    """The row whose tick was toggled by Space or a click; the table itself changes nothing."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        id_of: Callable[[Any], Hashable] = lambda row: getattr(row, "id", row),
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._columns = list(columns)
        self._rows = Rows(len(columns), self._cell, self._sentence, id_of)
        self._rows.headings = [column.title for column in columns]
        self.setModel(self._rows)
        self.setItemDelegate(_CellPainter(self._columns, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(HEIGHT))
        head = self.horizontalHeader()
        head.setDefaultAlignment(LEFT)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(px(28))
        for place, column in enumerate(columns):
            mode = (
                QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Fixed
            )
            head.setSectionResizeMode(place, mode)
            self.setColumnWidth(place, px(column.width))
        self._quiet = False
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW)))

    @property
    def rows(self) -> Sequence[Any]:
        return self._rows.rows

    def current_row(self) -> Any:
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Replace all rows; the chosen one stays chosen when it is still there."""
        before = self.current_row()
        scrolled = self.verticalScrollBar().value()
        self._quiet = True
        self._rows.set_rows(rows)
        place = self._rows.place_of(self._rows.id_of(before)) if before is not None else -1
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))
        self.verticalScrollBar().setValue(scrolled)
        self._quiet = False

    def choose(self, row_id: Hashable) -> bool:
        place = self._rows.place_of(row_id)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))
            self.scrollTo(self._rows.index(place, 0))
        return place >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() == Qt.Key.Key_Space and row is not None and self._tick_column() is not None:
            self.ticked.emit(row)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if row is not None:
                self.opened.emit(row)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == self._tick_column():
            self.ticked.emit(index.data(ROW))

    def _tick_column(self) -> int | None:
        return next((n for n, column in enumerate(self._columns) if column.tick), None)

    def _cell(self, row: Any, place: int) -> str:
        column = self._columns[place]
        if column.tick is not None:
            return tr("yes") if column.tick(row) else tr("no")
        return column.text(row)

    def _sentence(self, row: Any) -> str:
        parts = []
        for place, column in enumerate(self._columns):
            if text := self._cell(row, place):
                parts.append(f"{column.title}: {text}" if column.title else text)
        return ", ".join(parts)

    def _tell(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet:
            self.chosen.emit(self.current_row())


class _CellPainter(QStyledItemDelegate):
    def __init__(self, columns: Sequence[Column], table: Table) -> None:
        super().__init__(table)
        self._columns = columns
        self._table = table

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
        elif column.icon is not None and (name := column.icon(row)):
            side = px(18)
            corner = (int(box.left() + px(8)), int(box.center().y() - side / 2))
            painter.drawPixmap(*corner, pixmap(name, look.info, side))
            self._text(painter, box.adjusted(px(24), 0, 0, 0), column, row)
        else:
            self._text(painter, box, column, row)
        if chosen and self._table.hasFocus():
            _ring(painter, box, index.column(), len(self._columns))
        painter.restore()

    def _text(self, painter: QPainter, box: QRectF, column: Column, row: Any) -> None:
        font = self._table.font()
        font.setPixelSize(px(15))
        font.setBold(column.bold)
        font.setStrikeOut(bool(column.struck and column.struck(row)))
        painter.setFont(font)
        muted = column.muted is not None and column.muted(row)
        painter.setPen(QColor(tokens().text2 if muted else tokens().text))
        room = box.adjusted(px(8), 0, -px(4), 0)
        text = painter.fontMetrics().elidedText(
            column.text(row), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, LEFT, text)


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
    inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.drawLine(
        QRectF(box.left(), inner.top(), box.width(), 0).topLeft(),
        QRectF(box.left(), inner.top(), box.width(), 0).topRight(),
    )
    painter.drawLine(
        QRectF(box.left(), inner.bottom(), box.width(), 0).topLeft(),
        QRectF(box.left(), inner.bottom(), box.width(), 0).topRight(),
    )
    if place == 0:
        painter.drawLine(inner.topLeft(), inner.bottomLeft())
    if place == count - 1:
        painter.drawLine(inner.topRight(), inner.bottomRight())
