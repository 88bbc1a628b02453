"""Patterns of dates: beside a plain model that looks at every day, and over every change of clocks."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bookings.repeat_words import in_words
from app.bookings.repeats import Every, Repeat, weekly
from app.bookings.series_model import Series
from app.bookings.series_record import pattern_of, pattern_text, place_on, with_time_of
from app.clock import ZONE, exists, to_utc
from app.errors import Refused
from app.ids import new_id
from app.language import words
from app.slot import Place, Slot

WEDNESDAY = date(2026, 10, 21)


def days(repeat: Repeat) -> list[str]:
    return [day.strftime("%d.%m") for day in repeat.dates().days]


def model(repeat: Repeat) -> list[date]:
    """Looks at each day by itself and asks whether it belongs; slow and plain."""
    last = repeat.until or repeat.first.replace(year=repeat.first.year + 10)
    found = []
    day = repeat.first
    while day <= last:
        if belongs(repeat, day):
            found.append(day)
        day += timedelta(days=1)
    return found[: repeat.times]


def belongs(repeat: Repeat, day: date) -> bool:
    first = repeat.first
    weeks = (day - first + timedelta(days=first.weekday())).days // 7
    months = (day.year - first.year) * 12 + day.month - first.month
    to_the_end = monthrange(day.year, day.month)[1] - day.day
    match repeat.every:
        case Every.WEEK:
            return day.weekday() in repeat.weekdays and weeks % repeat.step == 0
        case Every.MONTH_DAY:
            return day.day == first.day and months % repeat.step == 0
        case Every.MONTH_WEEKDAY if repeat.from_the_end:
            return day.weekday() == first.weekday() and to_the_end < 7 and not months % repeat.step
        case Every.MONTH_WEEKDAY:
            nth = (day.day - 1) // 7 == (first.day - 1) // 7
            return day.weekday() == first.weekday() and nth and months % repeat.step == 0
        case Every.YEAR:
            same = (day.month, day.day) == (first.month, first.day)
            return same and (day.year - first.year) % repeat.step == 0
    return day in repeat.chosen


patterns = st.builds(
    Repeat,
    every=st.sampled_from([Every.WEEK, Every.MONTH_DAY, Every.MONTH_WEEKDAY, Every.YEAR]),
    first=st.dates(date(1996, 1, 1), date(2090, 1, 1)),
    times=st.integers(1, 30),
    step=st.integers(1, 3),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    from_the_end=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(patterns, st.integers(0, 1500))
def test_the_dates_are_those_of_the_plain_model(by_times: Repeat, length: int) -> None:
    by_date = replace(by_times, until=by_times.first + timedelta(days=length), times=None)
    for repeat in (by_times, by_date):
        wanted = model(repeat)
        if not 1 <= len(wanted) <= 366:
            with pytest.raises(Refused):
                repeat.dates()
            continue
        assert list(repeat.dates().days) == wanted
        assert words(in_words(repeat))
        assert pattern_of(Series(pattern=pattern_text(repeat))) == repeat
        cut = wanted[len(wanted) // 2]
        assert list(repeat.beginning(cut).dates().days) == [day for day in wanted if day >= cut]
        if cut > wanted[0]:
            earlier = repeat.ending(cut - timedelta(days=1)).dates().days
            assert list(earlier) == [day for day in wanted if day < cut]
        later = repeat.shifted(timedelta(days=3)).dates().days
        assert list(later) == [day + timedelta(days=3) for day in wanted]


@pytest.mark.parametrize(
    ("repeat", "wanted", "left_out"),
    [
        pytest.param(
            weekly(WEDNESDAY, date(2026, 11, 11)), "21.10 28.10 04.11 11.11", "", id="end included"
        ),
        pytest.param(
            replace(weekly(WEDNESDAY, WEDNESDAY), until=None, times=3, step=2),
            "21.10 04.11 18.11",
            "",
            id="every two weeks, three times",
        ),
        pytest.param(
            Repeat(Every.WEEK, WEDNESDAY, times=4, weekdays=frozenset({0, 3}), step=2),
            "22.10 02.11 05.11 16.11",
            "",
            id="Monday and Thursday of every second week",
        ),
        pytest.param(
            Repeat(Every.MONTH_DAY, date(2026, 10, 31), times=3),
            "31.10 31.12 31.01",
            "11",
            id="the 31st skips short months and says so",
        ),
        pytest.param(
            Repeat(Every.MONTH_WEEKDAY, date(2026, 10, 29), until=date(2027, 1, 31)),
            "29.10 31.12",
            "11 01",
            id="the fifth Thursday skips and says so",
        ),
        pytest.param(
            Repeat(Every.MONTH_WEEKDAY, date(2026, 10, 29), times=3, from_the_end=True),
            "29.10 26.11 31.12",
            "",
            id="the last Thursday never skips",
        ),
        pytest.param(
            Repeat(Every.YEAR, date(2024, 2, 29), times=2),
            "29.02 29.02",
            "02 02 02",
            id="the 29th of February",
        ),
        pytest.param(
            Repeat(Every.DATES, WEDNESDAY, chosen=(date(2026, 12, 1), WEDNESDAY, WEDNESDAY)),
            "21.10 01.12",
            "",
            id="chosen dates, each once",
        ),
    ],
)
def test_patterns(repeat: Repeat, wanted: str, left_out: str) -> None:
    assert " ".join(days(repeat)) == wanted
    assert " ".join(f"{day:%m}" for day in repeat.dates().left_out) == left_out


@pytest.mark.parametrize(
    ("repeat", "told"),
    [
        pytest.param(
            replace(weekly(WEDNESDAY, WEDNESDAY), until=None), "Say until when", id="endless"
        ),
        pytest.param(weekly(WEDNESDAY, date(2026, 10, 20)), "must not be before", id="backwards"),
        pytest.param(
            weekly(WEDNESDAY, date(2999, 1, 1)), "at most 10 years", id="a thousand years"
        ),
        pytest.param(
            replace(weekly(WEDNESDAY, WEDNESDAY), until=None, times=10_000),
            "at most 366 dates",
            id="ten thousand times",
        ),
        pytest.param(
            Repeat(Every.WEEK, WEDNESDAY, date(2028, 1, 1), weekdays=frozenset(range(7))),
            "at most 366 dates",
            id="daily for more than a year",
        ),
        pytest.param(
            replace(weekly(WEDNESDAY, WEDNESDAY), weekdays=frozenset()), "one weekday", id="no day"
        ),
        pytest.param(
            replace(weekly(WEDNESDAY, WEDNESDAY), step=0), "a number from 1", id="every 0 weeks"
        ),
        pytest.param(
            Repeat(Every.WEEK, WEDNESDAY, date(2026, 10, 22), weekdays=frozenset({0})),
            "no such date",
            id="no Monday in two days",
        ),
        pytest.param(Repeat(Every.DATES, WEDNESDAY), "at least one date", id="nothing chosen"),
    ],
)
def test_broken_patterns_are_told_in_words(repeat: Repeat, told: str) -> None:
    with pytest.raises(Refused, match=told):
        repeat.dates()


def test_a_pattern_ends_where_the_calendar_ends() -> None:
    repeat = Repeat(Every.WEEK, date(9999, 11, 1), times=366, weekdays=frozenset({0}))
    assert 1 <= len(repeat.dates().days) < 10


def test_a_booking_longer_than_its_period_is_refused() -> None:
    daily = Repeat(Every.WEEK, WEDNESDAY, date(2026, 11, 1), weekdays=frozenset(range(7)))
    begins = datetime.combine(WEDNESDAY, time(9))
    daily.check_length(Slot(begins, begins + timedelta(hours=24)))
    with pytest.raises(Refused, match="last into the next"):
        daily.check_length(Slot(begins, begins + timedelta(hours=25)))


def changes_of_clocks() -> list[date]:
    """Every day in Riga from 1990 to 2039 whose midnight has another offset than the next one."""
    first = datetime(1990, 1, 1)
    offsets = [
        (first + timedelta(days=n)).replace(tzinfo=ZONE).utcoffset() for n in range(50 * 366)
    ]
    return [
        (first + timedelta(days=n)).date()
        for n, (today, tomorrow) in enumerate(pairwise(offsets))
        if today != tomorrow
    ]


def test_half_past_nine_stays_half_past_nine_over_every_change_of_clocks() -> None:
    changes = changes_of_clocks()
    assert len(changes) > 90
    for change in changes:
        first = change - timedelta(days=14)
        start = datetime.combine(first, time(9, 30))
        place = Place(new_id(), Slot(start, start + timedelta(hours=2)))
        seen: list[timedelta | None] = []
        for day in weekly(first, change + timedelta(days=14)).dates().days:
            slot = place_on(place, day).slot
            assert (slot.start.time(), slot.end.time()) == (time(9, 30), time(11, 30))
            assert exists(slot.start)
            assert to_utc(slot.end) - to_utc(slot.start) == timedelta(hours=2)
            seen.append(slot.start.replace(tzinfo=ZONE).utcoffset())
            later = with_time_of(slot, place.slot, place.slot.moved(timedelta(days=1, minutes=30)))
            assert later.start == datetime.combine(day + timedelta(days=1), time(10))
        assert len(set(seen)) == 2, change
