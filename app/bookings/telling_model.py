"""Whom the centre must tell that a booking changed, and who was told."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.bookings.model import BOOKINGS
from app.database.base import Keeping, Record, UtcTime
from app.slot import Place, Slot


class Why(StrEnum):
    """What there is to tell."""

    CANCELLED = "cancelled"
    MOVED = "moved"
    CLOSED = "closed"
    REFUSED = "refused"
    APPROVED = "approved"
    STANDS_AGAIN = "stands again"
    """Somebody was told that it is cancelled or refused, and that is no longer so."""


class ToldBy(StrEnum):
    """How somebody was told."""

    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in person"


class Telling(Record):
    """One thing to tell those a booking is for; open until ``told_at`` is filled."""

    __tablename__ = "telling"
    __table_args__ = (
        Index("ix_telling_booking_id", "booking_id"),
        Index("ix_telling_told_at", "told_at"),
    )
    keeping = Keeping(
        purpose="to tell those whose booking changed, once and surely",
        basis=BOOKINGS.basis,
        retention=BOOKINGS.retention,
    )

    booking_id: Mapped[UUID] = mapped_column(ForeignKey("booking.id"))
    why: Mapped[Why]
    reason: Mapped[str] = mapped_column(default="")
    """Such as the reason of the closure; may be told as it stands."""
    arose: Mapped[datetime] = mapped_column(UtcTime())
    was_room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"))
    was_starts: Mapped[datetime | None]
    was_ends: Mapped[datetime | None]
    """Where and when those it is for still believe it to be."""
    told_at: Mapped[datetime | None] = mapped_column(UtcTime())
    told_by_id: Mapped[UUID | None]
    how: Mapped[ToldBy | None]

    @property
    def was(self) -> Place | None:
        if self.was_room_id is None or self.was_starts is None or self.was_ends is None:
            return None
        return Place(self.was_room_id, Slot(self.was_starts, self.was_ends))
