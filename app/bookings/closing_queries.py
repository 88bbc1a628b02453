"""What lies in a time that is to be closed: whose it is, how to reach them, which other rooms fit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.details import LONGEST_BUFFER, ClosureDetails
from app.bookings.facts import Holding, RoomFacts, Shut, Terms
from app.bookings.model import Booking, BookingStatus
from app.bookings.room_record import in_the_way
from app.bookings.rules import floor_around, terms_of
from app.bookings.telling_queries import Reach, reach_of
from app.ids import new_id
from app.permission import Permission
from app.slot import Place, Slot
from app.visitors.model import Organisation

MOST_ROOMS = 3
MOST_LOOKED_FOR = 60
"""For more bookings than anybody would move one by one, no other rooms are looked for."""
AT_ONCE = 500


@dataclass(frozen=True)
class OtherRoom:
    """A room in which a booking would fit at its time."""

    id: UUID
    name: str


@dataclass(frozen=True)
class LyingThere:
    """A booking in the time that is to be closed."""

    id: UUID
    place: Place
    room: str
    title: str
    holder: str
    reach: Reach
    pending: bool
    of_event: bool
    private: bool
    others: tuple[OtherRoom, ...]
    """The smallest that are enough; empty for what belongs to an event."""


@dataclass(frozen=True)
class BookingsInTheWay:
    """What lies in a closure somebody is about to make; of what is private only that it is there."""

    closure: ClosureDetails
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def answer(self, session: Session) -> tuple[LyingThere, ...]:
        return tuple(
            replace(one, title="", holder="", reach=Reach()) if one.private else one
            for one in _lying_there(session, self.closure)
        )


@dataclass(frozen=True)
class AllInTheWay:
    """The same for those who book: private bookings too."""

    closure: ClosureDetails
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> tuple[LyingThere, ...]:
        return tuple(_lying_there(session, self.closure))


def _lying_there(session: Session, closure: ClosureDetails) -> Iterator[LyingThere]:
    found = in_the_way(session, closure)
    floor = _closed(floor_around(session, closure.slot), closure)
    bookings = _bookings(session, [one.id for one in found])
    for n, one in enumerate(found):
        booking, organisation = bookings[one.id]
        looked_for = n < MOST_LOOKED_FOR and not booking.of_event
        room = floor.room(one.room_id)
        yield LyingThere(
            one.id,
            booking.place,
            room.name if room else "",
            one.title,
            one.holder,
            reach_of(booking.contact, organisation),
            booking.status == BookingStatus.PENDING,
            booking.of_event,
            booking.private,
            _others(floor, one, terms_of(booking)) if looked_for else (),
        )


def _closed(floor: Floor, closure: ClosureDetails) -> Floor:
    """As it will be: a part of the hall that is to be closed is no other room."""
    shut = Shut(new_id(), closure.room_id, closure.slot, closure.reason)
    return replace(floor, closures=(*floor.closures, shut))


def _others(floor: Floor, one: Holding, terms: Terms) -> tuple[OtherRoom, ...]:
    gap = timedelta(minutes=LONGEST_BUFFER)
    around = Slot(one.slot.start - gap, one.slot.end + gap)
    near = replace(floor, holdings=tuple(h for h in floor.holdings if h.slot.overlaps(around)))
    asked = floor.room(one.room_id)
    seats = terms.people or (asked.seats_when(terms.setup) if asked else 0)
    enough = [room for room in floor.rooms if room.seats_when(terms.setup) >= seats]
    free = (
        OtherRoom(room.id, room.name)
        for room in sorted(enough, key=_size)
        if near.is_free(Place(room.id, one.slot), terms, one.id)
    )
    return tuple(room for room, _ in zip(free, range(MOST_ROOMS), strict=False))


def _size(room: RoomFacts) -> int:
    return room.capacity


def _bookings(session: Session, ids: list[UUID]) -> dict[UUID, tuple[Booking, Organisation | None]]:
    found: dict[UUID, tuple[Booking, Organisation | None]] = {}
    for start in range(0, len(ids), AT_ONCE):
        rows = session.execute(
            select(Booking, Organisation)
            .outerjoin(Organisation, Organisation.id == Booking.organisation_id)
            .where(Booking.id.in_(ids[start : start + AT_ONCE]))
        )
        found |= {booking.id: (booking, organisation) for booking, organisation in rows}
    return found
