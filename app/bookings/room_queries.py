"""What we ask about rooms: the list, one room, what each offers, and when they are closed."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.board import BoardRoom, RoomFeatureRow
from app.bookings.details import ClosureDetails, RoomDetails
from app.bookings.house import seats_of_rooms
from app.bookings.model import Closure, Feature, Having, Room, RoomFeature
from app.bookings.public_holidays import Holiday, holidays_of
from app.bookings.room_record import (
    closure_details,
    holidays_entered,
    known_room,
    room_details,
)
from app.database.remembered import remembered_until
from app.permission import Permission


@dataclass(frozen=True)
class Rooms:
    """Every room in the order of the board, retired ones too."""

    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> tuple[BoardRoom, ...]:
        return board_rooms(session)


@dataclass(frozen=True)
class RoomCardRow:
    """A room for its page in the settings: ``details`` is what an edit must say it saw."""

    id: UUID
    details: RoomDetails
    retired: bool
    features: tuple[RoomFeatureRow, ...]
    """Every feature there is, in its order; unknown where nobody said."""
    parts: tuple[BoardRoom, ...]


@dataclass(frozen=True)
class RoomCard:
    """One room with everything that is known about it."""

    room_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> RoomCardRow:
        room = known_room(session, self.room_id)
        everything = board_rooms(session)
        this = next(one for one in everything if one.id == room.id)
        known = {row.feature: row for row in this.features}
        return RoomCardRow(
            room.id,
            room_details(session, room),
            room.retired,
            tuple(known.get(f, RoomFeatureRow(f, Having.UNKNOWN)) for f in Feature),
            tuple(one for one in everything if one.part_of_id == room.id),
        )


@dataclass(frozen=True)
class FeatureMatrix:
    """What each room in use offers: rows for the matrix of rooms and features."""

    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> tuple[BoardRoom, ...]:
        return tuple(room for room in board_rooms(session) if not room.retired)


@dataclass(frozen=True)
class ClosureRow:
    """A closure for the list in the settings."""

    id: UUID
    details: ClosureDetails
    room: str
    holiday: bool


@dataclass(frozen=True)
class ClosuresFrom:
    """Closures that end after ``day`` begins, the earliest first."""

    day: date
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> tuple[ClosureRow, ...]:
        rows = session.execute(
            select(Closure, Room.name)
            .outerjoin(Room, Room.id == Closure.room_id)
            .where(~Closure.removed, Closure.ends > datetime.combine(self.day, time()))
            .order_by(Closure.starts, Closure.id)
            .limit(500)
        )
        return tuple(
            ClosureRow(closure.id, closure_details(closure), name or "", closure.holiday)
            for closure, name in rows
        )


@dataclass(frozen=True)
class MissingHolidays:
    """The public holidays of a year on which the centre is not yet closed."""

    year: int
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def answer(self, session: Session) -> tuple[Holiday, ...]:
        holidays = holidays_of(self.year)
        there = holidays_entered(session, holidays)
        return tuple(holiday for holiday in holidays if holiday.day not in there)


def board_rooms(session: Session) -> tuple[BoardRoom, ...]:
    """Every room with its features; the parts of a hall stand beside it. Kept while none is changed."""
    return remembered_until(session, "board rooms", lambda: _board_rooms(session))


def _board_rooms(session: Session) -> tuple[BoardRoom, ...]:
    features: dict[UUID, list[RoomFeatureRow]] = {}
    rows = session.execute(
        select(
            RoomFeature.room_id, RoomFeature.feature, RoomFeature.having, RoomFeature.measure
        ).where(~RoomFeature.removed)
    )
    for room_id, feature, having, measure in rows:
        features.setdefault(room_id, []).append(RoomFeatureRow(feature, having, measure))
    order, seats = list(Feature), seats_of_rooms(session)
    rooms = session.scalars(
        select(Room).where(~Room.removed).order_by(Room.position, Room.name)
    ).all()
    found = [
        BoardRoom(
            id=room.id,
            name=room.name,
            capacity=room.capacity,
            part_of_id=room.part_of_id,
            setup_minutes=room.setup_minutes,
            clear_minutes=room.clear_minutes,
            retired=room.retired,
            seats=seats.get(room.id, ()),
            notice_hours=room.notice_hours,
            shortest_minutes=room.shortest_minutes,
            longest_minutes=room.longest_minutes,
            short_name=room.short_name,
            where=room.where,
            wheelchair_places=room.wheelchair_places,
            features=tuple(
                sorted(features.get(room.id, ()), key=lambda row: order.index(row.feature))
            ),
        )
        for room in rooms
    ]
    whole = [room for room in found if room.part_of_id is None]
    return tuple(
        one for room in whole for one in (room, *(p for p in found if p.part_of_id == room.id))
    )
