"""The two days of a year on which the clock is changed: an hour left out, an hour that comes twice.

Bookings stand in wall-clock time, so the board shows the hour as it is on the wall.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from app.clock import ZONE, day_in_utc, exists
from app.slot import Slot

HOUR = timedelta(hours=1)
USUAL = timedelta(hours=24)


@dataclass(frozen=True)
class ClockChange:
    """``slot`` is left out of the day, or comes ``twice``."""

    slot: Slot
    twice: bool


@lru_cache(maxsize=512)
def clock_change(day: date) -> ClockChange | None:
    """None on every day of 24 hours."""
    begin, end = day_in_utc(day)
    if end - begin == USUAL:
        return None
    twice = end - begin > USUAL
    midnight = datetime.combine(day, time())
    for half_hours in range(48):
        at = midnight + half_hours * HOUR / 2
        if _comes_twice(at) if twice else not exists(at):
            return ClockChange(Slot(at, at + HOUR), twice)
    return None


def _comes_twice(at: datetime) -> bool:
    first, second = at.replace(tzinfo=ZONE, fold=0), at.replace(tzinfo=ZONE, fold=1)
    return first.utcoffset() != second.utcoffset()
