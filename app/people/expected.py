"""Somebody has just been checked in: is she awaited at an event today?"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.events.model import Attendance
from app.people.family_times import BeginsNow, FamilyNow
from app.permission import Permission
from app.visitors.model import Visit

JUST_NOW = timedelta(minutes=1)


@dataclass(frozen=True)
class AwaitedToday:
    """Those of ``people`` who came in just now and are on the list of what is next today.

    None when there is nothing to offer: nobody came in, nobody is awaited, or all are marked.
    """

    people: tuple[UUID, ...]
    at: datetime
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> BeginsNow | None:
        arrived = session.scalars(
            select(Visit.visitor_id).where(
                Visit.visitor_id.in_(self.people),
                Visit.left.is_(None),
                Visit.removed.is_(False),
                Visit.arrived >= self.at - JUST_NOW,
            )
        )
        here = tuple(one for one in arrived if one is not None)
        now = to_wall(self.at)
        end_of_day = datetime.combine(now.date(), time.max)
        found = FamilyNow(here, now, end_of_day).answer(session) if here else None
        if found is None:
            return None
        marked = session.scalars(
            select(Attendance.visitor_id).where(
                Attendance.session_id == found.session_id,
                Attendance.visitor_id.in_(found.visitor_ids),
                ~Attendance.removed,
            )
        )
        left = found.visitor_ids - set(marked)
        return BeginsNow(found.session_id, found.title, found.start, left) if left else None
