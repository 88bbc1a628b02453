"""Where people are entered: the find box; how they sign up, or heads without a name of who came."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.events.board import BoardOfSession
from app.events.model import Via
from app.language import tr, words
from app.slot import Slot
from app.visitors.model import Band
from ui.desk import QtDesk
from ui.events.find_box import FindBox
from ui.events.needs_line import NeedsLine
from ui.events.shown import VIA, board_dates
from ui.kit.beside import Beside
from ui.kit.buttons import Button, Segments
from ui.kit.flow import Flow
from ui.kit.forms import Choice
from ui.kit.labels import Label
from ui.theme import px
from ui.visitors.shown import BANDS

MARKS_FROM = timedelta(minutes=60)
"""From an hour before the start Enter marks present; before that it registers."""
MARKS_FOR = timedelta(days=1)
"""After the end it still marks for so long; later only who chooses it by hand."""
REGISTER, MARK = 0, 1
ONE_LINE_FROM = 550
"""Logical px: below it what is prepared stands under the box."""
TAKES_AWAY = (Qt.Key.Key_Minus, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Entry(QWidget):
    """Two rows; the mode is chosen by the time and can be overridden."""

    person = Signal(object)
    """UUID of the visitor to register or mark, by ``marks``."""
    counted = Signal(object, int)
    """Band, and one more or one less."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self.mode = Segments([tr("Sign up"), tr("Mark present")], tr("What Enter does"), MARK)
        self.mode.chosen.connect(lambda _: self._chosen())
        self._by_hand = False
        self.box = FindBox(desk)
        self.box.person.connect(self.person)
        self.via = Choice([(via, words(VIA[via])) for via in Via if via != Via.WALK_IN], Via.PHONE)
        self.via.setAccessibleName(tr("Signed up by"))
        self.dates = Choice()
        self.dates.setAccessibleName(tr("To which dates"))
        self._several = False
        self.group = Button(tr("Group…"), icon="group")
        self.group.setToolTip(tr("A class, an organisation, last time's people, pasted names"))
        self.needs = NeedsLine()
        self.heads = {band: HeadButton(words(name)) for band, name in BANDS}
        for band, button in self.heads.items():
            button.stepped.connect(lambda step, band=band: self.counted.emit(band, step))
        self._unnamed = Label(tr("Without a name"), role="strong")
        self._how = Label(tr("Signed up by"), role="strong")
        self._lay_out()
        self._mode_changed()

    @property
    def marks(self) -> bool:
        return self.mode.current == MARK

    def set_mode_by(self, slot: Slot, now: datetime, *, other: bool) -> None:
        """By the time; what was chosen by hand stays so until ``other``, another session."""
        self._by_hand = self._by_hand and not other
        if not self._by_hand:
            marks = slot.start - MARKS_FROM <= now < slot.end + MARKS_FOR
            self.mode.show_choice(MARK if marks else REGISTER)
            self._mode_changed()

    def _chosen(self) -> None:
        self._by_hand = True
        self._mode_changed()

    def set_dates(self, board: BoardOfSession, *, other: bool) -> None:
        """What was chosen stays until another session is shown."""
        self._several = board.dates > 1
        chosen = None if other else self.dates.value()
        self.dates.set_options(board_dates(board), chosen or frozenset())
        self.dates.setVisible(self._several and not self.marks)

    def set_unnamed(self, unnamed: Mapping[Band, int]) -> None:
        for band, button in self.heads.items():
            button.set_count(unnamed.get(band, 0))

    def _mode_changed(self) -> None:
        self.box.set_mode(marks=self.marks)
        came: list[QWidget] = [self._unnamed, *self.heads.values()]
        for one in came:
            one.setVisible(self.marks)
        to_come: list[QWidget] = [self._how, self.via, self.group]
        for one in to_come:
            one.setVisible(not self.marks)
        self.dates.setVisible(self._several and not self.marks)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(4), px(20), px(8))
        column.setSpacing(px(8))
        column.addWidget(Beside(_row(self.mode, self.box), self.needs, ONE_LINE_FROM, gap=8))
        heads = Flow(px(8))
        heads.add(self._unnamed, *self.heads.values(), self._how, self.via, self.dates)
        heads.push()
        heads.add(self.group)
        column.addLayout(heads)


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    for widget in widgets:
        row.addWidget(widget)
    return made


class HeadButton(Button):
    """One more head of a band; − takes one away."""

    stepped = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__(words, icon="add")
        self._words = words
        self.setToolTip(tr("Counts one more. The key − takes one away."))
        self.clicked.connect(lambda: self.stepped.emit(1))

    def set_count(self, count: int) -> None:
        self.setText(f"{self._words}  ·  {count}" if count else self._words)
        self.setAccessibleName(f"{self._words}, {count}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in TAKES_AWAY:
            self.stepped.emit(-1)
            return
        super().keyPressEvent(event)
