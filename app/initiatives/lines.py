"""The lines of an initiative: who carries it, what it asks of the centre, notes on how it goes."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change
from app.errors import ChangedElsewhere, Refused
from app.initiatives.details import long_text, one_line
from app.initiatives.model import Asked, Member, Noted
from app.initiatives.record import change, own_initiative, refuse_unless_leading
from app.language import say
from app.permission import Permission
from app.visitors.model import Visitor
from app.visitors.visits import known_visitor, named

Line: TypeAlias = Member | Asked | Noted


class LineKind(StrEnum):
    """Which of the three."""

    MEMBER = "member"
    ASKED = "asked"
    NOTE = "note"


_TABLES: dict[LineKind, type[Line]] = {
    LineKind.MEMBER: Member,
    LineKind.ASKED: Asked,
    LineKind.NOTE: Noted,
}


@dataclass(frozen=True)
class JoinTeam:
    """Somebody of the list carries the initiative with others."""

    member_id: UUID
    initiative_id: UUID
    visitor_id: UUID
    does: str = ""
    volunteer: bool = False
    permission: ClassVar[Permission] = Permission.RUN_INITIATIVES

    def perform(self, session: Session) -> Change:
        found = own_initiative(session, self.initiative_id)
        visitor = known_visitor(session, self.visitor_id)
        _refuse_twice(session, found.id, visitor)
        session.add(
            Member(
                id=self.member_id,
                initiative_id=found.id,
                visitor_id=visitor.id,
                does=one_line(self.does),
                volunteer=self.volunteer,
            )
        )
        message = say("{who} joined “{title}”", who=named(visitor), title=found.title)
        return change(found, message, RemoveLine(LineKind.MEMBER, self.member_id))


@dataclass(frozen=True)
class AskCentre:
    """The initiative needs something of the centre."""

    asked_id: UUID
    initiative_id: UUID
    what: str
    permission: ClassVar[Permission] = Permission.RUN_INITIATIVES

    def perform(self, session: Session) -> Change:
        found = own_initiative(session, self.initiative_id)
        what = one_line(self.what)
        if not what:
            raise Refused(say("Write what is needed."))
        session.add(Asked(id=self.asked_id, initiative_id=found.id, what=what))
        message = say("Asked of the centre: {what}", what=what)
        return change(found, message, RemoveLine(LineKind.ASKED, self.asked_id))


@dataclass(frozen=True)
class Answer:
    """Whether something asked for is given, and else what it waits for."""

    given: bool = False
    waits_for: str = ""


@dataclass(frozen=True)
class AnswerAsked:
    """The centre gives it, or says what it waits for."""

    asked_id: UUID
    seen: Answer
    wanted: Answer
    permission: ClassVar[Permission] = Permission.RUN_INITIATIVES

    def perform(self, session: Session) -> Change:
        line = session.get(Asked, self.asked_id)
        if line is None or line.removed:
            raise ChangedElsewhere(say("This line is no longer there."))
        found = own_initiative(session, line.initiative_id)
        if (line.given, line.waits_for) != (self.seen.given, self.seen.waits_for):
            raise ChangedElsewhere(say("This line was changed in the meantime."))
        wanted = replace(self.wanted, waits_for=one_line(self.wanted.waits_for))
        line.given, line.waits_for = wanted.given, wanted.waits_for
        message = say("Given: {what}", what=line.what)
        if not wanted.given:
            message = say("{what}: waits for {whom}", what=line.what, whom=wanted.waits_for or "…")
        return change(found, message, AnswerAsked(line.id, wanted, self.seen))


@dataclass(frozen=True)
class AddNote:
    """A line about how it goes."""

    note_id: UUID
    initiative_id: UUID
    words: str
    day: date
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        found = own_initiative(session, self.initiative_id)
        words = long_text(self.words)
        if not words:
            raise Refused(say("Write a line first."))
        session.add(Noted(id=self.note_id, initiative_id=found.id, day=self.day, words=words))
        message = say("Noted: “{title}”", title=found.title)
        return change(found, message, RemoveLine(LineKind.NOTE, self.note_id))


@dataclass(frozen=True)
class RemoveLine:
    """The line was a mistake, or is no longer so."""

    kind: LineKind
    line_id: UUID
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        if self.kind is not LineKind.NOTE:
            refuse_unless_leading(session)
        line = _line(session, self.kind, self.line_id)
        if line is None or line.removed:
            raise ChangedElsewhere(say("This line is no longer there."))
        line.removed = True
        found = own_initiative(session, line.initiative_id)
        message = say("A line taken out: “{title}”", title=found.title)
        return change(found, message, PutBackLine(self.kind, self.line_id))


@dataclass(frozen=True)
class PutBackLine:
    """The line is there again."""

    kind: LineKind
    line_id: UUID
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        if self.kind is not LineKind.NOTE:
            refuse_unless_leading(session)
        line = _line(session, self.kind, self.line_id)
        if line is None or not line.removed:
            raise ChangedElsewhere(say("This line is already there."))
        if isinstance(line, Member):
            _refuse_twice(session, line.initiative_id, known_visitor(session, line.visitor_id))
        line.removed = False
        found = own_initiative(session, line.initiative_id)
        message = say("A line put back: “{title}”", title=found.title)
        return change(found, message, RemoveLine(self.kind, self.line_id))


def _refuse_twice(session: Session, initiative_id: UUID, visitor: Visitor) -> None:
    there = select(Member.id).where(
        Member.initiative_id == initiative_id, Member.visitor_id == visitor.id, ~Member.removed
    )
    if session.scalar(there) is not None:
        raise Refused(say("{who} is in the team already.", who=named(visitor)))


def _line(session: Session, kind: LineKind, line_id: UUID) -> Line | None:
    found = session.get(_TABLES[kind], line_id)
    assert found is None or isinstance(found, Member | Asked | Noted)
    return found
