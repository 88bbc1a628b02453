"""How a pattern of dates is said, in one short phrase."""

from datetime import date

from app.bookings.repeats import Every, Repeat
from app.centre.actions import WEEKDAYS
from app.language import Message, say, say_count

ON_WEEKDAYS: tuple[Message, ...] = (
    say("every Monday"),
    say("every Tuesday"),
    say("every Wednesday"),
    say("every Thursday"),
    say("every Friday"),
    say("every Saturday"),
    say("every Sunday"),
)

# Two sentences for each, because the weekdays of Ukrainian are of two genders.
_NTH = (
    (say("the first {weekday} of the month"), say("each first {weekday} of the month")),
    (say("the second {weekday} of the month"), say("each second {weekday} of the month")),
    (say("the third {weekday} of the month"), say("each third {weekday} of the month")),
    (say("the fourth {weekday} of the month"), say("each fourth {weekday} of the month")),
    (say("the fifth {weekday} of the month"), say("each fifth {weekday} of the month")),
    (say("the last {weekday} of the month"), say("each last {weekday} of the month")),
)
_SHE = frozenset({2, 4, 5, 6})


def in_words(repeat: Repeat) -> Message:
    """Such as "every Thursday" or "the last Friday of the month"."""
    match repeat.every:
        case Every.WEEK:
            return _weekly(repeat)
        case Every.MONTH_DAY:
            return _stepped(say("on day {n} of the month", n=repeat.first.day), repeat.step)
        case Every.MONTH_WEEKDAY:
            return _stepped(nth_weekday(repeat.first, last=repeat.from_the_end), repeat.step)
        case Every.YEAR:
            return say("every year on {day:day_month}", day=repeat.first)
    return say_count("on {n} chosen date", "on {n} chosen dates", len(repeat.chosen))


def nth_weekday(day: date, *, last: bool) -> Message:
    """Which weekday of its month ``day`` is."""
    he, she = _NTH[-1 if last else (day.day - 1) // 7]
    sentence = she if day.weekday() in _SHE else he
    return Message(sentence.text, values=(("weekday", WEEKDAYS[day.weekday()]),))


def _weekly(repeat: Repeat) -> Message:
    days = tuple(WEEKDAYS[day] for day in sorted(repeat.weekdays))
    if repeat.step == 1 and len(days) == 1:
        return ON_WEEKDAYS[min(repeat.weekdays)]
    if repeat.step == 1:
        return say("every week: {days}", days=days)
    return say_count("every {n} week: {days}", "every {n} weeks: {days}", repeat.step, days=days)


def _stepped(what: Message, months: int) -> Message:
    if months == 1:
        return what
    return say_count("{what}, every {n} month", "{what}, every {n} months", months, what=what)
