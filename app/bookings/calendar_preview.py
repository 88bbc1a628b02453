"""What loading a calendar would do, date by date, before anything is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.calendar_known import Known, known_dates, said_of
from app.bookings.details import BookingDetails
from app.bookings.facts import Holding
from app.bookings.house import room_hours, week
from app.bookings.many_dates import Asked, ground
from app.bookings.model import BookingKind
from app.bookings.objections import Rule, Trouble
from app.bookings.rules import stops
from app.exchange.calendar_found import CalendarDate
from app.language import Message
from app.permission import Permission
from app.slot import Place, Slot


class DateState(StrEnum):
    """What would become of one date of the calendar."""

    FREE = "free"
    CHANGED = "changed"
    """It was loaded before, and the calendar says something else now."""
    HERE = "here"
    """It is there already."""
    CLASH = "clash"
    AGAINST = "against"
    """Closed, outside the hours, or another rule that a coordinator may set aside."""
    NO_ROOM = "no room"
    """Nobody said which room its place is."""
    NEVER = "never"
    """No reason helps: longer than a day, or an hour that does not exist."""


_MAY_BE = frozenset({DateState.FREE, DateState.CHANGED})


@dataclass(frozen=True)
class ImportRow:
    """One date with what is to be known of it. ``seen``: the booking as it is, for an update."""

    number: int
    date: CalendarDate
    booking_id: UUID
    state: DateState
    details: BookingDetails | None = None
    why: tuple[Message, ...] = ()
    seen: BookingDetails | None = None

    @property
    def can_be_loaded(self) -> bool:
        return self.state in _MAY_BE

    @property
    def needs_reason(self) -> bool:
        return self.state is DateState.AGAINST


@dataclass(frozen=True)
class Wishes:
    """How dates become bookings. ``rooms``: which room each place of the calendar is."""

    rooms: tuple[tuple[str, UUID | None], ...]
    kind: BookingKind = BookingKind.CENTRE
    name: str = ""
    """Of an entry without a title."""
    reason: str = ""
    """Why those of ``anyway`` may stand against the rules of the house."""
    anyway: frozenset[int] = frozenset()
    left: frozenset[int] = frozenset()
    """Dates, by number, that are not wanted."""


@dataclass(frozen=True)
class CalendarPreview:
    """Every date with what stands against it: other bookings, the house, or an earlier date of the file.

    ``ids`` are those that the bookings would get, one for each date.
    """

    dates: tuple[CalendarDate, ...]
    ids: tuple[UUID, ...]
    wishes: Wishes
    permission: ClassVar[Permission] = Permission.IMPORT

    def answer(self, session: Session) -> tuple[ImportRow, ...]:
        known = known_dates(session, self.dates)
        hours = _Hours(Floor((), (), (), week(session), room_hours(session)))
        rooms = dict(self.wishes.rooms)
        rows = [
            self._row(number, date, rooms.get(date.place), known, hours)
            for number, date in enumerate(self.dates)
        ]
        return tuple(_looked_at(session, rows, self.wishes))

    def _row(
        self,
        number: int,
        date: CalendarDate,
        room_id: UUID | None,
        known: Mapping[tuple[str, str], Known],
        hours: "_Hours",
    ) -> ImportRow:
        there = known.get((date.uid, date.which))
        row = ImportRow(number, date, there.id if there else self.ids[number], DateState.FREE)
        if there and (there.details is None or there.said == said_of(date)):
            return replace(row, state=DateState.HERE, details=there.details)
        if room_id is None:
            return replace(row, state=DateState.NO_ROOM)
        reason = self.wishes.reason if number in self.wishes.anyway else ""
        said = there.details if there and there.details else _blank(self.wishes.kind)
        details = replace(
            said,
            title=date.title or self.wishes.name,
            place=Place(room_id, hours.slot(date, room_id)),
            private=date.private,
            tentative=date.tentative,
            override_reason=reason or said.override_reason,
        )
        state = DateState.CHANGED if there else DateState.FREE
        return replace(row, state=state, details=details, seen=there.details if there else None)


class _Hours:
    """A whole day of a calendar means the hours in which the room is open."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def slot(self, date: CalendarDate, room_id: UUID) -> Slot:
        if date.all_day:
            hours = self._floor.hours_of(room_id, date.starts.weekday())
            if hours is not None:
                return hours.on(date.starts.date())
        return Slot(date.starts, date.ends)


NOWHERE = Place(UUID(int=0), Slot(datetime.min, datetime.min + timedelta(minutes=1)))


def _blank(kind: BookingKind) -> BookingDetails:
    return BookingDetails("", NOWHERE, kind)


def _looked_at(session: Session, rows: Sequence[ImportRow], wishes: Wishes) -> Iterable[ImportRow]:
    """In the order of the file; the earlier of two dates that meet stands, if it is wanted."""
    wanted = {
        row.number: Asked.of_details(row.booking_id, row.details)
        for row in rows
        if row.can_be_loaded and row.details is not None
    }
    there = ground(session, list(wanted.values()))
    moving = {
        row.booking_id
        for row in rows
        if row.state is DateState.CHANGED and row.number not in wishes.left
    }
    standing = _Standing(moving)
    for row in rows:
        asked = wanted.get(row.number)
        if asked is None:
            yield row
            continue
        floor = standing.floor(there.floors[asked.id], asked)
        found = floor.troubles(asked.place, asked.terms, asked.id)
        looked = _judged(row, [one for one in found if stops(one)])
        stands = looked.can_be_loaded or (looked.needs_reason and row.number in wishes.anyway)
        if stands and row.number not in wishes.left:
            standing.add(asked)
        yield looked


def _judged(row: ImportRow, against: Sequence[Trouble]) -> ImportRow:
    if not against:
        return row
    rules = {one.rule for one in against}
    state = DateState.AGAINST
    if Rule.TAKEN in rules:
        state = DateState.CLASH
    elif not all(one.may_be_overridden for one in against):
        state = DateState.NEVER
    return replace(row, state=state, why=tuple(one.message for one in against))


class _Standing:
    """The dates of the file that stand so far, for those that come after."""

    def __init__(self, moving: Iterable[UUID]) -> None:
        self._moving = frozenset(moving)
        self._by_day: dict[int, list[Holding]] = {}

    def add(self, asked: Asked) -> None:
        day = asked.place.slot.start.toordinal()
        self._by_day.setdefault(day, []).append(asked.holding)

    def floor(self, floor: Floor, asked: Asked) -> Floor:
        day = asked.place.slot.start.toordinal()
        near = [one for n in range(day - 2, day + 3) for one in self._by_day.get(n, ())]
        kept = [one for one in floor.holdings if one.id not in self._moving]
        return replace(floor, holdings=(*kept, *near))
