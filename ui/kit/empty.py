"""An empty page says what will be here and how it comes."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.icons import pixmap
from ui.kit.labels import Label
from ui.theme import px, tokens


class Empty(QWidget):
    """``verb`` is the primary way, ``quiet`` another one; both may be left out."""

    wanted = Signal()
    quiet_wanted = Signal()

    def __init__(
        self, icon: str, what: str, how: str = "", verb: str = "", quiet: str = ""
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(px(10))
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(_Picture(icon), 0, middle)
        for text, role in ((what, "h2"), (how, "sub")):
            if text:
                label = Label(text, role=role, wrap=True)
                label.setAlignment(middle)
                column.addWidget(label)
        for text, kind, signal in (
            (verb, "primary", self.wanted),
            (quiet, "quiet", self.quiet_wanted),
        ):
            if text:
                button = Button(text, kind=kind)
                button.clicked.connect(signal)
                column.addWidget(button, 0, middle)
        column.addStretch(3)


class _Picture(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(px(84), px(84))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().container))
        painter.drawEllipse(QRectF(self.rect()))
        side = px(44)
        left = (self.width() - side) // 2
        painter.drawPixmap(left, left, pixmap(self._icon, tokens().on_container, side))
        painter.end()
