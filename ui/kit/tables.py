"""A table of frozen rows: columns of given widths, no half rows, ticks with Space or a click."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.language import tr
from ui.kit.cell_painter import HEIGHT, LEFT, CellPainter, Column, height_of
from ui.kit.focus_ring import paint_focus
from ui.kit.rows import ROW, Rows
from ui.theme import px

__all__ = ["Column", "Table"]

LEAST_STRETCH = 90
"""Narrower, a column that takes the rest would show nothing: the table scrolls sideways instead."""


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
        self.setItemDelegate(CellPainter(self._columns, self))
        self._behave()
        self._arrange()
        self._quiet = self._squeezed = False
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self._double_clicked)

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
        self._fit()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            paint_focus(self.viewport())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and index.column() == self._tick_column():
            self.ticked.emit(index.data(ROW))

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _arrange(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(HEIGHT))
        head = self.horizontalHeader()
        head.setDefaultAlignment(LEFT)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(px(28))
        for place, column in enumerate(self._columns):
            mode = (
                QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Fixed
            )
            head.setSectionResizeMode(place, mode)
            self.setColumnWidth(place, px(column.width))
        later = Qt.ConnectionType.QueuedConnection  # it tells before the width is the new one
        head.sectionResized.connect(self._fit_wrapped, later)

    def _fit_columns(self) -> None:
        shown = [n for n in range(len(self._columns)) if not self.isColumnHidden(n)]
        rest = [place for place in shown if self._columns[place].stretch]
        fixed = sum(
            px(self._columns[place].width) for place in shown if not self._columns[place].stretch
        )
        squeezed = self.viewport().width() < fixed + len(rest) * px(LEAST_STRETCH)
        if squeezed == self._squeezed:
            return
        self._squeezed = squeezed
        modes = QHeaderView.ResizeMode
        for place in rest:
            mode = modes.Fixed if squeezed else modes.Stretch
            self.horizontalHeader().setSectionResizeMode(place, mode)
            if squeezed:
                self.setColumnWidth(place, px(self._columns[place].width))

    def _fit(self) -> None:
        """No half rows: when the rows do not all fit, the room is divided by whole ones."""
        room, usual = self.viewport().height(), px(HEIGHT)
        height = usual
        if len(self._rows.rows) * usual > room > usual:
            height = max(usual - px(4), room // round(room / usual))
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)
        self._fit_wrapped()

    def _fit_wrapped(self) -> None:
        wrapped = [n for n, column in enumerate(self._columns) if column.wrap]
        if not wrapped:
            return
        usual = self.verticalHeader().defaultSectionSize()
        widths = {n: self.columnWidth(n) for n in wrapped}
        for place, row in enumerate(self._rows.rows):
            needed = max(height_of(self._columns[n], row, widths[n]) for n in wrapped)
            if (height := max(usual, needed)) != self.rowHeight(place):
                self.setRowHeight(place, height)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() == self._tick_column():
            self.ticked.emit(index.data(ROW))  # the second click of two ticks again
        else:
            self.opened.emit(index.data(ROW))

    def _tick_column(self) -> int | None:
        return next((n for n, column in enumerate(self._columns) if column.tick), None)

    def _cell(self, row: Any, place: int) -> str:
        column = self._columns[place]
        if column.tick is not None:
            return tr("ticked") if column.tick(row) else tr("not ticked")
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
