"""What people came for: nothing is asked at the door, and it can be said at any time afterwards."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change, Kind, about
from app.errors import ChangedElsewhere
from app.language import Message, say
from app.permission import Permission
from app.visitors.model import Activity, Visit
from app.visitors.visits import who_came

ACTIVITIES: dict[Activity, Message] = {
    Activity.CAME_IN: say("Just came in"),
    Activity.COMPUTER: say("Computer"),
    Activity.CONSULTATION: say("Consultation"),
    Activity.CHILDREN: say("Children’s corner"),
    Activity.CRAFTS: say("Crafts"),
    Activity.MEETING: say("Meeting"),
    Activity.EVENT: say("Event"),
    Activity.KITCHEN: say("Kitchen"),
    Activity.OTHER: say("Something else"),
}


@dataclass(frozen=True)
class Doing:
    """What somebody does here, and in which room; both may be unknown."""

    activities: frozenset[Activity] = frozenset()
    room_id: UUID | None = None


@dataclass(frozen=True)
class SetActivities:
    """Say what a visit is for, or those of a whole group."""

    visit_ids: tuple[UUID, ...]
    seen: Doing
    wanted: Doing
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        found = session.scalars(
            select(Visit).where(Visit.id.in_(self.visit_ids), Visit.removed.is_(False))
        ).all()
        if len(found) != len(self.visit_ids) or any(doing_of(v) != self.seen for v in found):
            raise ChangedElsewhere(say("This visit was changed in the meantime."))
        for visit in found:
            visit.activities = frozenset(str(one) for one in self.wanted.activities)
            visit.room_id = self.wanted.room_id
        people = [visit.visitor_id for visit in found if visit.visitor_id is not None]
        topics = frozenset({about(Kind.VISITS, *self.visit_ids, *people)})
        undo = SetActivities(self.visit_ids, self.wanted, self.seen)
        return Change(self._message(found[0]), topics, undo)

    def _message(self, visit: Visit) -> Message:
        who = who_came(visit)
        what = tuple(words for one, words in ACTIVITIES.items() if one in self.wanted.activities)
        if what:
            return say("{who}: {what}", who=who, what=what)
        return say("{who}: what the visit is for was changed", who=who)


def doing_of(visit: Visit) -> Doing:
    return Doing(frozenset(Activity(one) for one in visit.activities), visit.room_id)
