"""What the rules know: a room, a booking that holds its time, a closure, opening hours, what is asked."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.bookings.model import Setup
from app.slot import Slot


@dataclass(frozen=True)
class RoomFacts:
    """A room as the rules know it; buffers in minutes, capacity 0 when not said."""

    id: UUID
    name: str
    capacity: int = 0
    part_of_id: UUID | None = None
    setup_minutes: int = 0
    clear_minutes: int = 0
    retired: bool = False
    notice_hours: int = 0
    """How long before its start a booking must be made."""
    shortest_minutes: int = 0
    longest_minutes: int = 0
    """0: as long as anybody likes, up to a day."""
    needs_approval: bool = False
    seats: tuple[tuple[Setup, int], ...] = ()
    """How many fit in when the room is set up so; without a line, its capacity."""

    def seats_when(self, setup: Setup | None) -> int:
        return dict(self.seats).get(setup, self.capacity) if setup else self.capacity


@dataclass(frozen=True)
class Terms:
    """What is asked of a place beside where and when; own buffers in minutes, None as the room's."""

    people: int | None = None
    setup: Setup | None = None
    before: int | None = None
    after: int | None = None


NO_TERMS = Terms()


@dataclass(frozen=True)
class Holding:
    """A booking that holds its time, as the rules know it."""

    id: UUID
    room_id: UUID
    slot: Slot
    title: str
    holder: str
    before: int | None = None
    after: int | None = None
    """Its own buffers in minutes; None: as the room's."""


@dataclass(frozen=True)
class Shut:
    """Time nobody may book: in one room, or in the whole centre."""

    id: UUID
    room_id: UUID | None
    slot: Slot
    reason: str


@dataclass(frozen=True)
class Hours:
    """When the centre is open on one day; closing at 0.00 is the end of the day."""

    opens: time
    closes: time

    def on(self, day: date) -> Slot:
        later = timedelta(days=1) if self.closes <= self.opens else timedelta()
        return Slot(datetime.combine(day, self.opens), datetime.combine(day, self.closes) + later)


Week = dict[int, Hours]
"""Opening hours by weekday, 0 is Monday; a weekday left out is closed."""
RoomHours = dict[tuple[UUID, int], Hours | None]
"""Where a room differs from the centre on a weekday; None: it is closed then."""
