"""Holding needs against the room: what it lacks, and which free room has it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.accessibility.vocabulary import ROOM_ANSWERS, Support
from app.bookings.availability import Floor
from app.bookings.board import BoardRoom
from app.bookings.model import Having
from app.bookings.room_queries import board_rooms
from app.bookings.rules import floor_around
from app.slot import Place

ENOUGH = (Having.YES, Having.LIMITED)


@dataclass(frozen=True)
class Mismatch:
    """The room does not have, or is not known to have, what somebody needs."""

    support: Support
    room: str
    having: Having
    free_room_id: UUID | None = None
    free_room: str = ""


@dataclass(frozen=True)
class RoomMatch:
    """The rooms as they are today, asked once for a whole list of sessions."""

    session: Session
    rooms: tuple[BoardRoom, ...]

    @classmethod
    def now(cls, session: Session) -> "RoomMatch":
        return cls(session, board_rooms(session))

    def mismatches(self, place: Place, supports: Collection[Support]) -> tuple[Mismatch, ...]:
        """What is asked of a room there and this one does not surely have."""
        room = next((room for room in self.rooms if room.id == place.room_id), None)
        if room is None:
            return ()
        missing = [
            support
            for support, feature in ROOM_ANSWERS.items()
            if support in supports and room.having(feature) not in ENOUGH
        ]
        if not missing:
            return ()
        floor = floor_around(self.session, place.slot)
        return tuple(self._mismatch(support, room, place, floor) for support in missing)

    def _mismatch(
        self, support: Support, room: BoardRoom, place: Place, floor: Floor
    ) -> Mismatch:
        feature = ROOM_ANSWERS[support]
        free = min(
            (
                other
                for other in self.rooms
                if other.id != room.id
                and other.having(feature) is Having.YES
                and floor.is_free(Place(other.id, place.slot))
            ),
            key=lambda other: (other.capacity < room.capacity, other.capacity),
            default=None,
        )
        having = room.having(feature)
        if free is None:
            return Mismatch(support, room.name, having)
        return Mismatch(support, room.name, having, free.id, free.name)
