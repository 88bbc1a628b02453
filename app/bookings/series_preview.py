"""Every date of a series before it is kept: is the room free, what day is it, and what else to do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.bookings.details import BookingDetails
from app.bookings.free_days import FreeDays, free_days
from app.bookings.many_dates import Asked, Ground, Near, ground
from app.bookings.model import BookingKind
from app.bookings.objections import Rule, Trouble
from app.bookings.other_ways import Way, other_ways
from app.bookings.repeats import Repeat
from app.bookings.series_record import (
    known_series,
    occurrences,
    pattern_of,
    place_on,
    reason_of,
    skipped,
    usual_details,
)
from app.ids import new_id
from app.language import Message, say
from app.permission import Permission
from app.slot import Place


class DateState(StrEnum):
    """What is to be known of a date at one glance."""

    FREE = "free"
    TAKEN = "taken"
    HOLIDAY = "holiday"
    CLOSED = "closed"
    AGAINST = "against"
    """Another rule is against it: too short, too late, no such hour."""


SKIP = Way(say("Skip this date"))


@dataclass(frozen=True)
class DateRow:
    """One date; ``ways`` has what is wise first, ``why`` every objection and warning."""

    day: date
    place: Place
    state: DateState
    why: tuple[Message, ...]
    ways: tuple[Way, ...]
    school_holiday: str = ""

    @property
    def reason(self) -> Message:
        """Why it would be left out."""
        return self.why[0] if self.why else Message("")


@dataclass(frozen=True)
class SeriesDates:
    """The dates of a pattern; ``left_out``: the first days of months that have no such date."""

    rows: tuple[DateRow, ...]
    left_out: tuple[date, ...] = ()


@dataclass(frozen=True)
class SeriesPreview:
    """Every date of a series that is not booked yet. Raises Refused for a broken pattern."""

    details: BookingDetails
    repeat: Repeat
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> SeriesDates:
        self.repeat.check_length(self.details.place.slot)
        dates = self.repeat.dates()
        return SeriesDates(look_at(session, self.details, dates.days), dates.left_out)


@dataclass(frozen=True)
class SeriesExtension:
    """The further dates of a series, when its pattern gets a later end."""

    series_id: UUID
    repeat: Repeat
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> SeriesDates:
        known = frozenset(pattern_of(known_series(session, self.series_id)).dates().days)
        details = usual_details(occurrences(session, self.series_id))
        dates = self.repeat.dates()
        new = tuple(day for day in dates.days if day not in known)
        return SeriesDates(look_at(session, details, new), dates.left_out)


@dataclass(frozen=True)
class SkippedRow:
    """A date that was left out, why, and how it stands now."""

    skip_id: UUID
    reason: Message
    now: DateRow


@dataclass(frozen=True)
class SkippedDates:
    """The dates of a series that were left out and are not past, with those that are free now."""

    series_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> tuple[SkippedRow, ...]:
        skips = skipped(session, self.series_id)
        if not skips:
            return ()
        details = usual_details(occurrences(session, self.series_id))
        rows = look_at(session, details, [skip.day for skip in skips])
        return tuple(
            SkippedRow(skip.id, reason_of(skip), row) for skip, row in zip(skips, rows, strict=True)
        )


def look_at(session: Session, details: BookingDetails, days: Sequence[date]) -> tuple[DateRow, ...]:
    """Ask the rules about each day, in one question to the database for all of them."""
    asked = [
        Asked.of_details(new_id(), replace(details, place=place_on(details.place, day)))
        for day in days
    ]
    found = ground(session, asked, whole_days=True)
    look = _Look(details, found, Near(asked), free_days(session, days))
    return tuple(look.row(one, day) for one, day in zip(asked, days, strict=True))


@dataclass(frozen=True)
class _Look:
    details: BookingDetails
    ground: Ground
    near: Near
    free_days: FreeDays

    def row(self, one: Asked, day: date) -> DateRow:
        floor = self.ground.floor(one, self.near)
        against = floor.troubles(one.place, one.terms, one.id)
        stopped = self.ground.stopping(one, against)
        holiday, school = self.free_days.public.get(day, ""), self.free_days.school_on(day)
        state = _state(stopped, holiday)
        why = tuple(trouble.message for trouble in against)
        if state is DateState.HOLIDAY:
            why = (say("{name} – public holiday", name=holiday), *why[1:])
        book = Way(say("Book"), one.place)
        if stopped:
            ways: tuple[Way, ...] = (SKIP, *other_ways(floor, one))
        elif holiday or (school and self.details.kind is BookingKind.SCHOOL):
            ways = (SKIP, book)
        else:
            ways = (book, SKIP)
        return DateRow(day, one.place, state, why, ways, school)


def _state(stopped: tuple[Trouble, ...], holiday: str) -> DateState:
    rules = {trouble.rule for trouble in stopped}
    if holiday and rules <= {Rule.CLOSURE, Rule.HOURS}:
        return DateState.HOLIDAY
    if rules & {Rule.CLOSURE, Rule.HOURS}:
        return DateState.CLOSED
    if rules & {Rule.TAKEN, Rule.BUFFER}:
        return DateState.TAKEN
    return DateState.AGAINST if rules else DateState.FREE
