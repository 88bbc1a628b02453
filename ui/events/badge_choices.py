"""What is chosen for badges and certificates: which, in which languages, for whom."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language, language_name, ntr, tr
from app.sheets.badges import Badge
from ui.kit.flow import Flow
from ui.kit.forms import Field, NumberField, Tick
from ui.kit.labels import Label
from ui.kit.radio_cards import RadioCards, Way
from ui.theme import px


class Paper(StrEnum):
    """The papers of this drawer."""

    BADGES = "badges"
    CERTIFICATES = "certificates"


class BadgeChoices(QWidget):
    """Every change is told at once; what a paper does not ask for is not shown."""

    changed = Signal()

    def __init__(self, first: Paper) -> None:
        super().__init__()
        badges = Way(Paper.BADGES, tr("Name badges"), tr("Ten on a sheet, to be cut"), "Alt+1")
        each = tr("A page for each person, with a number")
        certificates = Way(Paper.CERTIFICATES, tr("Certificates of attendance"), each, "Alt+2")
        self.papers = RadioCards(tr("Which paper"), [badges, certificates], first)
        self.ticks = {
            language: Tick(language_name(language), on=language is Language.LV)
            for language in Language
        }
        self.ticks[Language.LV].setEnabled(False)
        self.ticks[Language.LV].setToolTip(tr("Latvian is always on paper, and first."))
        self.spoken = Tick(tr("The language somebody speaks"), on=True)
        self.least = NumberField(1, 1, 1)
        self.count = Label("", role="sub", wrap=True)
        self._lay_out()
        self.papers.chosen.connect(self._tell)
        for tick in (*self.ticks.values(), self.spoken):
            tick.toggled.connect(self._tell)
        self.least.valueChanged.connect(self._tell)
        self._show_fields()

    @property
    def paper(self) -> Paper:
        return Paper(self.papers.value())

    def languages(self) -> tuple[Language, ...]:
        return tuple(one for one, tick in self.ticks.items() if tick.isChecked())

    def set_sessions(self, sessions: int) -> None:
        """More than half of the sessions earn a certificate, unless it is chosen otherwise."""
        self.least.setRange(1, max(1, sessions))
        self.least.setValue(sessions // 2 + 1 if sessions > 1 else 1)

    def shown(self, badges: Sequence[Badge]) -> list[Badge]:
        """With or without languages."""
        if self.spoken.isChecked():
            return list(badges)
        return [replace(one, spoken=()) for one in badges]

    def say_count(self, certificates: int | None) -> None:
        self.count.setVisible(certificates is not None)
        if certificates is not None:
            self.count.setText(ntr("{n} certificate", "{n} certificates", certificates))

    def _tell(self, _value: object = None) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        badges = self.paper is Paper.BADGES
        self.spoken.setVisible(badges)
        self._least_field.setVisible(not badges)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(8))
        self._least_field = Field(tr("Came at least so many times"), self.least)
        languages = Flow(px(12))
        languages.add(*self.ticks.values())
        column.addWidget(self.papers)
        column.addWidget(Label(tr("Languages"), role="field"))
        column.addLayout(languages)
        for part in (self.spoken, self._least_field, self.count):
            column.addWidget(part)
        column.addStretch(1)
