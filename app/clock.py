"""The only place where the time is read.

Visits and the journal are kept in UTC; bookings and sessions in wall-clock time at the centre,
because "Thursday at ten" stays at ten when summer time ends.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Riga")


class Clock(Protocol):
    """Says what time it is, in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class StandingClock:
    """A clock that moves only when told: for the tour, the sample centre and tests."""

    at: datetime

    @classmethod
    def at_wall(cls, wall_time: datetime) -> "StandingClock":
        return cls(to_utc(wall_time))

    def now(self) -> datetime:
        return self.at

    def advance(self, step: timedelta) -> None:
        self.at += step


def to_wall(at: datetime) -> datetime:
    """An aware moment as naive wall-clock time at the centre."""
    return at.astimezone(ZONE).replace(tzinfo=None)


def to_utc(wall_time: datetime) -> datetime:
    """Naive wall-clock time at the centre as an aware moment in UTC."""
    return wall_time.replace(tzinfo=ZONE).astimezone(UTC)


def exists(wall_time: datetime) -> bool:
    """False for the hour that is left out when summer time begins (EU Directive 2000/84/EC)."""
    return to_wall(to_utc(wall_time)) == wall_time


def wall_now(clock: Clock) -> datetime:
    return to_wall(clock.now())


def today(clock: Clock) -> date:
    return wall_now(clock).date()


def day_in_utc(day: date) -> tuple[datetime, datetime]:
    """The two moments between which a day of the centre lies (23 to 25 hours)."""
    midnight = datetime.combine(day, datetime.min.time())
    return to_utc(midnight), to_utc(midnight + timedelta(days=1))
