"""How a booking repeats: a pattern of dates, stepped from day to day and never in seconds.

A date is a date on the wall: what is at 9.30 stays at 9.30 when summer time begins or ends.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import count, pairwise

from app.errors import Refused
from app.language import say, say_count
from app.slot import Slot

MOST = 366
"""The greatest number of dates in one series."""
YEARS = 10
"""How far a series reaches."""
LONGEST_STEP = 52


class Every(StrEnum):
    """What a series goes by."""

    WEEK = "week"
    """On chosen weekdays."""
    MONTH_DAY = "month day"
    """On the same date of the month."""
    MONTH_WEEKDAY = "month weekday"
    """On the same weekday of the month: the third, or the last."""
    YEAR = "year"
    DATES = "dates"
    """On dates that were chosen one by one."""


@dataclass(frozen=True)
class Dates:
    """The dates of a pattern, and the first days of the months that have no such date."""

    days: tuple[date, ...]
    left_out: tuple[date, ...] = ()


@dataclass(frozen=True)
class Repeat:
    """From ``first`` on, until a date (that date too) or a number of times."""

    every: Every
    first: date
    until: date | None = None
    times: int | None = None
    step: int = 1
    """Every so many weeks, months or years."""
    weekdays: frozenset[int] = frozenset()
    """Of a weekly one; 0 is Monday."""
    from_the_end: bool = False
    """Of one by weekday of the month: the last one, however many there are."""
    chosen: tuple[date, ...] = ()

    def checked(self) -> "Repeat":
        """The same, in order. Raises Refused with what to mend; endless ones are refused too."""
        if self.every is Every.DATES:
            return self._checked_dates()
        if not 1 <= self.step <= LONGEST_STEP:
            raise Refused(
                say("Write a number from 1 to {most} for how often it repeats.", most=LONGEST_STEP)
            )
        if self.every is Every.WEEK and not self.weekdays:
            raise Refused(say("Choose at least one weekday."))
        self._check_end()
        found = self._found(MOST + 1)
        if not found.days:
            raise Refused(say("There is no such date in this time. Choose a later last day."))
        if len(found.days) > MOST:
            raise _too_many()
        return self

    def dates(self) -> Dates:
        """Every date, the earliest first. Raises Refused like `checked`."""
        return self.checked()._found(MOST)

    def check_length(self, slot: Slot) -> None:
        """Raise Refused when one booking would still last when the next begins."""
        days = self.dates().days
        gaps = [later - earlier for earlier, later in pairwise(days)]
        if gaps and slot.length > min(gaps):
            raise Refused(say("One booking would last into the next one. Choose an earlier end."))

    def ending(self, until: date) -> "Repeat":
        """The same pattern with another last day."""
        if self.every is Every.DATES:
            return replace(self, chosen=tuple(day for day in self.chosen if day <= until))
        return replace(self, until=until, times=None)

    def beginning(self, first: date) -> "Repeat":
        """The rest of the pattern from one of its dates on."""
        days = self.dates().days
        if self.every is Every.DATES:
            return replace(self, first=first, chosen=tuple(day for day in days if day >= first))
        return replace(self, first=first, until=days[-1], times=None)

    def shifted(self, step: timedelta) -> "Repeat":
        """Every date so much later; what can no longer be said by weeks becomes a list of dates."""
        if not step:
            return self
        days = tuple(day + step for day in self.dates().days)
        weeks = {(day + step.days) // 7 for day in self.weekdays}
        if self.every is not Every.WEEK or (self.step > 1 and len(weeks) > 1):
            return Repeat(Every.DATES, days[0], chosen=days)
        weekdays = frozenset((day + step.days) % 7 for day in self.weekdays)
        return replace(self, first=days[0], until=days[-1], times=None, weekdays=weekdays)

    def _check_end(self) -> None:
        if self.until is None and self.times is None:
            raise Refused(say("Say until when it repeats, or how many times."))
        if self.times is not None and not 1 <= self.times <= MOST:
            raise _too_many()
        if self.until is None:
            return
        if self.until < self.first:
            raise Refused(say("The last day must not be before the first."))
        if self.until > _years_later(self.first, YEARS):
            raise Refused(
                say_count(
                    "A series reaches at most {n} year ahead.",
                    "A series reaches at most {n} years ahead.",
                    YEARS,
                )
            )

    def _checked_dates(self) -> "Repeat":
        days = tuple(sorted(set(self.chosen)))
        if not days:
            raise Refused(say("Choose at least one date."))
        if len(days) > MOST:
            raise _too_many()
        return Repeat(Every.DATES, days[0], chosen=days)

    def _found(self, most: int) -> Dates:
        if self.every is Every.DATES:
            return Dates(self.chosen)
        days: list[date] = []
        left_out: list[date] = []
        wanted = min(self.times or most, most)
        until = self.until or _years_later(self.first, YEARS)
        for month, day in self._stepped():
            if len(days) == wanted or month > until or (day and day > until):
                break
            if day is None:
                left_out.append(month)
            elif day >= self.first:
                days.append(day)
        return Dates(tuple(days), tuple(left_out))

    def _stepped(self) -> Iterator[tuple[date, date | None]]:
        """Each date with the day its search began; no date where that month has none."""
        if self.every is Every.WEEK:
            yield from ((day, day) for day in self._weekly())
            return
        months = self.step * (12 if self.every is Every.YEAR else 1)
        for turn in count():
            year, month = divmod(self.first.year * 12 + self.first.month - 1 + turn * months, 12)
            if year > date.max.year:
                return
            yield date(year, month + 1, 1), self._in_month(year, month + 1)

    def _weekly(self) -> Iterator[date]:
        monday = self.first - timedelta(days=self.first.weekday())
        while monday < date.max - timedelta(weeks=1 + self.step):
            yield from (monday + timedelta(days=weekday) for weekday in sorted(self.weekdays))
            monday += timedelta(weeks=self.step)

    def _in_month(self, year: int, month: int) -> date | None:
        starts_on, length = monthrange(year, month)
        if self.every is not Every.MONTH_WEEKDAY:
            return date(year, month, self.first.day) if self.first.day <= length else None
        earliest = 1 + (self.first.weekday() - starts_on) % 7
        if self.from_the_end:
            return date(year, month, earliest + (length - earliest) // 7 * 7)
        day = earliest + (self.first.day - 1) // 7 * 7
        return date(year, month, day) if day <= length else None


def weekly(first: date, until: date, step: int = 1) -> Repeat:
    """On the weekday of ``first``."""
    return Repeat(Every.WEEK, first, until, step=step, weekdays=frozenset({first.weekday()}))


def _years_later(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=min(day.year + years, date.max.year), day=28 if leap else day.day)


def _too_many() -> Refused:
    return Refused(
        say_count(
            "A series has at most {n} date. Choose an earlier last day.",
            "A series has at most {n} dates. Choose an earlier last day.",
            MOST,
        )
    )
