"""Locked: covers everything; no names of visitors, and what was open comes back as it was."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.clock import Clock, SystemClock
from app.language import tr
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.forms import Field
from ui.kit.labels import IconLabel, Label
from ui.kit.password import PasswordField
from ui.kit.scroll import Scroll
from ui.sign_in.keyboard import KeyboardLine
from ui.sign_in.page import CARD_WIDTH
from ui.sign_in.side_panel import SidePanel
from ui.theme import px, tokens


class LockedPage(QWidget):
    """The same person unlocks; another one signs in anew."""

    wanted = Signal(str)
    other_person = Signal()

    def __init__(self, person: str, clock: Clock | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._panel = SidePanel(
            tr("The desk is locked"),
            tr("Nothing about visitors is shown. The work begun waits just as it was left."),
            clock=clock or SystemClock(),
        )
        self._panel.keep_language()  # made anew, the page would cover another one
        self._whole.addWidget(self._panel)
        scroll = Scroll(margins=(16, 16, 16, 16))
        self._card = Card((28, 22, 28, 22), gap=12)
        self._card.setFixedWidth(px(CARD_WIDTH))
        scroll.column.addStretch(1)
        scroll.column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        scroll.column.addStretch(1)
        self._whole.addWidget(scroll, 1)
        self._fill(person)

    def _fill(self, person: str) -> None:
        column = self._card.column
        head = QHBoxLayout()
        head.addWidget(Label(person, role="h1", wrap=True), 1)
        head.addWidget(IconLabel("lock", tokens().primary, 28), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.password = PasswordField()
        column.addWidget(Field(tr("Password"), self.password))
        column.addWidget(KeyboardLine(self.password.line))
        self._wrong = Note("danger", tr("The password is not right."))
        self._wrong.hide()
        column.addWidget(self._wrong)
        self._unlock = Button(tr("Unlock"), kind="big", icon="login")
        self._unlock.clicked.connect(self._try)
        column.addWidget(self._unlock)
        other = Button(tr("Another person will work"), icon="person")
        other.clicked.connect(self.other_person)
        column.addWidget(other)
        self.password.line.returnPressed.connect(self._try)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panel.fit(self._whole, self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.password, self.password.setFocus)

    def wrong(self) -> None:
        self._unlock.setEnabled(True)
        self._wrong.show()
        announce(self, tr("The password is not right."))
        self.password.line.selectAll()
        self.password.setFocus()

    def _try(self) -> None:
        if self.password.text():
            self._unlock.setEnabled(False)
            self.wanted.emit(self.password.text())
