"""Telephone and e-mail in a form: what looks like a slip is said kindly, and kept as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import Message, tr, words
from app.visitors.model import Purpose
from app.visitors.odd_contact import odd_email, odd_phone
from ui.kit.announce import announce
from ui.kit.cards import Note
from ui.kit.forms import Field, TextField, Tick
from ui.theme import px


class ContactFields(QWidget):
    """Nobody is warned while still typing: only when a field is left, until it looks right."""

    edited = Signal()

    def __init__(self, phone: str, email: str, *, ask: bool) -> None:
        """``ask``: beside what is typed, whether it may be used; asked once, at the desk."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self.phone, self.email = TextField(phone), TextField(email)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(Field(tr("Phone (if they wish)"), self.phone))
        row.addWidget(Field(tr("E-mail (if they wish)"), self.email))
        column.addLayout(row)
        self._ticks = {
            Purpose.PHONE: (self.phone, Tick(tr("May be called and written to"))),
            Purpose.EMAIL: (self.email, Tick(tr("May be sent e-mails"))),
        }
        self._ask = ask
        for _, tick in self._ticks.values():
            tick.hide()
            column.addWidget(tick)
        self._show_ticks()
        self.odd = Note("warn")
        self.odd.hide()
        column.addWidget(self.odd)
        for field in (self.phone, self.email):
            field.textChanged.connect(self._on_typed)
            field.editingFinished.connect(self._look)

    def agreed(self) -> tuple[Purpose, ...]:
        """Ticked, of what is written down."""
        return tuple(
            purpose
            for purpose, (field, tick) in self._ticks.items()
            if tick.isChecked() and field.text().strip()
        )

    def _show_ticks(self) -> None:
        for field, tick in self._ticks.values():
            tick.setVisible(self._ask and bool(field.text().strip()))

    def _on_typed(self) -> None:
        self._show_ticks()
        if self.odd.isVisible():
            self._look()
        self.edited.emit()

    def _look(self) -> None:
        said = []
        for field, odd in (
            (self.phone, odd_phone(self.phone.text())),
            (self.email, odd_email(self.email.text())),
        ):
            text = words(odd) if isinstance(odd, Message) else ""
            field.setAccessibleDescription(text)
            if text and text not in said:
                said.append(text)
        news = "\n".join(said)
        if news and not self.odd.isVisible():
            announce(self, news)
        self.odd.say(news)
        self.odd.setVisible(bool(news))
