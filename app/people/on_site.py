"""Who is in the building now, and in which room, as far as attendance tells."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.bookings.model import Booking, Room
from app.clock import to_wall
from app.events.model import Attendance, EventSession
from app.language import sort_key
from app.permission import Permission
from app.visitors.consents import holds
from app.visitors.model import Band, Consent, Purpose, Visit, Visitor


@dataclass(frozen=True)
class OnSiteCount:
    """How many are in now, with and without a name."""

    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> int:
        now = select(func.count()).where(Visit.left.is_(None), Visit.removed.is_(False))
        return session.scalar(now) or 0


@dataclass(frozen=True)
class OnSiteRow:
    """Somebody who is in now; ``visitor_id`` and name are empty for a head without a name."""

    visit_id: UUID
    visitor_id: UUID | None
    list_name: str
    birth_year: int | None
    band: Band | None
    since: datetime
    room: str = ""
    """Where the session is that she attends now; empty: in the foyer, for all we know."""


@dataclass(frozen=True)
class InTheCentre:
    """Everybody who is in now: names in the alphabet, then heads without a name."""

    now: datetime
    """Wall-clock time: which sessions are running."""
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[OnSiteRow, ...]:
        found = session.execute(
            select(
                Visit.id,
                Visit.visitor_id,
                Visitor.given_name,
                Visitor.family_name,
                Visitor.birth_year,
                Visit.band,
                Visit.arrived,
            )
            .outerjoin(Visitor, Visitor.id == Visit.visitor_id)
            .where(Visit.left.is_(None), Visit.removed.is_(False))
        )
        rooms = _rooms_of(session, self.now)
        rows = [
            OnSiteRow(
                one.id,
                one.visitor_id,
                f"{one.family_name or ''} {one.given_name or ''}".strip(),
                one.birth_year,
                one.band,
                to_wall(one.arrived),
                rooms.get(one.visitor_id, ""),
            )
            for one in found
        ]
        return tuple(
            sorted(
                rows, key=lambda row: (row.visitor_id is None, sort_key(row.list_name), row.since)
            )
        )


@dataclass(frozen=True)
class WantHelp:
    """Who of those in the centre agreed to be helped out in an evacuation; never why."""

    today: date
    permission: ClassVar[Permission] = Permission.SEE_NEEDS

    def answer(self, session: Session) -> frozenset[UUID]:
        found = session.scalars(
            select(Consent.visitor_id)
            .join(Visit, Visit.visitor_id == Consent.visitor_id)
            .where(Consent.purpose == Purpose.ASSISTANCE, holds(self.today))
            .where(Visit.left.is_(None), Visit.removed.is_(False))
        )
        return frozenset(found)


def _rooms_of(session: Session, now: datetime) -> dict[UUID, str]:
    """Where everybody is who attends a session that is running."""
    found = session.execute(
        select(Attendance.visitor_id, func.coalesce(Room.name, EventSession.place))
        .join(EventSession, EventSession.id == Attendance.session_id)
        .outerjoin(Booking, Booking.id == EventSession.booking_id)
        .outerjoin(Room, Room.id == Booking.room_id)
        .where(Attendance.removed.is_(False), EventSession.removed.is_(False))
        .where(EventSession.starts <= now, EventSession.ends > now)
    )
    return {visitor_id: room or "" for visitor_id, room in found}
