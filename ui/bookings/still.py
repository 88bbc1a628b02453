"""The still layer kept as a picture: a moving mouse repaints only what moves (2.5 ms, not 5)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui.bookings.paint import Picture


class StillLayer:
    """Paints with ``draw`` when the picture has changed, else shows what was painted."""

    def __init__(self, draw: Callable[[QPainter, Picture], None]) -> None:
        self._draw = draw
        self._picture: Picture | None = None
        self._painted = QPixmap()

    def forget(self) -> None:
        self._picture = None

    def paint(self, painter: QPainter, widget: QWidget, picture: Picture) -> None:
        ratio = widget.devicePixelRatioF()
        size = widget.size() * ratio
        if picture != self._picture or self._painted.size() != size:
            self._painted = QPixmap(size)
            self._painted.setDevicePixelRatio(ratio)
            self._painted.fill(Qt.GlobalColor.transparent)
            below = QPainter(self._painted)
            try:
                self._draw(below, picture)
            finally:
                below.end()
            self._picture = picture
        painter.drawPixmap(0, 0, self._painted)
