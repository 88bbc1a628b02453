"""A model of frozen rows for lists and tables: keeps the selection by id, tells screen readers all."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
ROW = Qt.ItemDataRole.UserRole
# Module constants: ``role == Qt.DisplayRole`` inside data() costs a third of the frame.


class Rows(QAbstractTableModel):
    """``cell(row, column)`` gives the text, ``spoken(row)`` the whole sentence of a row."""

    def __init__(
        self,
        columns: int,
        cell: Callable[[Any, int], str],
        spoken: Callable[[Any], str],
        id_of: Callable[[Any], Hashable],
    ) -> None:
        super().__init__()
        self._rows: Sequence[Any] = ()
        self._columns = columns
        self._cell, self._spoken, self.id_of = cell, spoken, id_of
        self.headings: Sequence[str] = ()

    def set_rows(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> Sequence[Any]:
        return self._rows

    def place_of(self, row_id: Hashable) -> int:
        """-1 when it is not there."""
        return next((n for n, row in enumerate(self._rows) if self.id_of(row) == row_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == DISPLAY:
            return self._cell(row, index.column())
        if role == SPOKEN:
            return self._spoken(row)
        return row if role == ROW else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role == DISPLAY and way == Qt.Orientation.Horizontal and section < len(self.headings):
            return self.headings[section]
        return None
