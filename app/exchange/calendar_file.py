"""Writes bookings as a calendar (.ics) that Thunderbird, Google and Outlook read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vRecur,
    vText,
)

from app.clock import ZONE
from app.exchange.calendar_told import CalendarEvent, RepeatingEvent

NAME_OF_ZONE = "Europe/Riga"
MAKER = "-//Kopa//Bookings//LV"
_SUMMER, _WINTER = timedelta(hours=3), timedelta(hours=2)


def as_ics(
    name: str, events: Iterable[CalendarEvent | RepeatingEvent], untitled: str = ""
) -> bytes:
    """The whole file; ``name`` is what the calendar is called in the other program.

    ``untitled`` stands for a title that nobody is told.
    """
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", vText(NAME_OF_ZONE))
    calendar.add_component(_zone())
    for event in events:
        for component in _components(event, untitled):
            calendar.add_component(component)
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _components(event: CalendarEvent | RepeatingEvent, untitled: str) -> Iterable[Event]:
    if isinstance(event, CalendarEvent):
        yield _event(event, untitled)
        return
    whole = _event(event.first, untitled)
    rule = vRecur.from_ical(event.rule)
    if event.last:
        rule["UNTIL"] = [event.last.replace(tzinfo=ZONE).astimezone(UTC)]
    whole.add("rrule", rule)
    for start in event.left_out:
        _add_time(whole, "exdate", start)
    yield whole
    for moved in event.moved:
        yield _event(moved, untitled)


def _event(event: CalendarEvent, untitled: str) -> Event:
    made = Event()
    made.add("uid", vText(event.uid))
    made.add("dtstamp", event.changed)
    made.add("last-modified", event.changed)
    made.add("sequence", event.sequence)
    if event.instead_of:
        _add_time(made, "recurrence-id", event.instead_of)
    _add_time(made, "dtstart", event.starts)
    _add_time(made, "dtend", event.ends)
    made.add("summary", vText(event.title or untitled))
    made.add("location", vText(event.place))
    made.add("status", event.state.value)
    made.add("transp", "OPAQUE")
    made.add("class", "PRIVATE" if event.private else "PUBLIC")
    return made


def _add_time(component: Event, name: str, at: datetime) -> None:
    """In wall-clock time, so that a series stays at its hour when summer time ends."""
    component.add(name, at.replace(tzinfo=ZONE))


def _zone() -> Timezone:
    """As the European Union has it (Directive 2000/84/EC), in the form that all programs know."""
    zone = Timezone()
    zone.add("tzid", vText(NAME_OF_ZONE))
    zone.add("x-lic-location", vText(NAME_OF_ZONE))
    changes: tuple[tuple[Any, str, datetime, timedelta, timedelta], ...] = (
        (TimezoneDaylight(), "EEST", datetime(1970, 3, 29, 3), _WINTER, _SUMMER),
        (TimezoneStandard(), "EET", datetime(1970, 10, 25, 4), _SUMMER, _WINTER),
    )
    for part, name, begins, before, after in changes:
        part.add("tzname", vText(name))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("dtstart", begins)
        part.add("rrule", {"freq": "yearly", "bymonth": begins.month, "byday": "-1su"})
        zone.add_component(part)
    return zone
