"""What people do with what is to be told: mark it told, and take that back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
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
    """Those a booking is for, or many dates of a series, now know of it."""

    telling_ids: tuple[UUID, ...]
    how: ToldBy
    at: datetime
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        lines = _known(session, self.telling_ids)
        if any(line.told_at is not None for line in lines):
            raise ChangedElsewhere(say("Somebody has told them already."))
        for line in lines:
            line.told_at, line.how, line.told_by_id = self.at, self.how, by_whom(session)
        message = say("Told: “{title}”", title=_title(session, lines))
        return _change(lines, message, MarkUntold(self.telling_ids))


@dataclass(frozen=True)
class MarkUntold:
    """They are to be told after all."""

    telling_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        lines = _known(session, self.telling_ids)
        at, how = lines[0].told_at, lines[0].how
        if at is None or how is None:
            raise ChangedElsewhere(say("They are still to be told."))
        for line in lines:
            line.told_at = line.how = line.told_by_id = None
        message = say("To be told again: “{title}”", title=_title(session, lines))
        return _change(lines, message, MarkTold(self.telling_ids, how, at))


def _known(session: Session, ids: tuple[UUID, ...]) -> Sequence[Telling]:
    lines = session.scalars(select(Telling).where(Telling.id.in_(ids), ~Telling.removed)).all()
    if not lines or len(lines) != len(ids):
        raise ChangedElsewhere(say("There is nothing to tell any more: it was taken back."))
    return lines


def _title(session: Session, lines: Sequence[Telling]) -> str:
    return session.get_one(Booking, lines[0].booking_id).title


def _change(lines: Sequence[Telling], message: Message, undo: Action) -> Change:
    ids = (line.booking_id for line in lines)
    return Change(message, frozenset({about(Kind.BOOKINGS, *ids)}), undo)
