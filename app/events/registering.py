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
from app.events.facts import (
    NOTHING_SPECIAL,
    Facts,
    facts_of,
    has_no_date_left,
    write_dates,
    write_facts,
)
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
from app.events.registration_facts import ChangeRegistration
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
        if there and has_no_date_left(session, there):
            return self._other_dates(session, there, facts)
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

    def _other_dates(self, session: Session, there: Registration, facts: Facts) -> Change:
        """She was on the list for dates that were taken away, and so nobody sees her there."""
        seen = facts_of(session, there)
        return ChangeRegistration(there.id, seen, facts).perform(session)


@dataclass(frozen=True)
class RemoveRegistration:
    """Take back that somebody was put on the list."""

    registration_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = own_registration(session, self.registration_id)
        _refuse_if_came(session, found)
        facts = facts_of(session, found)
        over = not places_of(session, found.event).holds(facts.session_ids)
        write_dates(session, found.id, frozenset())
        found.removed = True
        moved = move_up(session, found.event)
        message = told(say("{who} taken off the list.", who=named(found.visitor)), moved)
        back = PutBackRegistration(found.id, ids_of(moved), facts.session_ids, over)
        return change(found, message, back)


@dataclass(frozen=True)
class PutBackRegistration:
    """Put somebody back on the list, where she was; ``moved`` wait again.

    Whose place another desk has given away meanwhile waits; ``over``: there were more people than
    places before, and so there may be again.
    """

    registration_id: UUID
    moved: tuple[UUID, ...] = ()
    session_ids: frozenset[UUID] = frozenset()
    over: bool = False
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = session.get(Registration, self.registration_id)
        if found is None or not found.removed:
            raise ChangedElsewhere(say("This registration is already there."))
        let_wait_again(session, self.moved)
        put_back(session, found)
        write_dates(session, found.id, self.session_ids)
        message = say("{who} is on the list again", who=named(found.visitor))
        places = places_of(session, found.event)
        had_a_place = found.status == RegistrationStatus.REGISTERED
        if had_a_place and not self.over and not places.holds(self.session_ids):
            message = _waits(session, found.event, found)
            found.status = RegistrationStatus.WAITLISTED
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
    visitor = known_visitor(session, found.visitor_id)
    if registration_of(session, found.event_id, visitor.id):
        raise ChangedElsewhere(say("{who} is already on the list.", who=named(visitor)))
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
    return _waits(session, event, added)


def _waits(session: Session, event: Event, one: Registration) -> Message:
    """Said before she waits; who asked earlier stands before those who wait already."""
    asked = (one.registered, one.id)
    before = sum((other.registered, other.id) < asked for other in waiting_of(session, event))
    return say(
        "“{title}” is full. {who} waits, number {n} in line",
        who=named(known_visitor(session, one.visitor_id)),
        title=event.title,
        n=before + 1,
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
