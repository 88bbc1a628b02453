"""The one place with QLabel: text is always plain, never guessed to be markup.

A visitor's name may be ``<img src="file:///…">``; a label that guesses would load the file.
"""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.icons import pixmap
from ui.kit.inside import Inside
from ui.theme import px, tokens


def plain_tip(text: str) -> str:
    """Tooltips guess markup too: what people wrote is escaped, and wraps."""
    return f"<p>{escape(text)}</p>" if text else ""


class Label(Inside, QLabel):
    """``role`` chooses size and weight: h1, h2, h3, sub, cap, num, kbd, link, strong …"""

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if role == "kbd":
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.setFixedHeight(px(24))
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_role(self, role: str) -> None:
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(Label):
    """One line that gives way with … instead of pushing its neighbours; the tooltip has it all."""

    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(plain_tip(self.text()) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class IconLabel(QLabel):
    """A picture beside words; it has no name of its own, because the words say it."""

    def __init__(self, name: str, colour: str = "", size: int = 20) -> None:
        super().__init__()
        self.setFixedSize(px(size) + 2, px(size) + 2)
        self.set_icon(name, colour, size)

    def set_icon(self, name: str, colour: str = "", size: int = 20) -> None:
        self.setPixmap(pixmap(name, colour or tokens().text2, px(size)))

    def clear_icon(self) -> None:
        self.setPixmap(QPixmap())
