"""What people do with series: book one, add dates that were left out, make it longer."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Change
from app.bookings.details import BookingDetails
from app.bookings.repeats import Repeat
from app.bookings.series_model import Series
from app.bookings.series_record import (
    Dated,
    LeftOut,
    known_series,
    leave_out,
    occurrences,
    pattern_of,
    pattern_text,
    skipped,
    usual_details,
    write_dates,
)
from app.bookings.series_steps import Step
from app.errors import ChangedElsewhere, Refused
from app.language import say, say_count
from app.permission import Permission


@dataclass(frozen=True)
class BookSeries:
    """Book every date of a pattern that is not left out: all of them, or none and why not."""

    series_id: UUID
    step_id: UUID
    details: BookingDetails
    repeat: Repeat
    dates: tuple[Dated, ...]
    skips: tuple[LeftOut, ...] = ()
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        details, repeat = self.details.checked(), self.repeat.checked()
        repeat.check_length(details.place.slot)
        _check_days(repeat, frozenset(), self.dates, self.skips)
        step = Step(session, self.step_id)
        step.made([Series(id=self.series_id, pattern=pattern_text(repeat))])
        leave_out(session, step, self.series_id, self.skips)
        made = write_dates(session, step, self.series_id, details, self.dates)
        return step.change(
            say_count(
                "“{title}” booked {n} time: {first:day_month} – {last:day_month}",
                "“{title}” booked {n} times: {first:day_month} – {last:day_month}",
                len(made),
                title=details.title,
                first=min(booking.starts for booking in made).date(),
                last=max(booking.starts for booking in made).date(),
            )
        )


@dataclass(frozen=True)
class ExtendSeries:
    """Book further dates of a series: ``repeat`` is its pattern with a later end."""

    series_id: UUID
    step_id: UUID
    repeat: Repeat
    dates: tuple[Dated, ...]
    skips: tuple[LeftOut, ...] = ()
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        series, repeat = known_series(session, self.series_id), self.repeat.checked()
        there = occurrences(session, series.id)
        known = frozenset(pattern_of(series).dates().days)
        _check_days(repeat, known, self.dates, self.skips)
        step = Step(session, self.step_id)
        step.touch([series])
        series.pattern = pattern_text(repeat)
        leave_out(session, step, series.id, self.skips)
        details = usual_details(there)
        made = write_dates(session, step, series.id, details, self.dates)
        return step.change(
            say_count(
                "“{title}” goes on: {n} more date",
                "“{title}” goes on: {n} more dates",
                len(made),
                title=details.title,
            )
        )


@dataclass(frozen=True)
class AddSkippedDates:
    """Book dates that were left out and have come free."""

    series_id: UUID
    step_id: UUID
    dates: tuple[Dated, ...]
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        series = known_series(session, self.series_id)
        wanted = {one.day for one in self.dates}
        skips = [skip for skip in skipped(session, series.id) if skip.day in wanted]
        if not wanted or {skip.day for skip in skips} != wanted:
            raise ChangedElsewhere(say("These dates are no longer left out. Look again."))
        step = Step(session, self.step_id)
        step.touch(skips)
        for skip in skips:
            skip.removed = True
        details = usual_details(occurrences(session, series.id))
        made = write_dates(session, step, series.id, details, self.dates)
        return step.change(
            say_count(
                "“{title}”: {n} date added that had been left out",
                "“{title}”: {n} dates added that had been left out",
                len(made),
                title=details.title,
            )
        )


def _check_days(
    repeat: Repeat, known: frozenset[date], dates: tuple[Dated, ...], skips: tuple[LeftOut, ...]
) -> None:
    """Every new date of the pattern is either booked or left out, and something is booked."""
    if not dates:
        raise Refused(say("Every date is left out. Book at least one."))
    days = sorted([*(one.day for one in dates), *(one.day for one in skips)])
    if days != sorted(set(repeat.dates().days) - known):
        raise Refused(say("The dates are no longer those of the pattern. Look at them again."))
