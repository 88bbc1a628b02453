"""A whole group is registered in one action, and taken off again in one."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change
from app.errors import Refused
from app.events.model import RegistrationStatus, Via
from app.events.registering import (
    PutBackRegistration,
    RegisterForEvent,
    RemoveRegistration,
    registration_of,
)
from app.language import Message, say, say_count
from app.permission import Permission
from app.visitors.details import VisitorDetails
from app.visitors.register import PutBackVisitor, RegisterVisitor, RemoveVisitor

Step: TypeAlias = RemoveRegistration | PutBackRegistration | RemoveVisitor | PutBackVisitor


@dataclass(frozen=True)
class Member:
    """Somebody of the group; with ``new`` she is written down first."""

    registration_id: UUID
    visitor_id: UUID
    new: VisitorDetails | None = None
    another: frozenset[UUID] = frozenset()
    """People she was said not to be."""


@dataclass(frozen=True)
class RegisterGroup:
    """In the order given: who finds no place left waits, with her number in line."""

    event_id: UUID
    members: tuple[Member, ...]
    via: Via
    at: datetime
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        changes: list[Change] = []
        waits = 0
        for one in self.members:
            if one.new is not None:
                register = RegisterVisitor(one.visitor_id, one.new, self.at, another=one.another)
                changes.append(register.perform(session))
            if registration_of(session, self.event_id, one.visitor_id):
                continue
            added = RegisterForEvent(
                one.registration_id, self.event_id, one.visitor_id, self.via, self.at
            )
            changes.append(added.perform(session))
            session.flush()
            there = registration_of(session, self.event_id, one.visitor_id)
            waits += there is not None and there.status == RegistrationStatus.WAITLISTED
        if not changes:
            raise Refused(say("They are all on the list already."))
        return _as_one(changes, _told(len(self.members), waits), TakeBackGroup)


@dataclass(frozen=True)
class TakeBackGroup:
    """The group was a mistake, with everybody who was written down for it."""

    steps: tuple[Step, ...]
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        changes = [step.perform(session) for step in self.steps]
        return _as_one(changes, say("The group taken off the list"), PutBackGroup)


@dataclass(frozen=True)
class PutBackGroup:
    """The group is on the list again."""

    steps: tuple[Step, ...]
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        changes = [step.perform(session) for step in self.steps]
        return _as_one(changes, say("The group is on the list again"), TakeBackGroup)


def _told(people: int, waits: int) -> Message:
    all_of_them = say_count("{n} person registered", "{n} people registered", people)
    if not waits:
        return all_of_them
    line = say_count("{n} of them waits", "{n} of them wait", waits)
    return say("{all}, {line}", all=all_of_them, line=line)


def _as_one(
    changes: list[Change], message: Message, undo: type[TakeBackGroup] | type[PutBackGroup]
) -> Change:
    topics = frozenset().union(*(change.topics for change in changes))
    steps = tuple(_step(change.undo) for change in reversed(changes))
    return Change(message, topics, undo(steps))


def _step(undo: Action | None) -> Step:
    assert isinstance(undo, Step)
    if isinstance(undo, PutBackRegistration):
        return replace(undo, moved=())
    return undo
