"""What must be prepared, for how many; never who, except for the neutral mark."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.accessibility.actions import Prepared
from app.accessibility.matching import Mismatch, mismatches
from app.accessibility.model import Need, Preparation, SupportState
from app.accessibility.vocabulary import Support
from app.bookings.model import Booking, Room
from app.events.model import Event, EventSession, Registration, RegistrationStatus
from app.language import sort_key
from app.permission import Permission
from app.visitors.consents import holds
from app.visitors.model import Consent, Purpose
from app.visitors.rows import VisitorRow, rows_of

READY = frozenset({SupportState.CONFIRMED, SupportState.PROVIDED})


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
    lines: tuple[SupportLine, ...]
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def left(self) -> int:
        return sum(1 for line in self.lines if not line.ready)


@dataclass(frozen=True)
class ToPrepare:
    """The sessions of some days that have something to prepare, the earliest first."""

    first_day: date
    days: int
    permission: ClassVar[Permission] = Permission.SEE_PREPARATIONS

    def answer(self, session: Session) -> tuple[SessionToPrepare, ...]:
        begin = datetime.combine(self.first_day, time())
        sessions = _sessions(session, begin, begin + timedelta(days=self.days))
        people = _people(session, [one.session_id for one in sessions], self.first_day)
        states = _states(session, list(people))
        found = []
        for one in sessions:
            lines = tuple(
                SupportLine(
                    one.session_id, support, n, states.get((one.session_id, support), Prepared())
                )
                for support, n in sorted(
                    people.get(one.session_id, {}).items(), key=lambda item: _order(item[0])
                )
            )
            if lines:
                wanted = frozenset(line.support for line in lines)
                troubles = mismatches(session, one.room_id, (one.start, one.end), wanted)
                found.append(_with(one, lines, troubles))
        return tuple(found)


@dataclass(frozen=True)
class ToPrepareCount:
    """How many supports are not ready yet."""

    first_day: date
    days: int
    permission: ClassVar[Permission] = Permission.SEE_PREPARATIONS

    def answer(self, session: Session) -> int:
        return sum(one.left for one in ToPrepare(self.first_day, self.days).answer(session))


@dataclass(frozen=True)
class SessionNeeds:
    """What one session needs: counts, no names."""

    session_id: UUID
    today: date
    permission: ClassVar[Permission] = Permission.SEE_PREPARATIONS

    def answer(self, session: Session) -> tuple[SupportLine, ...]:
        people = _people(session, [self.session_id], self.today)
        states = _states(session, [self.session_id])
        return tuple(
            SupportLine(
                self.session_id, support, n, states.get((self.session_id, support), Prepared())
            )
            for support, n in sorted(
                people.get(self.session_id, {}).items(), key=lambda item: _order(item[0])
            )
        )


@dataclass(frozen=True)
class WeekTotals:
    """For how many people each support is wanted in the next days, the most wanted first."""

    first_day: date
    days: int = 7
    permission: ClassVar[Permission] = Permission.SEE_PREPARATIONS

    def answer(self, session: Session) -> tuple[tuple[Support, int], ...]:
        totals: dict[Support, int] = defaultdict(int)
        for one in ToPrepare(self.first_day, self.days).answer(session):
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
        return frozenset(
            session.scalars(
                select(Need.visitor_id)
                .join(Consent, Consent.id == Need.consent_id)
                .where(Need.visitor_id.in_(self.visitor_ids))
                .where(Need.removed.is_(False), holds(self.today))
            )
        )


@dataclass(frozen=True)
class NeedsPeople:
    """People for whom something is to be prepared; which, only a reveal says."""

    today: date
    permission: ClassVar[Permission] = Permission.SEE_NEEDS

    def answer(self, session: Session) -> tuple[VisitorRow, ...]:
        ids = session.scalars(
            select(Need.visitor_id)
            .join(Consent, Consent.id == Need.consent_id)
            .where(Need.removed.is_(False), holds(self.today))
            .distinct()
        )
        rows = rows_of(session, list(ids))
        return tuple(sorted(rows, key=lambda row: sort_key(row.list_name)))


@dataclass(frozen=True)
class EndingConsent:
    """A consent for needs or groups that ends soon."""

    id: UUID
    visitor_id: UUID
    name: str
    purpose: Purpose
    until: date


@dataclass(frozen=True)
class EndingConsents:
    """Consents that end within some days, the first to end first."""

    today: date
    within_days: int = 30
    permission: ClassVar[Permission] = Permission.SEE_NEEDS

    def answer(self, session: Session) -> tuple[EndingConsent, ...]:
        last = self.today + timedelta(days=self.within_days)
        found = session.scalars(
            select(Consent).where(holds(self.today), Consent.until <= last).order_by(Consent.until)
        ).all()
        rows = {row.id: row.list_name for row in rows_of(session, [c.visitor_id for c in found])}
        return tuple(
            EndingConsent(c.id, c.visitor_id, rows.get(c.visitor_id, ""), c.purpose, c.until)
            for c in found
        )


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
        )
        .join(Event, Event.id == EventSession.event_id)
        .outerjoin(Booking, Booking.id == EventSession.booking_id)
        .outerjoin(Room, Room.id == Booking.room_id)
        .where(EventSession.removed.is_(False), Event.removed.is_(False))
        .where(Event.cancelled.is_(False), EventSession.starts >= begin, EventSession.starts < end)
        .order_by(EventSession.starts, Event.title)
    )
    return [SessionToPrepare(*row, lines=()) for row in found]


def _people(
    session: Session, session_ids: list[UUID], today: date
) -> dict[UUID, dict[Support, int]]:
    """Heads by support: people on the list whose consent holds."""
    found = session.execute(
        select(EventSession.id, Need.support, func.count(Need.visitor_id.distinct()))
        .join(Registration, Registration.event_id == EventSession.event_id)
        .join(Need, Need.visitor_id == Registration.visitor_id)
        .join(Consent, Consent.id == Need.consent_id)
        .where(EventSession.id.in_(session_ids), Registration.removed.is_(False))
        .where(Registration.status != RegistrationStatus.CANCELLED)
        .where(or_(Need.event_id.is_(None), Need.event_id == EventSession.event_id))
        .where(Need.removed.is_(False), holds(today))
        .group_by(EventSession.id, Need.support)
    )
    people: dict[UUID, dict[Support, int]] = defaultdict(dict)
    for session_id, support, heads in found:
        people[session_id][support] = heads
    return people


def _states(session: Session, session_ids: list[UUID]) -> dict[tuple[UUID, Support], Prepared]:
    found = session.scalars(
        select(Preparation).where(
            Preparation.session_id.in_(session_ids), Preparation.removed.is_(False)
        )
    )
    return {(one.session_id, one.support): Prepared(one.state, one.responsible) for one in found}


def _order(support: Support) -> int:
    return list(Support).index(support)


def _with(
    one: SessionToPrepare, lines: tuple[SupportLine, ...], troubles: tuple[Mismatch, ...]
) -> SessionToPrepare:
    return SessionToPrepare(
        one.session_id,
        one.event_id,
        one.title,
        one.start,
        one.end,
        one.place,
        one.room_id,
        lines,
        troubles,
    )
