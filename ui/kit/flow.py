"""A row that goes on in the next line when it has no room, so that large text loses nothing."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets from the left; after `push` to the right end of the line, while one line is enough."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._pushed = -1
        self.setContentsMargins(0, 0, 0, 0)

    def push(self) -> None:
        """What is added from now on belongs to the right end."""
        self._pushed = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.addWidget(widget)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(QRect(0, 0, width, 0), really=False)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() + self._gap for item in shown) - self._gap
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(max(width, 0), height)

    def minimumSize(self) -> QSize:
        shown = self._shown()
        return QSize(
            max((item.minimumSize().width() for item in shown), default=0),
            max((item.minimumSize().height() for item in shown), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._placed(rect, really=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _placed(self, rect: QRect, *, really: bool) -> int:
        """Put the items into ``rect``, or only say how high that would be."""
        y = rect.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for _, item in line)
            if really:
                for x, item in line:
                    size = item.sizeHint()
                    down = (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(rect.left() + x, y + down), size))
            y += height + self._gap
        return max(y - self._gap - rect.top(), 0)

    def _lines(self, room: int) -> list[list[tuple[int, QLayoutItem]]]:
        """What stands in each line, and how far from its left end."""
        spare = room - self.sizeHint().width()
        lines: list[list[tuple[int, QLayoutItem]]] = []
        x = 0
        for n, item in enumerate(self._items):
            if item.isEmpty():
                continue
            if spare >= 0 and n == self._pushed:
                x += spare
            if not lines or x + item.sizeHint().width() > room:
                lines.append([])
                x = x if spare >= 0 else 0
            lines[-1].append((x, item))
            x += item.sizeHint().width() + self._gap
        return lines
