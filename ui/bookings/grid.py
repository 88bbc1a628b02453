"""Where cells are: rooms down, days across, under a head and beside labels. Numbers only."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True)
class Grid:
    """``across`` and ``down`` are the edges of the cells from 0; ``left``, ``top`` how far scrolled."""

    across: tuple[float, ...] = (0.0,)
    down: tuple[float, ...] = (0.0,)
    label: float = 0.0
    head: float = 0.0
    width: float = 0.0
    height: float = 0.0
    left: float = 0.0
    top: float = 0.0

    @property
    def inside(self) -> QRectF:
        """Where cells may be painted."""
        return QRectF(self.label, self.head, self.width - self.label, self.height - self.head)

    @property
    def content_width(self) -> float:
        return self.label + self.across[-1]

    @property
    def content_height(self) -> float:
        return self.head + self.down[-1]

    def box(self, row: int, column: int) -> QRectF:
        x, y = self.across[column], self.down[row]
        wide, high = self.across[column + 1] - x, self.down[row + 1] - y
        return QRectF(self.label + x - self.left, self.head + y - self.top, wide, high)

    def label_box(self, row: int) -> QRectF:
        y = self.down[row]
        return QRectF(0, self.head + y - self.top, self.label, self.down[row + 1] - y)

    def rows_in_sight(self) -> range:
        return _seen(self.down, self.top, self.height - self.head)

    def cells_in_sight(self) -> Iterator[tuple[int, int]]:
        """The row and the column of each."""
        columns = _seen(self.across, self.left, self.width - self.label)
        return ((row, column) for row in self.rows_in_sight() for column in columns)

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """The row and the column under a point; None over the labels, the heads and beyond."""
        row, column = self.row_at(point.y()), self.column_at(point.x())
        return None if row is None or column is None else (row, column)

    def row_at(self, y: float) -> int | None:
        return _between(self.down, y - self.head + self.top) if y >= self.head else None

    def column_at(self, x: float) -> int | None:
        return _between(self.across, x - self.label + self.left) if x >= self.label else None

    def scrolled_to_show(self, box: QRectF) -> tuple[float, float]:
        """The smallest scrolling that brings ``box`` into sight."""
        inside, left, top = self.inside, self.left, self.top
        if box.left() < inside.left() or box.width() > inside.width():
            left += box.left() - inside.left()
        elif box.right() > inside.right():
            left += box.right() - inside.right()
        if box.top() < inside.top() or box.height() > inside.height():
            top += box.top() - inside.top()
        elif box.bottom() > inside.bottom():
            top += box.bottom() - inside.bottom()
        return left, top


def edges(sizes: list[float]) -> tuple[float, ...]:
    found = [0.0]
    for size in sizes:
        found.append(found[-1] + size)
    return tuple(found)


def _seen(edge: tuple[float, ...], begin: float, length: float) -> range:
    first = max(bisect_right(edge, begin) - 1, 0)
    last = bisect_left(edge, begin + length)
    return range(first, min(last, len(edge) - 1))


def _between(edge: tuple[float, ...], at: float) -> int | None:
    found = bisect_right(edge, at) - 1
    return found if 0 <= found < len(edge) - 1 else None
