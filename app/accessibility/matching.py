"""Holding needs against the room: what it lacks, and which free room has everything that is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accessibility.vocabulary import ROOM_ANSWERS, Support
from app.bookings.availability import Floor
from app.bookings.facts import RoomFacts
from app.bookings.model import Feature, Having, RoomFeature
from app.bookings.rules import floor_around
from app.slot import Place, Slot

ENOUGH = frozenset({Having.YES, Having.LIMITED})


@dataclass(frozen=True)
class Mismatch:
    """The room does not have, or is not known to have, what somebody needs."""

    support: Support
    room: str
    having: Having
    free_room_id: UUID | None = None
    free_room: str = ""


@dataclass(frozen=True)
class Matching:
    """The rooms, what they offer and when they are taken, read once for many sessions."""

    floor: Floor
    havings: dict[tuple[UUID, Feature], Having]

    def mismatches(
        self, place: Place, people: int | None, wanted: Sequence[Support]
    ) -> tuple[Mismatch, ...]:
        """What ``wanted`` asks of a room and the one of ``place`` does not surely have."""
        asked = [support for support in wanted if support in ROOM_ANSWERS]
        missing = [one for one in asked if self._having(place.room_id, one) not in ENOUGH]
        if not missing:
            return ()
        here = self.floor.room(place.room_id)
        free = self._free_room(place, people or 0, asked)
        return tuple(
            Mismatch(
                support,
                here.name if here else "",
                self._having(place.room_id, support),
                free.id if free else None,
                free.name if free else "",
            )
            for support in missing
        )

    def _having(self, room_id: UUID, support: Support) -> Having:
        return self.havings.get((room_id, ROOM_ANSWERS[support]), Having.UNKNOWN)

    def _free_room(self, place: Place, people: int, asked: Sequence[Support]) -> RoomFacts | None:
        """The smallest room with seats enough that surely has all of it and nobody has then."""
        fitting = sorted(
            (
                room
                for room in self.floor.rooms
                if room.id != place.room_id
                and not room.retired
                and (not room.capacity or room.capacity >= people)
                and all(self._having(room.id, one) is Having.YES for one in asked)
            ),
            key=lambda room: room.capacity,
        )
        return next((r for r in fitting if self.floor.is_free(Place(r.id, place.slot))), None)


def matching(session: Session, slot: Slot) -> Matching:
    """What is needed to judge the sessions within ``slot``."""
    rows = session.execute(
        select(RoomFeature.room_id, RoomFeature.feature, RoomFeature.having).where(
            ~RoomFeature.removed
        )
    )
    havings = {(room_id, feature): having for room_id, feature, having in rows}
    return Matching(floor_around(session, slot), havings)
