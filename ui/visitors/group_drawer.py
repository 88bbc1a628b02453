"""A group has come: who they are, and how many of each age."""

from PySide6.QtWidgets import QGridLayout, QWidget

from app.errors import Refused
from app.ids import new_id
from app.language import ntr, tr, words
from app.visitors.model import Band
from app.visitors.organisations import OrganisationRow, Organisations
from app.visitors.parties import MOST, CountGroup, Head
from ui.desk import QtDesk
from ui.kit.cards import Note
from ui.kit.drawer import Drawer
from ui.kit.forms import Field, NumberField, SuggestField
from ui.kit.labels import Label
from ui.theme import px
from ui.visitors.shown import BANDS

AGES = {Band.CHILD: "0–12", Band.YOUTH: "13–29", Band.ADULT: "30–64", Band.SENIOR: "65+"}


class GroupDrawer(Drawer):
    """An organisation is offered while typing; any other name will do, and none too."""

    def __init__(self, caller: QWidget, desk: QtDesk) -> None:
        super().__init__(caller, tr("A group has come"), width=420)
        self._desk = desk
        self.name = SuggestField()
        self.column.addWidget(
            Field(
                tr("Who they are"), self.name, tr("Such as Pensioners’ association; may be empty.")
            )
        )
        self.heads: dict[Band, NumberField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        for place, (band, name) in enumerate(BANDS):
            number = NumberField(0, 0, MOST)
            number.valueChanged.connect(lambda _: self._say_total())
            self.heads[band] = number
            field = Field(words(name), number, AGES[band])
            grid.addWidget(field, place // 2, place % 2)
        self.column.addLayout(grid)
        self.total = Label("", role="strong")
        self.column.addWidget(self.total)
        self.column.addWidget(
            Label(
                tr("Nobody’s name is written down. They leave together by one key."),
                role="sub",
                wrap=True,
            )
        )
        self.refusal = Note("danger", "")
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Check in"))
        self.accepted.connect(self._count)
        self._say_total()
        desk.ask(Organisations(), self._know)

    def _know(self, rows: tuple[OrganisationRow, ...]) -> None:
        self.name.set_options([(row.id, row.name) for row in rows])

    def _say_total(self) -> None:
        n = sum(number.value() for number in self.heads.values())
        self.total.setText(ntr("{n} person in all", "{n} people in all", n))

    def _count(self) -> None:
        for number in self.heads.values():
            number.interpretText()
        heads = tuple(
            Head(new_id(), band)
            for band, number in self.heads.items()
            for _ in range(number.value())
        )
        organisation_id = self.name.value()
        name = "" if organisation_id else self.name.text()
        action = CountGroup(new_id(), heads, self._desk.clock.now(), name, organisation_id)
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        self.heads[Band.CHILD].setFocus()
