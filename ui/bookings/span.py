"""Which days are shown, and how: a day, a week, a month, or any of them as a list."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from uuid import UUID

from app.language import day_range, long_date, month_year


class View(IntEnum):
    """In the order of the segments."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    LIST = 3


class Span(IntEnum):
    """How many days."""

    DAY = 0
    WEEK = 1
    MONTH = 2


LATEST_DAY = 28
"""Every month has it: a step by a month never skips one."""


@dataclass(frozen=True)
class Shown:
    """``day`` is any day of the span; ``room_id`` is the room whose week is shown, None: all rooms."""

    day: date
    view: View = View.DAY
    span: Span = Span.DAY
    room_id: UUID | None = None

    def as_view(self, view: View) -> "Shown":
        """The same days another way; a list keeps the span it came from."""
        if view is View.LIST:
            return replace(self, view=view)
        return replace(self, view=view, span=Span(view))

    def on(self, day: date) -> "Shown":
        return replace(self, day=day)

    def stepped(self, steps: int) -> "Shown":
        """A day, a week or a month further."""
        if self.span is not Span.MONTH:
            days = 7 if self.span is Span.WEEK else 1
            return self.on(self.day + timedelta(days=steps * days))
        months = self.day.year * 12 + self.day.month - 1 + steps
        day = min(self.day.day, LATEST_DAY)
        return self.on(date(months // 12, months % 12 + 1, day))

    @property
    def first(self) -> date:
        match self.span:
            case Span.WEEK:
                return self.day - timedelta(days=self.day.weekday())
            case Span.MONTH:
                return self.day.replace(day=1)
        return self.day

    @property
    def days(self) -> int:
        match self.span:
            case Span.WEEK:
                return 7
            case Span.MONTH:
                return monthrange(self.day.year, self.day.month)[1]
        return 1

    @property
    def title(self) -> str:
        match self.span:
            case Span.WEEK:
                return day_range(self.first, self.first + timedelta(days=6))
            case Span.MONTH:
                return month_year(self.day)
        return long_date(self.day)
