"""What a family is here for: whose event begins now, and when they last came together."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.events.listed import comes_to
from app.events.model import Attendance, Event, EventSession, Registration, RegistrationStatus
from app.permission import Permission
from app.visitors.model import Visit

SOON = timedelta(minutes=60)
LAST = 4
LOOKED_AT = 400
"""Visits and attendances of a family, the newest; its last times together are among them."""


@dataclass(frozen=True)
class BeginsNow:
    """An event that begins within the hour, or has begun, and who of the family is on its list."""

    session_id: UUID
    title: str
    start: datetime
    visitor_ids: frozenset[UUID]


@dataclass(frozen=True)
class FamilyNow:
    """The nearest of these events; None when nobody of them is on a list. ``now`` is wall-clock.

    ``until`` looks further ahead than the next hour.
    """

    visitor_ids: tuple[UUID, ...]
    now: datetime
    until: datetime | None = None
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> BeginsNow | None:
        found = session.execute(
            select(EventSession.id, Event.title, EventSession.starts, Registration.visitor_id)
            .join(Event, Event.id == EventSession.event_id)
            .join(Registration, Registration.event_id == Event.id)
            .where(
                ~EventSession.removed,
                ~Event.removed,
                ~Event.cancelled,
                ~Registration.removed,
                Registration.status == RegistrationStatus.REGISTERED,
                Registration.visitor_id.in_(self.visitor_ids),
                EventSession.starts <= (self.until or self.now + SOON),
                comes_to(EventSession.id),
                EventSession.ends > self.now,
            )
            .order_by(EventSession.starts, EventSession.id)
        ).all()
        if not found:
            return None
        session_id, title, start, _ = found[0]
        who = frozenset(row.visitor_id for row in found if row.id == session_id)
        return BeginsNow(session_id, title, start, who)


@dataclass(frozen=True)
class TimeTogether:
    """One day on which at least two of them were here; ``title`` of the event, if it was one."""

    day: date
    title: str
    visitor_ids: frozenset[UUID]


@dataclass(frozen=True)
class TimesTogether:
    """The last ones, the newest first."""

    visitor_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> tuple[TimeTogether, ...]:
        events = _together(self._at_events(session))
        days = {one.day for one in events}
        visits = [one for one in _together(self._visits(session)) if one.day not in days]
        both = sorted((*events, *visits), key=lambda one: one.day, reverse=True)
        return tuple(both[:LAST])

    def _at_events(self, session: Session) -> list[tuple[date, str, UUID]]:
        found = session.execute(
            select(EventSession.starts, Event.title, Attendance.visitor_id)
            .join(EventSession, EventSession.id == Attendance.session_id)
            .join(Event, Event.id == EventSession.event_id)
            .where(Attendance.visitor_id.in_(self.visitor_ids), ~Attendance.removed)
            .order_by(EventSession.starts.desc())
            .limit(LOOKED_AT)
        )
        return [(starts.date(), title, who) for starts, title, who in found]

    def _visits(self, session: Session) -> list[tuple[date, str, UUID]]:
        found = session.execute(
            select(Visit.arrived, Visit.visitor_id)
            .where(Visit.visitor_id.in_(self.visitor_ids), Visit.removed.is_(False))
            .order_by(Visit.arrived.desc())
            .limit(LOOKED_AT)
        )
        return [(to_wall(arrived).date(), "", who) for arrived, who in found if who]


def _together(times: list[tuple[date, str, UUID]]) -> list[TimeTogether]:
    who: dict[tuple[date, str], set[UUID]] = defaultdict(set)
    for day, title, visitor_id in times:
        who[day, title].add(visitor_id)
    return [
        TimeTogether(day, title, frozenset(them))
        for (day, title), them in who.items()
        if len(them) > 1
    ]
