"""The card for a forgotten password: an administrator, or the recovery sheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.language import tr
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.forms import Field, TextField
from ui.kit.labels import Label
from ui.kit.new_password import NewPassword


class ForgottenForm(Card):
    """With the code from the sheet, somebody who works here chooses a new password."""

    wanted = Signal(str, str, str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(32, 24, 32, 24), gap=10)
        self.code = TextField(placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-X")
        self.user_name = TextField()
        self.new_password = NewPassword()
        self._code_field = Field(
            tr("Code of the recovery sheet"),
            self.code,
            tr("Dashes and small letters do not matter."),
        )
        self._name_field = Field(tr("User name"), self.user_name)
        self.button = Button(tr("Open with the recovery sheet"), kind="big")
        self.button.clicked.connect(self._try)
        for line in (self.code, self.user_name, *self.new_password.lines):
            line.returnPressed.connect(self._try)
        back = Button(tr("Back to signing in"), kind="quiet", icon="left")
        back.clicked.connect(self.back)
        self._refusal = Note("danger")
        self._refusal.hide()
        self.column.addWidget(Label(tr("Forgotten password"), role="h1", wrap=True))
        self.column.addWidget(
            Label(
                tr(
                    "An administrator can give you a new one in the settings. "
                    "If nobody can sign in, take the recovery sheet."
                ),
                role="sub",
                wrap=True,
            )
        )
        for widget in (self._code_field, self._name_field, self.new_password, self._refusal):
            self.column.addWidget(widget)
        self.column.addWidget(self.button)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        self.column.addLayout(row)

    def suggest_user_name(self, user_name: str) -> None:
        if not self.user_name.text():
            self.user_name.setText(user_name)

    def say(self, text: str) -> None:
        self._wait(waits=False)
        self._refusal.say(text)
        self._refusal.show()
        self.code.setFocus()
        self.code.selectAll()

    def focus_first(self) -> None:
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> tuple[str, ...]:
        return tuple(line.text() for line in self._lines())

    def put_back(self, typed: tuple[str, ...]) -> None:
        for line, text in zip(self._lines(), typed, strict=True):
            line.setText(text)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return (self.code, self.user_name, *self.new_password.lines)

    def _try(self) -> None:
        if not self.button.isEnabled():
            return
        self._refusal.hide()
        for field in (self._code_field, self._name_field):
            field.clear_error()
        wrong: list[QLineEdit] = []
        if not self.code.text().strip():
            self._code_field.set_error(tr("Write the code from the sheet."))
            wrong.append(self.code)
        if not self.user_name.text().strip():
            self._name_field.set_error(tr("Write your user name."))
            wrong.append(self.user_name)
        if (line := self.new_password.first_wrong()) is not None:
            wrong.append(line)
        if wrong:
            wrong[0].setFocus()
            return
        self._wait(waits=True)
        self.wanted.emit(self.code.text(), self.user_name.text(), self.new_password.text())

    def _wait(self, *, waits: bool) -> None:
        self.button.setEnabled(not waits)
        opening, verb = tr("The database is being opened…"), tr("Open with the recovery sheet")
        self.button.setText(opening if waits else verb)
