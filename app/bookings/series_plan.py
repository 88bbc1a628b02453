"""What an edit of a series would do: to which dates, which stay as they are and why, which clash.

The question that shows it and the action that does it both ask here, so they always agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.details import BookingDetails
from app.bookings.many_dates import Asked, Ground, Near, ground
from app.bookings.model import HOLDING, Booking, BookingStatus, Room
from app.bookings.objections import Trouble
from app.bookings.other_ways import Way, other_ways
from app.bookings.record import changed_meanwhile, details_of, own_booking
from app.bookings.series_record import occurrences, with_time_of
from app.clock import to_wall
from app.errors import Refused
from app.language import Message, say
from app.slot import Place


class Scope(StrEnum):
    """To which dates of a series a change applies; the past is never among them."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True)
class SeriesWish:
    """One date as it was seen and as it is wanted, and what to do with those that clash."""

    booking_id: UUID
    seen: BookingDetails
    wanted: BookingDetails
    at: datetime
    """Now, UTC aware: what has begun is never touched."""
    choices: tuple[tuple[UUID, Place | None], ...] = ()
    """Of clashing dates: another place, or None to leave it as it is."""

    @property
    def days_later(self) -> timedelta:
        return self.wanted.place.slot.start.date() - self.seen.place.slot.start.date()

    def applied_to(self, details: BookingDetails) -> BookingDetails:
        """What was changed here is changed there; everything else stays."""
        changed = {
            one.name: getattr(self.wanted, one.name)
            for one in fields(self.wanted)
            if one.name != "place"
            and getattr(self.wanted, one.name) != getattr(self.seen, one.name)
        }
        seen, wanted, there = self.seen.place, self.wanted.place, details.place
        if wanted.room_id != seen.room_id:
            there = replace(there, room_id=wanted.room_id)
        if wanted.slot != seen.slot:
            there = replace(there, slot=with_time_of(there.slot, seen.slot, wanted.slot))
        return replace(details, place=there, **changed)


@dataclass(frozen=True)
class Shift:
    """One date that changes."""

    booking_id: UUID
    before: BookingDetails
    after: BookingDetails
    by_itself: bool = False
    """It goes elsewhere than the others, and counts as changed by itself from then on."""

    @property
    def day(self) -> date:
        return self.before.place.slot.start.date()


@dataclass(frozen=True)
class Stay:
    """One date that stays as it is, and why."""

    booking_id: UUID
    day: date
    why: Message


@dataclass(frozen=True)
class Clash:
    """One date that cannot be changed like the others; without a choice it stays as it is."""

    booking_id: UUID
    day: date
    wanted: Place
    why: tuple[Message, ...]
    ways: tuple[Way, ...]
    """What is there now comes first."""
    chosen: Place | None = None
    open: bool = True
    """Nobody has chosen yet, or what was chosen is not free."""


@dataclass(frozen=True)
class ScopePlan:
    """What one scope would do."""

    scope: Scope
    days: tuple[date, ...]
    """Every date in the scope that is still to come, cancelled ones left aside."""
    shifts: tuple[Shift, ...]
    stays: tuple[Stay, ...]
    clashes: tuple[Clash, ...]
    past: int


def day_in(booking: Booking) -> date:
    """Its date in the pattern, wherever it is now."""
    return booking.series_day or booking.starts.date()


def series_of(session: Session, booking_id: UUID, at: datetime) -> "SeriesAt":
    """The series of a booking as it stands. Raises Refused when this date is past."""
    booking = own_booking(session, booking_id)
    if booking.series_id is None:
        raise Refused(say("“{title}” does not repeat.", title=booking.title))
    if booking.starts <= to_wall(at):
        raise Refused(say("This date is past. Choose a later date of the series."))
    return SeriesAt(booking, tuple(occurrences(session, booking.series_id)), to_wall(at))


@dataclass(frozen=True)
class SeriesAt:
    """A series, looked at from one of its dates."""

    booking: Booking
    all: tuple[Booking, ...]
    now: datetime

    def within(self, scope: Scope) -> tuple[Booking, ...]:
        """The dates in the scope, the past too."""
        if scope is Scope.THIS:
            return (self.booking,)
        if scope is Scope.ALL:
            return self.all
        return tuple(one for one in self.all if day_in(one) >= day_in(self.booking))

    def to_come(self, scope: Scope) -> tuple[Booking, ...]:
        return tuple(one for one in self.within(scope) if one.starts > self.now)

    def moving(self, scope: Scope) -> tuple[Booking, ...]:
        """Those that an edit changes: not those cancelled or changed by themselves."""
        return tuple(
            one
            for one in self.to_come(scope)
            if one.status in HOLDING and (not one.by_itself or one.id == self.booking.id)
        )

    def past(self, scope: Scope) -> int:
        return sum(one.starts <= self.now for one in self.within(scope))


def plans(
    session: Session, series: SeriesAt, wish: SeriesWish, scopes: Sequence[Scope]
) -> tuple[ScopePlan, ...]:
    """What each scope would do, all from one look at the database."""
    if details_of(series.booking) != wish.seen:
        raise changed_meanwhile(series.booking)
    moving = {one.id: one for scope in scopes for one in series.moving(scope)}
    shifts = {id_: _shift(one, wish) for id_, one in moving.items()}
    found = ground(session, [_asked(shift) for shift in shifts.values()], whole_days=True)
    planner = _Planner(series, dict(wish.choices), found, _room_names(session))
    return tuple(planner.plan(scope, shifts) for scope in scopes)


@dataclass(frozen=True)
class _Planner:
    series: SeriesAt
    chosen: dict[UUID, Place | None]
    ground: Ground
    rooms: dict[UUID, str]

    def plan(self, scope: Scope, all_shifts: dict[UUID, Shift]) -> ScopePlan:
        wanted = {one.id: all_shifts[one.id] for one in self.series.moving(scope)}
        moving, stopped = self._settled(wanted)
        near = Near(_asked(shift) for shift in moving.values())
        clashes = (
            self._clash(shift, stopped.get(id_, ()), near)
            for id_, shift in wanted.items()
            if id_ in stopped or id_ in self.chosen
        )
        to_come = self.series.to_come(scope)
        return ScopePlan(
            scope,
            tuple(one.starts.date() for one in to_come if one.status in HOLDING),
            tuple(moving.values()),
            tuple(self._stay(one) for one in to_come if one.id not in wanted),
            tuple(clashes),
            self.series.past(scope),
        )

    def _settled(
        self, wanted: dict[UUID, Shift]
    ) -> tuple[dict[UUID, Shift], dict[UUID, tuple[Trouble, ...]]]:
        """Those that can move, and what stops the others.

        One that cannot move stays where it is, and may then be in the way of the next.
        """
        chosen = ((id_, self._as_chosen(shift)) for id_, shift in wanted.items())
        moving = {id_: shift for id_, shift in chosen if shift is not None}
        stopped: dict[UUID, tuple[Trouble, ...]] = {}
        only = {id_ for id_, shift in moving.items() if _needs(shift)}
        while only:
            asked = [_asked(shift) for shift in moving.values()]
            found = self.ground.troubles(asked, only)
            stopped |= found
            there = {moving[id_].day.toordinal() for id_ in found}
            moving = {id_: shift for id_, shift in moving.items() if id_ not in found}
            only = {id_ for id_, shift in moving.items() if _needs(shift) and _near(shift, there)}
        return moving, stopped

    def _as_chosen(self, shift: Shift) -> Shift | None:
        if shift.booking_id not in self.chosen:
            return shift
        place = self.chosen[shift.booking_id]
        if place is None:
            return None
        if place.slot.start.date() != shift.after.place.slot.start.date():
            raise Refused(say("Choose another room or time on the same day."))
        return replace(shift, after=replace(shift.after, place=place), by_itself=True)

    def _clash(self, shift: Shift, stopped: tuple[Trouble, ...], near: Near) -> Clash:
        one, before = _asked(shift), shift.before.place.slot
        floor = self.ground.floor(one, near)
        against = stopped
        if not self.chosen.get(one.id) or not stopped:
            against = self.ground.stopping(one, floor.troubles(one.place, one.terms, one.id))
        stay = say("Leave at {start}–{end}", start=before.start.time(), end=before.end.time())
        chosen = self.chosen.get(one.id)
        return Clash(
            one.id,
            shift.day,
            one.place,
            tuple(trouble.message for trouble in against),
            (Way(stay), *other_ways(floor, one)),
            chosen,
            open=one.id not in self.chosen or bool(stopped),
        )

    def _stay(self, booking: Booking) -> Stay:
        if booking.status == BookingStatus.CANCELLED:
            why = say("cancelled")
        elif booking.status not in HOLDING:
            why = say("refused")
        else:
            room = self.rooms.get(booking.room_id, "")
            why = say(
                "already changed by itself ({room}, {start})",
                room=room,
                start=booking.starts.time(),
            )
        return Stay(booking.id, booking.starts.date(), why)


def _shift(booking: Booking, wish: SeriesWish) -> Shift:
    before = details_of(booking)
    return Shift(booking.id, before, wish.applied_to(before))


def _asked(shift: Shift) -> Asked:
    return Asked.of_details(shift.booking_id, shift.after)


def _needs(shift: Shift) -> bool:
    """Whether the rules must be asked again."""
    before, after = shift.before, shift.after
    return before.place != after.place or _buffers(before) != _buffers(after)


def _buffers(details: BookingDetails) -> tuple[int | None, int | None]:
    return details.before_minutes, details.after_minutes


def _near(shift: Shift, days: set[int]) -> bool:
    day = shift.after.place.slot.start.toordinal()
    return any(other in days for other in range(day - 2, day + 3))


def _room_names(session: Session) -> dict[UUID, str]:
    return {room.id: room.name for room in session.execute(select(Room.id, Room.name))}
