"""A session moved where its room is seen: by its block on the board."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change
from app.errors import ChangedElsewhere
from app.events.details import SessionPlace
from app.events.model import EventSession
from app.events.plan import MoveSession
from app.events.record import changed_meanwhile, place_of
from app.language import say
from app.permission import Permission
from app.slot import Place


@dataclass(frozen=True)
class MoveSessionByItsRoom:
    """Put the session that a booking belongs to, and the booking with it, at another time or room."""

    booking_id: UUID
    seen: Place
    wanted: Place
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        moved = session.scalar(
            select(EventSession)
            .where(EventSession.booking_id == self.booking_id, ~EventSession.removed)
            .limit(1)
        )
        if moved is None:
            raise ChangedElsewhere(say("This event is no longer there."))
        seen = place_of(moved)
        if seen.in_room != self.seen:
            raise changed_meanwhile(moved.event)
        wanted = SessionPlace(self.wanted.slot, self.wanted.room_id)
        return MoveSession(moved.id, seen, wanted).perform(session)
