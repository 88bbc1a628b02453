"""Where an event can be: the next free time in one of our rooms."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.facts import RoomFacts
from app.bookings.free_time import next_free_time
from app.bookings.rules import LOOK_AHEAD, floor_around
from app.permission import Permission
from app.slot import Place, Slot


@dataclass(frozen=True)
class NextFreePlace:
    """The first room, in the order of the board, that is free at ``wanted`` or later on that day.

    When no room is, the first on the next day that has one; None when a week has none.
    """

    wanted: Slot
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def answer(self, session: Session) -> Place | None:
        floor = floor_around(session, Slot(self.wanted.start, self.wanted.end + LOOK_AHEAD))
        found = (self._in(room, floor) for room in floor.rooms if not room.retired)
        places = [place for place in found if place is not None]
        return min(places, key=lambda place: place.slot.start.date(), default=None)

    def _in(self, room: RoomFacts, floor: Floor) -> Place | None:
        place = Place(room.id, self.wanted)
        if floor.is_free(place):
            return place
        slot = next_free_time(floor, place, self.wanted.end + LOOK_AHEAD)
        return Place(room.id, slot) if slot else None
