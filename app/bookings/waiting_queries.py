"""The waiting list: who waits for which place, since when, and whether it could be had now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.model import Room
from app.bookings.telling_queries import Reach, reach_of
from app.bookings.waiting_fit import Fit, fits
from app.bookings.waiting_model import ON_THE_LIST, WaitingBooking, WaitingState
from app.permission import Permission
from app.slot import Place
from app.visitors.model import Organisation

MOST = 300


@dataclass(frozen=True)
class WaitingRow:
    """A wish on the list, and where it could be had now."""

    id: UUID
    title: str
    holder: str
    reach: Reach
    place: Place
    room: str
    any_room: bool
    people: int | None
    note: str
    entered_at: datetime
    state: WaitingState
    moves: bool
    """It is a booking that stands elsewhere and would be moved."""
    fit: Fit

    @property
    def fits(self) -> bool:
        return self.fit.place is not None


@dataclass(frozen=True)
class WaitingList:
    """Everybody who waits for a time that is not over at ``now`` (wall-clock), the longest first."""

    now: datetime
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> tuple[WaitingRow, ...]:
        return tuple(_rows(session, self.now))


@dataclass(frozen=True)
class WaitingThatFit:
    """Those who could have what they wait for now."""

    now: datetime
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> tuple[WaitingRow, ...]:
        return tuple(row for row in _rows(session, self.now) if row.fits)


def _rows(session: Session, now: datetime) -> Iterator[WaitingRow]:
    found = session.execute(
        select(WaitingBooking, Room.name, Organisation)
        .join(Room, Room.id == WaitingBooking.room_id)
        .outerjoin(Organisation, Organisation.id == WaitingBooking.organisation_id)
        .where(
            ~WaitingBooking.removed,
            WaitingBooking.state.in_(ON_THE_LIST),
            WaitingBooking.ends > now,
        )
        .order_by(WaitingBooking.entered_at, WaitingBooking.id)
        .limit(MOST)
    ).all()
    beside = {wish.id: (room, organisation) for wish, room, organisation in found}
    for wish, fit in fits(session, [wish for wish, _, _ in found]):
        room, organisation = beside[wish.id]
        yield _row(wish, room, organisation, fit)


def _row(wish: WaitingBooking, room: str, of: Organisation | None, fit: Fit) -> WaitingRow:
    return WaitingRow(
        wish.id,
        wish.title,
        of.name if of else wish.holder,
        reach_of(wish.contact, of),
        wish.place,
        room,
        wish.any_room,
        wish.people,
        wish.notes,
        wish.entered_at,
        wish.state,
        wish.moves_id is not None,
        fit,
    )
