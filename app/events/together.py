"""Several marks in one action and with one undo: a family, a class, the rows of a sheet."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change
from app.errors import Refused
from app.events.attending import MarkPresent, MarkPresentAgain, UnmarkPresent, attendance_of
from app.events.missed import SetAbsence
from app.events.photos import SetPhoto
from app.events.way_back import refuse_if_closed
from app.language import Message, say, say_count
from app.permission import Permission
from app.visitors.visits import known_visitor, named

NAMED = 3
"""More people than these are counted, not named."""

Step: TypeAlias = UnmarkPresent | MarkPresentAgain | SetAbsence | SetPhoto


@dataclass(frozen=True)
class MarkTogether:
    """A family or a group has come; who is here already stays as she is."""

    marks: tuple[MarkPresent, ...]
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        new = [
            mark
            for mark in self.marks
            if not attendance_of(session, mark.session_id, mark.visitor_id)
        ]
        if not new:
            raise Refused(say("They are all present already."))
        changes = [mark.perform(session) for mark in new]
        if len(new) <= NAMED:
            people = tuple(named(known_visitor(session, mark.visitor_id)) for mark in new)
            message = say("{who} present", who=people)
        else:
            message = say_count("{n} person present", "{n} people present", len(new))
        return as_one(changes, message)


@dataclass(frozen=True)
class NobodyElseCame:
    """Everybody who is still awaited did not come."""

    absences: tuple[SetAbsence, ...]
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        if not self.absences:
            raise Refused(say("Nobody is awaited any more."))
        changes = [one.perform(session) for one in self.absences]
        n = len(changes)
        message = say_count("{n} person did not come", "{n} people did not come", n)
        return as_one(changes, message)


@dataclass(frozen=True)
class TakeBackMarks:
    """These marks were a mistake, all of them."""

    steps: tuple[Step, ...]
    sheet_id: UUID | None = None
    """The paper they were entered from."""
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        refuse_if_closed(session, self.sheet_id)
        changes = [step.perform(session) for step in self.steps]
        message = say_count("{n} mark taken back", "{n} marks taken back", len(changes))
        return as_one(changes, message, PutBackMarks, self.sheet_id)


@dataclass(frozen=True)
class PutBackMarks:
    """They were right after all."""

    steps: tuple[Step, ...]
    sheet_id: UUID | None = None
    """The paper they were entered from."""
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        refuse_if_closed(session, self.sheet_id)
        changes = [step.perform(session) for step in self.steps]
        message = say_count("{n} mark put back", "{n} marks put back", len(changes))
        return as_one(changes, message, sheet_id=self.sheet_id)


def as_one(
    changes: list[Change],
    message: Message,
    undo: type[TakeBackMarks] | type[PutBackMarks] = TakeBackMarks,
    sheet_id: UUID | None = None,
) -> Change:
    """One sentence for all, the topics of all, and one undo that goes the way back."""
    topics = frozenset().union(*(change.topics for change in changes))
    steps = tuple(_step(change.undo) for change in reversed(changes))
    return Change(message, topics, undo(steps, sheet_id))


def _step(undo: Action | None) -> Step:
    assert isinstance(undo, Step)
    return undo
