"""Which session a room is booked for."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.events.model import EventSession
from app.permission import Permission


@dataclass(frozen=True)
class SessionOfBooking:
    """None when the booking belongs to no event any more."""

    booking_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> UUID | None:
        return session.scalar(
            select(EventSession.id)
            .where(EventSession.booking_id == self.booking_id, ~EventSession.removed)
            .limit(1)
        )
