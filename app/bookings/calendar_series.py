"""A series as other programs know one: a rule, the dates left out, and those that differ."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from app.bookings.model import HOLDING, Booking
from app.bookings.repeats import Every, Repeat
from app.exchange.calendar_told import CalendarEvent, RepeatingEvent

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ToldAs = Callable[[Booking], CalendarEvent]


def rule_text(repeat: Repeat) -> str:
    """Such as ``FREQ=WEEKLY;INTERVAL=2;BYDAY=TU``, without its end; empty when no rule says it."""
    day = repeat.first
    by_day = WEEKDAYS[day.weekday()]
    which = -1 if repeat.from_the_end else (day.day - 1) // 7 + 1
    rules = {
        Every.WEEK: "FREQ=WEEKLY;BYDAY=" + ",".join(WEEKDAYS[n] for n in sorted(repeat.weekdays)),
        Every.MONTH_DAY: f"FREQ=MONTHLY;BYMONTHDAY={day.day}",
        Every.MONTH_WEEKDAY: f"FREQ=MONTHLY;BYDAY={which}{by_day}",
        Every.YEAR: f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}",
    }
    rule = rules.get(repeat.every, "")
    return f"{rule};INTERVAL={repeat.step}" if rule and repeat.step > 1 else rule


def repeating(
    repeat: Repeat, bookings: Iterable[Booking], told_as: ToldAs
) -> tuple[RepeatingEvent | None, tuple[Booking, ...]]:
    """What can be told as one series, and the bookings that must be told by themselves.

    ``told_as`` gives each the name of the series. What most of the dates say is what the series
    says: an edit leaves the past as it was, so that no single date can speak for all.
    """
    rule = rule_text(repeat)
    days = frozenset(repeat.dates().days) if rule else frozenset()
    by_day: dict[date, Booking] = {}
    alone = []
    for one in bookings:
        if one.series_day in days and one.series_day not in by_day:
            by_day[one.series_day] = one
        else:
            alone.append(one)
    usual = _usual(by_day)
    if usual is None:
        return None, (*by_day.values(), *alone)
    shown = [day for day in sorted(days) if min(by_day) <= day <= max(by_day)]
    given = {day: _given(usual, day) for day in shown}
    first, last = given[shown[0]], given[shown[-1]]
    length = usual.ends - usual.starts
    whole = RepeatingEvent(
        replace(told_as(usual), starts=first, ends=first + length),
        rule,
        last,
        tuple(given[day] for day in shown if day not in by_day),
        tuple(
            replace(told_as(one), instead_of=given[day])
            for day, one in sorted(by_day.items())
            if _says(one) != _says(usual) or one.starts != given[day]
        ),
    )
    return whole, tuple(alone)


def _usual(by_day: Mapping[date, Booking]) -> Booking | None:
    holding = [one for one in by_day.values() if one.status in HOLDING]
    if not holding:
        return None
    ((most, _),) = Counter(map(_says, holding)).most_common(1)
    return next(one for one in holding if _says(one) == most)


def _says(booking: Booking) -> tuple[object, ...]:
    """Everything that `CalendarEvent` tells of a date but the day itself."""
    return (
        booking.starts.time(),
        booking.ends - booking.starts,
        booking.starts.date() - (booking.series_day or booking.starts.date()),
        booking.room_id,
        booking.title,
        booking.private,
        booking.tentative,
        booking.status,
    )


def _given(usual: Booking, day: date) -> datetime:
    later: timedelta = usual.starts.date() - (usual.series_day or day)
    return datetime.combine(day + later, usual.starts.time())
