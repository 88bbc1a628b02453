"""What we ask about the series of a booking."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.bookings.model import HOLDING, Booking
from app.bookings.repeat_words import in_words
from app.bookings.repeats import Repeat
from app.bookings.series_record import known_series, occurrences, pattern_of, skipped
from app.clock import to_wall
from app.language import Message
from app.permission import Permission


@dataclass(frozen=True)
class SeriesCard:
    """A series as one of its dates shows it."""

    id: UUID
    repeat: Repeat
    said: Message
    """The pattern in words."""
    to_come: int
    over: bool
    """This date has begun or is past."""
    by_itself: bool
    last: date
    skipped: int


@dataclass(frozen=True)
class SeriesOf:
    """The series a booking belongs to; None when it does not repeat."""

    booking_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> SeriesCard | None:
        booking = session.get(Booking, self.booking_id)
        if booking is None or booking.series_id is None:
            return None
        now = to_wall(session.info["now"])
        series = known_series(session, booking.series_id)
        repeat = pattern_of(series)
        active = [one for one in occurrences(session, series.id) if one.status in HOLDING]
        return SeriesCard(
            series.id,
            repeat,
            in_words(repeat),
            sum(one.starts > now for one in active),
            booking.starts <= now,
            booking.by_itself,
            repeat.dates().days[-1],
            len(skipped(session, series.id)),
        )
