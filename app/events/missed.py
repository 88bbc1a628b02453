"""Not having come: who said so is excused, who did not is a no-show; and when somebody left."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Change
from app.clock import to_utc, to_wall
from app.errors import ChangedElsewhere, Refused
from app.events.attending import attendance_change, attendance_of, missed_of
from app.events.model import Absence, Attendance, Missed
from app.events.record import own_session
from app.language import Message, say
from app.permission import Permission
from app.visitors.model import Visitor
from app.visitors.visits import known_visitor, named


@dataclass(frozen=True)
class SetAbsence:
    """Why somebody was not there; ``wanted`` None: nothing is written about it."""

    missed_id: UUID
    session_id: UUID
    visitor_id: UUID
    seen: Absence | None
    wanted: Absence | None
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        attended = own_session(session, self.session_id)
        visitor = known_visitor(session, self.visitor_id)
        if attendance_of(session, attended.id, visitor.id):
            raise Refused(say("{who} was present. Take that tick away first.", who=named(visitor)))
        there = missed_of(session, attended.id, visitor.id)
        if (there.absence if there else None) != self.seen:
            raise ChangedElsewhere(
                say("{who} was changed in the meantime. Look again.", who=named(visitor))
            )
        row = there or session.get(Missed, self.missed_id)
        if row is None:
            row = Missed(id=self.missed_id, session_id=attended.id, visitor_id=visitor.id)
            session.add(row)
        row.removed = self.wanted is None
        row.absence = self.wanted or row.absence
        undo = SetAbsence(row.id, attended.id, visitor.id, self.wanted, self.seen)
        return attendance_change(attended, visitor.id, _sentence(self.wanted, visitor), undo)


@dataclass(frozen=True)
class Stay:
    """When somebody came to a session and when she left it; wall-clock time."""

    came: datetime
    left: datetime | None = None


@dataclass(frozen=True)
class SetStay:
    """When somebody came and left, as far as it matters."""

    attendance_id: UUID
    seen: Stay
    wanted: Stay
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = session.get(Attendance, self.attendance_id)
        if found is None or found.removed:
            raise ChangedElsewhere(say("This person is no longer marked as present."))
        attended, who = own_session(session, found.session_id), named(found.visitor)
        if stay_of(found) != self.seen:
            raise ChangedElsewhere(say("{who} was changed in the meantime. Look again.", who=who))
        came, left = self.wanted.came, self.wanted.left
        if left is not None and left < came:
            raise Refused(
                say("{who} cannot leave before coming. Correct one of the times.", who=who)
            )
        if came != self.seen.came:
            found.came = to_utc(came)
        found.left = to_utc(left) if left else None
        message = (
            say("{who} present, {at}", who=who, at=came.time())
            if left is None
            else say("{who} present, {at}–{left}", who=who, at=came.time(), left=left.time())
        )
        undo = SetStay(found.id, self.wanted, self.seen)
        return attendance_change(attended, found.visitor_id, message, undo)


def stay_of(found: Attendance) -> Stay:
    return Stay(to_wall(found.came), to_wall(found.left) if found.left else None)


def _sentence(absence: Absence | None, visitor: Visitor) -> Message:
    who = named(visitor)
    if absence is Absence.NO_SHOW:
        return say("{who} did not come", who=who)
    if absence is Absence.EXCUSED:
        return say("{who} is excused", who=who)
    return say("{who} is awaited again", who=who)
