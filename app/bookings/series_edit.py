"""Changing and cancelling a series: this date, this and those that follow, or all still to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Change
from app.bookings.many_dates import together
from app.bookings.model import HOLDING, Booking, BookingStatus
from app.bookings.record import write
from app.bookings.rules import hold_all, release_all
from app.bookings.series_model import Series, SkippedDate
from app.bookings.series_plan import (
    Clash,
    Scope,
    ScopePlan,
    SeriesAt,
    SeriesWish,
    day_in,
    plans,
    series_of,
)
from app.bookings.series_record import known_series, pattern_of, pattern_text, skipped
from app.bookings.series_steps import Step
from app.bookings.waiting_fit import naming_who_waits
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say, say_count
from app.permission import Permission


@dataclass(frozen=True)
class EditSeries:
    """Change dates of a series as its plan said; refused with every clash nobody chose about.

    "This and following" become a series of their own, ``new_series_id``, unless nothing came
    before them. Dates cancelled, changed by themselves or past stay as they are.
    """

    wish: SeriesWish
    scope: Scope
    step_id: UUID
    new_series_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        at = series_of(session, self.wish.booking_id, self.wish.at)
        wanted = self.wish.wanted.checked()
        (plan,) = plans(session, at, self.wish, (self.scope,))
        _refuse_open(plan.clashes)
        if not plan.shifts or wanted == self.wish.seen:
            raise Refused(say("Nothing would change."))
        step = Step(session, self.step_id)
        step.touch(at.all)
        if self.scope is not Scope.THIS:
            _Pattern(session, step, at, self.new_series_id).follow(self.scope, self.wish.days_later)
        self._write(session, at, plan)
        return step.change(
            say_count(
                "“{title}” changed: {n} date",
                "“{title}” changed: {n} dates",
                len(plan.shifts),
                title=wanted.title,
            )
        )

    def _write(self, session: Session, at: SeriesAt, plan: ScopePlan) -> None:
        bookings = {one.id: one for one in at.all}
        moved = {shift.booking_id for shift in plan.shifts}
        with session.no_autoflush:
            for shift in plan.shifts:
                booking = bookings[shift.booking_id]
                write(session, booking, shift.after.checked())
                if shift.by_itself or self.scope is Scope.THIS:
                    booking.by_itself = True
            for clash in plan.clashes:
                if clash.booking_id not in moved:
                    bookings[clash.booking_id].by_itself = True
        release_all(session, moved)
        hold_all(session, [bookings[id_] for id_ in moved])


@dataclass(frozen=True)
class CancelSeries:
    """Give back the time of dates that are still to come; they stay in the list, struck through."""

    booking_id: UUID
    scope: Scope
    at: datetime
    step_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        series = series_of(session, self.booking_id, self.at)
        wanted = to_cancel(series, self.scope)
        if not wanted:
            raise ChangedElsewhere(say("“{title}” is already cancelled.", title=_title(series)))
        step = Step(session, self.step_id)
        step.touch(wanted)
        for booking in wanted:
            booking.status = BookingStatus.CANCELLED
        release_all(session, [booking.id for booking in wanted])
        said = say_count(
            "“{title}” cancelled: {n} date",
            "“{title}” cancelled: {n} dates",
            len(wanted),
            title=_title(series),
        )
        waits = (naming_who_waits(session, said, booking.place) for booking in wanted)
        return step.change(next((named for named in waits if named is not said), said))


@dataclass(frozen=True)
class SeriesEditPreview:
    """What an edit would do, for each scope: exactly what `EditSeries` then does."""

    wish: SeriesWish
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> tuple[ScopePlan, ...]:
        series = series_of(session, self.wish.booking_id, self.wish.at)
        return plans(session, series, self.wish, tuple(Scope))


@dataclass(frozen=True)
class CancelPlan:
    """What cancelling would do in one scope; ``by_itself`` are the dates that had been changed."""

    scope: Scope
    days: tuple[date, ...]
    by_itself: tuple[date, ...]
    past: int


@dataclass(frozen=True)
class SeriesCancelPreview:
    """What cancelling would do, for each scope."""

    booking_id: UUID
    at: datetime
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> tuple[CancelPlan, ...]:
        series = series_of(session, self.booking_id, self.at)
        return tuple(_cancel_plan(series, scope) for scope in Scope)


def to_cancel(series: SeriesAt, scope: Scope) -> tuple[Booking, ...]:
    return tuple(one for one in series.to_come(scope) if one.status in HOLDING)


def _cancel_plan(series: SeriesAt, scope: Scope) -> CancelPlan:
    wanted = to_cancel(series, scope)
    return CancelPlan(
        scope,
        tuple(one.starts.date() for one in wanted),
        tuple(one.starts.date() for one in wanted if one.by_itself),
        series.past(scope),
    )


@dataclass(frozen=True)
class _Pattern:
    """The patterns after an edit: the earlier dates keep theirs."""

    session: Session
    step: Step
    at: SeriesAt
    new_series_id: UUID

    def follow(self, scope: Scope, later: timedelta) -> None:
        """Split off a series of its own where that is asked for, and shift its days."""
        series = known_series(self.session, self.at.all[0].series_id or self.new_series_id)
        self.step.touch([series])
        first = self._first_changed(scope, later)
        dates = [one for one in self.at.all if first is None or day_in(one) >= first]
        skips = [
            one for one in skipped(self.session, series.id) if first is None or one.day >= first
        ]
        self.step.touch(skips)
        whole = pattern_of(series)
        rest = whole if first is None else whole.beginning(first)
        if first is not None:
            series.pattern = pattern_text(whole.ending(first - timedelta(days=1)))
            self._split(series, pattern_text(rest.shifted(later)), dates, skips)
        elif later:
            series.pattern = pattern_text(rest.shifted(later))
        for one in dates:
            one.series_day = day_in(one) + later
        for skip in skips:
            skip.day += later

    def _first_changed(self, scope: Scope, later: timedelta) -> date | None:
        """Where the series is split; None when it stays one."""
        if scope is Scope.ALL and not later:
            return None
        dates = (self.at.booking,) if scope is Scope.FOLLOWING else self.at.to_come(scope)
        first = min(day_in(one) for one in dates)
        earlier = any(day_in(one) < first for one in self.at.all)
        return first if earlier else None

    def _split(
        self,
        series: Series,
        pattern: str,
        dates: Sequence[Booking],
        skips: Sequence[SkippedDate],
    ) -> None:
        made = Series(id=self.new_series_id, pattern=pattern, split_from_id=series.id)
        self.step.made([made])
        for one in dates:
            one.series_id = made.id
        for skip in skips:
            skip.series_id = made.id


def _refuse_open(clashes: Sequence[Clash]) -> None:
    open_ones = [clash for clash in clashes if clash.open]
    told: list[Message] = []
    for clash in open_ones:
        told.append(say("{day:day_month}:", day=clash.wanted.slot.start.date()))
        told.extend(clash.why)
    if told:
        raise Refused(together(told))


def _title(series: SeriesAt) -> str:
    return series.booking.title
