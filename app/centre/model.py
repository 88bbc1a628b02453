"""The centre: what it is called and when it is open."""

from datetime import time

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Keeping, Record

KEEPING = Keeping(
    purpose="to name the centre on screen and paper, and to know when it is open",
    basis="no personal data",
    retention="as long as the centre uses the program",
)


class Centre(Record):
    """One row; its id is ``THIS_CENTRE``."""

    __tablename__ = "centre"
    keeping = KEEPING

    name: Mapped[str]
    short_name: Mapped[str]
    municipality: Mapped[str]
    address: Mapped[str]
    name_in_english: Mapped[str] = mapped_column(default="")
    name_in_ukrainian: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    """Both are for questions about data, on the notice people are given."""
    booking_phone: Mapped[str] = mapped_column(default="")
    booking_email: Mapped[str] = mapped_column(default="")
    """Where to say that a booking is not needed; on its confirmation."""
    house_rules: Mapped[str] = mapped_column(default="")
    house_rules_in_english: Mapped[str] = mapped_column(default="")
    house_rules_in_ukrainian: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="lv")
    logo: Mapped[bytes | None] = mapped_column(LargeBinary)
    """A PNG of at most 512 KiB."""
    funder_logo: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Of whoever pays for the events, who wants to be seen on their sheets; the same."""
    recovery_sheet_kept: Mapped[bool] = mapped_column(default=False)


class OpeningHours(Record):
    """One stretch of one weekday; a day without a row is closed."""

    __tablename__ = "opening_hours"
    __table_args__ = (UniqueConstraint("centre_id", "weekday"),)
    keeping = KEEPING

    weekday: Mapped[int]
    """0 is Monday."""
    opens: Mapped[time]
    closes: Mapped[time]
