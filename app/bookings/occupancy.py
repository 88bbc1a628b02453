"""How full rooms are: what part of the hours in which each is open was given out, day by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.board import BoardRoom, Column, day_of, days_of
from app.bookings.facts import Shut
from app.bookings.house import room_hours, week
from app.bookings.model import HOLDING, Booking
from app.bookings.room_queries import board_rooms
from app.bookings.rules import closures, within
from app.permission import Permission
from app.slot import Slot

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class DayUse:
    """A room on a day, in minutes; ``shut`` is what closures take of the time it is open."""

    count: int
    """Bookings that begin on this day, those of the same hall and its parts too."""
    booked: int
    opens: Slot | None
    shut: int = 0
    reason: str = ""
    """Of the closure."""

    @property
    def open(self) -> int:
        return self.opens.length // MINUTE if self.opens else 0

    @property
    def is_closed(self) -> bool:
        return self.shut >= self.open

    @property
    def share(self) -> float:
        """What is booked of the time it is open, from 0 to 1; more is not drawn."""
        return min(self.booked / self.open, 1.0) if self.open else 0.0


@dataclass(frozen=True)
class RoomMonth:
    """A room through a month."""

    room: BoardRoom
    days: tuple[DayUse, ...]

    @property
    def count(self) -> int:
        return sum(day.count for day in self.days)

    @property
    def booked(self) -> int:
        return sum(day.booked for day in self.days)

    @property
    def share(self) -> float:
        open_time = sum(day.open for day in self.days)
        return min(self.booked / open_time, 1.0) if open_time else 0.0


@dataclass(frozen=True)
class Month:
    """Every room in use, in the order of the board."""

    first: date
    rooms: tuple[RoomMonth, ...]

    @property
    def dates(self) -> tuple[date, ...]:
        days = len(self.rooms[0].days) if self.rooms else 0
        return tuple(self.first + timedelta(days=n) for n in range(days))


@dataclass(frozen=True)
class MonthOccupancy:
    """How full each room is on each day of the month of ``day``; says nothing of whose bookings."""

    day: date
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> Month:
        first = self.day.replace(day=1)
        following = (first + timedelta(days=31)).replace(day=1)
        span = Slot(datetime.combine(first, time()), datetime.combine(following, time()))
        rooms = tuple(room for room in board_rooms(session) if not room.retired)
        floor = Floor(rooms, (), closures(session, span), week(session), room_hours(session))
        taken = _taken(session, span, floor)
        dates = days_of(span)
        return Month(
            first,
            tuple(
                RoomMonth(room, tuple(_use(floor, Column(room.id, day), taken) for day in dates))
                for room in rooms
            ),
        )


def covered(slots: Iterable[Slot]) -> int:
    """Minutes covered by at least one of them."""
    minutes, until = timedelta(), datetime.min
    for slot in sorted(slots):
        if slot.end > until:
            minutes += slot.end - max(slot.start, until)
            until = slot.end
    return minutes // MINUTE


def _taken(session: Session, span: Slot, floor: Floor) -> dict[Column, list[Slot]]:
    """By room and day, for every room of the space a booking takes."""
    found: dict[Column, list[Slot]] = {}
    rows = session.execute(
        select(Booking.room_id, Booking.starts, Booking.ends).where(
            ~Booking.removed, Booking.status.in_(HOLDING), *within(span)
        )
    )
    for room_id, starts, ends in rows:
        slot = Slot(starts, ends)
        for day in days_of(slot):
            for one in floor.sharing(room_id):
                found.setdefault(Column(one, day), []).append(slot)
    return found


def _use(floor: Floor, column: Column, taken: dict[Column, list[Slot]]) -> DayUse:
    day, slots = day_of(column.day), taken.get(column, [])
    hours = floor.hours_of(column.room_id, column.day.weekday())
    opens = hours.on(column.day) if hours else None
    if opens is None and not floor.week and not floor.room_hours:
        opens = day  # nobody said when: always
    shuts = _shut_in(floor, column.room_id, day)
    within_hours = [shut.slot for shut in shuts if opens and shut.slot.overlaps(opens)]
    return DayUse(
        sum(slot.start >= day.start for slot in slots),
        covered(_cut(slot, day) for slot in slots),
        opens,
        covered(_cut(slot, opens) for slot in within_hours) if opens else 0,
        shuts[0].reason if shuts else "",
    )


def _shut_in(floor: Floor, room_id: UUID, day: Slot) -> list[Shut]:
    return [
        shut
        for shut in floor.closures
        if shut.room_id in (None, room_id) and shut.slot.overlaps(day)
    ]


def _cut(slot: Slot, to: Slot) -> Slot:
    return Slot(max(slot.start, to.start), min(slot.end, to.end))
