"""One registration: who comes along, a wheelchair's place, some dates only; or off the list."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.errors import Refused
from app.events.facts import MOST_COMPANIONS, Facts
from app.events.registering import CancelRegistration
from app.events.registration_facts import ChangeRegistration, OneRegistration, RegistrationCard
from app.language import clock_time, day_month, say, tr
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.drawer import Drawer
from ui.kit.forms import Field, NumberField, Tick
from ui.kit.labels import Label


class RegistrationDrawer(Drawer):
    """What is chosen stays when it is refused."""

    def __init__(self, caller: QWidget, desk: QtDesk, registration_id: UUID) -> None:
        super().__init__(caller, tr("Registration"), width=480)
        self._desk, self._id = desk, registration_id
        self._card: RegistrationCard | None = None
        self.who = Label("", role="h3", wrap=True)
        self.companions = NumberField(0, 0, MOST_COMPANIONS)
        self.wheelchair = Tick(tr("Needs a wheelchair place"))
        self.dates: dict[UUID, Tick] = {}
        self.refusal = Note("danger")
        self.refusal.hide()
        self.off = Button(tr("Take off the list"), icon="close")
        self.off.clicked.connect(self._take_off)
        self.column.addWidget(self.who)
        self.column.addWidget(Field(tr("How many come along"), self.companions))
        self.column.addWidget(self.wheelchair)
        self._dates = Label(tr("Comes to these dates"), role="field")
        self._dates.hide()
        self.column.addWidget(self._dates)
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Save"))
        self.foot.addWidget(self.off)
        self.accepted.connect(self._keep)
        desk.ask(OneRegistration(registration_id), self._show)

    def facts(self) -> Facts:
        chosen = frozenset(one for one, tick in self.dates.items() if tick.isChecked())
        every = len(chosen) == len(self.dates)
        return Facts(
            self.companions.value(),
            self.wheelchair.isChecked(),
            frozenset() if every else chosen,
        )

    def _show(self, card: RegistrationCard) -> None:
        self._card = card
        self.who.setText(card.name)
        self.companions.setValue(card.facts.companions)
        self.wheelchair.setChecked(card.facts.wheelchair_place)
        several = len(card.dates) > 1
        self._dates.setVisible(several)
        at = self.column.indexOf(self._dates)
        for n, (session_id, start) in enumerate(card.dates if several else (), 1):
            comes = not card.facts.session_ids or session_id in card.facts.session_ids
            tick = Tick(f"{day_month(start.date())}, {clock_time(start)}", on=comes)
            self.dates[session_id] = tick
            self.column.insertWidget(at + n, tick)

    def _keep(self) -> None:
        if self._card is None:
            return
        wanted = self.facts()
        if self.dates and not any(tick.isChecked() for tick in self.dates.values()):
            self._refused(Refused(say("Choose at least one date, or take her off the list.")))
        elif wanted == self._card.facts:
            self.dismiss()
        else:
            action = ChangeRegistration(self._id, self._card.facts, wanted)
            self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _take_off(self) -> None:
        action = CancelRegistration(self._id, withdrawn=True)
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        announce(self, str(refusal))
