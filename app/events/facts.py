"""What is special about a registration: who comes along, a wheelchair's place, some dates only."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select, true
from sqlalchemy.orm import Session

from app.errors import Refused
from app.events.model import EventSession, RegisteredSession, Registration
from app.language import say

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


def facts_of(session: Session, found: Registration) -> Facts:
    return facts_of_each(session, [found])[found.id]


def facts_of_each(session: Session, found: Iterable[Registration]) -> dict[UUID, Facts]:
    """By the id of the registration."""
    registrations = list(found)
    dates: dict[UUID, set[UUID]] = {one.id: set() for one in registrations}
    rows = session.execute(
        select(RegisteredSession.registration_id, RegisteredSession.session_id).where(
            RegisteredSession.registration_id.in_(list(dates))
        )
    )
    for registration_id, session_id in rows:
        dates[registration_id].add(session_id)
    return {
        one.id: Facts(one.companions, one.wheelchair_place, frozenset(dates[one.id]))
        for one in registrations
    }


def has_no_date_left(session: Session, found: Registration) -> bool:
    """She was to come to single dates, and all of them have been taken away."""
    rows = session.scalars(
        select(EventSession.removed)
        .join(RegisteredSession, RegisteredSession.session_id == EventSession.id)
        .where(RegisteredSession.registration_id == found.id)
    ).all()
    return bool(rows) and all(rows)


def write_facts(
    session: Session, found: Registration, facts: Facts, *, gone_too: bool = False
) -> None:
    """Raises Refused when one of the dates is none of this event (any more, but for ``gone_too``)."""
    found.companions, found.wheelchair_place = facts.companions, facts.wheelchair_place
    write_dates(session, found.id, frozenset())
    if not facts.session_ids:
        return
    known = session.scalars(
        select(EventSession.id).where(
            EventSession.event_id == found.event_id,
            EventSession.id.in_(list(facts.session_ids)),
            true() if gone_too else ~EventSession.removed,
        )
    ).all()
    if len(known) != len(facts.session_ids):
        raise Refused(say("One of these dates is no longer there. Look again."))
    write_dates(session, found.id, facts.session_ids)


def write_dates(session: Session, registration_id: UUID, session_ids: frozenset[UUID]) -> None:
    session.execute(
        delete(RegisteredSession).where(RegisteredSession.registration_id == registration_id)
    )
    session.add_all(
        RegisteredSession(registration_id=registration_id, session_id=one)
        for one in sorted(session_ids)
    )
    session.flush()
