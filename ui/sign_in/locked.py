"""Locked: covers everything; no names of visitors, and what was open comes back as it was."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import tr
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.forms import Field
from ui.kit.labels import IconLabel, Label
from ui.kit.password import PasswordField
from ui.sign_in.page import CARD_WIDTH
from ui.theme import px, tokens


class LockedPage(QWidget):
    """The same person unlocks; another one signs in anew."""

    wanted = Signal(str)
    other_person = Signal()

    def __init__(self, person: str) -> None:
        super().__init__()
        self.setObjectName("page")
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        card = Card((28, 22, 28, 22), gap=12)
        card.setFixedWidth(px(CARD_WIDTH))
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(IconLabel("lock", tokens().primary, 28))
        head.addWidget(Label(tr("The desk is locked"), role="h1"), 1)
        card.column.addLayout(head)
        card.column.addWidget(Label(person, role="h3", wrap=True))
        self.password = PasswordField()
        card.column.addWidget(Field(tr("Password"), self.password))
        self._wrong = Note("danger", tr("The password is not right."))
        self._wrong.hide()
        card.column.addWidget(self._wrong)
        self._unlock = Button(tr("Unlock"), kind="big", icon="login")
        self._unlock.clicked.connect(self._try)
        card.column.addWidget(self._unlock)
        other = Button(tr("Another person will work"), kind="quiet", icon="person")
        other.clicked.connect(self.other_person)
        card.column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        self.password.line.returnPressed.connect(self._try)

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
