"""Where an event can be: the next free time in one of our rooms, and whether a place may be had."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.facts import RoomFacts
from app.bookings.free_time import next_free_time
from app.bookings.queries import PlaceAnswer, WhyNot
from app.bookings.rules import LOOK_AHEAD, floor_around
from app.events.model import EventSession
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


@dataclass(frozen=True)
class MayHave:
    """Whether a session may have ``place``; the room it has now is not in its own way.

    ``session_id`` is None for a session that is not planned yet.
    """

    place: Place
    session_id: UUID | None = None
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def answer(self, session: Session) -> PlaceAnswer:
        planned = session.get(EventSession, self.session_id) if self.session_id else None
        own = planned.booking_id if planned else None
        return WhyNot(self.place, booking_id=own).answer(session)
