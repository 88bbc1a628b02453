"""Two people side by side who may be one: chosen field by field what stays, then merged in one step."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.action import Action, Change
from app.errors import Refused
from app.ids import new_id
from app.language import ntr, tr, words
from app.people.likely_duplicates import LikelyPair, SayNotTheSame
from app.people.merge import MergePeople
from app.people.two_people import BothPeople, Side, TwoPeople
from app.visitors.details import VisitorDetails
from ui.desk import QtDesk
from ui.kit.cards import Hline, Note
from ui.kit.drawer import Drawer
from ui.kit.labels import Label
from ui.kit.radio_cards import RadioCards, Way
from ui.theme import px
from ui.visitors.merge_fields import (
    LINES,
    NOTHING,
    Line,
    differs,
    newer_is_better,
    texts_of,
    wanted_details,
)
from ui.visitors.shown import ROLES

WIDTH = 1010


class MergeDrawer(Drawer):
    """← → choose, ↑ ↓ go from field to field; Ctrl+Enter merges, Alt+N says that they are two."""

    def __init__(self, caller: QWidget, desk: QtDesk, pair: LikelyPair) -> None:
        super().__init__(caller, tr("Merge duplicates"), width=WIDTH)
        self._desk, self._pair = desk, pair
        self._both: BothPeople | None = None
        self._choices: dict[Line, RadioCards] = {}
        self._stays: dict[Line, Label] = {}
        self.column.addWidget(Label(reasons_in_words(pair), role="sub", wrap=True))
        self._note = Note("danger", "")
        self._note.hide()
        self.column.addWidget(self._note)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(6))
        for place, share in enumerate((3, 5, 5, 5)):
            self._grid.setColumnStretch(place, share)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        self.set_verbs(tr("Merge"), tr("Not the same"))
        self.accepted.connect(self._merge)
        if self.primary is not None and self.other is not None:
            self.primary.setEnabled(False)
            self.primary.setToolTip(tr("Can be taken back"))
            self.other.clicked.connect(self._two)
            self.other.setToolTip("Alt+N")
        for key in ("Alt+N", "Alt+Т"):  # the same key under the Ukrainian layout
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._two)
        desk.ask(TwoPeople(pair.id), self._show)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by is not None and self._to_field(watched, by):
                return True
        return super().eventFilter(watched, event)

    def _show(self, both: BothPeople | None) -> None:
        if both is None:
            self._say(tr("One of them is no longer in the list."))
            return
        self._both = both
        self._heads(both)
        for line in LINES:
            self._add_line(line, both)
        self._sums(both)
        if self.primary is not None:
            self.primary.setEnabled(True)
        self._say_what_stays()
        first = next(iter(self._choices.values()), None)
        target = _stop(first) if first is not None else self.primary
        if target is not None and self.isVisible():
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _heads(self, both: BothPeople) -> None:
        for place, side in ((1, both.older), (2, both.newer)):
            self._grid.addLayout(_head(_number(side), _since(side)), 0, place)
        stays = tr("with {number}", number=_number(both.older))
        self._grid.addLayout(_head(tr("Stays"), stays), 0, 3)
        self._grid.addWidget(Hline(), 1, 0, 1, 4)

    def _add_line(self, line: Line, both: BothPeople) -> None:
        """Equal ones are plain, empty ones are left out; where they differ one is chosen."""
        older, newer = texts_of(line, both)
        if older == newer == NOTHING:
            return
        row = self._grid.rowCount()
        self._grid.addWidget(Label(words(line.name), role="strong", wrap=True), row, 0)
        if differs(line, both):
            ways = (Way(False, older), Way(True, newer))
            current = newer_is_better(line, both)
            choice = RadioCards(words(line.name), ways, current, upright=False)
            choice.chosen.connect(lambda _: self._say_what_stays())
            for card in choice.cards:
                card.setAccessibleName(f"{words(line.name)}: {card.way.title}")
                card.installEventFilter(self)
            self._choices[line] = choice
            self._grid.addWidget(choice, row, 1, 1, 2)
        else:
            self._texts(row, older, newer)
        self._stays[line] = Label(older, role="strong", wrap=True)
        self._grid.addWidget(self._stays[line], row, 3)

    def _sums(self, both: BothPeople) -> None:
        """What is not chosen: it is added up, and nothing of it is lost."""
        older, newer = both.older, both.newer
        self._other_names = self._sum(
            tr("Other names"), older.details.other_names, newer.details.other_names
        )
        roles = _roles(older.details), _roles(newer.details)
        if any(roles):
            self._sum(tr("Role"), *roles).setText(_roles(wanted_details(both, {})))
        visits = self._sum(tr("Visits"), str(older.visits), str(newer.visits))
        visits.setText(tr("added; at the same time: one"))
        n = older.events + newer.events - both.shared
        if n:
            events = self._sum(tr("Events"), str(older.events), str(newer.events))
            events.setText(ntr("{n} event, once", "{n} events, each once", n))
        self._sum(tr("Consents"), "", "").setText(tr("all, each with its own end"))
        self._sum(tr("Access needs"), "", "").setText(tr("stay with their consent"))

    def _sum(self, name: str, older: str, newer: str) -> Label:
        row = self._grid.rowCount()
        self._grid.addWidget(Label(name, role="strong", wrap=True), row, 0)
        self._texts(row, older, newer)
        stays = Label("", role="strong", wrap=True)
        self._grid.addWidget(stays, row, 3)
        return stays

    def _texts(self, row: int, older: str, newer: str) -> None:
        for place, text in ((1, older), (2, newer)):
            label = Label(text, role="sub", wrap=True)
            label.setMinimumHeight(px(30))
            self._grid.addWidget(label, row, place)

    def _chosen(self) -> dict[Line, bool]:
        return {line: bool(choice.value()) for line, choice in self._choices.items()}

    def _say_what_stays(self) -> None:
        if self._both is None:
            return
        for line, newer in self._chosen().items():
            self._stays[line].setText(texts_of(line, self._both)[newer])
        names = wanted_details(self._both, self._chosen()).other_names
        self._other_names.setText(names or NOTHING)

    def _to_field(self, watched: QObject, by: int) -> bool:
        fields = list(self._choices.values())
        for place, choice in enumerate(fields):
            if watched in choice.cards:
                there = max(0, min(place + by, len(fields) - 1))
                _stop(fields[there]).setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _merge(self) -> None:
        if self._both is None:
            return
        older, newer = self._both.older, self._both.newer
        wanted = wanted_details(self._both, self._chosen())
        seen = (older.details, newer.details)
        self._do(MergePeople(older.id, newer.id, seen, wanted))

    def _two(self) -> None:
        self._do(SayNotTheSame(new_id(), self._pair.id))

    def _do(self, action: Action) -> None:
        self._desk.do(action, self._done, self._refused)

    def _done(self, _change: Change) -> None:
        self.dismiss()

    def _refused(self, refusal: Refused) -> None:
        self._say(str(refusal))

    def _say(self, text: str) -> None:
        self._note.say(text)
        self._note.show()


def reasons_in_words(pair: LikelyPair) -> str:
    """``The same name, the same telephone``."""
    text = ", ".join(words(reason) for reason in pair.reasons)
    return text[:1].upper() + text[1:]


def _stop(choice: RadioCards) -> QWidget:
    """Where the Tab key stops in it."""
    return next((card for card in choice.cards if card.isChecked()), choice.cards[0])


def _head(title: str, below: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Label(title, role="h3"))
    column.addWidget(Label(below, role="cap", wrap=True))
    column.addStretch(1)
    return column


def _number(side: Side) -> str:
    return tr("No. {number}", number=f"{side.number:05}")


def _since(side: Side) -> str:
    visits = ntr("{n} visit", "{n} visits", side.visits)
    return tr("since {day}", day=side.registered.date()) + f" · {visits}"


def _roles(details: VisitorDetails) -> str:
    return ", ".join(words(ROLES[role]) for role in sorted(details.roles))
