"""The line of the omni box: a lens left, its key right, and the longest hint that fits."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from ui.kit.icons import pixmap
from ui.kit.labels import Label
from ui.theme import font, px, tokens

LENS = 22


class SearchLine(QLineEdit):
    """46 px high at 100 %; ``hints`` from the longest to the shortest."""

    def __init__(self, name: str, hints: Sequence[str], key: str = "") -> None:
        super().__init__()
        self.setObjectName("omni")
        self.setAccessibleName(name)
        self._hints = tuple(hints)
        self._key = Label(key, role="kbd", parent=self)
        self._key.setVisible(bool(key))
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextMargins(0, 0, px(44) if key else 0, 0)

    def clear(self) -> None:
        """Emptied by the program: Ctrl+Z must not bring the letters back, as Qt's own would."""
        self.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._key.resize(px(34), px(24))
        self._key.move(self.width() - px(46), (self.height() - px(24)) // 2)
        room = self.width() - px(40 + 60)
        metrics = QFontMetrics(font(17))
        fitting = (hint for hint in self._hints if metrics.horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fitting, self._hints[-1] if self._hints else ""))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = px(LENS)
        painter.drawPixmap(
            px(12), (self.height() - side) // 2, pixmap("search", tokens().text2, side)
        )
        painter.end()
