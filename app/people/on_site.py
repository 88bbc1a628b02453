"""Who is in the building now, and in which room, as far as sessions and the visit itself tell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from app.bookings.model import Booking, Room
from app.clock import to_wall
from app.events.model import Attendance, Event, EventSession
from app.language import sort_key
from app.permission import Permission
from app.visitors.activities import Doing
from app.visitors.consents import holds
from app.visitors.model import (
    Activity,
    Band,
    Consent,
    Organisation,
    Party,
    Purpose,
    Visit,
    Visitor,
)
from app.visitors.naming import full_name, name_in_lists


@dataclass(frozen=True)
class OnSiteCount:
    """How many are in now, with and without a name."""

    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> int:
        now = select(func.count()).where(Visit.left.is_(None), Visit.removed.is_(False))
        return session.scalar(now) or 0


@dataclass(frozen=True)
class OnSiteRow:
    """Somebody who is in now, or a whole group; who gave no name has none here."""

    visit_ids: tuple[UUID, ...]
    visitor_id: UUID | None
    party_id: UUID | None
    list_name: str
    birth_year: int | None
    bands: tuple[tuple[Band, int], ...]
    """Of heads without a name: how many of each."""
    since: datetime
    doing: Doing
    room: str = ""
    """Where the session is that she attends now, else where she said; empty: in the foyer."""
    with_whom: str = ""
    """The guardian, when she is in too."""

    @property
    def id(self) -> UUID:
        return self.party_id or self.visit_ids[0]

    @property
    def heads(self) -> int:
        return len(self.visit_ids)


@dataclass(frozen=True)
class InTheCentre:
    """Everybody who is in now: names in the alphabet, then groups, then heads without a name."""

    now: datetime
    """Wall-clock time: which sessions are running."""
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[OnSiteRow, ...]:
        visits: dict[UUID, list[Row[Any]]] = {}
        for one in session.execute(_HERE):
            visits.setdefault(one.party_id or one.id, []).append(one)
        attending = _attending(session, self.now)
        rooms: dict[UUID, str] = {one.id: one.name for one in session.execute(_ROOMS)}
        named = {one.visitor_id: one for same in visits.values() for one in same if one.visitor_id}
        rows = []
        for same in visits.values():
            first = same[0]
            said = rooms.get(first.room_id, "")
            guardian = named.get(first.guardian_id) if first.guardian_id else None
            rows.append(_row(same, attending.get(first.visitor_id, said), guardian))
        return tuple(sorted(rows, key=_place))


@dataclass(frozen=True)
class RoomOnSite:
    """A room, and the session in it now; a support group's title is not shown."""

    id: UUID
    name: str
    title: str = ""
    until: datetime | None = None


@dataclass(frozen=True)
class RoomsOnSite:
    """Every room in the order of the board, whether anybody is in it or not."""

    now: datetime
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> tuple[RoomOnSite, ...]:
        running = {
            room_id: ("" if confidential else title, ends)
            for room_id, title, confidential, ends in session.execute(
                select(Booking.room_id, Event.title, Event.confidential, EventSession.ends)
                .join(EventSession, EventSession.booking_id == Booking.id)
                .join(Event, Event.id == EventSession.event_id)
                .where(EventSession.removed.is_(False), Event.cancelled.is_(False))
                .where(EventSession.starts <= self.now, EventSession.ends > self.now)
            )
        }
        rooms = session.execute(
            select(Room.id, Room.name)
            .where(Room.removed.is_(False), Room.retired.is_(False))
            .order_by(Room.position, Room.name)
        )
        return tuple(RoomOnSite(id_, name, *running.get(id_, ("", None))) for id_, name in rooms)


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


_COLUMNS: tuple[Any, ...] = (
    Visit.id,
    Visit.visitor_id,
    Visit.party_id,
    Visit.band,
    Visit.arrived,
    Visit.activities,
    Visit.room_id,
    Visitor.given_name,
    Visitor.family_name,
    Visitor.number,
    Visitor.birth_year,
    Visitor.guardian_id,
    func.coalesce(Organisation.name, Party.name, "").label("party"),
)
_HERE = (
    select(*_COLUMNS)
    .outerjoin(Visitor, Visitor.id == Visit.visitor_id)
    .outerjoin(Party, Party.id == Visit.party_id)
    .outerjoin(Organisation, Organisation.id == Party.organisation_id)
    .where(Visit.left.is_(None), Visit.removed.is_(False))
    .order_by(Visit.arrived, Visit.id)
)
_ROOMS = select(Room.id, Room.name).where(Room.removed.is_(False))


def _row(same: list[Row[Any]], room: str, guardian: Row[Any] | None) -> OnSiteRow:
    """One person, one head without a name, or all of a group who are still here."""
    one = same[0]
    name = one.party
    if one.visitor_id is not None:
        name = name_in_lists(one.given_name, one.family_name, one.number)
    return OnSiteRow(
        visit_ids=tuple(visit.id for visit in same),
        visitor_id=one.visitor_id,
        party_id=one.party_id,
        list_name=name,
        birth_year=one.birth_year,
        bands=_bands(visit.band for visit in same),
        since=to_wall(one.arrived),
        doing=Doing(frozenset(Activity(act) for act in one.activities), one.room_id),
        room=room,
        with_whom=full_name(guardian.given_name, guardian.family_name, guardian.number)
        if guardian
        else "",
    )


def _bands(bands: Iterable[Band | None]) -> tuple[tuple[Band, int], ...]:
    counted = Counter(bands)
    return tuple((band, counted[band]) for band in Band if counted[band])


def _place(row: OnSiteRow) -> tuple[object, ...]:
    unnamed = row.visitor_id is None
    return unnamed, row.party_id is None and unnamed, sort_key(row.list_name), row.since


def _attending(session: Session, now: datetime) -> dict[UUID, str]:
    """Where everybody is who attends a session that is running."""
    found = session.execute(
        select(Attendance.visitor_id, func.coalesce(Room.name, EventSession.place))
        .join(EventSession, EventSession.id == Attendance.session_id)
        .outerjoin(Booking, Booking.id == EventSession.booking_id)
        .outerjoin(Room, Room.id == Booking.room_id)
        .where(Attendance.removed.is_(False), EventSession.removed.is_(False))
        .where(EventSession.starts <= now, EventSession.ends > now)
    )
    return {visitor_id: room for visitor_id, room in found if room}
