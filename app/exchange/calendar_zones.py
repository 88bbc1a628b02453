"""What time a calendar of another program means, as time on the wall of the centre."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from app.clock import to_wall
from app.exchange.calendar_rules import NotRead
from app.language import say

_TZID = re.compile(r"^TZID[^:]*:(.*)$", re.MULTILINE | re.IGNORECASE)
_RULE = re.compile(r"^RRULE[^:]*:(.*)$", re.MULTILINE | re.IGNORECASE)
_MOST_RULES, _LONGEST = 40, 20_000
_OLDEST, _LATEST = 1900, 2200


class Zones:
    """The zones a file speaks of: known ones by their names, its own by what it says of them."""

    def __init__(self, blocks: list[str]) -> None:
        self._own: dict[str, str] = {}
        for block in blocks:
            if found := _TZID.search(block):
                self._own[found[1].strip().strip('"')] = block
        self._known: dict[str, tzinfo] = {}

    def zone(self, name: str) -> tzinfo:
        """Raises NotRead for a zone nobody knows and the file does not explain."""
        if name not in self._known:
            self._known[name] = _by_name(name) or self._explained(name)
        return self._known[name]

    def _explained(self, name: str) -> tzinfo:
        block = self._own.get(name, "")
        try:
            if block and _is_harmless(block):
                return _outlined(block)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, IndexError):
            pass  # said below: nobody can know what it means
        raise NotRead(say("Nobody knows the time zone “{name}”.", name=name[:80]))


class Moment:
    """A date or time of a file with its zone; ``zone`` is None when it floats: local everywhere."""

    def __init__(self, value: date | datetime, zone: tzinfo | None) -> None:
        if not _OLDEST <= value.year <= _LATEST:
            raise NotRead(say("Its date lies outside of any calendar: {year}.", year=value.year))
        self.all_day = not isinstance(value, datetime)
        self.zone = zone
        self.local = value if isinstance(value, datetime) else datetime.combine(value, time())
        """Naive, in the zone."""

    @property
    def wall(self) -> datetime:
        """Naive, at the centre."""
        return self.local if self.zone is None else to_wall(self.local.replace(tzinfo=self.zone))

    @property
    def instant(self) -> datetime:
        """Only to compare with others of the same entry."""
        zone = self.zone or UTC
        return self.local.replace(tzinfo=zone).astimezone(UTC)

    def at(self, local: datetime) -> Moment:
        """Another time in the same zone."""
        made = Moment(local, self.zone)
        made.all_day = self.all_day
        return made

    def in_zone(self, other: Moment) -> Moment:
        """The same moment as the clock of ``other`` shows it."""
        if self.all_day or other.all_day or self.zone == other.zone:
            return self
        if self.zone is None:  # without a zone some programs mean that of the entry
            return Moment(self.local, other.zone)
        if other.zone is None:
            return Moment(self.wall, None)
        there = self.local.replace(tzinfo=self.zone).astimezone(other.zone)
        return Moment(there.replace(tzinfo=None), other.zone)


def moment(value: object, parameters: Mapping[str, Any], zones: Zones) -> Moment:
    """Raises NotRead when ``value`` is no time at all."""
    if not isinstance(value, date):
        raise NotRead(say("When it begins is written in a way that nobody can read."))
    if not isinstance(value, datetime):
        return Moment(value, None)
    bare = value.replace(tzinfo=None, microsecond=0)
    name = str(parameters.get("TZID", "")).strip()
    if name:
        return Moment(bare, zones.zone(name))
    if value.tzinfo is None:
        return Moment(bare, None)
    return Moment(bare, UTC if value.utcoffset() == UTC.utcoffset(None) else value.tzinfo)


def _by_name(name: str) -> tzinfo | None:
    """An IANA name, one with a maker's path before it, or a name of Windows."""
    parts = name.strip('/"').split("/")
    ends = ["/".join(parts[-n:]) for n in (len(parts), 3, 2, 1) if n <= len(parts)]
    for wanted in (*ends, WINDOWS_TO_OLSON.get(name, "")):
        try:
            return ZoneInfo(wanted)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None


def _outlined(block: str) -> tzinfo:
    found = Timezone.from_ical(block)
    if not isinstance(found, Timezone):
        raise TypeError("not a zone")
    made: tzinfo = found.to_tz(lookup_tzid=False)
    datetime(2026, 1, 15, tzinfo=made).utcoffset()  # raises when it makes no sense
    return made


def _is_harmless(block: str) -> bool:
    """The zone's own rules are stepped through from their first year: once a year at most."""
    rules = _RULE.findall(block)
    yearly = all("FREQ=YEARLY" in rule.upper() and _is_plain(rule) for rule in rules)
    return len(block) < _LONGEST and len(rules) <= _MOST_RULES and yearly


def _is_plain(rule: str) -> bool:
    allowed = {"FREQ", "BYMONTH", "BYDAY", "UNTIL", "INTERVAL", "WKST", "BYMONTHDAY"}
    names = {part.partition("=")[0].strip().upper() for part in rule.split(";") if part.strip()}
    return names <= allowed
