"""What the plans of rooms say: days, who has a room when, and the centre that prints them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from app.language import Language, Message

Hours = tuple[time, time] | None
"""Opens and closes; closing at 0.00 is the end of the day. None: closed."""


class Tint(StrEnum):
    """The colour of a booking; the words never depend on it."""

    BLUE = "blue"
    GREEN = "green"
    ORANGE = "orange"
    GREY = "grey"
    TEAL = "teal"


@dataclass(frozen=True)
class CentreOnPaper:
    """Whose paper it is: its name in each language it has one in, and how to reach it."""

    names: Mapping[Language, str] = field(default_factory=dict)
    municipality: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    logo: bytes | None = None
    week: tuple[Hours, ...] = ()
    """Seven days from Monday; empty when nobody said when it is open."""


@dataclass(frozen=True)
class Taken:
    """A stretch of time in which a room is taken; without a title it only says so."""

    start: datetime
    end: datetime
    title: str = ""
    holder: str = ""
    tint: Tint = Tint.GREY
    where: str = ""
    """The hall, or the part of it, when that is what is booked."""

    def on(self, day: date) -> tuple[datetime, datetime]:
        """What of it lies on this day."""
        midnight = datetime.combine(day, time())
        return max(self.start, midnight), min(self.end, midnight + timedelta(days=1))


@dataclass(frozen=True)
class ShutTime:
    """Time in which nobody is let in, and why."""

    start: datetime
    end: datetime
    reason: str


@dataclass(frozen=True)
class PlanDay:
    """One day of one room, the earliest first; ``hours`` None when it is closed."""

    day: date
    hours: Hours
    taken: tuple[Taken, ...] = ()
    shut: tuple[ShutTime, ...] = ()


@dataclass(frozen=True)
class DoorPlan:
    """What hangs on the door of a room: no private title, nothing about approval or needs."""

    centre: CentreOnPaper
    room: str
    where: str
    seats: int
    features: tuple[Message, ...]
    days: tuple[PlanDay, ...]


@dataclass(frozen=True)
class DeskLine:
    """One booking as the desk must know it."""

    taken: Taken
    people: int | None = None
    before: int = 0
    after: int = 0
    """Minutes to prepare and to clear up."""
    states: tuple[Message, ...] = ()
    """Such as "to be confirmed"."""
    prepare: tuple[Message, ...] = ()
    """How the room is set up and what is wanted, in counts, never for whom."""
    note: str = ""


@dataclass(frozen=True)
class DeskRoom:
    """A room with its day."""

    room: str
    where: str
    seats: int
    hours: Hours
    lines: tuple[DeskLine, ...] = ()
    shut: tuple[ShutTime, ...] = ()
    room_id: UUID | None = None


@dataclass(frozen=True)
class DeskPlan:
    """A day of all rooms, in the order of the board."""

    centre: CentreOnPaper
    day: date
    rooms: tuple[DeskRoom, ...]


@dataclass(frozen=True)
class Confirmation:
    """What whoever booked takes home."""

    centre: CentreOnPaper
    taken: Taken
    room: str
    where: str
    people: int | None = None
    contact: str = ""
    state: Message | None = None
    """Said when it is not simply confirmed: waiting, tentative, cancelled."""
    wishes: tuple[Message, ...] = ()
    house_rules: Mapping[Language, str] = field(default_factory=dict)


def with_latvian(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """Latvian is always on paper, and first (State Language Law, section 11)."""
    return tuple(dict.fromkeys((Language.LV, *languages)))
