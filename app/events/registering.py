"""Being on the list of an event: register, take off, cancel, restore."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.errors import ChangedElsewhere, Refused
from app.events.model import (
    Attendance,
    Event,
    EventSession,
    Registration,
    RegistrationStatus,
    Via,
)
from app.events.record import own_event, refuse_if_cancelled
from app.language import Message, say
from app.permission import Permission
from app.visitors.visits import known_visitor, named


@dataclass(frozen=True)
class RegisterForEvent:
    """Put somebody on the list; when it is full, on the waiting list."""

    registration_id: UUID
    event_id: UUID
    visitor_id: UUID
    via: Via
    at: datetime
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        event = own_event(session, self.event_id)
        refuse_if_cancelled(event)
        visitor = known_visitor(session, self.visitor_id)
        there = registration_of(session, event.id, visitor.id)
        if there and there.status == RegistrationStatus.CANCELLED:
            raise Refused(
                say("{who} cancelled. Restore the registration instead.", who=named(visitor))
            )
        if there:
            raise Refused(say("{who} is already on the list.", who=named(visitor)))
        full = event.capacity is not None and taken(session, event.id) >= event.capacity
        added = Registration(
            id=self.registration_id,
            event_id=event.id,
            visitor_id=visitor.id,
            status=RegistrationStatus.WAITLISTED if full else RegistrationStatus.REGISTERED,
            via=self.via,
            registered=self.at,
        )
        message = _registered(session, event, added)
        session.add(added)
        return change(added, message, RemoveRegistration(added.id))


@dataclass(frozen=True)
class RemoveRegistration:
    """Take back that somebody was put on the list."""

    registration_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = own_registration(session, self.registration_id)
        _refuse_if_came(session, found)
        found.removed = True
        message = say("{who} taken off the list", who=named(found.visitor))
        return change(found, message, PutBackRegistration(found.id))


@dataclass(frozen=True)
class PutBackRegistration:
    """Put somebody back on the list, where she was."""

    registration_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = session.get(Registration, self.registration_id)
        if found is None or not found.removed:
            raise ChangedElsewhere(say("This registration is already there."))
        put_back(session, found)
        message = say("{who} is on the list again", who=named(found.visitor))
        return change(found, message, RemoveRegistration(found.id))


@dataclass(frozen=True)
class CancelRegistration:
    """Somebody will not come; her place is free, and the list still shows it."""

    registration_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = own_registration(session, self.registration_id)
        if found.status == RegistrationStatus.CANCELLED:
            raise ChangedElsewhere(say("{who} has already cancelled.", who=named(found.visitor)))
        _refuse_if_came(session, found)
        waited = found.status == RegistrationStatus.WAITLISTED
        found.status = RegistrationStatus.CANCELLED
        message = say("{who} will not come", who=named(found.visitor))
        return change(found, message, RestoreRegistration(found.id, waited))


@dataclass(frozen=True)
class RestoreRegistration:
    """Somebody will come after all; ``waiting``: on the waiting list, where she was."""

    registration_id: UUID
    waiting: bool = False
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = own_registration(session, self.registration_id)
        if found.status != RegistrationStatus.CANCELLED:
            raise ChangedElsewhere(say("{who} is already on the list.", who=named(found.visitor)))
        refuse_if_cancelled(found.event)
        capacity = found.event.capacity
        full = capacity is not None and taken(session, found.event_id) >= capacity
        waits = self.waiting or full
        found.status = RegistrationStatus.WAITLISTED if waits else RegistrationStatus.REGISTERED
        message = say("{who} is on the list again", who=named(found.visitor))
        return change(found, message, CancelRegistration(found.id))


def registration_of(session: Session, event_id: UUID, visitor_id: UUID) -> Registration | None:
    return session.scalars(
        select(Registration).where(
            Registration.event_id == event_id,
            Registration.visitor_id == visitor_id,
            ~Registration.removed,
        )
    ).first()


def own_registration(session: Session, registration_id: UUID) -> Registration:
    """The registration, when it and its event are there. Raises ChangedElsewhere."""
    found = session.get(Registration, registration_id)
    if found is None or found.removed or found.event.removed:
        raise ChangedElsewhere(say("This registration is no longer there."))
    return found


def put_back(session: Session, found: Registration) -> None:
    """Make a removed registration count again, if she is not on the list by another one."""
    if registration_of(session, found.event_id, found.visitor_id):
        raise ChangedElsewhere(say("{who} is already on the list.", who=named(found.visitor)))
    found.removed = False


def taken(session: Session, event_id: UUID) -> int:
    """How many places have been given."""
    return _how_many(session, event_id, RegistrationStatus.REGISTERED)


def change(found: Registration, message: Message, undo: Action) -> Change:
    topics = {
        about(Kind.REGISTRATIONS, found.id, found.visitor_id),
        about(Kind.EVENTS, found.event_id),
    }
    return Change(message, frozenset(topics), undo)


def _registered(session: Session, event: Event, added: Registration) -> Message:
    who = named(known_visitor(session, added.visitor_id))
    if added.status == RegistrationStatus.REGISTERED:
        return say("{who} registered: “{title}”", who=who, title=event.title)
    line = _how_many(session, event.id, RegistrationStatus.WAITLISTED) + 1
    return say(
        "“{title}” is full. {who} waits, number {n} in line", who=who, title=event.title, n=line
    )


def _how_many(session: Session, event_id: UUID, status: RegistrationStatus) -> int:
    counted = select(func.count()).where(
        Registration.event_id == event_id,
        Registration.status == status,
        ~Registration.removed,
    )
    return session.scalar(counted) or 0


def _refuse_if_came(session: Session, found: Registration) -> None:
    came = (
        select(Attendance.id)
        .join(EventSession, EventSession.id == Attendance.session_id)
        .where(
            EventSession.event_id == found.event_id,
            Attendance.visitor_id == found.visitor_id,
            ~Attendance.removed,
        )
    )
    if session.scalar(came.limit(1)) is not None:
        raise Refused(
            say("{who} has already come. Take back that first.", who=named(found.visitor))
        )
