"""What we ask about events: the agenda, the next session, who must be told, what somebody goes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from app.bookings.model import Booking, Room
from app.clock import to_wall
from app.events.listed import comes_to
from app.events.model import (
    OUT,
    Attendance,
    Event,
    EventSession,
    HeadCount,
    Registration,
    RegistrationStatus,
)
from app.language import sort_key
from app.permission import Permission
from app.visitors.consents import withdrew
from app.visitors.model import Purpose, Visitor
from app.visitors.naming import name_in_lists

MOST = 1000


@dataclass(frozen=True)
class SessionRow:
    """One session in an agenda; ``room`` is the room of ours or the place elsewhere."""

    session_id: UUID
    event_id: UUID
    start: datetime
    end: datetime
    title: str
    room: str
    capacity: int | None
    open_doors: bool
    cancelled: bool
    registered: int
    named: int
    unnamed: int
    draft: bool = False

    @property
    def present(self) -> int:
        return self.named + self.unnamed

    @property
    def count(self) -> int:
        """Who has a place: those on the list, walk-ins too, and heads without a name."""
        return self.registered + self.unnamed


@dataclass(frozen=True)
class DayRows:
    """The sessions of one day, the earliest first."""

    day: date
    rows: tuple[SessionRow, ...]


@dataclass(frozen=True)
class Agenda:
    """The sessions of ``days`` days from ``first_day``, by day; cancelled ones too."""

    first_day: date
    days: int
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> tuple[DayRows, ...]:
        first = _midnight(self.first_day)
        rows = _rows(
            session,
            EventSession.starts >= first,
            EventSession.starts < first + timedelta(days=self.days),
        )
        by_day = groupby(rows, key=lambda row: row.start.date())
        return tuple(DayRows(day, tuple(group)) for day, group in by_day)


@dataclass(frozen=True)
class AgendaDay:
    """The sessions that take place on one day."""

    day: date
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> tuple[SessionRow, ...]:
        first = _midnight(self.day)
        return tuple(
            _rows(
                session,
                EventSession.starts < first + timedelta(days=1),
                EventSession.ends > first,
                ~Event.cancelled,
            )
        )


@dataclass(frozen=True)
class NextSession:
    """The session that goes on at ``at`` or comes next; None when nothing is planned."""

    at: datetime
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> UUID | None:
        return session.scalar(
            select(EventSession.id)
            .join(Event, Event.id == EventSession.event_id)
            .where(*_there(), ~Event.cancelled, EventSession.ends > to_wall(self.at))
            .order_by(EventSession.starts, EventSession.id)
            .limit(1)
        )


@dataclass(frozen=True)
class UpcomingRow:
    """A session somebody is registered for."""

    session_id: UUID
    event_id: UUID
    start: datetime
    end: datetime
    title: str
    """Empty at a confidential event: a card is seen by more than those who run it."""
    room: str
    status: RegistrationStatus


@dataclass(frozen=True)
class UpcomingOf:
    """What somebody is registered for from a day on, the earliest first; at most twenty."""

    visitor_id: UUID
    from_day: date
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> tuple[UpcomingRow, ...]:
        wanted = (
            _with_room(
                EventSession.id,
                Event.id,
                EventSession.starts,
                EventSession.ends,
                case((Event.confidential, ""), else_=Event.title),
                func.coalesce(Room.name, EventSession.place),
                Registration.status,
            )
            .join(Registration, Registration.event_id == Event.id)
            .where(
                *_there(),
                ~Event.cancelled,
                ~Registration.removed,
                Registration.visitor_id == self.visitor_id,
                comes_to(EventSession.id),
                Registration.status.not_in(OUT),
                EventSession.starts >= _midnight(self.from_day),
            )
            .order_by(EventSession.starts, EventSession.id)
            .limit(20)
        )
        return tuple(UpcomingRow(*row) for row in session.execute(wanted))


@dataclass(frozen=True)
class ToTell:
    """Somebody who must hear that an event does not take place."""

    visitor_id: UUID
    name: str
    phone: str
    email: str
    no_calls: bool = False
    """She withdrew her consent to be called, so her number is not here."""


@dataclass(frozen=True)
class WhomToTell:
    """Everybody on the list of an event, the waiting list too, with how to reach them.

    That her event does not take place is no news she has to agree to beforehand; but whoever took
    a consent back is not reached that way: the telephone and the e-mail each for itself.
    """

    event_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[ToTell, ...]:
        found = session.execute(
            select(
                Visitor.id,
                Visitor.number,
                Visitor.given_name,
                Visitor.family_name,
                Visitor.phone,
                Visitor.email,
                withdrew(Purpose.PHONE),
                withdrew(Purpose.EMAIL),
            )
            .join(Registration, Registration.visitor_id == Visitor.id)
            .where(
                Registration.event_id == self.event_id,
                Registration.status.not_in(OUT),
                ~Registration.removed,
                ~Visitor.removed,
            )
            .limit(MOST)
        )
        rows = (
            ToTell(
                id_,
                name_in_lists(given, family, number),
                "" if no_calls else phone,
                "" if no_emails else email,
                no_calls,
            )
            for id_, number, given, family, phone, email, no_calls, no_emails in found
        )
        return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def _rows(session: Session, *conditions: ColumnElement[bool]) -> Iterable[SessionRow]:
    wanted = (
        _with_room(
            EventSession.id,
            Event.id,
            EventSession.starts,
            EventSession.ends,
            Event.title,
            func.coalesce(Room.name, EventSession.place),
            Event.capacity,
            Event.open_doors,
            Event.cancelled,
            *_counts(),
            Event.draft,
        )
        .where(*_there(), *conditions)
        .order_by(EventSession.starts, EventSession.id)
        .limit(MOST)
    )
    return (SessionRow(*row) for row in session.execute(wanted))


def _counts() -> tuple[Any, ...]:
    """Registered, named and unnamed, each counted beside its session in the same query."""
    registered = select(func.count()).where(
        Registration.event_id == Event.id,
        Registration.status == RegistrationStatus.REGISTERED,
        ~Registration.removed,
        comes_to(EventSession.id),
    )
    named = select(func.count()).where(
        Attendance.session_id == EventSession.id, ~Attendance.removed
    )
    unnamed = select(func.coalesce(func.sum(HeadCount.heads), 0)).where(
        HeadCount.session_id == EventSession.id, ~HeadCount.removed
    )
    return tuple(
        count.correlate(Event, EventSession).scalar_subquery()
        for count in (registered, named, unnamed)
    )


def _with_room(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(EventSession)
        .join(Event, Event.id == EventSession.event_id)
        .outerjoin(Booking, Booking.id == EventSession.booking_id)
        .outerjoin(Room, Room.id == Booking.room_id)
    )


def _there() -> tuple[ColumnElement[bool], ...]:
    return ~EventSession.removed, ~Event.removed


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
