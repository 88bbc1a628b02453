"""Series: what bookings that repeat have in common, the dates left out, and what an edit replaced."""

from datetime import date
from uuid import UUID

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from app.bookings.model import BOOKINGS, ROOMS
from app.database.base import Keeping, Record


class Series(Record):
    """A pattern of dates; its dates are bookings that name it in ``series_id``."""

    __tablename__ = "series"
    keeping = BOOKINGS

    pattern: Mapped[str] = mapped_column(Text)
    """JSON of a `Repeat`."""
    split_from_id: Mapped[UUID | None]
    """The series it was part of until "this and following" were changed."""


class SkippedDate(Record):
    """A date of the pattern that was not booked, and why; it may be added when it comes free."""

    __tablename__ = "skipped_date"
    keeping = BOOKINGS

    series_id: Mapped[UUID] = mapped_column(index=True)
    day: Mapped[date]
    reason: Mapped[str] = mapped_column(Text)
    """JSON of a message; an empty one was left out by wish."""


class SeriesStep(Record):
    """What one step held before it: many dates at once are taken back by its number."""

    __tablename__ = "series_step"
    keeping = Keeping(
        purpose="to take back what was changed in many dates at once",
        basis="public task of the municipality (GDPR Art. 6(1)(e))",
        retention="3 years, as the bookings themselves",
    )

    cells: Mapped[str] = mapped_column(Text)
    """JSON: of every row the columns that changed, with what they held before and after."""
    said: Mapped[str] = mapped_column(Text)
    """JSON of the message of the step."""


class SchoolHoliday(Record):
    """Days without school, the last one included; shown beside the dates of a series."""

    __tablename__ = "school_holiday"
    keeping = ROOMS

    first: Mapped[date]
    last: Mapped[date]
    name: Mapped[str]
