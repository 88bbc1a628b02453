"""What must be prepared, for how many; never who, except for the neutral mark."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.accessibility.listed import needed_at
from app.accessibility.matching import Matching, Mismatch, matching
from app.accessibility.model import Need, Preparation
from app.accessibility.preparing import READY, Prepared
from app.accessibility.vocabulary import Support
from app.bookings.model import Booking, Room
from app.events.model import Event, EventSession
from app.language import sort_key
from app.permission import Permission
from app.slot import Place, Slot
from app.visitors.consents import holds
from app.visitors.model import Consent
from app.visitors.rows import VisitorRow, rows_of

AT_ONCE = 500
MOST = 500


@dataclass(frozen=True)
class SupportLine:
    """One support of one session: for how many, who arranges it, how far it is."""

    session_id: UUID
    support: Support
    people: int
    prepared: Prepared

    @property
    def ready(self) -> bool:
        return self.prepared.state in READY


@dataclass(frozen=True)
class SessionToPrepare:
    """A coming session and its supports."""

    session_id: UUID
    event_id: UUID
    title: str
    start: datetime
    end: datetime
    place: str
    room_id: UUID | None
    capacity: int | None
    lines: tuple[SupportLine, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def left(self) -> int:
        return sum(1 for line in self.lines if not line.ready)

    @property
    def slot(self) -> Slot:
        return Slot(self.start, self.end)

    @property
    def supports(self) -> frozenset[Support]:
        return frozenset(line.support for line in self.lines)


@dataclass(frozen=True)
class ToPrepare:
    """The sessions of some days that have something to prepare, the earliest first."""

    first_day: date
    days: int
    permission: ClassVar[Permission] = Permission.SEE_PREPARATIONS

    def answer(self, session: Session) -> tuple[SessionToPrepare, ...]:
        found = _to_prepare(session, self.first_day, self.days)
        if not found:
            return ()
        match = matching(session, Slot(found[0].start, max(one.end for one in found)))
        return tuple(replace(one, mismatches=_mismatches(match, one)) for one in found)


@dataclass(frozen=True)
class ToPrepareCount:
    """How many supports are not ready yet."""

    first_day: date
    days: int
    permission: ClassVar[Permission] = Permission.SEE_PREPARATIONS

    def answer(self, session: Session) -> int:
        return sum(one.left for one in _to_prepare(session, self.first_day, self.days))


@dataclass(frozen=True)
class SessionNeeds:
    """What one session needs: counts, no names."""

    session_id: UUID
    today: date
    permission: ClassVar[Permission] = Permission.SEE_PREPARATIONS

    def answer(self, session: Session) -> tuple[SupportLine, ...]:
        return _lines(session, [self.session_id], self.today).get(self.session_id, ())


@dataclass(frozen=True)
class WeekTotals:
    """For how many people each support is wanted in the next days, the most wanted first."""

    first_day: date
    days: int = 7
    permission: ClassVar[Permission] = Permission.SEE_PREPARATIONS

    def answer(self, session: Session) -> tuple[tuple[Support, int], ...]:
        totals: dict[Support, int] = defaultdict(int)
        for one in _to_prepare(session, self.first_day, self.days):
            for line in one.lines:
                totals[line.support] += line.people
        return tuple(sorted(totals.items(), key=lambda item: (-item[1], _order(item[0]))))


@dataclass(frozen=True)
class WhoHasNeeds:
    """Of these people, those for whom something is to be prepared: for the neutral mark only."""

    visitor_ids: tuple[UUID, ...]
    today: date
    permission: ClassVar[Permission] = Permission.SEE_NEEDS

    def answer(self, session: Session) -> frozenset[UUID]:
        found: set[UUID] = set()
        for start in range(0, len(self.visitor_ids), AT_ONCE):
            part = self.visitor_ids[start : start + AT_ONCE]
            found.update(
                session.scalars(
                    select(Need.visitor_id)
                    .join(Consent, Consent.id == Need.consent_id)
                    .where(Need.visitor_id.in_(part), ~Need.removed, holds(self.today))
                )
            )
        return frozenset(found)


@dataclass(frozen=True)
class NeedsPeople:
    """People for whom something is to be prepared; what it is, only a reveal says."""

    today: date
    permission: ClassVar[Permission] = Permission.SEE_NEEDS

    def answer(self, session: Session) -> tuple[VisitorRow, ...]:
        ids = session.scalars(
            select(Need.visitor_id)
            .join(Consent, Consent.id == Need.consent_id)
            .where(~Need.removed, holds(self.today))
            .distinct()
        )
        rows = rows_of(session, list(ids))
        return tuple(sorted(rows, key=lambda row: sort_key(row.list_name)))


def _to_prepare(session: Session, first_day: date, days: int) -> list[SessionToPrepare]:
    begin = datetime.combine(first_day, time())
    sessions = _sessions(session, begin, begin + timedelta(days=days))
    lines = _lines(session, [one.session_id for one in sessions], first_day)
    return [
        replace(one, lines=lines[one.session_id]) for one in sessions if one.session_id in lines
    ]


def _mismatches(match: Matching, one: SessionToPrepare) -> tuple[Mismatch, ...]:
    if one.room_id is None:
        return ()
    place = Place(one.room_id, Slot(one.start, one.end))
    return match.mismatches(place, one.capacity, [line.support for line in one.lines])


def _sessions(session: Session, begin: datetime, end: datetime) -> list[SessionToPrepare]:
    found = session.execute(
        select(
            EventSession.id,
            Event.id,
            Event.title,
            EventSession.starts,
            EventSession.ends,
            func.coalesce(Room.name, EventSession.place),
            Room.id,
            Event.capacity,
        )
        .join(Event, Event.id == EventSession.event_id)
        .outerjoin(Booking, Booking.id == EventSession.booking_id)
        .outerjoin(Room, Room.id == Booking.room_id)
        .where(~EventSession.removed, ~Event.removed, ~Event.cancelled)
        .where(EventSession.starts >= begin, EventSession.starts < end)
        .order_by(EventSession.starts, Event.title, EventSession.id)
        .limit(MOST)
    )
    return [SessionToPrepare(*row) for row in found]


def _lines(
    session: Session, session_ids: list[UUID], today: date
) -> dict[UUID, tuple[SupportLine, ...]]:
    """By session, in the order of the vocabulary; a session that needs nothing is left out."""
    states = _states(session, session_ids)
    heads = session.execute(
        needed_at(
            session_ids,
            today,
            EventSession.id,
            Need.support,
            func.count(Need.visitor_id.distinct()),
        ).group_by(EventSession.id, Need.support)
    )
    lines: dict[UUID, list[SupportLine]] = defaultdict(list)
    for session_id, support, people in heads:
        prepared = states.get((session_id, support), Prepared())
        lines[session_id].append(SupportLine(session_id, support, people, prepared))
    return {session_id: _in_order(found) for session_id, found in lines.items()}


def _in_order(lines: Iterable[SupportLine]) -> tuple[SupportLine, ...]:
    return tuple(sorted(lines, key=lambda line: _order(line.support)))


def _states(session: Session, session_ids: list[UUID]) -> dict[tuple[UUID, Support], Prepared]:
    found = session.execute(
        select(
            Preparation.session_id,
            Preparation.support,
            Preparation.state,
            Preparation.responsible,
        ).where(Preparation.session_id.in_(session_ids), ~Preparation.removed)
    )
    return {(one, support): Prepared(state, who) for one, support, state, who in found}


def _order(support: Support) -> int:
    return list(Support).index(support)
