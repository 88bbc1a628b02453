"""The dates of a series, one below the other: which day, is the room free, what to do."""

from collections import Counter
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.bookings.other_ways import Way
from app.bookings.series_preview import DateRow, DateState
from app.language import ntr, tr
from app.slot import Place
from ui.bookings.date_line import CHOICE, DAY, GAP, NUMBER, WEEKDAY, DateLine
from ui.kit.cards import Card, Chip, Hline
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.theme import px

AT_ONCE = 60
CLASHING = (DateState.TAKEN, DateState.AGAINST)


class Becomes(StrEnum):
    """What becomes of a date as it is chosen now."""

    BOOKED = "booked"
    ROOM = "room"
    TIME = "time"
    LEFT_OUT = "left out"


class DateRows(Card):
    """A choice that was made stays when the rows are asked for again and it is still there."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__((10, 0, 10, 8), 0)
        self._made: dict[date, Way] = {}
        self._rows: tuple[DateRow, ...] = ()
        self._lines: list[DateLine] = []
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._go_on)
        self.column.addWidget(_head())
        self.column.addWidget(Hline())

    @property
    def rows(self) -> tuple[DateRow, ...]:
        return self._rows

    def show_rows(self, rows: tuple[DateRow, ...]) -> None:
        focused = QApplication.focusWidget()
        self._rows = rows
        self.hide()  # while it is seen, each line that changes would lay out all the others again
        if len(self._lines) < len(rows):
            self._go_on()
        for n, line in enumerate(self._lines):
            if line.isHidden() is (n < len(rows)):
                line.setVisible(n < len(rows))
            if n < len(rows):
                line.show_row(rows[n], self.way(rows[n]))
        self.setVisible(bool(rows))
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus()
        self.changed.emit()

    def _go_on(self) -> None:
        """Make some more lines; a year of days takes two seconds, so it is done bit by bit.

        They are made apart and added together: each one added would lay out all the others again.
        """
        apart = QWidget()
        column = QVBoxLayout(apart)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number in range(len(self._lines), min(len(self._rows), len(self._lines) + AT_ONCE)):
            line = DateLine(number + 1)
            line.show_row(self._rows[number], self.way(self._rows[number]))
            line.picked.connect(lambda way, n=number: self._picked(n, way))
            self._lines.append(line)
            column.addWidget(line)
        self.column.addWidget(apart)
        if len(self._lines) < len(self._rows):
            self._more.start()

    def way(self, row: DateRow) -> Way:
        """What was chosen for a date, else what is wise."""
        made = self._made.get(row.day)
        return made if made in row.ways else row.ways[0]

    def becomes(self, row: DateRow) -> Becomes:
        place = self.way(row).place
        if place is None:
            return Becomes.LEFT_OUT
        if place.room_id != row.place.room_id:
            return Becomes.ROOM
        return Becomes.BOOKED if place == row.place else Becomes.TIME

    def places(self) -> list[tuple[date, Place]]:
        """The dates that are booked."""
        chosen = ((row.day, self.way(row).place) for row in self._rows)
        return [(day, place) for day, place in chosen if place is not None]

    @property
    def clashing(self) -> int:
        """How many clash and are left out: for the others another way was chosen."""
        return sum(self._is_undecided(row) for row in self._rows)

    def undecided(self) -> list[DateLine]:
        """The lines of the dates that clash, in their order."""
        pairs = zip(self._rows, self._lines, strict=False)
        return [line for row, line in pairs if self._is_undecided(row)]

    def _is_undecided(self, row: DateRow) -> bool:
        return row.state in CLASHING and self.way(row).place is None

    def _picked(self, number: int, way: Way) -> None:
        self._made[self._rows[number].day] = way
        self.changed.emit()


class Sum(QWidget):
    """Chips that add up to the number of dates."""

    def __init__(self) -> None:
        super().__init__()
        row = Flow(px(10))
        self.setLayout(row)
        self.says_later = True
        self._chips = {
            Becomes.BOOKED: Chip("", "ok", "check"),
            Becomes.ROOM: Chip("", "info", "room"),
            Becomes.TIME: Chip("", "info", "clock"),
            Becomes.LEFT_OUT: Chip("", "warn", "event"),
        }
        row.add(*self._chips.values())
        self.later = Label(tr("Dates left out can be added later."), role="sub")
        row.add(self.later)

    def show_sum(self, rows: DateRows) -> None:
        counts = Counter(rows.becomes(row) for row in rows.rows)
        said = {
            Becomes.BOOKED: ntr("{n} free", "{n} free", counts[Becomes.BOOKED]),
            Becomes.ROOM: ntr("{n} in another room", "{n} in another room", counts[Becomes.ROOM]),
            Becomes.TIME: ntr("{n} at another time", "{n} at another time", counts[Becomes.TIME]),
            Becomes.LEFT_OUT: ntr("{n} left out", "{n} left out", counts[Becomes.LEFT_OUT]),
        }
        for becomes, chip in self._chips.items():
            chip.set_text(said[becomes])
            chip.setVisible(counts[becomes] > 0)
        self.later.setVisible(self.says_later and counts[Becomes.LEFT_OUT] > 0)


def _head() -> QWidget:
    head = QWidget()
    row = _row(head)
    texts = (("", NUMBER), (tr("Date"), DAY), (tr("Weekday"), WEEKDAY))
    for text, width in texts:
        label = Label(text, role="field")
        label.setFixedWidth(px(width))
        row.addWidget(label)
    row.addWidget(Label(tr("Is the room free?"), role="field"), 1)
    what = Label(tr("What to do"), role="field")
    what.setFixedWidth(px(CHOICE))
    row.addWidget(what)
    return head


def _row(of: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(of)
    row.setContentsMargins(px(2), px(1), px(2), px(1))
    row.setSpacing(px(GAP))
    return row
