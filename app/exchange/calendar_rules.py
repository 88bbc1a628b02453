"""Which days a repeating entry of a calendar falls on (RFC 5545, 3.3.10), within bounds.

Days only: a rule finer than daily is refused. Periods before the wanted span are stepped over, not
counted through, and every day that is looked at is taken from a common allowance, so that no file
keeps anybody waiting: neither an endless rule nor one that never happens.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from typing import Any

from app.language import Message, say

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SOLAR_CYCLE = 28
"""Years after which dates and weekdays come round again: what is not met within never happens."""
MOST_TIMES = 100_000
_FINER = ("BYHOUR", "BYMINUTE", "BYSECOND")


class NotRead(Exception):  # noqa: N818 - an entry that is left out, not a mistake of the program
    """Why an entry of a calendar is left out."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Allowance:
    """How many days may be looked at for one file."""

    def __init__(self, days: int = 300_000) -> None:
        self._left = days

    def take(self, days: int) -> None:
        self._left -= days
        if self._left < 0:
            raise NotRead(say("Too much repeats in this calendar. Choose a shorter time."))


@dataclass(frozen=True)
class Rule:
    """One RRULE; ``until`` is the last day, and the hour of it is looked at by who asks."""

    freq: str
    interval: int = 1
    times: int | None = None
    until: date | None = None
    week_begins: int = 0
    months: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    weekdays: frozenset[tuple[int, int]] = frozenset()
    """(weekday, which one): 0 is Monday; 0 is every one, -1 the last of the month or year."""
    positions: tuple[int, ...] = ()

    @property
    def ends(self) -> bool:
        return self.times is not None or self.until is not None

    def days(self, start: date, span: tuple[date, date], allowance: Allowance) -> Iterator[date]:
        """Its days within ``span`` (both days included), ``start`` always being the first of all."""
        first, last = span
        last = min(last, self.until) if self.until else last
        if first <= start <= last:
            yield start
        from_first = start if self.times else max(first, start)
        found = self._found(start, from_first, last, allowance)
        following: Iterator[date] = (day for day in found if day > start)
        if self.times:
            following = islice(following, self.times - 1)
        yield from (day for day in following if day >= first)

    def ever_happens(self, start: date, allowance: Allowance) -> bool:
        """Whether any day but the first can ever come."""
        by = (self.months, self.weeks, self.year_days, self.month_days, self.weekdays)
        if not any(by) and not self.positions:
            return True
        if self.times == 1:
            return True
        last = min(date.max.year, start.year + SOLAR_CYCLE * self.interval)
        found = self._found(start, start, date(last, 12, 31), allowance)
        return next(found, None) is not None

    def _found(self, start: date, first: date, last: date, allowance: Allowance) -> Iterator[date]:
        skipped = self._periods_between(start, first) // self.interval
        for number in count(max(0, skipped - 1)):
            period = self._period(start, number * self.interval)
            if not period or period[0] > last:
                return
            allowance.take(len(period))
            for day in self._chosen(start, period):
                if day > last:
                    return
                if day >= first:
                    yield day

    def _periods_between(self, start: date, day: date) -> int:
        match self.freq:
            case "YEARLY":
                return day.year - start.year
            case "MONTHLY":
                return (day.year - start.year) * 12 + day.month - start.month
            case "WEEKLY":
                return (day - start).days // 7
        return (day - start).days

    def _period(self, start: date, step: int) -> Sequence[date]:
        """The days of the period so many periods after that of ``start``; none after year 9999."""
        try:
            match self.freq:
                case "YEARLY":
                    year = start.year + step
                    return _days(date(year, 1, 1), 366 if isleap(year) else 365)
                case "MONTHLY":
                    year, month = divmod(start.year * 12 + start.month - 1 + step, 12)
                    return _days(date(year, month + 1, 1), monthrange(year, month + 1)[1])
                case "WEEKLY":
                    back = (start.weekday() - self.week_begins) % 7
                    return _days(start - timedelta(back) + timedelta(7 * step), 7)
            return [start + timedelta(step)]
        except (ValueError, OverflowError):
            return ()

    def _chosen(self, start: date, period: Sequence[date]) -> Sequence[date]:
        found = [day for day in period if self._fits(start, day)]
        if not self.positions:
            return found
        places = {n - 1 if n > 0 else len(found) + n for n in self.positions}
        return [day for place, day in enumerate(found) if place in places]

    def _fits(self, start: date, day: date) -> bool:
        by_day = self.weeks or self.year_days or self.month_days or self.weekdays
        if not by_day and not self._fits_start(start, day):
            return False
        return (
            (not self.months or day.month in self.months)
            and (not self.month_days or _from_both_ends(day.day, _length(day), self.month_days))
            and (not self.weekdays or self._fits_weekday(day))
            and (not self.year_days or self._fits_year_day(day))
            and (not self.weeks or self._fits_week(day))
        )

    def _fits_start(self, start: date, day: date) -> bool:
        """What the rule does not say is as on the first day."""
        match self.freq:
            case "YEARLY":
                return day.day == start.day and bool(self.months or day.month == start.month)
            case "MONTHLY":
                return day.day == start.day
            case "WEEKLY":
                return day.weekday() == start.weekday()
        return True

    def _fits_weekday(self, day: date) -> bool:
        if (day.weekday(), 0) in self.weekdays:
            return True
        if self.freq == "YEARLY" and not self.months:
            place, length = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
        else:
            place, length = day.day, _length(day)
        which = ((place - 1) // 7 + 1, -((length - place) // 7 + 1))
        return any((day.weekday(), n) in self.weekdays for n in which)

    def _fits_year_day(self, day: date) -> bool:
        length = 366 if isleap(day.year) else 365
        return _from_both_ends(day.timetuple().tm_yday, length, self.year_days)

    def _fits_week(self, day: date) -> bool:
        """The first week of a year is the one with four of its days."""
        middle = day + timedelta(3 - (day.weekday() - self.week_begins) % 7)
        number = (middle.timetuple().tm_yday - 1) // 7 + 1
        end = date(middle.year, 12, 28)
        last = end + timedelta(3 - (end.weekday() - self.week_begins) % 7)
        length = (last.timetuple().tm_yday - 1) // 7 + 1
        return _from_both_ends(number, length, self.weeks)


def rule_from(parts: Mapping[str, Sequence[Any]], starts: Mapping[str, int]) -> Rule:
    """What stands in an RRULE. ``starts``: hour, minute and second of the first date.

    Raises NotRead for a rule that is finer than daily, broken, or in another calendar than ours.
    """
    freq = str(parts.get("FREQ", [""])[0]).upper()
    if freq in ("HOURLY", "MINUTELY", "SECONDLY") or _is_finer(parts, starts):
        raise NotRead(say("It repeats more often than once a day."))
    foreign = str(parts.get("RSCALE", ["GREGORIAN"])[0]).upper() != "GREGORIAN"
    if foreign or freq not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise _broken()
    weekdays = frozenset(_weekday(str(one)) for one in parts.get("BYDAY", ()))
    if freq in ("DAILY", "WEEKLY"):
        weekdays = frozenset((weekday, 0) for weekday, _ in weekdays)
    until = parts.get("UNTIL", [None])[0]
    return Rule(
        freq,
        _number(parts, "INTERVAL", 1, 10_000) or 1,
        _number(parts, "COUNT", 1, MOST_TIMES),
        date(until.year, until.month, until.day) if until else None,
        _weekday(str(parts.get("WKST", ["MO"])[0]))[0],
        _numbers(parts, "BYMONTH", 12),
        _numbers(parts, "BYWEEKNO", 53),
        _numbers(parts, "BYYEARDAY", 366),
        _numbers(parts, "BYMONTHDAY", 31),
        weekdays,
        tuple(sorted(_numbers(parts, "BYSETPOS", 366))),
    )


def _is_finer(parts: Mapping[str, Sequence[Any]], starts: Mapping[str, int]) -> bool:
    return any(
        [int(one) for one in parts[name]] != [starts.get(name)] for name in _FINER if name in parts
    )


def _number(parts: Mapping[str, Sequence[Any]], name: str, least: int, most: int) -> int | None:
    if name not in parts:
        return None
    number = int(parts[name][0])
    if name == "COUNT" and number > most:
        raise NotRead(say("It repeats too many times: {n}.", n=number))
    if not least <= number <= most:
        raise _broken()
    return number


def _numbers(parts: Mapping[str, Sequence[Any]], name: str, most: int) -> frozenset[int]:
    numbers = frozenset(int(one) for one in parts.get(name, ()))
    if not all(1 <= abs(one) <= most for one in numbers):
        raise _broken()
    return numbers


def _weekday(written: str) -> tuple[int, int]:
    name, which = written[-2:].upper(), written[:-2]
    if name not in WEEKDAYS:
        raise _broken()
    return WEEKDAYS.index(name), int(which or 0)


def _broken() -> NotRead:
    return NotRead(say("How it repeats is written in a way that nobody can read."))


def _days(first: date, number: int) -> Sequence[date]:
    begin = first.toordinal()
    end = min(begin + number, date.max.toordinal() + 1)
    return [date.fromordinal(one) for one in range(begin, end)]


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _from_both_ends(place: int, length: int, wanted: frozenset[int]) -> bool:
    return place in wanted or place - length - 1 in wanted
