"""What the head of a session says of its whole event: how it stands, its dates, who knows of changes."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.events.details import PlannedEvent
from app.events.news_queries import HowManyKnow
from app.events.places import places_of
from app.events.record import own_event, planned
from app.events.status import Standing
from app.permission import Permission


@dataclass(frozen=True)
class EventBrief:
    """``know`` of ``must_know`` people have heard what changed."""

    event_id: UUID
    plan: PlannedEvent
    standing: Standing
    know: int = 0
    must_know: int = 0


@dataclass(frozen=True)
class BriefOf:
    """An event with all its dates. Raises ChangedElsewhere when it is no longer there."""

    event_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> EventBrief:
        event = own_event(session, self.event_id)
        plan = planned(session, event)
        last_ends = max(one.place.slot.end for one in plan.dates)
        standing = Standing(
            plan.details, places_of(session, event).emptiest, last_ends, event.cancelled
        )
        return EventBrief(event.id, plan, standing, *HowManyKnow(event.id).answer(session))
