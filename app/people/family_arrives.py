"""A family comes to an event: everybody in and present, in one action and with one undo."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change
from app.events.attending import MarkPresent, MarkPresentAgain, UnmarkPresent, attendance_of
from app.events.record import own_session
from app.events.registering import registration_of
from app.permission import Permission
from app.visitors.together import CheckInTogether, Coming, PutBackVisits, RemoveVisits
from app.visitors.visits import open_visit


@dataclass(frozen=True)
class Present:
    """Somebody on the list of the event, and her attendance."""

    attendance_id: UUID
    visitor_id: UUID


@dataclass(frozen=True)
class FamilyArrives:
    """They are checked in, and those on the list of the event are marked as present.

    Who is in, or present, already stays as she is. Refused when all of them are in.
    """

    coming: tuple[Coming, ...]
    session_id: UUID
    present: tuple[Present, ...]
    at: datetime
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        coming = tuple(one for one in self.coming if open_visit(session, one.visitor_id) is None)
        checked_in = CheckInTogether(coming, self.at).perform(session)
        marked = [one for one in self.present if self._expected(session, one.visitor_id)]
        changes = [
            MarkPresent(
                one.attendance_id, self.session_id, one.visitor_id, self.at, one.attendance_id
            ).perform(session)
            for one in marked
        ]
        undo = FamilyDidNotArrive(
            tuple(one.visit_id for one in coming), tuple(one.attendance_id for one in marked)
        )
        return _as_one(checked_in, changes, undo)

    def _expected(self, session: Session, visitor_id: UUID) -> bool:
        """Whose place was cancelled meanwhile is only checked in."""
        event_id = own_session(session, self.session_id).event_id
        listed = registration_of(session, event_id, visitor_id) is not None
        return listed and attendance_of(session, self.session_id, visitor_id) is None


@dataclass(frozen=True)
class FamilyDidNotArrive:
    """It was a mistake: these visits and attendances are taken back."""

    visit_ids: tuple[UUID, ...]
    attendance_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        taken_back = RemoveVisits(self.visit_ids).perform(session)
        changes = [UnmarkPresent(one).perform(session) for one in self.attendance_ids]
        undo = FamilyArrivedAfterAll(self.visit_ids, self.attendance_ids)
        return _as_one(taken_back, changes, undo)


@dataclass(frozen=True)
class FamilyArrivedAfterAll:
    """They had come, at the time that was written down first."""

    visit_ids: tuple[UUID, ...]
    attendance_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        put_back = PutBackVisits(self.visit_ids).perform(session)
        changes = [MarkPresentAgain(one).perform(session) for one in self.attendance_ids]
        undo = FamilyDidNotArrive(self.visit_ids, self.attendance_ids)
        return _as_one(put_back, changes, undo)


def _as_one(first: Change, more: Iterable[Change], undo: Action) -> Change:
    """One sentence, that of the visits; the topics of all."""
    topics = first.topics.union(*(one.topics for one in more))
    return Change(first.message, topics, undo)
