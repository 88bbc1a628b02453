"""One prepared example of every action of series and school holidays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.action import Action
from app.bookings.repeats import weekly
from app.bookings.school_holidays import (
    AddSchoolHoliday,
    PutBackSchoolHoliday,
    RemoveSchoolHoliday,
)
from app.bookings.series import AddSkippedDates, BookSeries, ExtendSeries
from app.bookings.series_edit import CancelSeries, EditSeries
from app.bookings.series_plan import Scope, SeriesWish
from app.bookings.series_record import LeftOut
from app.bookings.series_steps import DoSeriesStepAgain, TakeBackSeriesStep
from app.desk import Desk
from app.ids import new_id
from app.slot import Place
from tests.making.bookings import THURSDAY, details, make_room, make_series, on_days, slot

UNTIL = date(2026, 11, 19)
"""Six Thursdays; the first is today, and past when it begins at ten."""
PATTERN = weekly(THURSDAY, UNTIL)


def _book(desk: Desk) -> BookSeries:
    said = details(make_room(desk))
    *days, last = PATTERN.dates().days
    skips = (LeftOut(new_id(), last),)
    return BookSeries(new_id(), new_id(), said, PATTERN, on_days(said, days), skips)


def _extend(desk: Desk) -> Action:
    booked = _book(desk)
    desk.do(booked)
    longer = PATTERN.ending(date(2026, 12, 3))
    dates = on_days(booked.details, [date(2026, 11, 26), date(2026, 12, 3)])
    return ExtendSeries(booked.series_id, new_id(), longer, dates)


def _add_skipped(desk: Desk) -> Action:
    booked = _book(desk)
    desk.do(booked)
    return AddSkippedDates(booked.series_id, new_id(), on_days(booked.details, [UNTIL]))


def _edit(desk: Desk) -> Action:
    """To another weekday, room and time, from the third date on: a series of its own."""
    here, there = make_room(desk), make_room(desk, "Workshop")
    said = details(here)
    _, ids = make_series(desk, said, PATTERN)
    seen = replace(said, place=Place(here, slot("10:00", "11:00", PATTERN.dates().days[2])))
    friday = date(2026, 10, 30)
    wanted = replace(seen, title="Mixed choir", place=Place(there, slot("12:00", "14:00", friday)))
    wish = SeriesWish(ids[2], seen, wanted, desk.clock.now())
    return EditSeries(wish, Scope.FOLLOWING, new_id(), new_id())


def _cancel(desk: Desk) -> Action:
    _, ids = make_series(desk, details(make_room(desk)), PATTERN)
    return CancelSeries(ids[3], Scope.ALL, desk.clock.now(), new_id())


def _take_back(desk: Desk) -> Action:
    booked = _book(desk)
    desk.do(booked)
    return TakeBackSeriesStep(booked.step_id)


def _do_again(desk: Desk) -> Action:
    back = _take_back(desk)
    assert isinstance(back, TakeBackSeriesStep)
    desk.do(back)
    return DoSeriesStepAgain(back.step_id)


def _add_school_holiday(_: Desk) -> AddSchoolHoliday:
    return AddSchoolHoliday(new_id(), date(2026, 10, 19), date(2026, 10, 23), "Autumn")


def _remove_school_holiday(desk: Desk) -> RemoveSchoolHoliday:
    added = _add_school_holiday(desk)
    desk.do(added)
    return RemoveSchoolHoliday(added.holiday_id)


def _put_back_school_holiday(desk: Desk) -> Action:
    removed = _remove_school_holiday(desk)
    desk.do(removed)
    return PutBackSchoolHoliday(removed.holiday_id)


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    BookSeries: _book,
    ExtendSeries: _extend,
    AddSkippedDates: _add_skipped,
    EditSeries: _edit,
    CancelSeries: _cancel,
    TakeBackSeriesStep: _take_back,
    DoSeriesStepAgain: _do_again,
    AddSchoolHoliday: _add_school_holiday,
    RemoveSchoolHoliday: _remove_school_holiday,
    PutBackSchoolHoliday: _put_back_school_holiday,
}
