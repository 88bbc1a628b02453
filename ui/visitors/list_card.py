"""The left half of the visitors' tab: which visitors, the list, and what may be pressed."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.clock import wall_now
from app.language import tr
from app.visitors.queries import Who
from app.visitors.rows import VisitorRow
from app.visitors.search import How, Matches
from ui.desk import QtDesk
from ui.kit.buttons import Button, IconButton, Segments
from ui.kit.cards import Card, Hline, KeyHints, Note
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.lists import RowList, RowLook
from ui.theme import px
from ui.visitors.enter import why_not
from ui.visitors.shown import row_look

SEGMENTS = (Who.ALL, Who.TODAY, Who.ON_SITE)
WIDTH = 384
NARROWEST = 270
SHARE = 0.46
ALONE_HEIGHT = 360
QWIDGETSIZE_MAX = (1 << 24) - 1


class ListCard(Card):
    """Shows rows or matches; ``matches`` is None while nothing is typed."""

    segment = Signal(object)
    """Who: which part of the list is wanted."""
    privacy = Signal()
    register = Signal()
    more = Signal()
    """The end of what was read is in sight."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__((1, 8, 1, 3), gap=6)
        self._desk = desk
        self.matches: Matches | None = None
        self._flagged: frozenset[UUID] = frozenset()
        self._private = False
        self.fit(px(1154), alone=False)
        self.column.addLayout(self._head())
        self._note = Note("info", "")
        self._guess = Note("warn", "")
        notes = QVBoxLayout()
        notes.setContentsMargins(px(9), 0, px(9), 0)
        for note in (self._note, self._guess):
            note.hide()
            notes.addWidget(note)
        self.column.addLayout(notes)
        self.column.addWidget(Hline())
        self.list = RowList(tr("Visitors"), self._look)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._register_row())
        self.column.addWidget(Hline())
        hints = KeyHints(
            [("Enter", tr("check in")), ("Ctrl+Enter", tr("open")), ("F4", tr("check out"))]
        )
        hints.setContentsMargins(px(11), px(4), px(4), px(2))
        self.column.addWidget(hints)

    def show_rows(self, rows: tuple[VisitorRow, ...], who: Who, *, choose_first: bool) -> None:
        self.matches = None
        self._new.hide()
        nobody = ""
        if not rows and who is Who.TODAY:
            nobody = tr("Nobody yet today.")
        elif not rows and who is Who.ON_SITE:
            nobody = tr("Nobody is in the centre now.")
        self._say(self._note, nobody)
        self._say(self._guess, "")
        self.list.set_rows(rows, choose_first=choose_first)

    def show_matches(self, matches: Matches) -> None:
        """No row is chosen beforehand where somebody has to look first."""
        self.matches = matches
        doubtful = matches.how is not How.EXACT
        words = why_not(matches) if doubtful else ""
        self._say(self._guess, words if matches.how is How.GUESS else "")
        self._say(self._note, "" if matches.how is How.GUESS else words)
        self._register.setText(tr("Register new: “{name}”", name=matches.text.strip()))
        self._new.show()
        if doubtful:
            self.list.clear_choice()
        self.list.set_rows(matches.rows, choose_first=not doubtful)

    def fit(self, page: int, *, alone: bool) -> None:
        """Wide as drawn, but never more than its share of a narrow page; alone: the whole width."""
        if alone:
            self.setMinimumSize(0, px(ALONE_HEIGHT))
            self.setMaximumWidth(QWIDGETSIZE_MAX)
        else:
            self.setMinimumHeight(0)
            self.setFixedWidth(max(px(NARROWEST), min(px(WIDTH), int(page * SHARE))))

    def show_flags(self, flagged: frozenset[UUID]) -> None:
        self._flagged = flagged
        self.list.viewport().update()

    def set_private(self, private: bool) -> None:
        self._private = private
        self.list.viewport().update()

    def _head(self) -> QHBoxLayout:
        outer = QHBoxLayout()
        outer.setContentsMargins(px(11), 0, px(11), 0)
        head = Flow(px(6))
        outer.addLayout(head, 1)
        names = [tr("All"), tr("Today"), tr("In the centre")]
        self.segments = Segments(names, tr("Which visitors"))
        self.segments.chosen.connect(lambda place: self.segment.emit(SEGMENTS[place]))
        head.add(self.segments)
        head.push()
        lock = IconButton("lock", tr("Privacy mode (F8)"))
        lock.clicked.connect(self.privacy)
        head.addWidget(lock)
        return outer

    def _register_row(self) -> QWidget:
        self._new = QWidget()
        row = QHBoxLayout(self._new)
        row.setContentsMargins(px(8), 0, px(12), 0)
        self._register = Button("", kind="quiet", icon="add")
        self._register.clicked.connect(self.register)
        self._register.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(self._register, 1)
        row.addWidget(Label("Shift+Enter", role="kbd"))
        self._new.hide()
        return self._new

    def _say(self, note: Note, words: str) -> None:
        note.say(words)
        note.setVisible(bool(words))

    def _look(self, row: VisitorRow) -> RowLook:
        today = wall_now(self._desk.clock).date()
        return row_look(row, today, self._flagged, private=self._private)

    def _on_scrolled(self, value: int) -> None:
        if value >= self.list.verticalScrollBar().maximum() - self.list.viewport().height():
            self.more.emit()
