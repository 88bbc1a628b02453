"""The page of residents' ideas: one line notes a new one; below the list, and one of them beside."""

from collections.abc import Callable
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.action import Kind
from app.clock import wall_now
from app.errors import Refused
from app.ids import new_id
from app.initiatives.actions import NoteIdea
from app.initiatives.details import InitiativeDetails
from app.initiatives.model import Origin
from app.initiatives.queries import InitiativeCard, InitiativeRow, Initiatives, OneInitiative
from app.initiatives.vocabulary import ORIGINS, STAGES
from app.language import day_month, ntr, tr, words
from app.opinions.queries import OpinionsOfInitiative, SessionsOfInitiative
from app.permission import Permission
from ui.initiatives.card import Card
from ui.kit.announce import announce
from ui.kit.beside import Beside
from ui.kit.buttons import Button
from ui.kit.cards import Card as Box
from ui.kit.cards import Note
from ui.kit.forms import Choice, TextField
from ui.kit.labels import Label
from ui.kit.lists import RowList
from ui.kit.row_painter import RowLook
from ui.kit.scroll import Scroll
from ui.kit.tab import Tab
from ui.theme import px

LIST, BESIDE = 330, 820


class InitiativesPage(Tab):
    """Ctrl+N goes to the line in which an idea is noted."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.INITIATIVES, Kind.EVENTS, Kind.OPINIONS, Kind.VISITORS, Kind.REGISTRATIONS}
    )

    def build(self) -> None:
        self._wanted: UUID | None = None
        self._may_note = self.desk.may(Permission.NOTE_IDEAS)
        self.idea = TextField("", tr("An idea in one line"))
        self.idea.setAccessibleName(tr("An idea in one line"))
        self.idea.returnPressed.connect(self.note)
        self.origin = Choice([(one, words(name)) for one, name in ORIGINS.items()], Origin.RESIDENT)
        self.origin.setAccessibleName(tr("Who had the idea"))
        self.add = Button(tr("Note the idea"), kind="primary", icon="add", key="Enter")
        self.add.clicked.connect(self.note)
        self.refusal = Note("danger")
        self.refusal.hide()
        self.list = RowList(tr("Ideas and initiatives"), _look)
        self.list.chosen.connect(self._chosen)
        self.card = Card(self.desk)
        self.card.go.connect(self.go)
        self.hint = Label(tr("Note the first idea: one line is enough."), role="sub", wrap=True)
        self._lay_out()

    def reload(self) -> None:
        self.desk.ask(Initiatives(), self._show_list)
        if self._wanted is not None:
            self._ask_card(self._wanted)

    def show_this(self, what: object) -> None:
        """The id of an initiative, or "note": the line in which one is noted."""
        if isinstance(what, UUID):
            self._wanted = what
            self.reload()
        elif what == "note":
            self.new()

    def note(self) -> None:
        """Enter in the line: what was written stays when it is refused."""
        idea_id, today = new_id(), wall_now(self.desk.clock).date()
        details = InitiativeDetails(self.idea.text(), origin=self.origin.value())
        action = NoteIdea(idea_id, new_id(), details, today)
        self.desk.do(action, lambda _: self._noted(idea_id), self._refused)

    def new(self) -> None:
        self.idea.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_focus(self) -> None:
        self.panels()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panels(self) -> list[QWidget]:
        return [self.idea, self.list, self.card]

    def set_private(self, private: bool) -> None:
        super().set_private(private)
        self.card.set_private(private)

    def _noted(self, idea_id: UUID) -> None:
        self.refusal.hide()
        self.idea.clear()
        self._wanted = idea_id
        self.reload()

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        announce(self, str(refusal))

    def _chosen(self, row: InitiativeRow | None) -> None:
        if row is not None and row.id != self._wanted:
            self._ask_card(row.id)

    def _ask_card(self, initiative_id: UUID) -> None:
        self._wanted = initiative_id
        self.desk.ask_beside(
            OneInitiative(initiative_id), self._show_card, lambda _: self._forget()
        )
        self.desk.ask(
            SessionsOfInitiative(initiative_id),
            lambda sessions: self._if_wanted(
                initiative_id, lambda: self.card.show_sessions(sessions)
            ),
        )
        self.desk.ask(
            OpinionsOfInitiative(initiative_id),
            lambda rows: self._if_wanted(initiative_id, lambda: self.card.show_opinions(rows)),
        )

    def _if_wanted(self, initiative_id: UUID, show: Callable[[], None]) -> None:
        """Another one may have been chosen meanwhile; answers come in any order."""
        if initiative_id == self._wanted:
            show()

    def _forget(self) -> None:
        """It was taken back, here or at another desk."""
        self._wanted = None
        self.card.hide()

    def _show_list(self, rows: tuple[InitiativeRow, ...]) -> None:
        self.list.set_rows(rows)
        self.hint.setVisible(not rows)
        self.card.setVisible(bool(rows))
        if rows and (self._wanted is None or not self.list.choose(self._wanted)):
            self.list.choose(rows[0].id)
            self._ask_card(rows[0].id)

    def _show_card(self, card: InitiativeCard) -> None:
        if card.id == self._wanted:
            self.card.show_card(card)

    def _lay_out(self) -> None:
        note = QHBoxLayout()
        note.setSpacing(px(8))
        note.addWidget(self.idea, 1)
        note.addWidget(self.origin)
        note.addWidget(self.add)
        self._note = QWidget()
        self._note.setLayout(note)
        note.setContentsMargins(0, 0, 0, 0)
        if not self._may_note:
            self._note.hide()
        left = Box((1, 1, 1, 1), gap=0)
        left.column.addWidget(self.hint)
        self.hint.setContentsMargins(px(16), px(12), px(16), px(12))
        left.column.addWidget(self.list, 1)
        left.setMinimumWidth(px(LIST))
        page = Scroll()
        page.column.addWidget(Beside(left, self.card, BESIDE, grows=1), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(20), px(16))
        column.setSpacing(px(10))
        column.addWidget(self._note)
        column.addWidget(self.refusal)
        column.addWidget(page, 1)


def _look(row: InitiativeRow) -> RowLook:
    under = [words(STAGES[row.stage]), words(ORIGINS[row.origin])]
    if row.next_step:
        by = f" ({day_month(row.next_by)})" if row.next_by else ""
        under.append(f"→ {row.next_step}{by}")
    elif row.team:
        under.append(ntr("{n} person", "{n} people", row.team))
    return RowLook(row.title, " · ".join(under))
