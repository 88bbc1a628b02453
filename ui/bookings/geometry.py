"""Where things are on the board: rooms or days across, time down. Numbers only, nothing is painted.

Lengths are widget pixels, already scaled; times are wall-clock times of a column's day.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF

from app.bookings.board import Board, Column
from app.slot import Slot

GUTTER = 54
HEADER = 56
HALL_HEADER = 82
NARROWEST = 150
NARROWEST_DAY = 128
"""Seven of them fit beside a scroll bar at 1366."""
SHORTEST_HOUR = 41
"""Less than the drawn 41.7, so that rounding at 1366 × 768 does not bring a scroll bar."""
UNDER = 6
"""Empty space under the last hour, so that its line is seen."""
HALF_HOUR = timedelta(minutes=30)


@dataclass(frozen=True)
class Hours:
    """The hours the board shows, from ``first`` (included) to ``last`` (excluded)."""

    first: int
    last: int

    def span(self, day: date) -> Slot:
        midnight = datetime.combine(day, time())
        return Slot(midnight + timedelta(hours=self.first), midnight + timedelta(hours=self.last))


@dataclass(frozen=True)
class Geometry:
    """A board of a given size; ``left`` and ``top`` say how far it is scrolled."""

    columns: tuple[Column, ...]
    hours: Hours
    width: float
    height: float
    scale: float = 1.0
    divided: bool = False
    narrowest: int = NARROWEST
    left: float = 0.0
    top: float = 0.0

    @property
    def gutter(self) -> float:
        return round(GUTTER * self.scale)

    @property
    def header(self) -> float:
        return round((HALL_HEADER if self.divided else HEADER) * self.scale)

    @property
    def column_width(self) -> float:
        room = self.width - self.gutter
        return max(room / max(len(self.columns), 1), self.narrowest * self.scale)

    @property
    def hour_height(self) -> float:
        room = self.height - self.header - UNDER
        return max(room / (self.hours.last - self.hours.first), SHORTEST_HOUR * self.scale)

    @property
    def hours_height(self) -> float:
        return self.hour_height * (self.hours.last - self.hours.first) + UNDER

    @property
    def content_width(self) -> float:
        return self.gutter + self.column_width * len(self.columns)

    @property
    def content_height(self) -> float:
        return self.header + self.hours_height

    @property
    def grid(self) -> QRectF:
        """Where blocks may be painted: not over the gutter, not over the header."""
        return QRectF(self.gutter, self.header, self.width - self.gutter, self.height - self.header)

    def x(self, column: int) -> float:
        return self.gutter + column * self.column_width - self.left

    def y(self, at: datetime) -> float:
        return self.header + self.down(at, at.date()) - self.top

    def down(self, at: datetime, day: date) -> float:
        """How far a time lies below the first hour shown of ``day``."""
        first = datetime.combine(day, time()) + timedelta(hours=self.hours.first)
        return (at - first) / timedelta(hours=1) * self.hour_height

    def block(self, slot: Slot, day: date) -> QRectF:
        """A block within its column, with a small space round it; cut to the hours shown."""
        shown = self.hours.span(day)
        start, end = max(slot.start, shown.start), min(slot.end, shown.end)
        top, bottom = self.down(start, day), self.down(max(end, start), day)
        return QRectF(3, top + 1.5, self.column_width - 7, bottom - top - 3)

    def rect(self, column: int, slot: Slot) -> QRectF:
        """The same block where it is now."""
        box = self.block(slot, self.columns[column].day)
        return box.translated(self.x(column), self.header - self.top)

    def column_at(self, x: float) -> int:
        """The nearest column, so that a drag beyond the edge stays on the board."""
        column = int((x - self.gutter + self.left) // self.column_width)
        return min(max(column, 0), len(self.columns) - 1)

    def time_at(self, y: float, column: int = 0) -> datetime:
        """The exact time at a height, kept within the hours shown."""
        hours = (y - self.header + self.top) / self.hour_height
        shown = self.hours.span(self.columns[column].day)
        at = shown.start + timedelta(minutes=round(hours * 60))
        return min(max(at, shown.start), shown.end)

    def holds(self, point: QPointF) -> bool:
        """Whether a point is in the grid and on a column."""
        return self.grid.contains(point) and point.x() + self.left < self.content_width

    def scrolled_to_show(self, rect: QRectF) -> tuple[float, float]:
        """The smallest scrolling that brings ``rect`` into the grid."""
        left, top = self.left, self.top
        if rect.left() < self.gutter or rect.width() > self.grid.width():
            left += rect.left() - self.gutter
        elif rect.right() > self.width:
            left += rect.right() - self.width
        if rect.top() < self.header or rect.height() > self.grid.height():
            top += rect.top() - self.header
        elif rect.bottom() > self.height:
            top += rect.bottom() - self.height
        return self.kept_inside(left, top)

    def kept_inside(self, left: float, top: float) -> tuple[float, float]:
        most_left = max(self.content_width - self.width, 0.0)
        most_top = max(self.content_height - self.height, 0.0)
        return min(max(left, 0.0), most_left), min(max(top, 0.0), most_top)


def snapped(at: datetime, minutes: int = 15) -> datetime:
    """The nearest quarter of an hour, or of whatever step."""
    midnight = datetime.combine(at.date(), time())
    steps = round((at - midnight) / timedelta(minutes=minutes))
    return midnight + steps * timedelta(minutes=minutes)


def hours_of(board: Board) -> Hours:
    """An hour more than the opening hours on both sides, and whatever is booked beyond."""
    return Hours(*board.hours_shown)
