"""The mark of the program: four neighbours who stand together."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import px

NEIGHBOURS = (
    (0.3, 0.3, "#FFB300"),
    (0.7, 0.3, "#6FD6C6"),
    (0.3, 0.7, "#8FC7FF"),
    (0.7, 0.7, "#FFFFFF"),
)


class Mark(QWidget):
    """``size`` px at 100 %; pure decoration, so it has no name."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.setFixedSize(px(size), px(size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        side = self.width()
        for x, y, colour in NEIGHBOURS:
            painter.setBrush(QColor(colour))
            box = QRectF((x - 0.24) * side, (y - 0.24) * side, 0.44 * side, 0.44 * side)
            painter.drawRoundedRect(box, side * 0.14, side * 0.14)
        painter.end()
