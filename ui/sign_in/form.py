"""The card with user name and password."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import tr
from ui.kit.buttons import Button
from ui.kit.cards import Card, Hline
from ui.kit.forms import Field, TextField
from ui.kit.labels import IconLabel, Label
from ui.kit.password import PasswordField
from ui.sign_in.scan_guard import ScanGuard
from ui.theme import tokens


class SignInForm(Card):
    """Enter signs in from both fields."""

    wanted = Signal(str, str)
    forgotten = Signal()

    def __init__(self, greeting: str, last_user_name: str) -> None:
        super().__init__(margins=(32, 24, 32, 24), gap=10)
        self.user_name = TextField(last_user_name)
        self.password = PasswordField()
        self._name_field = Field(tr("User name"), self.user_name)
        self._password_field = Field(tr("Password"), self.password)
        self.button = Button(tr("Sign in"), kind="big")
        self.button.clicked.connect(self._try)
        self.user_name.returnPressed.connect(self._try)
        self.password.line.returnPressed.connect(self._try)
        guard = ScanGuard(self.password.line)
        guard.swallowed.connect(self._say_no_cards)
        self._state_icon = IconLabel("clock", tokens().text2, 18)
        self._state = Label(tr("Getting ready…"), role="sub")
        self.column.addWidget(Label(greeting, role="h1"))
        self.column.addWidget(
            Label(tr("Write your user name and your password."), role="sub", wrap=True)
        )
        self.column.addWidget(self._name_field)
        self.column.addWidget(self._password_field)
        self.column.addWidget(self.button)
        self.column.addLayout(self._verbs())
        self.column.addWidget(Hline())
        self.column.addLayout(_row(self._state_icon, self._state))

    def set_ready(self) -> None:
        self._state_icon.set_icon("check", tokens().ok, 18)
        self._state.setText(tr("Ready"))

    def say(self, text: str) -> None:
        self._wait(waits=False)
        self._password_field.set_error(text)
        self.password.line.setFocus()
        self.password.line.selectAll()

    def focus_first(self) -> None:
        first = self.password.line if self.user_name.text() else self.user_name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> tuple[str, str]:
        return self.user_name.text(), self.password.text()

    def put_back(self, typed: tuple[str, str]) -> None:
        self.user_name.setText(typed[0])
        self.password.line.setText(typed[1])

    def _try(self) -> None:
        if not self.button.isEnabled():
            return
        self._name_field.clear_error()
        self._password_field.clear_error()
        if not self.user_name.text().strip():
            self._name_field.set_error(tr("Write your user name."))
            self.user_name.setFocus()
        elif not self.password.text():
            self._password_field.set_error(tr("Write your password."))
            self.password.line.setFocus()
        else:
            self._wait(waits=True)
            self.wanted.emit(self.user_name.text(), self.password.text())

    def _wait(self, *, waits: bool) -> None:
        self.button.setEnabled(not waits)
        self.button.setText(tr("The database is being opened…") if waits else tr("Sign in"))

    def _say_no_cards(self) -> None:
        self._password_field.set_error(tr("Cards are read after signing in."))

    def _verbs(self) -> QHBoxLayout:
        forgot = Button(tr("I forgot my password"), kind="quiet", icon="help")
        forgot.clicked.connect(self.forgotten)
        row = _row(forgot)
        row.addWidget(Label("Enter", role="kbd"))
        row.addWidget(Label(tr("sign in"), role="cap"))
        return row


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
