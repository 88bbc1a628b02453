"""Which bookings came from the calendar of another program, so that it can be loaded again."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Keeping, Record


class ImportedDate(Record):
    """A booking that was one date of a foreign calendar."""

    __tablename__ = "imported_date"
    keeping = Keeping(
        purpose="to know a date of a calendar again when the calendar is loaded once more",
        basis="public task of the municipality (GDPR Art. 6(1)(e))",
        retention="3 years, as the bookings themselves",
    )

    booking_id: Mapped[UUID] = mapped_column(ForeignKey("booking.id"), index=True)
    uid: Mapped[str] = mapped_column(index=True)
    which: Mapped[str]
    """The date of a repeating entry; empty for one that stands once."""
    said: Mapped[str]
    """What the calendar said of it, shortened: when this differs, the calendar was changed."""
