"""A new password, typed twice, with a line that says while typing whether it is long enough."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.language import ntr, tr
from ui.kit.forms import Field
from ui.kit.labels import Label
from ui.kit.password import PasswordField
from ui.theme import px

SHORTEST = 8
"""As ``app.database.keys.check_password`` wants it (NIST SP 800-63B)."""


class NewPassword(QWidget):
    """``first_wrong()`` marks what is wrong and gives the line that wants the focus."""

    def __init__(self, *, labels: tuple[str, str] | None = None) -> None:
        super().__init__()
        first, again = labels or (tr("New password"), tr("New password again"))
        self._first, self._again = PasswordField(), PasswordField(can_show=False)
        self._first_field, self._again_field = Field(first, self._first), Field(again, self._again)
        self._length = Label("", role="cap", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for widget in (self._first_field, self._again_field, self._length):
            column.addWidget(widget)
        self._first.line.textChanged.connect(self._say_length)
        self._say_length("")

    @property
    def lines(self) -> tuple[QLineEdit, QLineEdit]:
        return self._first.line, self._again.line

    def text(self) -> str:
        return self._first.text()

    def first_wrong(self) -> QLineEdit | None:
        self._first_field.clear_error()
        self._again_field.clear_error()
        if len(self.text()) < SHORTEST:
            self._first_field.set_error(
                tr("A password has at least 8 characters. Several words in a row are good.")
            )
            return self._first.line
        if self.text() != self._again.text():
            self._again_field.set_error(tr("The two passwords are not the same. Write it again."))
            return self._again.line
        return None

    def _say_length(self, text: str) -> None:
        n = len(text)
        if n >= SHORTEST:
            said = ntr("Long enough: {n} character.", "Long enough: {n} characters.", n)
        else:
            said = tr("At least 8 characters; so far {n}. Several words in a row are good.", n=n)
        self._length.setText(said)
