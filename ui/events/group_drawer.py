"""Registering a group: pasted names, a class, last time's people; looked at before anything is kept."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.action import Action
from app.clock import wall_now
from app.errors import Refused
from app.events.board import BoardOfSession
from app.events.group_match import Group, GroupSources, MatchNames, Outcome, PeopleOf, Source
from app.events.model import Via, WhenFull
from app.events.pasted_names import MOST_LINES, lines_in, read_pasted
from app.events.register_group import RegisterGroup
from app.language import ntr, short_date, tr, words
from app.visitors.organisations import OrganisationRow, Organisations
from ui.desk import QtDesk
from ui.events.group_rows import GroupRows
from ui.events.refusal_note import RefusalNote
from ui.events.shown import VIA, board_dates, when_and_where
from ui.kit.announce import announce
from ui.kit.beside import Beside
from ui.kit.buttons import Button
from ui.kit.cards import Card, Chip, Note
from ui.kit.drawer import Drawer
from ui.kit.flow import Flow
from ui.kit.forms import Choice, Field, LongTextField
from ui.kit.labels import Label
from ui.theme import px

WIDTH = 1040
SETTLES = 250
"""Milliseconds without a letter before the names are looked for."""
LANE = "group"
BESIDE = 760
PASTE = 300
CHIPS = (
    (Outcome.FOUND, "ok", "check"),
    (Outcome.NEW, "info", "add"),
    (Outcome.DOUBTFUL, "warn", "help"),
)
"""What came of the lines, with the kind and the picture of its chip."""


class GroupDrawer(Drawer):
    """What was pasted and chosen stays when it is refused."""

    def __init__(self, caller: QWidget, desk: QtDesk, board: BoardOfSession) -> None:
        super().__init__(caller, tr("Register a group"), width=WIDTH)
        self._desk, self._board = desk, board
        self._free: int | None = None
        self._waiting = 0
        self.source = Choice([(None, tr("Names to paste"))])
        self.names = LongTextField("", lines=10)
        self.names.setPlaceholderText(tr("Liepiņa Elīna 2015"))
        self.organisation = Choice([(None, tr("none"))])
        self.dates = Choice(board_dates(board), frozenset())
        self.via = Choice([(via, words(VIA[via])) for via in Via if via != Via.WALK_IN], Via.SCHOOL)
        self.rows = GroupRows()
        self.chips = {one: Chip("", kind, icon) for one, kind, icon in CHIPS}
        self.counts = Flow(px(8))
        self.counts.add(*self.chips.values())
        self.places = Note("warn")
        self.places.hide()
        self.refusal = RefusalNote()
        self.refusal.taken.connect(self._do)
        self.too_many = Note("warn")
        self.too_many.hide()
        self.next = Button("", icon="help", key="Alt+N")
        self.next.clicked.connect(self._to_next)
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self.look)
        self.names.textChanged.connect(self._timer.start)
        self.source.picked.connect(self._source_picked)
        self.organisation.picked.connect(self._organisation_picked)
        self.dates.picked.connect(lambda _: self.look())
        self.rows.changed.connect(self._count)
        self.set_verbs(tr("Register"), tr("Only those who are sure"))
        self.foot.insertWidget(2, self.next)
        if self.other is not None:
            self.other.clicked.connect(self._keep_the_sure)
        self.accepted.connect(self._keep)
        self._lay_out()
        self._count()
        desk.ask(GroupSources(board.event_id), self._offer)
        desk.ask(Organisations(), self._offer_organisations)

    def focus_first(self) -> None:
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Ask who the people are."""
        source: Source | None = self.source.value()
        dates: frozenset[UUID] = self.dates.value() or frozenset()
        if source is not None:
            self._desk.ask_newest(LANE, PeopleOf(self._board.event_id, source, dates), self._show)
            return
        text = self.names.text()
        left = lines_in(text) - MOST_LINES
        self.too_many.setVisible(left > 0)
        if left > 0:
            self.too_many.say(
                tr(
                    "Only the first {n} names are read. Register these, then paste the rest.",
                    n=MOST_LINES,
                )
            )
        people = read_pasted(text)
        self._desk.ask_newest(LANE, MatchNames(self._board.event_id, people, dates), self._show)

    def _offer(self, sources: tuple[Source, ...]) -> None:
        options: list[tuple[Source | None, str]] = [(None, tr("Names to paste"))]
        options += [(one, _source_words(one)) for one in sources]
        self.source.set_options(options, self.source.value())

    def _offer_organisations(self, rows: tuple[OrganisationRow, ...]) -> None:
        options: list[tuple[UUID | None, str]] = [(None, tr("none"))]
        options += [(one.id, one.name) for one in rows]
        self.organisation.set_options(options, self.organisation.value())

    def _organisation_picked(self, organisation_id: UUID | None) -> None:
        self.rows.organisation_id = organisation_id

    def _source_picked(self, source: Source | None) -> None:
        self._paste.setVisible(source is None)
        self.look()

    def _show(self, group: Group) -> None:
        self._free, self._waiting = group.free, group.waiting
        self.refusal.hide()
        self.rows.show_rows(group.rows)

    def _count(self) -> None:
        found, new, doubtful = (self.rows.count(one) for one in self.chips)
        self.chips[Outcome.FOUND].set_text(ntr("{n} found", "{n} found", found))
        self.chips[Outcome.NEW].set_text(ntr("{n} new", "{n} new", new))
        self.chips[Outcome.DOUBTFUL].set_text(ntr("{n} doubtful", "{n} doubtful", doubtful))
        undecided = len(self.rows.undecided())
        self.next.setVisible(undecided > 0)
        self.next.setText(ntr("{n} to choose", "{n} to choose", undecided))
        self.next.setShortcut("Alt+N")  # Qt forgets it with the text
        members = len(self.rows.members())
        self._tell_places(members)
        if self.primary is not None:
            self.primary.setEnabled(members > 0 and not undecided)
            self.primary.setText(ntr("Register {n} person", "Register {n} people", members))
        if self.other is not None:
            self.other.setVisible(members > 0 and undecided > 0)
            self.other.setText(ntr("Only the sure one", "Only the {n} sure ones", members))

    def _tell_places(self, members: int) -> None:
        over = members - self._free if self._free is not None else 0
        self.places.setVisible(over > 0)
        if over > 0:
            first, last = self._waiting + 1, self._waiting + over
            line = f"{first}" if first == last else f"{first}–{last}"
            if self._board.details.when_full is WhenFull.CLOSED:
                self.places.say(
                    ntr(
                        "{n} place too few, and this event has no waiting list.",
                        "{n} places too few, and this event has no waiting list.",
                        over,
                    )
                )
                return
            text = ntr(
                "There are not places enough: the last {n} waits, number {line} in line.",
                "There are not places enough: the last {n} wait, numbers {line} in line.",
                over,
                line=line,
            )
            self.places.say(text)

    def _to_next(self) -> None:
        choices = self.rows.undecided()
        if choices:
            choices[0].setFocus()
            self.form.ensureWidgetVisible(choices[0])

    def _keep(self) -> None:
        if self.rows.members() and not self.rows.undecided():
            self._do(self._action())

    def _keep_the_sure(self) -> None:
        """Whoever is doubtful stays here to be decided about."""
        if self.rows.members():
            self._desk.do(self._action(), lambda _: self.look(), self._refused)

    def _action(self) -> RegisterGroup:
        dates: frozenset[UUID] = self.dates.value() or frozenset()
        event_id, now = self._board.event_id, self._desk.clock.now()
        return RegisterGroup(event_id, self.rows.members(), self.via.value(), now, dates)

    def _do(self, action: Action) -> None:
        for verb in filter(None, (self.primary, self.other)):
            verb.setEnabled(False)
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.refusal.show_refusal(refusal)
        announce(self, str(refusal))
        if self.other is not None:
            self.other.setEnabled(True)
        self._count()

    def _lay_out(self) -> None:
        self.column.addWidget(Label(self._subtitle(), role="sub", wrap=True))
        self.column.addWidget(Beside(self._left(), self._right(), BESIDE, grows=1), 1)

    def _subtitle(self) -> str:
        board = self._board
        parts = [board.title, when_and_where(board, wall_now(self._desk.clock).date())]
        if board.capacity is not None and board.free is not None:
            free = ntr(
                "{n} free place of {all}",
                "{n} free places of {all}",
                board.free,
                all=board.capacity,
            )
            parts.append(free)
        return " · ".join(parts)

    def _left(self) -> Card:
        left = Card((16, 12, 16, 12), gap=8)
        left.column.addWidget(Label(tr("1. Who"), role="h3"))
        left.column.addWidget(Field(tr("From"), self.source))
        self._paste = QWidget()
        paste = QVBoxLayout(self._paste)
        paste.setContentsMargins(0, 0, 0, 0)
        paste.setSpacing(px(6))
        hint = tr(
            "From Excel or an e-mail: one person a line. A year of birth and an organisation help."
        )
        paste.addWidget(Label(hint, role="sub", wrap=True))
        self.names.setAccessibleName(tr("Names to paste"))
        paste.addWidget(self.names)
        paste.addWidget(self.too_many)
        paste.addWidget(Field(tr("Organisation of all new people"), self.organisation))
        left.column.addWidget(self._paste)
        if self._board.dates > 1:
            left.column.addWidget(Field(tr("To which dates"), self.dates))
        left.column.addWidget(Field(tr("Signed up by"), self.via))
        left.column.addStretch(1)
        left.setMinimumWidth(px(PASTE))
        return left

    def _right(self) -> Card:
        right = Card((16, 12, 16, 12), gap=8)
        right.column.addWidget(Label(tr("2. Look at what was found"), role="h3"))
        right.column.addLayout(self.counts)
        right.column.addWidget(self.rows)
        right.column.addWidget(self.places)
        right.column.addWidget(self.refusal)
        promise = tr("Nobody doubtful is tied to anybody by itself: choose, or register as new.")
        right.column.addWidget(Note("info", promise))
        right.column.addStretch(1)
        return right


def _source_words(source: Source) -> str:
    people = ntr("{n} person", "{n} people", source.people)
    when = f" {short_date(source.at.date())}" if source.at else ""
    return f"{source.name}{when} ({people})"
