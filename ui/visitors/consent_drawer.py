"""The drawer in which a consent is written down: for what, how, until when."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.action import Action
from app.clock import wall_now
from app.errors import Refused
from app.ids import new_id
from app.language import current, tr, words
from app.permission import Permission
from app.visitors.consents import PURPOSES, GiveConsent
from app.visitors.groups import RecordGroups
from app.visitors.model import Group, How, Purpose
from app.visitors.queries import Card
from app.visitors.register import GroupsTold
from app.visitors.wordings import newest, wording
from ui.desk import QtDesk
from ui.kit.cards import Note
from ui.kit.date_field import DateField
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, Tick
from ui.kit.labels import Label
from ui.visitors.group_words import GROUPS
from ui.visitors.told_groups import HOW


class ConsentDrawer(Drawer):
    """Needs are not given here: they are told together with what helps (F6)."""

    def __init__(self, caller: QWidget, desk: QtDesk, card: Card) -> None:
        super().__init__(caller, tr("New consent"), width=460)
        self._desk, self._visitor_id = desk, card.row.id
        today = wall_now(desk.clock).date()
        self.column.addWidget(Label(card.row.name, role="h2", wrap=True))
        purposes = [Purpose.PHONE, Purpose.EMAIL, Purpose.PHOTO]
        if desk.may(Permission.RECORD_NEEDS):
            purposes += [Purpose.ASSISTANCE, Purpose.GROUPS]
        self._purpose = Choice([(one, words(PURPOSES[one])) for one in purposes], Purpose.PHONE)
        self._purpose.currentIndexChanged.connect(lambda _: self._on_purpose())
        self.column.addWidget(Field(tr("What she or he agrees to"), self._purpose))
        self._words = Note("info")
        self.column.addWidget(self._words)
        self._ticks = {group: Tick(words(name)) for group, name in GROUPS.items()}
        for tick in self._ticks.values():
            self.column.addWidget(tick)
        self._how = Choice([(how, words(name)) for how, name in HOW.items()], How.SPOKEN)
        self.column.addWidget(Field(tr("How the consent was given"), self._how))
        self._until = DateField(today + timedelta(days=365), today)
        self._until_field = Field(tr("Until"), self._until)
        self.column.addWidget(self._until_field)
        self._refusal = Note("danger", "")
        self._refusal.hide()
        self.column.addWidget(self._refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Write down"))
        self.accepted.connect(self._save)
        self._on_purpose()

    def _on_purpose(self) -> None:
        """The words to be read out, in the language of the desk."""
        purpose = Purpose(self._purpose.value())
        texts = wording(purpose, newest(purpose))
        self._words.say(tr("Read out: “{text}”", text=texts[current()]) if texts else "")
        for tick in self._ticks.values():
            tick.setVisible(self._purpose.value() is Purpose.GROUPS)

    def _save(self) -> None:
        until = self._until.day()
        if until is None:
            self._until_field.set_error(tr("Choose a day."))
            return
        self._until_field.clear_error()
        made = self._groups if self._purpose.value() is Purpose.GROUPS else self._plain
        make: Callable[[UUID, date], Action] = made
        self._desk.do(make(new_id(), until), lambda _: self.dismiss(), self._refused)

    def _plain(self, consent_id: UUID, until: date) -> Action:
        return GiveConsent(
            consent_id,
            self._visitor_id,
            Purpose(self._purpose.value()),
            How(self._how.value()),
            until,
            self._desk.clock.now(),
        )

    def _groups(self, consent_id: UUID, until: date) -> Action:
        ticked: frozenset[Group] = frozenset(
            group for group, tick in self._ticks.items() if tick.isChecked()
        )
        told = GroupsTold(ticked, consent_id, How(self._how.value()), until)
        return RecordGroups(self._visitor_id, told, self._desk.clock.now())

    def _refused(self, refusal: Refused) -> None:
        self._refusal.say(str(refusal))
        self._refusal.show()
