"""The house as the rules know it: rooms, seats, hours; read again only when somebody has changed it.

A desk that saves one booking after another would otherwise read the same rooms each time: six of the
seventeen statements of one saved booking.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.facts import Hours, RoomFacts, RoomHours, Week
from app.bookings.model import Room, RoomOpens, RoomSeats, Setup
from app.centre.model import OpeningHours
from app.database.remembered import remembered_until


@dataclass(frozen=True)
class House:
    """Every room, retired ones too, in the order of the board, and when each is open."""

    rooms: tuple[RoomFacts, ...]
    week: Week
    room_hours: RoomHours

    @cached_property
    def by_id(self) -> Mapping[UUID, RoomFacts]:
        return {room.id: room for room in self.rooms}

    @cached_property
    def parts(self) -> Mapping[UUID, tuple[UUID, ...]]:
        """The parts of each hall that has any."""
        found: dict[UUID, tuple[UUID, ...]] = {}
        for room in self.rooms:
            if room.part_of_id:
                found[room.part_of_id] = (*found.get(room.part_of_id, ()), room.id)
        return found


def house(session: Session) -> House:
    """As it is now; what this very action has changed of it is seen too."""
    return remembered_until(session, "house", lambda: _read(session))


def week(session: Session) -> Week:
    return house(session).week


def room_hours(session: Session) -> RoomHours:
    return house(session).room_hours


def rooms_as_facts(session: Session) -> tuple[RoomFacts, ...]:
    return house(session).rooms


def seats_of_rooms(session: Session) -> dict[UUID, tuple[tuple[Setup, int], ...]]:
    """How many fit into each room by how it is set up."""
    found: dict[UUID, tuple[tuple[Setup, int], ...]] = {}
    rows = session.execute(select(RoomSeats.room_id, RoomSeats.setup, RoomSeats.seats))
    for room_id, setup, seats in rows:
        found[room_id] = (*found.get(room_id, ()), (setup, seats))
    return found


def _read(session: Session) -> House:
    rows = session.execute(
        select(
            Room.id,
            Room.name,
            Room.capacity,
            Room.part_of_id,
            Room.setup_minutes,
            Room.clear_minutes,
            Room.retired,
            Room.notice_hours,
            Room.shortest_minutes,
            Room.longest_minutes,
            Room.needs_approval,
        )
        .where(~Room.removed)
        .order_by(Room.position, Room.name)
    )
    seats = seats_of_rooms(session)
    facts = (RoomFacts(*row) for row in rows)
    rooms = tuple(replace(room, seats=seats.get(room.id, ())) for room in facts)
    return House(rooms, _week(session), _room_hours(session))


def _week(session: Session) -> Week:
    rows = session.execute(
        select(OpeningHours.weekday, OpeningHours.opens, OpeningHours.closes).where(
            ~OpeningHours.removed
        )
    )
    return {weekday: Hours(opens, closes) for weekday, opens, closes in rows}


def _room_hours(session: Session) -> RoomHours:
    rows = session.execute(
        select(RoomOpens.room_id, RoomOpens.weekday, RoomOpens.opens, RoomOpens.closes)
    )
    return {
        (room_id, weekday): Hours(opens, closes) if opens and closes else None
        for room_id, weekday, opens, closes in rows
    }
