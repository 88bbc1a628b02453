"""A body that scrolls up and down only; it goes inside its card, or the card loses its edge."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import px


class Scroll(QScrollArea):
    """``column`` takes the widgets; what gets the focus by keyboard is scrolled into sight."""

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(*(px(one) for one in margins))
        self.column.setSpacing(px(gap))
        self.setWidget(body)
        body.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            needed = watched.minimumSizeHint().width()
            self.setMinimumWidth(needed + self.verticalScrollBar().sizeHint().width())
        return super().eventFilter(watched, event)
