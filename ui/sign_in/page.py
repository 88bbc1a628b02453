"""Signing in: paints at once and knows no database; what is typed meanwhile is kept."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.clock import Clock, StandingClock
from app.language import tr
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.forms import Field, TextField
from ui.kit.labels import Label
from ui.kit.password import PasswordField
from ui.kit.scroll import Scroll
from ui.sign_in.keyboard import KeyboardLine
from ui.sign_in.side_panel import SidePanel
from ui.theme import px

CARD_WIDTH = 470


@dataclass(frozen=True)
class Typed:
    """What stood in the fields, for a page made anew in another language."""

    user_name: str
    password: str


class SignInPage(QWidget):
    """Emits what was typed; whoever wires the program opens the database and answers with ``say``."""

    wanted = Signal(str, str)
    recovery_wanted = Signal(str, str, str)
    language_chosen = Signal(object)

    def __init__(self, last_user_name: str, clock: Clock | datetime) -> None:
        """A time of day instead of a clock stands still."""
        super().__init__()
        if isinstance(clock, datetime):
            clock = StandingClock.at_wall(clock)
        self.setObjectName("page")
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._panel = SidePanel(tr("Good day!"), tr("Sign in to open the desk."), clock=clock)
        self._panel.language_chosen.connect(self.language_chosen)
        self._whole.addWidget(self._panel)
        scroll = Scroll(margins=(16, 16, 16, 16))
        self._card = Card((28, 22, 28, 22), gap=12)
        self._card.setFixedWidth(px(CARD_WIDTH))
        scroll.column.addStretch(1)
        scroll.column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        scroll.column.addStretch(1)
        self._whole.addWidget(scroll, 1)
        self._fill(last_user_name)

    def _fill(self, last_user_name: str) -> None:
        column = self._card.column
        column.addWidget(Label(tr("Sign in"), role="h1"))
        self.user_name = TextField(last_user_name)
        self.password = PasswordField()
        column.addWidget(Field(tr("User name"), self.user_name))
        column.addWidget(Field(tr("Password"), self.password))
        column.addWidget(KeyboardLine(self.password.line))
        self._wrong = Note("danger", "")
        self._wrong.hide()
        column.addWidget(self._wrong)
        self._enter = Button(tr("Sign in"), kind="big", icon="login")
        self._enter.clicked.connect(self._sign_in)
        column.addWidget(self._enter)
        self._state = Label(tr("The database is being prepared…"), role="cap", wrap=True)
        column.addWidget(self._state)
        forgotten = Button(tr("I forgot my password"), kind="quiet", icon="key")
        forgotten.clicked.connect(self._show_recovery)
        column.addWidget(forgotten, 0, Qt.AlignmentFlag.AlignLeft)
        self._recovery = self._recovery_fields()
        self._recovery.hide()
        column.addWidget(self._recovery)
        self.user_name.returnPressed.connect(self._sign_in)
        self.password.line.returnPressed.connect(self._sign_in)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panel.fit(self._whole, self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.password if self.user_name.text() else self.user_name
        QTimer.singleShot(0, first, first.setFocus)

    def _recovery_fields(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(
            Label(
                tr("Ask an administrator for a new password, or take the recovery sheet."),
                role="sub",
                wrap=True,
            )
        )
        self.code = TextField()
        self.new_password = PasswordField(can_show=False)
        column.addWidget(Field(tr("Code of the recovery sheet"), self.code))
        column.addWidget(Field(tr("New password"), self.new_password))
        use = Button(tr("Set a new password and sign in"), icon="key")
        use.clicked.connect(self._recover)
        self.new_password.line.returnPressed.connect(self._recover)
        column.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def set_ready(self) -> None:
        """The modules behind the page are loaded."""
        self._state.setText(tr("The database is ready."))

    def say(self, text: str) -> None:
        """A refusal; the password stays and is selected."""
        self._busy(False)
        self._wrong.say(text)
        self._wrong.show()
        announce(self, text)
        line = self.code if self._recovery.isVisible() else self.password.line
        line.setFocus()
        line.selectAll()

    def typed(self) -> Typed:
        return Typed(self.user_name.text(), self.password.text())

    def put_back(self, typed: Typed) -> None:
        self.user_name.setText(typed.user_name)
        self.password.line.setText(typed.password)

    def _sign_in(self) -> None:
        if not self.user_name.text().strip():
            self.user_name.setFocus()
            return
        if not self.password.text():
            self.password.setFocus()
            return
        self._busy(True)
        self.wanted.emit(self.user_name.text(), self.password.text())

    def _recover(self) -> None:
        for line in (self.code, self.user_name, self.new_password.line):
            if not line.text().strip():
                line.setFocus()
                return
        self._busy(True)
        self.recovery_wanted.emit(self.code.text(), self.user_name.text(), self.new_password.text())

    def _show_recovery(self) -> None:
        self._recovery.setVisible(not self._recovery.isVisible())
        if self._recovery.isVisible():
            self.code.setFocus()

    def _busy(self, busy: bool) -> None:
        self._enter.setEnabled(not busy)
        self._state.setText(tr("Opening…") if busy else "")
        if busy:
            self._wrong.hide()
