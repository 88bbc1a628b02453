"""Everything an event may say but its dates: the fields of its form, read back as one value."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.events.check_dates import EventChoices
from app.events.details import EventDetails
from app.events.vocabulary import TARGETS, WHEN_FULL
from app.language import tr, words
from ui.events.moment_field import MomentField
from ui.events.places_box import PlacesBox
from ui.kit.cards import FlatCard
from ui.kit.flow import Flow
from ui.kit.forms import Choice, Field, LongTextField, SuggestField, TextField, Tick
from ui.kit.labels import IconLabel, Label
from ui.theme import px


class DetailFields:
    """Its fields are laid out by the drawer: ``above`` and ``below`` the dates."""

    def __init__(self, seen: EventDetails, today: date) -> None:
        self._seen = seen
        self.name = TextField(seen.title)
        self.in_ukrainian = TextField(seen.title_in_ukrainian)
        self.initiative = Choice([(None, tr("None"))])
        self.leader = TextField(seen.leader)
        self.organiser = Choice([(None, tr("The centre itself"))])
        self.project = SuggestField(seen.project)
        self.places = PlacesBox(seen)
        self.opens = MomentField(seen.opens, today, tr("at once"))
        self.closes = MomentField(seen.closes, today, tr("until it begins"), last=True)
        self.when_full = Choice(
            [(one, words(said)) for one, said in WHEN_FULL.items()], seen.when_full
        )
        self.on_poster = Tick(tr("Show on the programme of the month"), on=seen.on_poster)
        self.photo_note = Tick(tr("Note about photographs on the sheet"), on=seen.photo_note)
        self.open_doors = Tick(tr("Open doors"), on=seen.open_doors)
        self.confidential = Tick(tr("Confidential"), on=seen.confidential)
        self.targets = {
            one: Tick(words(said), on=one in seen.target_groups) for one, said in TARGETS.items()
        }
        self.description = LongTextField(seen.description, lines=3)
        self.above = _Above(self)
        self.below = _Below(self)

    def offer(self, choices: EventChoices) -> None:
        """What there is to choose from has been read; what was chosen meanwhile stays."""
        none, centre = (None, tr("None")), (None, tr("The centre itself"))
        self.initiative.set_options([none, *choices.initiatives], self._seen.initiative_id)
        self.organiser.set_options([centre, *choices.organisers], self._seen.organiser_id)
        self.project.set_options([(one, one) for one in choices.projects])

    def details(self) -> EventDetails:
        """What the fields say."""
        places = self.places
        return replace(
            self._seen,
            title=self.name.text(),
            title_in_ukrainian=self.in_ukrainian.text(),
            initiative_id=_chosen(self.initiative, self._seen.initiative_id),
            leader=self.leader.text(),
            organiser_id=_chosen(self.organiser, self._seen.organiser_id),
            project=self.project.text(),
            capacity=places.capacity.value() or None,
            companion_places=places.companions.value(),
            wheelchair_places=places.wheelchairs.value(),
            opens=self.opens.moment(),
            closes=self.closes.moment(),
            when_full=self.when_full.value(),
            on_poster=self.on_poster.isChecked(),
            photo_note=self.photo_note.isChecked(),
            open_doors=self.open_doors.isChecked(),
            confidential=self.confidential.isChecked(),
            target_groups=frozenset(one for one, tick in self.targets.items() if tick.isChecked()),
            description=self.description.text(),
        )

    def mend(self) -> bool:
        """Say what cannot be read, and put the focus there; False when there is nothing to mend."""
        if not self.name.text().strip():
            self.above.name.set_error(tr("Write the title of the event."))
            self.name.setFocus()
            return True
        for moment, field in ((self.opens, self.below.opens), (self.closes, self.below.closes)):
            if not moment.readable:
                field.set_error(tr("Write it like 21.10.2026, 12.00."))
                moment.setFocus()
                return True
        return False


class _Above(QWidget):
    """Titles, initiative, leader."""

    def __init__(self, fields: DetailFields) -> None:
        super().__init__()
        column = _column(self)
        self.name = Field(tr("Title in Latvian"), fields.name)
        fields.name.textChanged.connect(lambda _: self.name.clear_error())
        column.addWidget(self.name)
        column.addWidget(Field(tr("Title in Ukrainian (if needed)"), fields.in_ukrainian))
        column.addLayout(
            _row(
                (Field(tr("Initiative"), fields.initiative), 3),
                (Field(tr("Led by"), fields.leader), 2),
            )
        )


class _Below(QWidget):
    """Places, registration, project, ticks, and what is rarely said."""

    def __init__(self, fields: DetailFields) -> None:
        super().__init__()
        column = _column(self)
        self.opens = Field(tr("Register from"), fields.opens)
        self.closes = Field(tr("Register until"), fields.closes)
        fields.opens.textChanged.connect(lambda _: self.opens.clear_error())
        fields.closes.textChanged.connect(lambda _: self.closes.clear_error())
        column.addWidget(fields.places)
        column.addLayout(
            _row(
                (self.closes, 3),
                (Field(tr("When no place is left"), fields.when_full), 4),
                (Field(tr("Project"), fields.project), 3),
            )
        )
        ticks = Flow(px(18))
        ticks.add(fields.on_poster, fields.photo_note)
        column.addLayout(ticks)
        column.addLayout(_row((self.opens, 3), (Field(tr("Organiser"), fields.organiser), 6)))
        column.addWidget(Label(tr("For whom"), role="field"))
        groups = Flow(px(14))
        groups.add(*fields.targets.values())
        column.addLayout(groups)
        column.addWidget(Field(tr("Description"), fields.description))
        column.addWidget(_rare(fields))


def _rare(fields: DetailFields) -> FlatCard:
    card = FlatCard()
    for tick, meaning, icon in (
        (fields.open_doors, tr("people just come, without registering"), "door"),
        (
            fields.confidential,
            tr("a support group: its sheet has a neutral title and no organisations"),
            "lock",
        ),
    ):
        line = QHBoxLayout()
        line.setSpacing(px(10))
        line.addWidget(tick)
        line.addWidget(Label(meaning, role="sub", wrap=True), 1)
        line.addWidget(IconLabel(icon))
        tick.setAccessibleDescription(meaning)
        card.column.addLayout(line)
    return card


def _chosen(choice: Choice, seen: Any) -> Any:
    """Until the options have been read, nobody can have chosen another."""
    return choice.value() if choice.count() > 1 else seen


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(9))
    return column


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(10))
    for widget, stretch in parts:
        row.addWidget(widget, stretch)
    return row
