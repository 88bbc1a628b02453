"""Everybody changes her own password here."""

from typing import ClassVar

from app.errors import Refused
from app.language import tr
from app.permission import Permission
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.forms import Field
from ui.kit.new_password import NewPassword
from ui.kit.password import PasswordField
from ui.settings.passwords import OwnPassword, change_own
from ui.settings.section import Section
from ui.theme import px

WIDEST = 420


class OwnPasswordSection(Section):
    """The old password first: an unattended desk must not give the account away."""

    needs: ClassVar[Permission] = Permission.SEE_CENTRE

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(
            desk, tr("My password"), tr("Nobody else knows it, and nobody can look it up.")
        )
        self.old = PasswordField()
        self.new_password = NewPassword()
        self._old_field = Field(tr("Password until now"), self.old)
        self.button = Button(tr("Change my password"), kind="primary", icon="lock")
        self.button.clicked.connect(self._change)
        for widget in (self._old_field, self.new_password, self.button):
            widget.setMaximumWidth(px(WIDEST))
            self.column.addWidget(widget)
        for line in (self.old.line, *self.new_password.lines):
            line.returnPressed.connect(self._change)
        self.column.addStretch(1)

    def _change(self) -> None:
        self._old_field.clear_error()
        wrong = self.new_password.first_wrong()
        if wrong is not None:
            wrong.setFocus()
            return
        self.button.setEnabled(False)
        wanted = OwnPassword(self.old.text(), self.new_password.text())
        change_own(self.desk, wanted, self._changed, self._refused)

    def _changed(self) -> None:
        self.button.setEnabled(True)
        for line in (self.old.line, *self.new_password.lines):
            line.clear()

    def _refused(self, refusal: Refused) -> None:
        self.button.setEnabled(True)
        self._old_field.set_error(str(refusal))
        self.old.line.setFocus()
        self.old.line.selectAll()
