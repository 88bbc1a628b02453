"""A visit that nobody wrote down when it was: entered afterwards, with its own times."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Change
from app.clock import to_wall
from app.errors import Refused
from app.language import say
from app.permission import Permission
from app.visitors.model import Visit
from app.visitors.visits import RemoveVisit, change_of, known_visitor, named, refuse_overlap

LONGEST = timedelta(hours=24)


@dataclass(frozen=True)
class EnterVisit:
    """Somebody came and went, and it is written down only at ``at``."""

    visit_id: UUID
    visitor_id: UUID
    arrived: datetime
    left: datetime
    at: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visitor = known_visitor(session, self.visitor_id)
        self._refuse_odd_times()
        visit = Visit(id=self.visit_id, visitor_id=visitor.id, arrived=self.arrived, left=self.left)
        refuse_overlap(session, visit, self.left)
        session.add(visit)
        came = to_wall(self.arrived)
        message = say(
            "Entered: {who} was here on {day}, {at}–{left}",
            who=named(visitor),
            day=came.date(),
            at=came.time(),
            left=to_wall(self.left).time(),
        )
        return change_of(visit.id, visitor.id, message, RemoveVisit(visit.id))

    def _refuse_odd_times(self) -> None:
        if self.left > self.at:
            raise Refused(say("This has not been yet. Write a time that is over."))
        if self.left <= self.arrived:
            raise Refused(say("Write a time of leaving that is after the time of coming."))
        if self.left - self.arrived > LONGEST:
            raise Refused(say("A visit ends within a day. Look at the times again."))
