"""What is found in a calendar of another program, as plain facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.language import Message

READY = b"ready\n"
"""What the process that reads says first."""


@dataclass(frozen=True)
class CalendarDate:
    """One date of one entry, in wall-clock time at the centre.

    ``uid`` and ``which`` name it in every later version of the same calendar; ``which`` is the date
    the rule gave it, empty for an entry that stands once.
    """

    uid: str
    which: str
    starts: datetime
    ends: datetime
    title: str
    place: str = ""
    all_day: bool = False
    free: bool = False
    private: bool = False
    tentative: bool = False
    line: int = 0


@dataclass(frozen=True)
class CalendarProblem:
    """An entry that is left out, and why; ``title`` may be empty."""

    line: int
    title: str
    message: Message


@dataclass(frozen=True)
class FoundCalendar:
    """What a calendar holds within a span, the earliest date first."""

    path: Path
    name: str
    entries: int
    """In the whole file."""
    endless: int
    """How many of them repeat without an end; they were read until the end of the span."""
    dates: tuple[CalendarDate, ...]
    problems: tuple[CalendarProblem, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """What stands as the place of its dates, in order of the first date of each."""
        return tuple(dict.fromkeys(one.place for one in self.dates))
