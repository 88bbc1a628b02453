"""What somebody came for and where she is: a digit each, and Ctrl+Enter."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from app.clock import wall_now
from app.errors import Refused
from app.language import tr, words
from app.people.on_site import RoomOnSite, RoomsOnSite
from app.visitors.activities import ACTIVITIES, Doing, SetActivities
from app.visitors.queries import Card, PastVisit
from ui.desk import QtDesk
from ui.kit.cards import Note
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, Tick
from ui.kit.labels import Label
from ui.theme import px


class DoingDrawer(Drawer):
    """Of one visit, or of a whole group; several things in one visit."""

    def __init__(
        self, caller: QWidget, desk: QtDesk, who: str, visit_ids: tuple[UUID, ...], seen: Doing
    ) -> None:
        super().__init__(caller, tr("What for"), width=420)
        self._desk, self._visit_ids, self._seen = desk, visit_ids, seen
        self.column.addWidget(Label(who, role="strong", wrap=True))
        self.ticks = {
            one: Tick(words(said), on=one in seen.activities) for one, said in ACTIVITIES.items()
        }
        grid = QGridLayout()
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        for place, tick in enumerate(self.ticks.values(), 1):
            grid.addWidget(Label(str(place), role="kbd"), place, 0)
            grid.addWidget(tick, place, 1)
            key = QShortcut(QKeySequence(str(place)), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(_toggle, tick))
        self.column.addLayout(grid)
        self.room = Choice([(None, tr("not said"))])
        self.column.addWidget(
            Field(tr("Room"), self.room, tr("Whoever attends a session is shown in its room."))
        )
        self._refusal = Note("danger", "")
        self._refusal.hide()
        self.column.addWidget(self._refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Save"))
        self.accepted.connect(self._save)
        desk.ask(RoomsOnSite(wall_now(desk.clock)), self._know_rooms)

    def _know_rooms(self, rooms: tuple[RoomOnSite, ...]) -> None:
        options = [(None, tr("not said")), *((room.id, room.name) for room in rooms)]
        self.room.set_options(options, self._seen.room_id)

    def _save(self) -> None:
        chosen = frozenset(one for one, tick in self.ticks.items() if tick.isChecked())
        wanted = Doing(chosen, self.room.value())
        if wanted == self._seen:
            self.dismiss()
            return
        action = SetActivities(self._visit_ids, self._seen, wanted)
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self._refusal.say(str(refusal))
        self._refusal.show()


def visit_now(card: Card) -> PastVisit | None:
    """The visit somebody is on."""
    return next((visit for visit in card.visits if visit.left is None), None)


def _toggle(tick: Tick) -> None:
    tick.toggle()
    tick.setFocus(Qt.FocusReason.ShortcutFocusReason)
