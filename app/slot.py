"""A half-open stretch of wall-clock time, and a room for that time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID


@dataclass(frozen=True, order=True)
class Slot:
    """From ``start`` (included) to ``end`` (excluded), naive wall-clock time at the centre.

    Raises ValueError when it would end before it starts.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError("A slot ends after it starts")

    def overlaps(self, other: "Slot") -> bool:
        return self.start < other.end and other.start < self.end

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    def moved(self, step: timedelta) -> "Slot":
        return Slot(self.start + step, self.end + step)


@dataclass(frozen=True)
class Place:
    """Where and when: the two things that dragging a booking changes."""

    room_id: UUID
    slot: Slot
