"""What is special about a registration: who comes along, a wheelchair's place, some dates only."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.action import Change, Kind, about
from app.errors import ChangedElsewhere, Refused
from app.events.model import EventSession, RegisteredSession, Registration, RegistrationStatus
from app.events.moving_up import ids_of, let_wait_again, move_up, told
from app.events.places import places_of
from app.language import say
from app.permission import Permission
from app.visitors.visits import named

MOST_COMPANIONS = 20


@dataclass(frozen=True)
class Facts:
    """``session_ids``: the dates she comes to; none stands for every date."""

    companions: int = 0
    wheelchair_place: bool = False
    session_ids: frozenset[UUID] = frozenset()

    def checked(self) -> "Facts":
        """Raises Refused when the number cannot be."""
        if not 0 <= self.companions <= MOST_COMPANIONS:
            raise Refused(say("Write how many come along as a number from 0 to 20."))
        return self


NOTHING_SPECIAL = Facts()


@dataclass(frozen=True)
class RegistrationCard:
    """The facts of somebody's registration, and the dates there are to choose from."""

    registration_id: UUID
    name: str
    facts: Facts
    dates: tuple[tuple[UUID, datetime], ...]
    wheelchair_places: int


@dataclass(frozen=True)
class OneRegistration:
    """For its drawer."""

    registration_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> RegistrationCard:
        found = _own(session, self.registration_id)
        dates = session.execute(
            select(EventSession.id, EventSession.starts)
            .where(EventSession.event_id == found.event_id, ~EventSession.removed)
            .order_by(EventSession.starts)
        )
        return RegistrationCard(
            found.id,
            found.visitor.name,
            facts_of(session, found),
            tuple((id_, starts) for id_, starts in dates),
            found.event.wheelchair_places,
        )


@dataclass(frozen=True)
class ChangeRegistration:
    """From ``seen`` facts to ``wanted`` ones; places that come free go to those who wait."""

    registration_id: UUID
    seen: Facts
    wanted: Facts
    moved: tuple[UUID, ...] = ()
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found, wanted = _own(session, self.registration_id), self.wanted.checked()
        who = named(found.visitor)
        if facts_of(session, found) != self.seen:
            raise ChangedElsewhere(
                say("The registration of {who} was changed. Look again.", who=who)
            )
        let_wait_again(session, self.moved)
        write_facts(session, found, wanted)
        session.flush()
        if found.status == RegistrationStatus.REGISTERED and _needs_more(self.seen, wanted):
            self._refuse_if_over(session, found)
        moved = [] if self.moved else move_up(session, found.event)
        message = told(say("Registration of {who} changed.", who=who), moved)
        topics = {
            about(Kind.REGISTRATIONS, found.id, found.visitor_id),
            about(Kind.EVENTS, found.event_id),
        }
        back = ChangeRegistration(found.id, wanted, self.seen, ids_of(moved))
        return Change(message, frozenset(topics), back)

    def _refuse_if_over(self, session: Session, found: Registration) -> None:
        places = places_of(session, found.event)
        if places.capacity is not None and places.given > places.capacity:
            raise Refused(say("There are not so many places left. Make more places first."))
        if places.wheelchair_places and places.wheelchairs > places.wheelchair_places:
            raise Refused(say("All wheelchair places are taken. Make more of them first."))


def facts_of(session: Session, found: Registration) -> Facts:
    dates = session.scalars(
        select(RegisteredSession.session_id).where(RegisteredSession.registration_id == found.id)
    )
    return Facts(found.companions, found.wheelchair_place, frozenset(dates))


def write_facts(session: Session, found: Registration, facts: Facts) -> None:
    """Raises Refused when one of the dates is none of this event."""
    found.companions, found.wheelchair_place = facts.companions, facts.wheelchair_place
    session.execute(delete(RegisteredSession).where(RegisteredSession.registration_id == found.id))
    if not facts.session_ids:
        return
    known = session.scalars(
        select(EventSession.id).where(
            EventSession.event_id == found.event_id,
            EventSession.id.in_(list(facts.session_ids)),
            ~EventSession.removed,
        )
    ).all()
    if len(known) != len(facts.session_ids):
        raise Refused(say("One of these dates is no longer there. Look again."))
    session.add_all(
        RegisteredSession(registration_id=found.id, session_id=one) for one in sorted(known)
    )


def _needs_more(seen: Facts, wanted: Facts) -> bool:
    return wanted.companions > seen.companions or wanted.wheelchair_place > seen.wheelchair_place


def _own(session: Session, registration_id: UUID) -> Registration:
    found = session.get(Registration, registration_id)
    if found is None or found.removed:
        raise ChangedElsewhere(say("This registration is no longer there."))
    return found
