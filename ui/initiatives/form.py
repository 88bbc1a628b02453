"""The drawer of one idea: all that is said about it."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clock import wall_now
from app.errors import Refused
from app.initiatives.actions import EditInitiative, RemoveInitiative
from app.initiatives.details import MOST_REACHED
from app.initiatives.queries import InitiativeCard
from app.initiatives.vocabulary import ORIGINS
from app.language import tr, words
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.date_field import DateField
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, LongTextField, NumberField, TextField, Tick
from ui.theme import px
from ui.visitors.person_field import PersonField


class InitiativeDrawer(Drawer):
    """What is typed stays when it is refused."""

    def __init__(self, caller: QWidget, desk: QtDesk, card: InitiativeCard) -> None:
        super().__init__(caller, tr("Initiative"), width=540)
        self._desk, self._id, self._seen = desk, card.id, card.details
        seen, today = card.details, wall_now(desk.clock).date()
        self.name = TextField(seen.title)
        self.words = LongTextField(seen.words, lines=3)
        self.origin = Choice([(one, words(name)) for one, name in ORIGINS.items()], seen.origin)
        self.proposer = PersonField(desk)
        if seen.proposer_id is not None:
            self.proposer.know(seen.proposer_id, card.proposer)
        self.step, self.who = TextField(seen.next_step), TextField(seen.next_who)
        self.has_day = Tick(tr("By when"), on=seen.next_by is not None)
        self.by = DateField(seen.next_by or today, today)
        self.by.setAccessibleName(tr("By when"))
        self.by.setEnabled(seen.next_by is not None)
        self.has_day.toggled.connect(self.by.setEnabled)
        self.funder, self.number = TextField(seen.funder), TextField(seen.project_number)
        self.result = LongTextField(seen.result, lines=3)
        self.reached = NumberField(seen.reached or 0, 0, MOST_REACHED, zero=tr("not counted"))
        self.refusal = Note("danger")
        self.refusal.hide()
        self._lay_out()
        self.set_verbs(tr("Save"))
        gone = Button(tr("Take the idea out"), kind="quiet")
        gone.clicked.connect(lambda: self._do(RemoveInitiative(self._id)))
        self.foot.addWidget(gone)
        self.accepted.connect(self._keep)

    def _keep(self) -> None:
        day: date | None = self.by.day() if self.has_day.isChecked() else None
        if self.has_day.isChecked() and day is None:
            self._say(tr("Write the day like 22.10 or Thursday."))
            return
        if self.proposer.text().strip() and self.proposer.value() is None:
            self._say(
                tr("Choose somebody from the list: write a few letters, then the arrow down.")
            )
            return
        wanted = replace(
            self._seen,
            title=self.name.text(),
            words=self.words.text(),
            origin=self.origin.value(),
            proposer_id=self.proposer.value(),
            next_step=self.step.text(),
            next_who=self.who.text(),
            next_by=day,
            funder=self.funder.text(),
            project_number=self.number.text(),
            result=self.result.text(),
            reached=self.reached.value() or None,
        )
        self._do(EditInitiative(self._id, self._seen, wanted))

    def _do(self, action: EditInitiative | RemoveInitiative) -> None:
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self._say(str(refusal))

    def _say(self, text: str) -> None:
        self.refusal.say(text)
        self.refusal.show()
        announce(self, text)

    def _lay_out(self) -> None:
        self.column.addWidget(Field(tr("The idea in one line"), self.name))
        self.column.addWidget(Field(tr("In their own words"), self.words))
        self._beside(
            Field(tr("Who had the idea"), self.origin), Field(tr("Proposed by"), self.proposer)
        )
        self._beside(Field(tr("Next step"), self.step), Field(tr("Who does it"), self.who))
        when = QHBoxLayout()
        when.setSpacing(px(10))
        when.addWidget(self.has_day)
        when.addWidget(self.by, 1)
        self.column.addLayout(when)
        self._beside(Field(tr("Funder"), self.funder), Field(tr("Project number"), self.number))
        self.column.addWidget(Field(tr("What came of it"), self.result))
        hint = tr("Where its events do not count them.")
        self.column.addWidget(Field(tr("How many people it reached"), self.reached, hint))
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)

    def _beside(self, left: Field, right: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        self.column.addLayout(row)
