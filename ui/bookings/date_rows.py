"""The dates of a series, one below the other: which day, is the room free, what to do."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.bookings.other_ways import Way
from app.bookings.series_preview import DateRow, DateState
from app.centre.actions import WEEKDAYS
from app.language import ntr, short_date, tr, words
from app.slot import Place
from ui.kit.cards import Card, Chip, Hline
from ui.kit.flow import Flow
from ui.kit.forms import Choice
from ui.kit.inside import Inside
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens

NUMBER, DAY, WEEKDAY, CHOICE = 34, 104, 116, 250
"""Widths at 100 %; what is to be known of the room takes the rest."""
LOOKS = {
    DateState.FREE: ("check", "ok", "ok"),
    DateState.TAKEN: ("warn", "danger", "error"),
    DateState.HOLIDAY: ("event", "text2", "sub"),
    DateState.CLOSED: ("lock", "text2", "sub"),
    DateState.AGAINST: ("warn", "danger", "error"),
}
"""Icon, its colour, and the role of the words."""


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
        self._lines: list[_Line] = []
        self.column.addWidget(_head())
        self.column.addWidget(Hline())

    @property
    def rows(self) -> tuple[DateRow, ...]:
        return self._rows

    def show_rows(self, rows: tuple[DateRow, ...]) -> None:
        self._rows = rows
        for number in range(len(self._lines), len(rows)):
            line = _Line(number + 1)
            line.choice.picked.connect(lambda way, n=number: self._picked(n, way))
            self._lines.append(line)
            self.column.addWidget(line)
        for n, line in enumerate(self._lines):
            line.setVisible(n < len(rows))
            if n < len(rows):
                line.show_row(rows[n], self.way(rows[n]))
        self.changed.emit()

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

    def undecided(self) -> "Sequence[Choice]":
        """The choices of the dates that clash, in their order."""
        clashing = (DateState.TAKEN, DateState.AGAINST)
        pairs = zip(self._rows, self._lines, strict=False)
        return [line.choice for row, line in pairs if row.state in clashing]

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


class _Line(Inside, QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self.choice = Choice()
        self._day, self._weekday = Label("", role="strong"), Label("")
        self._icon, self._state = IconLabel("check"), Label("", wrap=True)
        row = _row(self)
        for widget, width in (
            (Label(str(number)), NUMBER),
            (self._day, DAY),
            (self._weekday, WEEKDAY),
        ):
            widget.setFixedWidth(px(width))
            row.addWidget(widget)
        row.addWidget(self._icon)
        row.addWidget(self._state, 1)
        self.choice.setFixedWidth(px(CHOICE))
        row.addWidget(self.choice)

    def show_row(self, row: DateRow, way: Way) -> None:
        icon, ink, role = LOOKS[row.state]
        if row.state is DateState.FREE and row.why:
            icon, ink = "warn", "warn"
        self._day.setText(short_date(row.day))
        self._weekday.setText(words(WEEKDAYS[row.day.weekday()]))
        self._icon.set_icon(icon, getattr(tokens(), ink))
        state = state_of(row)
        self._state.setText(state)
        self._state.set_role(role)
        self.choice.set_options([(one, words(one.said)) for one in row.ways], way)
        self.choice.setToolTip(self.choice.currentText())
        day = f"{short_date(row.day)}, {words(WEEKDAYS[row.day.weekday()])}"
        self.choice.setAccessibleName(tr("What to do on {day}", day=day))
        self.choice.setAccessibleDescription(state)


def state_of(row: DateRow) -> str:
    """Everything there is to know of a date, in words."""
    told = [words(sentence) for sentence in row.why]
    if row.state is DateState.FREE:
        told.insert(0, tr("Free"))
    if row.school_holiday:
        told.append(tr("School holiday: {name}", name=row.school_holiday))
    return " · ".join(told)


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
    row.setSpacing(px(8))
    return row
