"""One registration in its drawer: what is special about it is seen and changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change, Kind, about
from app.errors import ChangedElsewhere, Refused
from app.events.facts import Facts, facts_of, has_no_date_left, write_facts
from app.events.model import EventSession, Registration, RegistrationStatus
from app.events.moving_up import ids_of, let_wait_again, move_up, told
from app.events.places import places_of
from app.language import say
from app.permission import Permission
from app.visitors.visits import named


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
    gone: bool = False
    """Back to dates that had been taken away already."""
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found, wanted = _own(session, self.registration_id), self.wanted.checked()
        who = named(found.visitor)
        if facts_of(session, found) != self.seen:
            raise ChangedElsewhere(
                say("The registration of {who} was changed. Look again.", who=who)
            )
        let_wait_again(session, self.moved)
        gone = has_no_date_left(session, found)
        write_facts(session, found, wanted, gone_too=self.gone)
        session.flush()
        if found.status == RegistrationStatus.REGISTERED and _needs_more(self.seen, wanted):
            self._refuse_if_over(session, found)
        moved = [] if self.moved else move_up(session, found.event)
        message = told(say("Registration of {who} changed.", who=who), moved)
        topics = {
            about(Kind.REGISTRATIONS, found.id, found.visitor_id),
            about(Kind.EVENTS, found.event_id),
        }
        back = ChangeRegistration(found.id, wanted, self.seen, ids_of(moved), gone)
        return Change(message, frozenset(topics), back)

    def _refuse_if_over(self, session: Session, found: Registration) -> None:
        hers = places_of(session, found.event).among(self.wanted.session_ids)
        if any(one.too_many for one in hers):
            raise Refused(say("There are not so many places left. Make more places first."))
        if self.wanted.wheelchair_place and any(one.too_many_wheelchairs for one in hers):
            raise Refused(say("All wheelchair places are taken. Make more of them first."))


def _needs_more(seen: Facts, wanted: Facts) -> bool:
    """Dates too: none of them stands for all."""
    more_dates = bool(seen.session_ids) and (
        not wanted.session_ids or not wanted.session_ids <= seen.session_ids
    )
    return (
        more_dates
        or wanted.companions > seen.companions
        or wanted.wheelchair_place > seen.wheelchair_place
    )


def _own(session: Session, registration_id: UUID) -> Registration:
    found = session.get(Registration, registration_id)
    if found is None or found.removed:
        raise ChangedElsewhere(say("This registration is no longer there."))
    return found
