"""A list of people or things: two painted lines a row, no half rows, the same id stays chosen."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from ui.kit.focus_ring import paint_focus
from ui.kit.row_painter import RowLook, RowPainter, spoken
from ui.kit.rows import ROW, Rows
from ui.theme import px

__all__ = ["RowList", "RowLook"]
NARROWEST = 200


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
        self.setMinimumWidth(px(NARROWEST))
        self._rows = Rows(1, lambda row, _: look(row).title, lambda row: spoken(look(row)), id_of)
        self.setModel(self._rows)
        self._painter = RowPainter(look, self)
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
        if self._painter.fit(self.viewport().height()):
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            paint_focus(self.viewport())

    def _tell(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.current_row())
