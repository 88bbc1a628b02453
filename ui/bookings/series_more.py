"""More dates for a series that is booked already: a later end, and dates that had been left out."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Action, Question
from app.bookings.other_ways import Way
from app.bookings.repeats import Every, Repeat
from app.bookings.series import AddSkippedDates, ExtendSeries
from app.bookings.series_preview import (
    DateRow,
    SeriesDates,
    SeriesExtension,
    SkippedDates,
    SkippedRow,
)
from app.bookings.series_queries import SeriesCard
from app.bookings.series_record import Dated, LeftOut
from app.clock import today
from app.errors import Refused
from app.ids import new_id
from app.language import tr, words
from ui.bookings.series_drawer import DatesDrawer
from ui.desk import QtDesk
from ui.kit.date_field import DateField
from ui.kit.forms import Field


class LongerSeriesDrawer(DatesDrawer):
    """The same pattern until a later day; of chosen dates, another date."""

    def __init__(self, caller: QWidget, desk: QtDesk, series: SeriesCard, title: str) -> None:
        super().__init__(caller, desk, tr("More dates: {title}", title=title), words(series.said))
        self._series = series
        self._asked: Repeat | None = None
        self._one_more = series.repeat.every is Every.DATES
        dates = series.repeat.dates().days
        step = dates[-1] - dates[0] if len(dates) > 1 else dates[-1] - dates[-1]
        self.until = DateField(max(dates[-1] + step, today(desk.clock)), today(desk.clock))
        self.until.changed.connect(self._look_soon)
        name = tr("Another date") if self._one_more else tr("Until (included)")
        self._field = Field(name, self.until)
        above = QWidget()
        row = QHBoxLayout(above)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field, 1)
        row.addStretch(3)
        self.fill(above)
        self.look()

    def question(self) -> Question[SeriesDates] | None:
        self._field.clear_error()
        self._asked = self._pattern()
        return SeriesExtension(self._series.id, self._asked) if self._asked else None

    def action(self, dates: tuple[Dated, ...], left_out: tuple[LeftOut, ...]) -> Action | None:
        if self._asked is None:
            return None
        return ExtendSeries(self._series.id, new_id(), self._asked, dates, left_out)

    def _pattern(self) -> Repeat | None:
        until = self.until.day()
        if until is None:
            self._field.set_error(tr("Write the day like 22.10 or Thursday."))
            return None
        repeat = self._series.repeat
        try:
            if self._one_more:
                return replace(repeat, chosen=(*repeat.chosen, until)).checked()
            if until <= self._series.last:
                self._field.set_error(tr("Choose a day after the last date."))
                return None
            return repeat.ending(until).checked()
        except Refused as refused:
            self._field.set_error(str(refused))
            return None


class SkippedDatesDrawer(DatesDrawer):
    """What was left out, why, and whether the room is free by now."""

    def __init__(self, caller: QWidget, desk: QtDesk, series: SeriesCard, title: str) -> None:
        super().__init__(
            caller, desk, tr("Dates left out: {title}", title=title), words(series.said)
        )
        self._series = series
        self.sum.says_later = False
        self.fill()
        self.look()

    def look(self) -> None:
        self._desk.ask_newest(
            f"skipped {self._series.id}", SkippedDates(self._series.id), self._show
        )

    def action(self, dates: tuple[Dated, ...], left_out: tuple[LeftOut, ...]) -> Action | None:
        return AddSkippedDates(self._series.id, new_id(), dates)

    def _show(self, rows: tuple[SkippedRow, ...]) -> None:
        self.show_dates(SeriesDates(tuple(_as_it_is_now(row) for row in rows)))


def _as_it_is_now(row: SkippedRow) -> DateRow:
    """A date left out by wish stays out unless somebody chooses otherwise."""
    if words(row.reason):
        return row.now
    first: Way = row.now.ways[-1]
    return replace(row.now, ways=(first, *(way for way in row.now.ways if way != first)))
