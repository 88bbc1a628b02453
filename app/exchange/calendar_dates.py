"""Turns the entries of a calendar into single dates within a span, exceptions and moved ones applied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from app.errors import Refused
from app.exchange.calendar_entries import Entry
from app.exchange.calendar_found import CalendarDate
from app.exchange.calendar_rules import Allowance, NotRead, Rule
from app.exchange.calendar_zones import Moment
from app.language import say, say_count

MOST_DATES = 5_000
_FARTHEST = timedelta(days=366)
"""How far "this and all following" may be shifted."""


Left = Callable[[Entry, NotRead], None]
"""Called with an entry that is left out, and why."""


def dates_within(
    entries: Iterable[Entry], span: tuple[date, date], left: Left
) -> tuple[CalendarDate, ...]:
    """Every date that touches the days of ``span``, the earliest first.

    Raises Refused when there are too many.
    """
    by_uid: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_uid[entry.uid].append(entry)
    allowance = Allowance()
    found: list[CalendarDate] = []
    for same in by_uid.values():
        try:
            for one in _Occurrences(same, span, allowance).all():
                found.append(one)
                if len(found) > MOST_DATES:
                    raise _too_many()
        except NotRead as reason:
            left(same[0], reason)
    return tuple(sorted(found, key=lambda one: (one.starts, one.ends, one.title, one.uid)))


@dataclass(frozen=True)
class _Occurrence:
    given: Moment
    start: Moment
    entry: Entry
    key: str


class _Occurrences:
    """Those of all entries that share one UID: the entry itself and what replaces some of its dates."""

    def __init__(self, same: list[Entry], span: tuple[date, date], allowance: Allowance) -> None:
        self._span, self._allowance = span, allowance
        whole = [one for one in same if one.replaces is None]
        newest = max((one.version[0] for one in whole), default=0)
        latest = {one.start.instant: one for one in sorted(whole, key=_version)}
        self._whole = [one for one in latest.values() if one.version[0] == newest]
        self._replacing = [one for one in same if one.replaces is not None]

    def all(self) -> Iterator[CalendarDate]:
        if not self._whole:
            yield from self._invited()
        for entry in self._whole:
            for one in self._of(entry):
                if not one.entry.cancelled:
                    yield from self._within(one)

    def _invited(self) -> Iterator[CalendarDate]:
        """Single dates of something whose other dates the file does not hold."""
        for entry in sorted(self._replacing, key=_version):
            if not entry.cancelled and entry.replaces is not None:
                one = _Occurrence(entry.replaces, entry.start, entry, _key(entry.replaces))
                yield from self._within(one)

    def _of(self, entry: Entry) -> Iterable[_Occurrence]:
        if not entry.repeats:
            return [_Occurrence(entry.start, entry.start, entry, "")]
        if entry.cancelled:
            return []
        single, following = self._replacements(entry)
        found: dict[datetime, _Occurrence] = {}
        for given in self._given(entry, following):
            found[given.instant] = self._following(entry, given, following)
        for instant, (given, other) in single.items():
            found[instant] = _Occurrence(given, other.start, other, _key(given))
        return found.values()

    def _replacements(
        self, entry: Entry
    ) -> tuple[dict[datetime, tuple[Moment, Entry]], list[tuple[Moment, Entry]]]:
        """By the date they replace, the newest version of each; and those that replace all following."""
        single: dict[datetime, tuple[Moment, Entry]] = {}
        following: dict[datetime, tuple[Moment, Entry]] = {}
        for other in sorted(self._replacing, key=_version):
            if other.replaces is None:
                continue
            given = _like(other.replaces, entry.start)
            single[given.instant] = (given, other)
            if other.and_following:
                following[given.instant] = (given, other)
        return single, [following[instant] for instant in sorted(following)]

    def _following(
        self, entry: Entry, given: Moment, following: list[tuple[Moment, Entry]]
    ) -> _Occurrence:
        """As the last "this and all following" before it says, else as its entry."""
        start, said = given, entry
        for begins, other in following:
            if begins.instant <= given.instant:
                start, said = given.at(given.local + _shift(begins, other)), other
        return _Occurrence(given, start, said, _key(given))

    def _given(self, entry: Entry, following: list[tuple[Moment, Entry]]) -> Iterator[Moment]:
        out = {_like(one, entry.start).instant for one in self._left_out(entry)}
        days_out = {one.local.date() for one in entry.left_out if one.all_day}
        seen: set[datetime] = set()
        for given in self._by_rules(entry, following):
            known = given.instant in seen or given.instant in out
            if not known and given.local.date() not in days_out:
                seen.add(given.instant)
                yield given

    def _left_out(self, entry: Entry) -> Iterator[Moment]:
        yield from entry.left_out
        for rule in entry.rules_out:
            span = self._around(timedelta())
            for day in rule.days(entry.start.local.date(), span, self._allowance):
                yield _on(entry.start, day)

    def _by_rules(self, entry: Entry, following: list[tuple[Moment, Entry]]) -> Iterator[Moment]:
        begins = entry.start.local.date()
        shift = max((abs(_shift(*one)) for one in following), default=timedelta())
        if shift > _FARTHEST:
            raise NotRead(say("Its dates are shifted by more than a year."))
        lengths = [entry.length.time, *(other.length.time for _, other in following)]
        span = self._around(shift + max(lengths))
        if not entry.rules:
            yield entry.start
        for rule in entry.rules:
            if self._ends_too_early(entry, rule):
                raise NotRead(say("It stops repeating before it begins."))
            if not rule.ever_happens(begins, self._allowance):
                raise NotRead(say("It repeats on a day that never comes, such as 30 February."))
            for day in rule.days(begins, span, self._allowance):
                yield _on(entry.start, day)
        for more in entry.more:
            yield _like(more, entry.start) if more.all_day != entry.start.all_day else more

    def _ends_too_early(self, entry: Entry, rule: Rule) -> bool:
        """Only where somebody may miss it: programs write so what they have deleted date by date."""
        first, last = self._span
        begins = entry.start.local.date()
        alone = not entry.more and not self._replacing and first <= begins <= last
        return alone and rule.until is not None and rule.until < begins

    def _around(self, margin: timedelta) -> tuple[date, date]:
        first, last = self._span
        days = margin.days + 3
        return first - timedelta(days), last + timedelta(days)

    def _within(self, one: _Occurrence) -> Iterator[CalendarDate]:
        starts, ends = one.start.wall, one.entry.length.end_of(one.start)
        if ends <= starts:  # lost in the hour that summer time takes away
            return
        first, last = self._span
        begin = datetime.combine(first, time())
        after = datetime.combine(last + timedelta(days=1), time())
        if starts >= after or ends <= begin:
            return
        found = _date(one, starts, ends)
        yield from _each_day(found, begin, after) if one.start.all_day else (found,)


def _date(one: _Occurrence, starts: datetime, ends: datetime) -> CalendarDate:
    said = one.entry
    return CalendarDate(
        said.uid,
        one.key,
        starts,
        ends,
        said.title,
        said.place,
        one.start.all_day,
        said.free,
        said.private,
        said.tentative,
        said.line,
    )


def _each_day(whole: CalendarDate, begin: datetime, after: datetime) -> Iterator[CalendarDate]:
    """An entry of several whole days is one date a day."""
    day = timedelta(days=1)
    number = max(0, (begin - whole.starts).days)
    while (starts := whole.starts + number * day) < min(whole.ends, after):
        which = f"{whole.which}+{number}" if number else whole.which
        yield replace(whole, which=which, starts=starts, ends=starts + day)
        number += 1


def _version(entry: Entry) -> tuple[int, str]:
    return entry.version


def _shift(begins: Moment, other: Entry) -> timedelta:
    return other.start.in_zone(begins).local - begins.local


def _on(start: Moment, day: date) -> Moment:
    return start.at(datetime.combine(day, start.local.time()))


def _like(one: Moment, start: Moment) -> Moment:
    """A date where the entry has hours means that day at its hour, and the reverse."""
    if one.all_day == start.all_day:
        return one.in_zone(start)
    return _on(start, one.local.date())


def _key(given: Moment) -> str:
    if given.all_day:
        return f"{given.local:%Y%m%d}"
    return (
        f"{given.local:%Y%m%dT%H%M%S}" if given.zone is None else f"{given.instant:%Y%m%dT%H%M%SZ}"
    )


def _too_many() -> Refused:
    return Refused(
        say_count(
            "There is more than {n} date in this time. Choose a shorter time.",
            "There are more than {n} dates in this time. Choose a shorter time.",
            MOST_DATES,
        )
    )
