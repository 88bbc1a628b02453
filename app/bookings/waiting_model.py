"""Who waits for a room that is taken."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.model import BOOKINGS, BookingKind, Setup
from app.database.base import Keeping, Record, UtcTime
from app.slot import Place, Slot
from app.visitors.model import Organisation


class WaitingState(StrEnum):
    """What has become of a wish; only the first two are still on the list."""

    WAITING = "waiting"
    OFFERED = "offered"
    """They were told that they can have it, and have not answered."""
    TAKEN = "taken"
    GONE = "gone"


ON_THE_LIST = frozenset({WaitingState.WAITING, WaitingState.OFFERED})


class WaitingBooking(Record):
    """A booking that could not be made: everything it would be, kept until it can be had."""

    __tablename__ = "waiting_booking"
    __table_args__ = (Index("ix_waiting_booking_state_starts", "state", "starts"),)
    keeping = Keeping(
        purpose="to offer a room that becomes free to those who asked for it first",
        basis=BOOKINGS.basis,
        retention="1 year after the time that was wished for",
    )

    title: Mapped[str]
    room_id: Mapped[UUID] = mapped_column(ForeignKey("room.id"))
    any_room: Mapped[bool] = mapped_column(default=False)
    """Any other room that fits would do as well."""
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    kind: Mapped[BookingKind]
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    holder: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    people: Mapped[int | None]
    setup: Mapped[Setup | None]
    before_minutes: Mapped[int | None]
    after_minutes: Mapped[int | None]
    wishes: Mapped[str] = mapped_column(default="")
    tentative: Mapped[bool] = mapped_column(default=False)
    private: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = mapped_column(default="")
    entered_at: Mapped[datetime] = mapped_column(UtcTime())
    entered_by_id: Mapped[UUID | None]
    state: Mapped[WaitingState] = mapped_column(default=WaitingState.WAITING)
    offered_at: Mapped[datetime | None] = mapped_column(UtcTime())
    moves_id: Mapped[UUID | None] = mapped_column(ForeignKey("booking.id"))
    """A booking that stands elsewhere and would rather be here."""
    booking_id: Mapped[UUID | None] = mapped_column(ForeignKey("booking.id"))
    """What it became."""

    organisation: Mapped[Organisation | None] = relationship()

    @property
    def place(self) -> Place:
        return Place(self.room_id, Slot(self.starts, self.ends))
