"""A page that stands in place of the person's card; the button with her name, or Esc, leads back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.visitors.queries import Card as CardRow
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.theme import px


class SidePage(QWidget):
    """Fill ``column``; put buttons into ``verbs``; ``card`` is whose page it is."""

    back = Signal()

    def __init__(self, desk: QtDesk, title: str) -> None:
        super().__init__()
        self.desk = desk
        self.card: CardRow | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        frame = Card((20, 14, 14, 12), gap=10)
        whole.addWidget(frame)
        self._back = Button("", kind="quiet", icon="left")
        self._back.setToolTip("Esc")
        self._back.clicked.connect(self.back)
        frame.column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, px(6), 0)
        self.title = Label(title, role="h1", wrap=True)
        head.addWidget(self.title, 1)
        self.verbs = QHBoxLayout()
        head.addLayout(self.verbs)
        frame.column.addLayout(head)
        self._scroll = Scroll((0, 0, 6, 0), gap=9)
        self.column = self._scroll.column
        frame.column.addWidget(self._scroll, 1)

    def show_card(self, card: CardRow) -> None:
        self.card = card
        self._back.setText(card.row.name)

    def clear(self) -> None:
        """Take everything out of ``column``."""
        while (place := self.column.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.deleteLater()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._back.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)
