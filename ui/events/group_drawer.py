"""Registering a group: pasted names, a class, last time's people; looked at before anything is kept."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Refused
from app.events.board import BoardOfSession
from app.events.group_match import Group, GroupSources, MatchNames, Outcome, PeopleOf, Source
from app.events.model import Via
from app.events.pasted_names import MOST_LINES, lines_in, read_pasted
from app.events.register_group import RegisterGroup
from app.language import ntr, short_date, tr, words
from ui.desk import QtDesk
from ui.events.group_rows import GroupRows
from ui.events.shown import VIA
from ui.kit.announce import announce
from ui.kit.beside import Beside
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, LongTextField
from ui.kit.labels import Label
from ui.theme import px

WIDTH = 1040
SETTLES = 250
"""Milliseconds without a letter before the names are looked for."""
LANE = "group"
BESIDE = 760
PASTE = 300


class GroupDrawer(Drawer):
    """What was pasted and chosen stays when it is refused."""

    def __init__(self, caller: QWidget, desk: QtDesk, board: BoardOfSession) -> None:
        super().__init__(caller, tr("Register a group"), width=WIDTH)
        self._desk, self._board = desk, board
        self._free: int | None = None
        self._waiting = 0
        self.source = Choice([(None, tr("Names to paste"))])
        self.names = LongTextField("", lines=12)
        self.names.setPlaceholderText(tr("Liepiņa Elīna 2015"))
        self.via = Choice([(via, words(VIA[via])) for via in Via if via != Via.WALK_IN], Via.SCHOOL)
        self.rows = GroupRows()
        self.counts = Label("", role="sub")
        self.places = Note("warn")
        self.places.hide()
        self.refusal = Note("danger")
        self.refusal.hide()
        self.too_many = Note("warn")
        self.too_many.hide()
        self.next = Button("", icon="help", key="Alt+N")
        self.next.clicked.connect(self._to_next)
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self.look)
        self.names.textChanged.connect(self._timer.start)
        self.source.picked.connect(self._source_picked)
        self.rows.changed.connect(self._count)
        self.set_verbs(tr("Register"))
        self.foot.insertWidget(self.foot.count() - 1, self.next)
        self.accepted.connect(self._keep)
        self._lay_out()
        self._count()
        desk.ask(GroupSources(board.event_id), self._offer)

    def look(self) -> None:
        """Ask who the people are."""
        source: Source | None = self.source.value()
        if source is not None:
            self._desk.ask_newest(LANE, PeopleOf(self._board.event_id, source), self._show)
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
        self._desk.ask_newest(LANE, MatchNames(self._board.event_id, people), self._show)

    def _offer(self, sources: tuple[Source, ...]) -> None:
        options: list[tuple[Source | None, str]] = [(None, tr("Names to paste"))]
        options += [(one, _source_words(one)) for one in sources]
        self.source.set_options(options, self.source.value())

    def _source_picked(self, source: Source | None) -> None:
        self._paste.setVisible(source is None)
        self.look()

    def _show(self, group: Group) -> None:
        self._free, self._waiting = group.free, group.waiting
        self.refusal.hide()
        self.rows.show_rows(group.rows)

    def _count(self) -> None:
        parts = [
            ntr("{n} found", "{n} found", self.rows.count(Outcome.FOUND)),
            ntr("{n} new", "{n} new", self.rows.count(Outcome.NEW)),
            ntr("{n} doubtful", "{n} doubtful", self.rows.count(Outcome.DOUBTFUL)),
        ]
        self.counts.setText(" · ".join(parts))
        undecided = len(self.rows.undecided())
        self.next.setVisible(undecided > 0)
        self.next.setText(ntr("{n} to choose", "{n} to choose", undecided))
        self.next.setShortcut("Alt+N")  # Qt forgets it with the text
        members = len(self.rows.members())
        self._tell_places(members)
        if self.primary is not None:
            self.primary.setEnabled(members > 0 and not undecided)
            self.primary.setText(ntr("Register {n} person", "Register {n} people", members))

    def _tell_places(self, members: int) -> None:
        over = members - self._free if self._free is not None else 0
        self.places.setVisible(over > 0)
        if over > 0:
            first, last = self._waiting + 1, self._waiting + over
            line = f"{first}" if first == last else f"{first}–{last}"
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
        members = self.rows.members()
        if not members or self.primary is None:
            return
        self.primary.setEnabled(False)
        now = self._desk.clock.now()
        action = RegisterGroup(self._board.event_id, members, self.via.value(), now)
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        announce(self, str(refusal))
        self._count()

    def _lay_out(self) -> None:
        left = Card((16, 12, 16, 12), gap=8)
        left.column.addWidget(Label(tr("1. Who"), role="h3"))
        left.column.addWidget(Field(tr("From"), self.source))
        self._paste = QWidget()
        paste = QVBoxLayout(self._paste)
        paste.setContentsMargins(0, 0, 0, 0)
        paste.setSpacing(px(6))
        hint = tr("From Excel or an e-mail: one person a line. A year of birth helps.")
        paste.addWidget(Label(hint, role="sub", wrap=True))
        self.names.setAccessibleName(tr("Names to paste"))
        paste.addWidget(self.names)
        paste.addWidget(self.too_many)
        left.column.addWidget(self._paste)
        left.column.addWidget(Field(tr("Signed up by"), self.via))
        left.column.addStretch(1)
        left.setMinimumWidth(px(PASTE))
        right = Card((16, 12, 16, 12), gap=8)
        head = QHBoxLayout()
        head.addWidget(Label(tr("2. Look at what was found"), role="h3"), 1)
        head.addWidget(self.counts)
        right.column.addLayout(head)
        right.column.addWidget(self.rows)
        right.column.addWidget(self.places)
        right.column.addWidget(self.refusal)
        promise = tr("Nobody doubtful is tied to anybody by itself: choose, or register as new.")
        right.column.addWidget(Note("info", promise))
        right.column.addStretch(1)
        self.column.addWidget(Beside(left, right, BESIDE, grows=1), 1)


def _source_words(source: Source) -> str:
    people = ntr("{n} person", "{n} people", source.people)
    when = f" {short_date(source.at.date())}" if source.at else ""
    return f"{source.name}{when} ({people})"
