"""Whom to tell: what is still to be said, to whom, and how they are reached."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.bookings.model import HOLDING, Booking, Room
from app.bookings.telling_model import Telling, ToldBy, Why
from app.permission import Permission
from app.slot import Slot
from app.visitors.model import Organisation

MOST = 500
FEWEST_DIGITS = 7


@dataclass(frozen=True)
class Reach:
    """How those a booking is for are reached; empty where nobody told us."""

    contact: str = ""
    phone: str = ""
    email: str = ""

    @property
    def name(self) -> str:
        """The contact person; empty when only a number or an address stands there."""
        return "" if self.contact in (self.phone, self.email) else self.contact

    @property
    def way(self) -> ToldBy:
        """What one would do first."""
        if self.phone:
            return ToldBy.PHONE
        return ToldBy.EMAIL if self.email else ToldBy.IN_PERSON


@dataclass(frozen=True)
class Spot:
    """Where and when, in words for a row."""

    room: str
    slot: Slot


@dataclass(frozen=True)
class TellingRow:
    """One thing to tell; ``was`` is where they believe it to be, when it was moved.

    What is to be told of many dates of a series is one row, and its first date is shown.
    """

    ids: tuple[UUID, ...]
    series_id: UUID | None
    title: str
    holder: str
    reach: Reach
    here: Spot
    was: Spot | None
    why: Why
    reason: str
    arose: datetime
    told: bool

    @property
    def id(self) -> UUID:
        return self.ids[0]

    @property
    def more_dates(self) -> int:
        return len(self.ids) - 1


@dataclass(frozen=True)
class WhomToTell:
    """What is to be told about bookings that are not over at ``now`` (wall-clock), the soonest first.

    With ``told_since`` also what was told from then on, so that a tick stays to be seen.
    """

    now: datetime
    told_since: datetime | None = None
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> tuple[TellingRow, ...]:
        was_room = aliased(Room)
        rows = session.execute(
            select(Telling, Booking, Room.name, was_room.name, Organisation)
            .join(Booking, Booking.id == Telling.booking_id)
            .join(Room, Room.id == Booking.room_id)
            .outerjoin(was_room, was_room.id == Telling.was_room_id)
            .outerjoin(Organisation, Organisation.id == Booking.organisation_id)
            .where(*still_matters(self.now), self._open())
            .order_by(_begins(), Telling.id)
            .limit(MOST)
        )
        return tuple(_series_together(_row(*row) for row in rows))

    def _open(self) -> ColumnElement[bool]:
        if self.told_since is None:
            return Telling.told_at.is_(None)
        return or_(Telling.told_at.is_(None), Telling.told_at >= self.told_since)


@dataclass(frozen=True)
class HowManyToTell:
    """How many rows are open at ``now`` (wall-clock)."""

    now: datetime
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> int:
        lines = (
            select(func.coalesce(Booking.series_id, Booking.id), Telling.why)
            .join(Booking, Booking.id == Telling.booking_id)
            .where(*still_matters(self.now), Telling.told_at.is_(None))
            .distinct()
        )
        return session.scalar(select(func.count()).select_from(lines.subquery())) or 0


def still_matters(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Not over, not taken back; that it was moved matters only while it stands."""
    stands = Booking.status.in_(HOLDING)
    return (
        ~Telling.removed,
        ~Booking.removed,
        or_(Booking.ends > now, and_(Telling.was_ends.is_not(None), Telling.was_ends > now)),
        or_(Telling.why != Why.MOVED, stands),
    )


def _series_together(rows: Iterable[TellingRow]) -> Iterator[TellingRow]:
    found: dict[object, TellingRow] = {}
    for row in rows:
        key = (row.series_id or row.id, row.why, row.told)
        first = found.get(key)
        found[key] = replace(first, ids=first.ids + row.ids) if first else row
    yield from found.values()


def reach_of(contact: str, of: Organisation | None) -> Reach:
    """What was said with the booking, before what is known of its organisation."""
    if of is None:
        return _read(contact)
    return Reach(contact or of.contact, of.phone, of.email)


def _read(contact: str) -> Reach:
    """A contact is written in one line: what looks like a number or an address is one."""
    email = next((word for word in contact.split() if "@" in word), "").strip(",;")
    digits = sum(character.isdigit() for character in contact)
    return Reach(contact, contact if digits >= FEWEST_DIGITS else "", email)


def _begins() -> ColumnElement[datetime]:
    """A move is told before the earlier of both times."""
    earlier = and_(Telling.was_starts.is_not(None), Telling.was_starts < Booking.starts)
    return case((earlier, Telling.was_starts), else_=Booking.starts)


def _row(
    telling: Telling, booking: Booking, room: str, was_room: str | None, of: Organisation | None
) -> TellingRow:
    was = telling.was
    return TellingRow(
        (telling.id,),
        booking.series_id,
        booking.title,
        of.name if of else booking.holder,
        reach_of(booking.contact, of),
        Spot(room, booking.place.slot),
        Spot(was_room or "", was.slot) if was else None,
        telling.why,
        telling.reason,
        telling.arose,
        telling.told_at is not None,
    )
