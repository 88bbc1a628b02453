"""What would help? The drawer in which needs are recorded, with consent, never a diagnosis."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.accessibility.actions import NewNeed, RecordNeeds
from app.accessibility.guard import sounds_like_diagnosis
from app.accessibility.vocabulary import WORDS, Support
from app.clock import wall_now
from app.errors import Refused
from app.events.queries import UpcomingOf, UpcomingRow
from app.ids import new_id
from app.language import clock_time, day_month, tr, words
from app.visitors.model import How
from app.visitors.queries import Card, VisitorCard
from ui.accessibility.shown import ICONS
from ui.desk import QtDesk
from ui.events.find_box import FindBox
from ui.kit.cards import FlatCard, Note
from ui.kit.date_field import DateField
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, TextField, Tick
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens
from ui.visitors.told_groups import HOW

A_YEAR = timedelta(days=365)


class RecordDrawer(Drawer):
    """Saving is off, with the reason beside it, until something is ticked and agreed to.

    Without a visitor it first asks for whom.
    """

    new_person = Signal(str)
    """Shift+Enter in the box, with what was typed."""

    def __init__(self, caller: QWidget, desk: QtDesk, visitor_id: UUID | None = None) -> None:
        super().__init__(caller, tr("What would help?"), width=500)
        self._desk, self._visitor_id = desk, visitor_id
        self._events: dict[UUID, UpcomingRow] = {}
        self._name = Label("", role="h3", wrap=True)
        self.column.addWidget(self._name)
        self._find_box()
        self.column.addWidget(
            Note(
                "info",
                tr(
                    "“Can we prepare something so that you feel comfortable here?” "
                    "We do not ask for a diagnosis and do not write one down."
                ),
            )
        )
        self._supports()
        self.own_words = TextField()
        self.own_words.textChanged.connect(self._look_at_words)
        self._own_words_field = Field(
            tr("In the person's own words (if they wish)"), self.own_words
        )
        self.column.addWidget(self._own_words_field)
        self._consent_box()
        self._refusal = Note("danger", "")
        self._refusal.hide()
        self.column.addWidget(self._refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Save"))
        self._why_not = Label("", role="cap", wrap=True)
        self.foot.addWidget(self._why_not, 1)
        self.accepted.connect(self._save)
        self._look()
        if visitor_id is not None:
            self._set_person(visitor_id)

    def _find_box(self) -> None:
        self.box = FindBox(self._desk)
        self._find: Field = Field(tr("For whom"), self.box)
        self.box.setPlaceholderText(tr("Name or card · Enter = choose"))
        self.box.person.connect(self._set_person)
        self.box.said.connect(lambda text, _: self._find.set_error(text))
        self.box.textEdited.connect(lambda _: self._find.clear_error())
        self.box.new_person.connect(self._register)
        self.column.addWidget(self._find)
        self._find.setVisible(self._visitor_id is None)

    def _set_person(self, visitor_id: UUID) -> None:
        self._visitor_id = visitor_id
        self._desk.ask(VisitorCard(visitor_id), self._show_name)
        today = wall_now(self._desk.clock).date()
        self._desk.ask(UpcomingOf(visitor_id, today), self._show_events)
        self._look()

    def _register(self, text: str) -> None:
        self.dismiss()
        self.new_person.emit(text)

    def _supports(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(px(2))
        grid.setColumnStretch(1, 1)
        self.ticks: dict[Support, Tick] = {}
        for place, (support, name) in enumerate(WORDS.items()):
            tick = Tick(words(name))
            tick.toggled.connect(lambda _: self._look())
            self.ticks[support] = tick
            grid.addWidget(IconLabel(ICONS[support], tokens().primary, 20), place, 0)
            grid.addWidget(tick, place, 1)
        self.column.addLayout(grid)

    def _consent_box(self) -> None:
        today = wall_now(self._desk.clock).date()
        box = FlatCard()
        self.consent = Tick(tr("Agrees that we write this down"))
        self.consent.toggled.connect(lambda _: self._look())
        box.column.addWidget(self.consent)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        self._how = Choice([(how, words(name)) for how, name in HOW.items()], How.SPOKEN)
        self._until = DateField(today + A_YEAR, today)
        row.addWidget(Field(tr("How"), self._how))
        row.addWidget(Field(tr("Until"), self._until))
        box.column.addLayout(row)
        self.only_for = Choice([(None, tr("always, until the consent ends"))], None)
        self.only_for.picked.connect(lambda _: self._show_until())
        self._only_for_field = Field(tr("For what"), self.only_for)
        box.column.addWidget(self._only_for_field)
        self.column.addWidget(box)

    def _show_name(self, card: Card | None) -> None:
        if card is None:
            self.dismiss()
            return
        had_focus = self.box.hasFocus()
        self._find.hide()
        if had_focus:
            next(iter(self.ticks.values())).setFocus()
        year = f" · {card.row.birth_year}" if card.row.birth_year else ""
        self._name.setText(f"{card.row.name}{year}")

    def _show_events(self, rows: tuple[UpcomingRow, ...]) -> None:
        only = [
            (
                row.session_id,
                tr(
                    "Only for this event: {title}, {day} {at}",
                    title=row.title or tr("Session"),
                    day=day_month(row.start.date()),
                    at=clock_time(row.start),
                ),
            )
            for row in rows
        ]
        self._events = {row.session_id: row for row in rows}
        self.only_for.set_options([(None, tr("always, until the consent ends")), *only], None)

    def _show_until(self) -> None:
        """A consent for one event ends with its day."""
        row = self._events.get(self.only_for.value())
        if row is None:
            self._only_for_field.set_hint("")
            self._until.set_day(wall_now(self._desk.clock).date() + A_YEAR)
            return
        day = row.end.date()
        self._until.set_day(day)
        deleted = day_month(day + timedelta(days=1))
        self._only_for_field.set_hint(tr("Will be deleted on {day}.", day=deleted))

    def _look_at_words(self, text: str) -> None:
        if sounds_like_diagnosis(text):
            self._own_words_field.set_hint(tr("Write what is to be prepared, not a diagnosis."))
        else:
            self._own_words_field.set_hint("")

    def _look(self) -> None:
        chosen = any(tick.isChecked() for tick in self.ticks.values())
        why = ""
        if self._visitor_id is None:
            why = tr("Choose for whom.")
        elif not chosen:
            why = tr("Tick what would help.")
        elif not self.consent.isChecked():
            why = tr("Without consent this is not written down.")
        self._why_not.setText(why)
        if self.primary is not None:
            self.primary.setEnabled(not why)
            self.primary.setAccessibleDescription(why)

    def _save(self) -> None:
        until = self._until.day()
        if self._visitor_id is None:
            return
        if until is None:
            self._refused_text(tr("Write the day until which the consent holds."))
            return
        needs = tuple(
            NewNeed(new_id(), support, self.own_words.text() if first else "")
            for first, support in self._chosen()
        )
        row = self._events.get(self.only_for.value())
        action = RecordNeeds(
            self._visitor_id,
            needs,
            new_id(),
            How(self._how.value()),
            until,
            self._desk.clock.now(),
            row.event_id if row is not None else None,
        )
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _chosen(self) -> list[tuple[bool, Support]]:
        """Own words go with "something else" when it is ticked, else with the first tick."""
        chosen = [support for support, tick in self.ticks.items() if tick.isChecked()]
        carries = Support.OTHER if Support.OTHER in chosen else chosen[0]
        return [(support is carries, support) for support in chosen]

    def _refused(self, refusal: Refused) -> None:
        self._refused_text(str(refusal))

    def _refused_text(self, text: str) -> None:
        self._refusal.say(text)
        self._refusal.show()
        self.form.ensureWidgetVisible(self._refusal)
