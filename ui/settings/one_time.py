"""A one-time password to be read aloud or written down, and the password of whoever gives it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.language import tr
from app.staff.passwords import one_time_password
from ui.kit.cards import FlatCard
from ui.kit.forms import Field, Tick
from ui.kit.labels import Label
from ui.kit.password import PasswordField


class OneTime(FlatCard):
    """A new account always gets one; an account that is there only when it is ticked."""

    def __init__(self, *, is_new: bool) -> None:
        super().__init__()
        self.password = one_time_password()
        self._is_new = is_new
        self.tick = Tick(tr("Give a new one-time password"))
        self.tick.setVisible(not is_new)
        self.tick.toggled.connect(self._show)
        self._words = Label(self.password, role="h1")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._words.setAccessibleName(tr("One-time password: {password}", password=self.password))
        self._title = Label(tr("One-time password"), role="field")
        self._how = Label(
            tr("Tell it to her. After signing in she chooses her own under “My password”."),
            role="cap",
            wrap=True,
        )
        self.mine = PasswordField(can_show=False)
        self._mine_field = Field(
            tr("Your own password"), self.mine, tr("So that nobody does this at an empty desk.")
        )
        column: QVBoxLayout = self.column
        for widget in (self.tick, self._title, self._words, self._how, self._mine_field):
            column.addWidget(widget)
        self._show(is_new)

    @property
    def wanted(self) -> bool:
        return self._is_new or self.tick.isChecked()

    def opener(self) -> str:
        """The password of whoever does this."""
        return self.mine.text()

    def ask_opener(self) -> None:
        """One's own role was changed: only the own password is wanted."""
        self._mine_field.show()
        self.mine.line.setFocus()

    def _show(self, shown: bool) -> None:
        for widget in (self._title, self._words, self._how, self._mine_field):
            widget.setVisible(shown)
