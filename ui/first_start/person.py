"""Card 2: the first person, who may do everything, and her password."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.centre.details import StaffDetails
from app.language import current, tr
from app.permission import Role
from app.text import fold
from ui.kit.cards import Card, Note
from ui.kit.forms import Field, TextField
from ui.kit.labels import Label
from ui.kit.new_password import NewPassword
from ui.theme import px


class PersonForm(Card):
    """A user name is proposed from the given name until somebody types another."""

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 18), gap=8)
        self.given_name, self.family_name = TextField(), TextField()
        self.user_name = TextField()
        self.password = NewPassword(labels=(tr("Password"), tr("Password again")))
        self._given_field = Field(tr("Given name"), self.given_name)
        self._user_field = Field(tr("User name"), self.user_name)
        names = QHBoxLayout()
        names.setSpacing(px(12))
        names.addWidget(self._given_field, 1)
        names.addWidget(Field(tr("Family name"), self.family_name), 1)
        self.column.addWidget(Label(tr("2. The first person"), role="h3"))
        self.column.addLayout(names)
        self.column.addWidget(self._user_field)
        self.column.addWidget(self.password)
        self.column.addWidget(
            Note(
                "info",
                tr("This person will be the administrator. You add the others afterwards."),
            )
        )
        self.column.addStretch(1)
        self._proposed = ""
        self.given_name.textEdited.connect(self._propose)

    def first_wrong(self) -> QWidget | None:
        """Marks what is wrong and gives the widget that wants the focus."""
        wrong: list[QWidget] = []
        self._given_field.clear_error()
        self._user_field.clear_error()
        if not self.given_name.text().strip():
            self._given_field.set_error(tr("Write the name of the person."))
            wrong.append(self.given_name)
        user_name = self.user_name.text().strip()
        if not user_name or " " in user_name:
            self._user_field.set_error(tr("Write a user name without blanks."))
            wrong.append(self.user_name)
        if (line := self.password.first_wrong()) is not None:
            wrong.append(line)
        return wrong[0] if wrong else None

    def details(self) -> StaffDetails:
        return StaffDetails(
            self.given_name.text(),
            self.family_name.text(),
            self.user_name.text(),
            frozenset(Role),
            str(current()),
        )

    def typed(self) -> Any:
        return self.details(), tuple(line.text() for line in self.password.lines)

    def put_back(self, typed: Any) -> None:
        details, passwords = typed
        self.given_name.setText(details.given_name)
        self.family_name.setText(details.family_name)
        self.user_name.setText(details.user_name)
        for line, text in zip(self.password.lines, passwords, strict=True):
            line.setText(text)

    def _propose(self, given_name: str) -> None:
        if self.user_name.text() == self._proposed:
            self._proposed = fold(given_name).replace(" ", ".")
            self.user_name.setText(self._proposed)
