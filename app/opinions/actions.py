"""What residents say is written down, and answered."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.errors import ChangedElsewhere, Refused
from app.events.model import EventSession
from app.initiatives.details import long_text
from app.initiatives.record import own_initiative
from app.language import Message, say
from app.opinions.model import Opinion, OpinionKind
from app.permission import Permission
from app.visitors.visits import known_visitor

WORST, BEST = 1, 5


@dataclass(frozen=True)
class OpinionDetails:
    """What was said. ``visitor_id`` only when she wants it known."""

    kind: OpinionKind
    face: int | None = None
    words: str = ""
    session_id: UUID | None = None
    initiative_id: UUID | None = None
    visitor_id: UUID | None = None

    def checked(self) -> "OpinionDetails":
        """Raises Refused when nothing was said."""
        words = long_text(self.words)
        if self.face is not None and not WORST <= self.face <= BEST:
            raise Refused(say("Choose one of the five faces."))
        if self.face is None and not words:
            raise Refused(say("Choose a face, or write what was said."))
        return replace(self, words=words)


@dataclass(frozen=True)
class NoteOpinion:
    """Somebody said something: by a face, in words, at the desk or on the screen turned to her.

    ``opinion_id`` is an ``unordered_id``, and no journal line names it.
    """

    opinion_id: UUID
    details: OpinionDetails
    day: date
    by_herself: bool = False
    """On the screen turned to her: Ctrl+Z at the desk is for what the desk did."""
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        details = self.details.checked()
        if details.session_id is not None and session.get(EventSession, details.session_id) is None:
            raise ChangedElsewhere(say("This event is no longer there."))
        if details.initiative_id is not None:
            own_initiative(session, details.initiative_id)
        if details.visitor_id is not None:
            known_visitor(session, details.visitor_id)
        found = Opinion(
            id=self.opinion_id,
            kind=details.kind,
            said=self.day,
            face=details.face,
            words=details.words,
            session_id=details.session_id,
            initiative_id=details.initiative_id,
            visitor_id=details.visitor_id,
        )
        session.add(found)
        undo = None if self.by_herself else RemoveOpinion(found.id)
        return _change(say("An opinion noted"), undo)


@dataclass(frozen=True)
class RemoveOpinion:
    """It was noted by mistake."""

    opinion_id: UUID
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        found = _own(session, self.opinion_id)
        if found.answered is not None:
            raise ChangedElsewhere(say("Somebody has answered in the meantime. Look again."))
        found.removed = True
        return _change(say("An opinion taken back"), PutBackOpinion(found.id))


@dataclass(frozen=True)
class PutBackOpinion:
    """It is there again."""

    opinion_id: UUID
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        found = session.get(Opinion, self.opinion_id)
        if found is None or not found.removed:
            raise ChangedElsewhere(say("This opinion is already there."))
        found.removed = False
        return _change(say("The opinion is there again"), RemoveOpinion(found.id))


@dataclass(frozen=True)
class OurAnswer:
    """What the centre answered, and when; empty: not yet."""

    words: str = ""
    day: date | None = None


@dataclass(frozen=True)
class AnswerOpinion:
    """Write what the centre answered."""

    opinion_id: UUID
    seen: OurAnswer
    wanted: OurAnswer
    permission: ClassVar[Permission] = Permission.RUN_INITIATIVES

    def perform(self, session: Session) -> Change:
        found = _own(session, self.opinion_id)
        if (found.our_answer, found.answered) != (self.seen.words, self.seen.day):
            raise ChangedElsewhere(say("Somebody has answered in the meantime. Look again."))
        words = long_text(self.wanted.words)
        wanted = OurAnswer(words, self.wanted.day if words else None)
        found.our_answer, found.answered = wanted.words, wanted.day
        message = say("Answered") if words else say("The answer taken back")
        return _change(message, AnswerOpinion(found.id, wanted, self.seen))


def _own(session: Session, opinion_id: UUID) -> Opinion:
    found = session.get(Opinion, opinion_id)
    if found is None or found.removed:
        raise ChangedElsewhere(say("This opinion is no longer there."))
    return found


def _change(message: Message, undo: Action | None) -> Change:
    return Change(message, frozenset({about(Kind.OPINIONS)}), undo)
