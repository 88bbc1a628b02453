"""Reads one entry of a calendar file: when it is, how it repeats, what it replaces, what it is called."""

from __future__ import annotations

import contextlib
import hashlib
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Event

from app.exchange.calendar_rules import NotRead, Rule, rule_from
from app.exchange.calendar_text import Block
from app.exchange.calendar_zones import Moment, Zones, moment
from app.language import say
from app.text import LONGEST, clean

LONGEST_ENTRY = timedelta(days=400)
_TIMES = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE"})
_NEEDED = _TIMES | {"RECURRENCE-ID"}
_REPEATS = re.compile(r"^(RRULE|RDATE|RECURRENCE-ID)", re.MULTILINE | re.IGNORECASE)
_DAY = r"[^:\n]*:(\d{8})"
_BEGINS = re.compile("^DTSTART" + _DAY, re.MULTILINE | re.IGNORECASE)
_ENDS = re.compile("^DTEND" + _DAY, re.MULTILINE | re.IGNORECASE)
_MISTAKES = (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, OSError)
"""What `icalendar` raises for values nobody can read (it looks zones up as files); anything else is a
mistake of ours."""


@dataclass(frozen=True)
class Length:
    """Days are as long as the calendar makes them, hours always have sixty minutes."""

    time: timedelta
    by_the_clock: bool

    def end_of(self, start: Moment) -> datetime:
        """Wall-clock time at the centre."""
        local = start.at(start.local + self.time)
        if self.by_the_clock or start.zone is None:
            return local.wall
        end = start.local.replace(tzinfo=start.zone).astimezone(UTC) + self.time
        return Moment(end.replace(tzinfo=None), UTC).wall


@dataclass(frozen=True)
class Entry:
    """One VEVENT. ``replaces``: the date of a repeating entry in whose stead it stands."""

    uid: str
    line: int
    title: str
    place: str
    start: Moment
    length: Length
    rules: tuple[Rule, ...] = ()
    rules_out: tuple[Rule, ...] = ()
    more: tuple[Moment, ...] = ()
    left_out: tuple[Moment, ...] = ()
    replaces: Moment | None = None
    and_following: bool = False
    cancelled: bool = False
    tentative: bool = False
    private: bool = False
    free: bool = False
    """It takes nobody's time, as its calendar says."""
    version: tuple[int, str] = (0, "")

    @property
    def repeats(self) -> bool:
        return bool(self.rules or self.more)


def surely_outside(block: Block, first: date, last: date) -> bool:
    """Whether an entry need not be read at all: it stands once, long before or after the span."""
    if _REPEATS.search(block.text):
        return False
    begins, ends = _BEGINS.search(block.text), _ENDS.search(block.text)
    if begins and begins[1] > f"{last + timedelta(3):%Y%m%d}":
        return True
    return bool(begins and ends and max(begins[1], ends[1]) < f"{first - timedelta(3):%Y%m%d}")


def title_in(block: Block) -> str:
    """What an entry is called, even when nothing else of it can be read."""
    found = re.search(r"^SUMMARY[^:\n]*:(.*)$", block.text, re.MULTILINE | re.IGNORECASE)
    return _short(found[1]) if found else ""


def read_entry(block: Block, zones: Zones, method: str = "") -> Entry:
    """Raises NotRead with the reason."""
    try:
        with warnings.catch_warnings(action="ignore", category=UserWarning):  # guessed zones
            event = Event.from_ical(block.text)
        return _Reader(event, zones).entry(block, cancelled=method == "CANCEL")
    except _MISTAKES as error:
        raise NotRead(say("It is written in a way that nobody can read.")) from error


class _Reader:
    def __init__(self, event: Any, zones: Zones) -> None:
        self._event, self._zones = event, zones

    def entry(self, block: Block, *, cancelled: bool) -> Entry:
        if any(name in _NEEDED for name, _ in self._event.errors):
            raise NotRead(say("Its dates are written in a way that nobody can read."))
        if "DTSTART" not in self._event:
            raise NotRead(say("It does not say when it begins."))
        start = self._moment("DTSTART")
        return Entry(
            uid=self._text("UID") or hashlib.sha256(block.text.encode()).hexdigest()[:32],
            line=block.line,
            title=_short(self._text("SUMMARY")),
            place=_short(self._text("LOCATION")),
            start=start,
            length=self._length(start),
            rules=self._rules("RRULE", start),
            rules_out=self._rules("EXRULE", start),
            more=tuple(self._moments("RDATE")),
            left_out=tuple(self._moments("EXDATE")),
            replaces=self._moment("RECURRENCE-ID") if "RECURRENCE-ID" in self._event else None,
            and_following=self._has_range(),
            cancelled=cancelled or self._word("STATUS") == "CANCELLED",
            tentative=self._word("STATUS") == "TENTATIVE",
            private=self._word("CLASS") in ("PRIVATE", "CONFIDENTIAL"),
            free=self._word("TRANSP") == "TRANSPARENT",
            version=self._version(),
        )

    def _length(self, start: Moment) -> Length:
        if "DTEND" in self._event:
            end = self._moment("DTEND")
            if start.all_day != end.all_day:
                raise NotRead(say("It begins with a day and ends with an hour, or the reverse."))
            length = Length(end.in_zone(start).local - start.local, by_the_clock=True)
            if start.zone != end.zone and not start.all_day:
                length = Length(end.instant - start.instant, by_the_clock=False)
        elif "DURATION" in self._event:
            time = self._event["DURATION"].dt
            length = Length(time, by_the_clock=not time.seconds)
        else:
            length = Length(timedelta(days=1 if start.all_day else 0), by_the_clock=True)
        if start.all_day and not length.time:
            length = Length(timedelta(days=1), by_the_clock=True)  # some write the last day itself
        if not timedelta() < length.time <= LONGEST_ENTRY:
            raise NotRead(
                say("It ends before it begins, takes no time at all, or lasts more than a year.")
            )
        return length

    def _rules(self, name: str, start: Moment) -> tuple[Rule, ...]:
        return tuple(self._rule(one, start) for one in self._all(name))

    def _rule(self, parts: Any, start: Moment) -> Rule:
        known = dict(parts)
        if until := known.get("UNTIL"):
            known["UNTIL"] = [self._last_day(until[0], start)]
        local = start.local
        times = {"BYHOUR": local.hour, "BYMINUTE": local.minute, "BYSECOND": local.second}
        return rule_from(known, times)

    def _last_day(self, until: object, start: Moment) -> date:
        """The day that UNTIL is at the entry's own place; the day before when it is too early."""
        last = moment(until, {}, self._zones)
        if last.all_day:
            return last.local.date()
        local = last.in_zone(start).local if not start.all_day else last.local
        early = not start.all_day and local.time() < start.local.time()
        return local.date() - timedelta(days=1 if early else 0)

    def _moments(self, name: str) -> Iterator[Moment]:
        for listed in self._all(name):
            for one in listed.dts:
                value = one.dt[0] if isinstance(one.dt, tuple) else one.dt
                yield moment(value, {**listed.params, **one.params}, self._zones)

    def _moment(self, name: str) -> Moment:
        (first, *_) = self._all(name)
        return moment(first.dt, first.params, self._zones)

    def _all(self, name: str) -> list[Any]:
        found = self._event.get(name, [])
        return found if isinstance(found, list) else [found]

    def _text(self, name: str) -> str:
        return str(next(iter(self._all(name)), ""))

    def _word(self, name: str) -> str:
        return self._text(name).strip().upper()

    def _has_range(self) -> bool:
        replaced = next(iter(self._all("RECURRENCE-ID")), None)
        wanted = str(replaced.params.get("RANGE", "")) if replaced is not None else ""
        return wanted.upper() == "THISANDFUTURE"

    def _version(self) -> tuple[int, str]:
        """Nothing depends on it but which of two is newer: it may be broken."""
        sequence = self._text("SEQUENCE")
        stamp = ""
        for name in ("DTSTAMP", "LAST-MODIFIED"):
            if name in self._event:
                with contextlib.suppress(*_MISTAKES, NotRead):
                    stamp = self._moment(name).instant.isoformat()
        return int(sequence) if sequence.isdecimal() and len(sequence) < 12 else 0, stamp


def _short(text: str) -> str:
    text = clean(text.replace("\n", " "))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
