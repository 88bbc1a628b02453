"""How this desk looks and speaks: theme, text size, language, and when it hides and locks."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Signal

from app.language import Language, language_name, ntr, tr
from app.permission import Permission
from app.settings import LOOKS, SIZES, Settings
from ui.desk import QtDesk
from ui.kit.buttons import Segments
from ui.kit.cards import FlatCard, Hline
from ui.kit.forms import Choice, Field
from ui.kit.labels import Label
from ui.settings.section import Section
from ui.theme import px

WIDEST = 340
LOCK_MINUTES = (1, 2, 3, 5, 10, 15, 20, 30)


class LookSection(Section):
    """Belongs to this computer, not to the centre: nothing here is an action."""

    needs: ClassVar[Permission] = Permission.SEE_CENTRE
    settings_changed = Signal(object)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk, tr("Look and language"), tr("For this computer only."))
        names = {"light": tr("Light"), "dark": tr("Dark"), "contrast": tr("High contrast")}
        self.looks = Segments(
            [names[look] for look in LOOKS],
            tr("Look"),
            LOOKS.index(self._now.look),
        )
        self.looks.chosen.connect(lambda index: self._change(look=LOOKS[index]))
        self.sizes = Choice([(size, f"{size} %") for size in SIZES], self._now.size)
        self.sizes.picked.connect(lambda size: self._change(size=size))
        languages = [str(language) for language in Language]
        self.languages = Segments(
            [language_name(language) for language in Language],
            tr("Language"),
            languages.index(self._now.language),
        )
        self.languages.chosen.connect(lambda index: self._change(language=languages[index]))
        self.column.addWidget(Field(tr("Look"), self.looks))
        size = Field(tr("Text size"), self.sizes, tr("Also Ctrl and plus, Ctrl and minus."))
        size.setMaximumWidth(px(WIDEST))
        self.column.addWidget(size)
        self.column.addWidget(_sample())
        self.column.addWidget(Field(tr("Language"), self.languages))
        self.column.addWidget(Hline())
        self.column.addWidget(self._lock())
        self.column.addStretch(1)

    @property
    def _now(self) -> Settings:
        return self.desk.settings

    def _lock(self) -> Field:
        self.lock = Choice(_minutes(LOCK_MINUTES), self._now.lock_after_minutes)
        self.lock.picked.connect(lambda minutes: self._change(lock_after_minutes=minutes))
        field = Field(
            tr("Lock the screen when nobody works for"),
            self.lock,
            tr("What was begun waits behind the lock."),
        )
        field.setMaximumWidth(px(WIDEST))
        return field

    def _change(self, **values: object) -> None:
        self.settings_changed.emit(replace(self._now, **values))  # type: ignore[arg-type]  # by name


def _minutes(choices: tuple[int, ...]) -> list[tuple[int, str]]:
    return [(n, ntr("{n} minute", "{n} minutes", n)) for n in choices]


def _sample() -> FlatCard:
    card = FlatCard()
    card.column.addWidget(Label(tr("This is how large the text is."), role="h2", wrap=True))
    card.column.addWidget(Label(tr("Thursday, 9.30–11.00, the great hall."), wrap=True))
    card.column.addWidget(Label(tr("Small text looks like this."), role="cap", wrap=True))
    return card
