"""What people do with what is to be told: mark it told, and take that back."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.bookings.model import Booking
from app.bookings.telling_model import Telling, ToldBy
from app.database.journal import by_whom
from app.errors import ChangedElsewhere
from app.language import Message, say
from app.permission import Permission


@dataclass(frozen=True)
class MarkTold:
    """Those a booking is for now know of it."""

    telling_id: UUID
    how: ToldBy
    at: datetime
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        line = _known(session, self.telling_id)
        if line.told_at is not None:
            raise ChangedElsewhere(say("Somebody has told them already."))
        line.told_at, line.how, line.told_by_id = self.at, self.how, by_whom(session)
        booking = session.get_one(Booking, line.booking_id)
        message = say("Told: “{title}”", title=booking.title)
        return _change(line, message, MarkUntold(line.id))


@dataclass(frozen=True)
class MarkUntold:
    """They are to be told after all."""

    telling_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        line = _known(session, self.telling_id)
        if line.told_at is None or line.how is None:
            raise ChangedElsewhere(say("They are still to be told."))
        undo = MarkTold(line.id, line.how, line.told_at)
        line.told_at = line.how = line.told_by_id = None
        booking = session.get_one(Booking, line.booking_id)
        return _change(line, say("To be told again: “{title}”", title=booking.title), undo)


def _known(session: Session, telling_id: UUID) -> Telling:
    line = session.get(Telling, telling_id)
    if line is None or line.removed:
        raise ChangedElsewhere(say("There is nothing to tell any more: it was taken back."))
    return line


def _change(line: Telling, message: Message, undo: Action) -> Change:
    return Change(message, frozenset({about(Kind.BOOKINGS, line.booking_id)}), undo)
