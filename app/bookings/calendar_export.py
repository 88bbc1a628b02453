"""Bookings as entries of a calendar for other programs: what they may know, and nothing more.

Title, room, time and how sure it is; never who it is for, whom to ask, or a note. A private booking
is taken time without a title.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import ClassVar
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.calendar_series import repeating
from app.bookings.calendar_versions import Version, versions
from app.bookings.house import rooms_as_facts
from app.bookings.model import HOLDING, Booking, BookingStatus
from app.bookings.rules import within
from app.bookings.series_model import Series
from app.bookings.series_record import pattern_of
from app.exchange.calendar_told import CalendarEvent, EventState, RepeatingEvent, uid_of
from app.permission import Permission
from app.slot import Slot


@dataclass(frozen=True)
class CalendarOf:
    """The bookings of some days in these rooms, the halls they are parts of, and their parts.

    No rooms: all of them. A series is told whole when one of its dates lies in these days, so that
    another program always hears the same of it. ``cancelled``: with those that were cancelled.
    """

    first: date
    last: date
    rooms: frozenset[UUID] = frozenset()
    cancelled: bool = False
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> tuple[CalendarEvent | RepeatingEvent, ...]:
        rooms = rooms_as_facts(session)
        floor = Floor(rooms, (), ())
        wanted = self.rooms or {room.id for room in rooms}
        near = {other for one in wanted for other in floor.sharing(one)}
        bookings = _bookings(session, self._slot(), near, cancelled=self.cancelled)
        return tuple(_Telling(session, bookings, {room.id: room.name for room in rooms}).entries())

    def _slot(self) -> Slot:
        begin = datetime.combine(self.first, time())
        return Slot(begin, datetime.combine(self.last, time()) + timedelta(days=1))


def _bookings(
    session: Session, slot: Slot, rooms: Collection[UUID], *, cancelled: bool
) -> Sequence[Booking]:
    """Those within ``slot``, and all other dates of their series in these rooms."""
    states = [*HOLDING, BookingStatus.CANCELLED] if cancelled else list(HOLDING)
    there = and_(~Booking.removed, Booking.status.in_(states), Booking.room_id.in_(list(rooms)))
    inside = and_(*within(slot))
    touched = select(Booking.series_id).where(there, inside, Booking.series_id.is_not(None))
    wanted = select(Booking).where(there, or_(inside, Booking.series_id.in_(touched)))
    return session.scalars(wanted.order_by(Booking.starts, Booking.id)).all()


class _Telling:
    """Single bookings as they stand, series by their rule where they have one."""

    def __init__(
        self, session: Session, bookings: Sequence[Booking], names: Mapping[UUID, str]
    ) -> None:
        self._names = names
        self._single = [one for one in bookings if one.series_id is None]
        self._dated: dict[UUID, list[Booking]] = defaultdict(list)
        for one in bookings:
            if one.series_id is not None:
                self._dated[one.series_id].append(one)
        ids = list(self._dated)
        found = session.scalars(select(Series).where(Series.id.in_(ids)))
        self._patterns = {one.id: pattern_of(one) for one in found}
        self._versions = versions(session, [one.id for one in bookings], ids)

    def entries(self) -> Iterable[CalendarEvent | RepeatingEvent]:
        for series_id, bookings in self._dated.items():
            told_as = partial(self._event, uid_of(series_id), self._versions[series_id])
            if series_id not in self._patterns:
                yield from map(self._alone, bookings)
                continue
            whole, alone = repeating(self._patterns[series_id], bookings, told_as)
            if whole is not None:
                yield whole
            yield from map(self._alone, alone)
        yield from map(self._alone, self._single)

    def _alone(self, booking: Booking) -> CalendarEvent:
        return self._event(uid_of(booking.id), self._versions[booking.id], booking)

    def _event(self, uid: str, version: Version, booking: Booking) -> CalendarEvent:
        return CalendarEvent(
            uid,
            booking.starts,
            booking.ends,
            "" if booking.private else booking.title,
            self._names.get(booking.room_id, ""),
            version.at,
            version.number,
            _state(booking),
            booking.private,
        )


def _state(booking: Booking) -> EventState:
    if booking.status == BookingStatus.CANCELLED:
        return EventState.CANCELLED
    if booking.tentative or booking.status == BookingStatus.PENDING:
        return EventState.TENTATIVE
    return EventState.CONFIRMED
