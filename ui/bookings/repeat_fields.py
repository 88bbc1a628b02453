"""How a booking repeats: the choice in the booking drawer, and all its fields above the dates."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bookings.repeat_words import nth_weekday
from app.bookings.repeats import Every, Repeat
from app.centre.actions import WEEKDAYS
from app.errors import Refused
from app.language import ntr, tr, weekday_short, words
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.date_field import DateField
from ui.kit.flow import Flow
from ui.kit.forms import Choice, Field, NumberField, Tick
from ui.kit.labels import Label
from ui.theme import px

TIMES = 10
"""How often something repeats when nobody has said."""
MONDAY = date(2026, 10, 12)


@dataclass(frozen=True)
class How:
    """What a series goes by, without its dates."""

    every: Every
    step: int = 1
    from_the_end: bool = False

    @property
    def ends(self) -> bool:
        """It needs a last day or a number of times."""
        return self.every is not Every.DATES


class RepeatChoice(Choice):
    """Never, every week …; ``value()`` is None or a `How`. Months are said as ``day`` is in them."""

    def __init__(self, day: date, *, never: bool = True) -> None:
        super().__init__()
        self._never = never
        self.set_day(day)

    def set_day(self, day: date) -> None:
        chosen = self.value()
        never: list[tuple[How | None, str]] = [(None, tr("Never"))] if self._never else []
        self.set_options([*never, *_ways(day)], chosen)


class RepeatFields(QWidget):
    """Says at once what is wrong with a pattern; what was typed stays."""

    changed = Signal()

    def __init__(self, how: How, first: date, today: date) -> None:
        super().__init__()
        self._by_times = True
        self._quiet = False
        self._chosen = [first]
        self.how = RepeatChoice(first, never=False)
        self.how.set_value(how)
        self.first = DateField(first, today)
        self.until = DateField(first, today)
        self.times = NumberField(TIMES, 0, 99_999)
        self.days = [Tick(weekday_short(_weekday(n))) for n in range(7)]
        for n, tick in enumerate(self.days):
            tick.setAccessibleName(words(WEEKDAYS[n]))
            tick.setChecked(n == first.weekday())
            tick.toggled.connect(self._edited)
        self.another = DateField(first, today)
        self.add = Button(tr("Add this date"), icon="add")
        self.trouble = Note("danger")
        self.trouble.hide()
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.how.picked.connect(self._edited)
        self.first.changed.connect(self._first_changed)
        self.until.changed.connect(lambda _: self._edited(by_times=False))
        self.times.valueChanged.connect(lambda _: self._edited(by_times=True))
        self._edited()

    def repeat(self) -> Repeat | None:
        """The pattern as it stands; None while it is broken, which is then told."""
        try:
            return self._read().checked()
        except Refused as refused:
            self.say(str(refused))
        return None

    def say(self, sentence: str) -> None:
        self.trouble.say(sentence)
        self.trouble.setVisible(bool(sentence))

    def drop(self, day: date) -> None:
        """Of chosen dates, this one no longer."""
        self._chosen = [one for one in self._chosen if one != day]
        self._edited()

    def _read(self) -> Repeat:
        how: How = self.how.value()
        first = self.first.day() or date.min
        if not how.ends:
            return Repeat(how.every, first, chosen=tuple(self._chosen))
        repeat = Repeat(how.every, first, step=how.step, from_the_end=how.from_the_end)
        if how.every is Every.WEEK:
            weekdays = frozenset(n for n, tick in enumerate(self.days) if tick.isChecked())
            repeat = replace(repeat, weekdays=weekdays)
        if self._by_times:
            return replace(repeat, times=self.times.value())
        return replace(repeat, until=self.until.day())

    def _edited(self, *_: object, by_times: bool | None = None) -> None:
        if self._quiet:
            return
        if by_times is not None:
            self._by_times = by_times
        how: How = self.how.value()
        self._weekdays.setVisible(how.every is Every.WEEK)
        self._dates.setVisible(not how.ends)
        self._ends.setVisible(how.ends)
        self.say("" if self.first.day() else tr("Write the day like 22.10 or Thursday."))
        if self.first.day() and (repeat := self.repeat()) is not None:
            self._show_end(repeat)
        self.changed.emit()

    def _show_end(self, repeat: Repeat) -> None:
        """The last day follows from the number of times, and the other way round."""
        days = repeat.dates().days
        with self._quietly():
            if not self._by_times:
                self.times.setValue(len(days))
            elif repeat.every is not Every.DATES:
                self.until.set_day(days[-1])

    def _first_changed(self, first: date | None) -> None:
        """A single weekday goes along with the first day."""
        if first is not None:
            with self._quietly():
                ticked = [n for n, tick in enumerate(self.days) if tick.isChecked()]
                if len(ticked) == 1:
                    for n, tick in enumerate(self.days):
                        tick.setChecked(n == first.weekday())
                self.how.set_day(first)
        self._edited()

    def _add(self) -> None:
        day = self.another.day()
        if day is None:
            self.say(tr("Write the day like 22.10 or Thursday."))
            return
        self._chosen = sorted({*self._chosen, day})
        self._edited()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        self._quiet = True
        yield
        self._quiet = False

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._ends = QWidget()
        ends = QHBoxLayout(self._ends)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(px(10))
        ends.addWidget(Field(tr("From"), self.first), 5)
        ends.addWidget(Field(tr("Until (included)"), self.until), 5)
        ends.addWidget(Field(tr("How many times"), self.times), 3)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(Field(tr("Repeat"), self.how), 5)
        row.addWidget(self._ends, 13)
        self._dates = QWidget()
        dates = QHBoxLayout(self._dates)
        dates.setContentsMargins(0, 0, 0, 0)
        dates.setSpacing(px(10))
        dates.addWidget(Field(tr("Another date"), self.another), 5)
        dates.addWidget(self.add, 0)
        dates.addStretch(8)
        row.addWidget(self._dates, 13)
        column.addLayout(row)
        self._weekdays = QWidget()
        days = Flow(px(14))
        self._weekdays.setLayout(days)
        days.add(Label(tr("On these days"), role="field"), *self.days)
        column.addWidget(self._weekdays)
        column.addWidget(self.trouble)


def _weekday(number: int) -> date:
    return MONDAY.replace(day=MONDAY.day + number)


def _ways(day: date) -> list[tuple[How | None, str]]:
    weekly = [(How(Every.WEEK), tr("Every week"))]
    weekly += [(How(Every.WEEK, n), ntr("Every {n} week", "Every {n} weeks", n)) for n in (2, 3, 4)]
    date_, weekday = How(Every.MONTH_DAY), How(Every.MONTH_WEEKDAY)
    last = How(Every.MONTH_WEEKDAY, from_the_end=True)
    monthly = [
        (date_, tr("Every month on day {n}", n=day.day)),
        (weekday, tr("Monthly: {which}", which=words(nth_weekday(day, last=False)))),
        (last, tr("Monthly: {which}", which=words(nth_weekday(day, last=True)))),
    ]
    rest = [(How(Every.YEAR), tr("Every year")), (How(Every.DATES), tr("On chosen dates"))]
    return [*weekly, *monthly, *rest]
