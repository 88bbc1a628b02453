"""Two widgets side by side, or one below the other where that would be too narrow."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import px

NO_LIMIT = 16_777_215
"""As Qt counts: for the widths and heights that hold in one of both ways only."""


class Beside(QWidget):
    """``wide_from`` is its own width at 100 %; it asks for no more width than when turned.

    The first takes the room that is left over, or the second with ``grows=1``.
    """

    turned = Signal(bool)
    """True when they now lie side by side."""

    def __init__(
        self, first: QWidget, second: QWidget, wide_from: int, gap: int = 16, grows: int = 0
    ) -> None:
        super().__init__()
        self._wide_from = wide_from
        self._two = (first, second)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(gap))
        self._box.addWidget(first)
        self._box.addWidget(second)
        self._box.setStretch(grows, 1)

    @property
    def is_wide(self) -> bool:
        return self._box.direction() is QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        width = max(max(w.minimumSizeHint().width(), w.minimumWidth()) for w in self._two)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= px(self._wide_from)
        if wide != self.is_wide:
            ways = QBoxLayout.Direction
            self._box.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
            self.turned.emit(wide)
