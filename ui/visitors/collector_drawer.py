"""The drawer in which it is written down who may collect a child, and who said so."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.errors import Refused
from app.ids import new_id
from app.language import tr
from app.visitors.collectors import AddCollector, Collecting, Person
from app.visitors.queries import Relative
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.cards import Note
from ui.kit.drawer import Drawer
from ui.kit.forms import Field, Tick
from ui.kit.labels import Label
from ui.visitors.person_field import PersonField


class CollectorDrawer(Drawer):
    """For all the children at once, or for some; the guardian is suggested as who said it."""

    def __init__(
        self,
        caller: QWidget,
        desk: QtDesk,
        children: Sequence[Relative],
        guardian: Relative | None,
        guardian_name: str = "",
    ) -> None:
        super().__init__(caller, tr("Who may collect the children"), width=460)
        self._desk = desk
        self.who = PersonField(desk)
        hint = tr("Somebody from the list, or only a name.")
        self._who_field = Field(tr("May collect"), self.who, hint)
        self.column.addWidget(self._who_field)
        self.column.addWidget(Label(tr("Which children"), role="field"))
        self.ticks = {one.id: Tick(one.name, on=True) for one in children}
        for tick in self.ticks.values():
            self.column.addWidget(tick)
        self.said_by = PersonField(desk, guardian_name)
        if guardian is not None:
            self.said_by.know(guardian.id, guardian.name)
        self.column.addWidget(Field(tr("Who said so"), self.said_by))
        self._refusal = Note("danger", "")
        self._refusal.hide()
        self.column.addWidget(self._refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Write down"))
        self.accepted.connect(self._save)

    def _save(self) -> None:
        children = tuple(
            Collecting(new_id(), one) for one, tick in self.ticks.items() if tick.isChecked()
        )
        if not children:
            self._say(tr("Tick at least one child."))
            return
        who, said_by = _person(self.who), _person(self.said_by)
        action = AddCollector(children, who, said_by, self._desk.clock.now())
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self._say(str(refusal))
        if not self.who.text().strip():
            self.who.setFocus()

    def _say(self, text: str) -> None:
        self._refusal.say(text)
        self._refusal.show()
        announce(self, text)


def _person(field: PersonField) -> Person:
    known = field.value()
    return Person(known) if known is not None else Person(None, field.text())
