"""When the house closed: whoever has not left by then was forgotten, not still here."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import ClassVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.bookings.model import HOLDING, Booking
from app.centre.queries import OpeningWeek
from app.clock import to_utc
from app.events.model import Event, EventSession
from app.permission import Permission


@dataclass(frozen=True)
class ClosedSince:
    """Visits that began before this moment are over.

    It is the closing time of today once that is past, and the beginning of today until then. While
    something still goes on in the evening, people are in the building: then its end counts.
    """

    now: datetime
    """Wall-clock time."""
    permission: ClassVar[Permission] = Permission.SEE_CENTRE

    def answer(self, session: Session) -> datetime:
        midnight = datetime.combine(self.now.date(), time())
        hours = OpeningWeek().answer(session)[midnight.weekday()]
        if hours is None:
            return to_utc(midnight)
        tomorrow = midnight + timedelta(days=1)
        last_booking = session.scalar(
            select(func.max(Booking.ends))
            .where(Booking.removed.is_(False), Booking.status.in_(HOLDING))
            .where(Booking.starts < tomorrow, Booking.ends > midnight)
        )
        last_session = session.scalar(
            select(func.max(EventSession.ends))
            .join(Event, Event.id == EventSession.event_id)
            .where(EventSession.removed.is_(False), Event.cancelled.is_(False))
            .where(EventSession.starts < tomorrow, EventSession.ends > midnight)
        )
        closes = datetime.combine(midnight, hours[1])
        over = max(closes, last_booking or closes, last_session or closes)
        return to_utc(over if over <= self.now else midnight)
