"""Whether somebody may be photographed at a session: what she ticked on its sheet."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Change
from app.errors import ChangedElsewhere
from app.events.attending import attendance_change
from app.events.model import Attendance
from app.events.record import own_session
from app.language import say
from app.permission import Permission
from app.visitors.visits import named


@dataclass(frozen=True)
class SetPhoto:
    """Yes, no, or nothing ticked, which counts as no."""

    attendance_id: UUID
    seen: bool | None
    wanted: bool | None
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = session.get(Attendance, self.attendance_id)
        if found is None or found.removed:
            raise ChangedElsewhere(say("This person is no longer marked as present."))
        who = named(found.visitor)
        if found.photo != self.seen:
            raise ChangedElsewhere(say("{who} was changed in the meantime. Look again.", who=who))
        found.photo = self.wanted
        message = (
            say("{who} may be photographed", who=who)
            if self.wanted
            else say("{who} is not photographed", who=who)
        )
        undo = SetPhoto(found.id, self.wanted, self.seen)
        attended = own_session(session, found.session_id)
        return attendance_change(attended, found.visitor_id, message, undo)
