"""What other programs are told of bookings, as plain facts, and the names these have there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class EventState(StrEnum):
    """How sure an entry is, in the words of the format."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class CalendarEvent:
    """One booking; times are on the wall of the centre.

    ``sequence`` never falls from one file to the next: other programs take the greater one for newer.
    """

    uid: str
    starts: datetime
    ends: datetime
    title: str
    place: str
    changed: datetime
    """In UTC."""
    sequence: int = 0
    state: EventState = EventState.CONFIRMED
    private: bool = False
    instead_of: datetime | None = None
    """The start its rule gave it; only in ``moved`` of a `RepeatingEvent`."""


@dataclass(frozen=True)
class RepeatingEvent:
    """A series: ``first`` with its rule, the starts that are left out, and dates that differ from it."""

    first: CalendarEvent
    rule: str
    """Such as ``FREQ=WEEKLY;BYDAY=TU,TH``, without an end; ``last`` is that."""
    last: datetime | None = None
    left_out: tuple[datetime, ...] = ()
    moved: tuple[CalendarEvent, ...] = ()


def uid_of(id_: UUID) -> str:
    """The name a booking or a series has in every calendar, for ever."""
    return f"{id_}@kopa"


def id_in(uid: str) -> UUID | None:
    """Whose name that is, when we gave it."""
    name, _, ours = uid.partition("@")
    try:
        return UUID(name) if ours == "kopa" else None
    except ValueError:
        return None
