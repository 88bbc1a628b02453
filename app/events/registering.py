"""Being on the list of an event: register, take off, cancel, restore."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.clock import to_wall
from app.errors import ChangedElsewhere, Offer, Refused
from app.events.facts import NOTHING_SPECIAL, Facts, facts_of, write_dates, write_facts
from app.events.model import (
    OUT,
    Attendance,
    Event,
    EventSession,
    Registration,
    RegistrationStatus,
    Via,
    WhenFull,
)
from app.events.moving_up import ids_of, let_wait_again, move_up, told, waiting_of
from app.events.places import places_of
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
    facts: Facts = NOTHING_SPECIAL
    out_of_time: bool = False
    """Whether somebody decided to let her in though registration is not open."""
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        event = own_event(session, self.event_id)
        refuse_if_cancelled(event)
        facts = self.facts.checked()
        if not self.out_of_time and self.via != Via.WALK_IN:
            refuse_out_of_time(event, self.at, replace(self, out_of_time=True))
        visitor = known_visitor(session, self.visitor_id)
        there = registration_of(session, event.id, visitor.id)
        if there and there.status in OUT:
            raise Refused(
                say("{who} cancelled. Restore the registration instead.", who=named(visitor)),
                offers=(Offer(say("Restore the registration"), RestoreRegistration(there.id)),),
            )
        if there:
            raise Refused(say("{who} is already on the list.", who=named(visitor)))
        room = places_of(session, event).has_room(facts)
        if not room and event.when_full == WhenFull.CLOSED and self.via != Via.WALK_IN:
            raise Refused(say("“{title}” is full.", title=event.title))
        added = Registration(
            id=self.registration_id,
            event_id=event.id,
            visitor_id=visitor.id,
            status=RegistrationStatus.REGISTERED if room else RegistrationStatus.WAITLISTED,
            via=self.via,
            registered=self.at,
        )
        message = _registered(session, event, added)
        session.add(added)
        session.flush()
        write_facts(session, added, facts)
        return change(added, message, RemoveRegistration(added.id))


@dataclass(frozen=True)
class RemoveRegistration:
    """Take back that somebody was put on the list."""

    registration_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = own_registration(session, self.registration_id)
        _refuse_if_came(session, found)
        dates = facts_of(session, found).session_ids
        write_dates(session, found.id, frozenset())
        found.removed = True
        moved = move_up(session, found.event)
        message = told(say("{who} taken off the list.", who=named(found.visitor)), moved)
        return change(found, message, PutBackRegistration(found.id, ids_of(moved), dates))


@dataclass(frozen=True)
class PutBackRegistration:
    """Put somebody back on the list, where she was; ``moved`` wait again."""

    registration_id: UUID
    moved: tuple[UUID, ...] = ()
    session_ids: frozenset[UUID] = frozenset()
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = session.get(Registration, self.registration_id)
        if found is None or not found.removed:
            raise ChangedElsewhere(say("This registration is already there."))
        let_wait_again(session, self.moved)
        put_back(session, found)
        write_dates(session, found.id, self.session_ids)
        message = say("{who} is on the list again", who=named(found.visitor))
        return change(found, message, RemoveRegistration(found.id))


@dataclass(frozen=True)
class CancelRegistration:
    """Somebody will not come; who waited gets her place, and the list still shows it.

    ``withdrawn``: the centre took her off, she did not say so herself.
    """

    registration_id: UUID
    withdrawn: bool = False
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = own_registration(session, self.registration_id)
        if found.status in OUT:
            raise ChangedElsewhere(say("{who} has already cancelled.", who=named(found.visitor)))
        _refuse_if_came(session, found)
        waited = found.status == RegistrationStatus.WAITLISTED
        found.status = (
            RegistrationStatus.WITHDRAWN if self.withdrawn else RegistrationStatus.CANCELLED
        )
        moved = move_up(session, found.event)
        sentence = say("{who} will not come.", who=named(found.visitor))
        if self.withdrawn:
            sentence = say("{who} taken off the list.", who=named(found.visitor))
        back = RestoreRegistration(found.id, waited, ids_of(moved))
        return change(found, told(sentence, moved), back)


@dataclass(frozen=True)
class RestoreRegistration:
    """Somebody will come after all; ``waiting``: on the waiting list, where she was."""

    registration_id: UUID
    waiting: bool = False
    moved: tuple[UUID, ...] = ()
    """Who got her place, and now waits again."""
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = own_registration(session, self.registration_id)
        if found.status not in OUT:
            raise ChangedElsewhere(say("{who} is already on the list.", who=named(found.visitor)))
        refuse_if_cancelled(found.event)
        withdrawn = found.status == RegistrationStatus.WITHDRAWN
        let_wait_again(session, self.moved)
        session.flush()
        room = places_of(session, found.event).has_room(facts_of(session, found))
        waits = self.waiting or not room
        found.status = RegistrationStatus.WAITLISTED if waits else RegistrationStatus.REGISTERED
        message = say("{who} is on the list again", who=named(found.visitor))
        return change(found, message, CancelRegistration(found.id, withdrawn))


def refuse_out_of_time(event: Event, at: datetime, anyway: Action) -> None:
    """Registration has its time; ``anyway`` is offered to whoever decides otherwise."""
    now = to_wall(at)
    sentence = None
    if event.opens and now < event.opens:
        sentence = say(
            "Registration opens on {day:day_month} at {at}.",
            day=event.opens.date(),
            at=event.opens.time(),
        )
    if event.closes and now >= event.closes:
        sentence = say(
            "Registration ended on {day:day_month} at {at}.",
            day=event.closes.date(),
            at=event.closes.time(),
        )
    if sentence is not None:
        raise Refused(sentence, offers=(Offer(say("Register all the same"), anyway),))


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
    line = len(waiting_of(session, event)) + 1
    return say(
        "“{title}” is full. {who} waits, number {n} in line", who=who, title=event.title, n=line
    )


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
