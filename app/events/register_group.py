"""A whole group is registered in one action, and taken off again in one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar, TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change
from app.errors import Refused
from app.events.facts import Facts, has_no_date_left
from app.events.model import OUT, Event, Registration, RegistrationStatus, Via, WhenFull
from app.events.places import places_of
from app.events.record import own_event, refuse_if_cancelled
from app.events.registering import (
    CancelRegistration,
    PutBackRegistration,
    RegisterForEvent,
    RemoveRegistration,
    RestoreRegistration,
    refuse_out_of_time,
    registration_of,
)
from app.events.registration_facts import ChangeRegistration
from app.language import Message, say, say_count
from app.permission import Permission
from app.visitors.details import VisitorDetails
from app.visitors.register import PutBackVisitor, RegisterVisitor, RemoveVisitor

A_MOMENT = timedelta(microseconds=1)
"""Between two of a group, so that those who wait stand in its order."""
Step: TypeAlias = (
    RemoveRegistration
    | PutBackRegistration
    | CancelRegistration
    | RestoreRegistration
    | ChangeRegistration
    | RemoveVisitor
    | PutBackVisitor
)


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
    """In the order given: who finds no place left waits, with her number in line.

    Whoever had cancelled comes after all. ``session_ids`` as in ``Facts``.
    """

    event_id: UUID
    members: tuple[Member, ...]
    via: Via
    at: datetime
    session_ids: frozenset[UUID] = frozenset()
    out_of_time: bool = False
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        event = own_event(session, self.event_id)
        refuse_if_cancelled(event)
        if not self.out_of_time:
            refuse_out_of_time(event, self.at, replace(self, out_of_time=True))
        coming = [one for one in self.members if not self._comes(session, one)]
        if not coming:
            raise Refused(say("They are all on the list already."))
        self._refuse_without_waiting_list(session, event, len(coming))
        changes: list[Change] = []
        waits = 0
        for number, one in enumerate(coming):
            changes += self._add(session, one, self.at + number * A_MOMENT)
            session.flush()
            there = self._registration(session, one)
            waits += there is not None and there.status == RegistrationStatus.WAITLISTED
        return _as_one(changes, _told(len(coming), waits), TakeBackGroup)

    def _comes(self, session: Session, one: Member) -> bool:
        there = self._registration(session, one)
        if there is None or there.status in OUT:
            return False
        return not has_no_date_left(session, there)

    def _registration(self, session: Session, one: Member) -> Registration | None:
        return registration_of(session, self.event_id, one.visitor_id)

    def _add(self, session: Session, one: Member, at: datetime) -> Iterator[Change]:
        if one.new is not None:
            register = RegisterVisitor(one.visitor_id, one.new, self.at, another=one.another)
            yield register.perform(session)
        elif (there := self._registration(session, one)) and there.status in OUT:
            yield RestoreRegistration(there.id).perform(session)
            return
        yield RegisterForEvent(
            one.registration_id,
            self.event_id,
            one.visitor_id,
            self.via,
            at,
            Facts(session_ids=self.session_ids),
            out_of_time=True,
        ).perform(session)

    def _refuse_without_waiting_list(self, session: Session, event: Event, people: int) -> None:
        free = places_of(session, event).free(self.session_ids)
        if event.when_full == WhenFull.CLOSED and free is not None and people > free:
            raise Refused(
                say_count(
                    "“{title}” has {n} free place and no waiting list. "
                    "Leave somebody out, or make more places.",
                    "“{title}” has {n} free places and no waiting list. "
                    "Leave somebody out, or make more places.",
                    free,
                    title=event.title,
                )
            )


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
    return undo
