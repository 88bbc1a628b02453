"""Letting a booking stand against a rule: a coordinator writes why, and that stays with it."""

from PySide6.QtCore import Signal

from app.language import tr
from ui.kit.cards import Note
from ui.kit.forms import Field, TextField


class Override(Note):
    """Shown only while nothing but rules is in the way that a coordinator may set aside."""

    edited = Signal()

    def __init__(self, reason: str = "") -> None:
        super().__init__("warn", tr("A rule is against it, but you may let it stand."))
        self.line = TextField(reason)
        self.field = Field(tr("Reason (it stays with the booking)"), self.line)
        self.column.addWidget(self.field)
        self.line.textChanged.connect(self._edited)
        self.setVisible(bool(reason))

    def reason(self) -> str:
        return "" if self.isHidden() else self.line.text().strip()

    def want(self, *, wanted: bool) -> None:
        """What was typed stays, in case the time is changed back."""
        self.setVisible(wanted)
        self.field.clear_error()

    def ask(self) -> None:
        self.field.set_error(tr("Write why it may stand, or choose another time."))
        self.line.setFocus()

    def _edited(self, _text: str) -> None:
        self.field.clear_error()
        self.edited.emit()
