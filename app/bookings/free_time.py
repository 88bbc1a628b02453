"""Looking for a free place: the next time in a room, another room at that time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

from app.bookings.availability import Floor
from app.bookings.facts import NO_TERMS, Holding, RoomFacts, Terms
from app.bookings.spans import joined
from app.slot import Place, Slot

STEP = timedelta(minutes=30)
QUARTER = timedelta(minutes=15)
APART = timedelta(hours=1)
"""Between two proposals, so that they are a choice."""


def next_quarter(now: datetime) -> datetime:
    """The first quarter of an hour that is not past."""
    whole = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    return whole if whole == now else whole + QUARTER


def free_room_instead(
    floor: Floor, place: Place, terms: Terms = NO_TERMS, but: UUID | None = None
) -> RoomFacts | None:
    """Another room at the same time: the smallest with seats enough.

    When nobody said how many will come, as many as the room asked for; then too few may do.
    """
    asked = floor.room(place.room_id)
    needed = terms.people or (asked.capacity if asked else 0)
    others = (
        room
        for room in floor.rooms
        if room.id != place.room_id and room.seats_when(terms.setup) >= (terms.people or 0)
    )
    for room in sorted(others, key=lambda room: _worth(room, needed)):
        if floor.is_free(replace(place, room_id=room.id), terms, but):
            return room
    return None


def next_free_time(
    floor: Floor, place: Place, until: datetime, terms: Terms = NO_TERMS, but: UUID | None = None
) -> Slot | None:
    """The first free time of the same length in the same room, not before the one asked for."""
    length = place.slot.length
    for start in sorted(set(_openings(floor, place, terms))):
        slot = Slot(start, start + length)
        if (
            place.slot.start < start
            and slot.end <= until
            and floor.is_free(Place(place.room_id, slot), terms, but)
        ):
            return slot
    return None


def free_times(floor: Floor, room_id: UUID, between: Slot, length: timedelta) -> tuple[Slot, ...]:
    """At most three times within ``between``: the earliest, then others at least an hour later."""
    around = floor.busy(Place(room_id, between))
    busy = joined(one for one in around if one.overlaps(between))
    found: list[Slot] = []
    ahead, earliest = list(reversed(busy)), between.start
    for start in sorted(_beginnings(floor, room_id, between, busy)):
        end = start + length
        if end > between.end or len(found) == 3:
            break
        while ahead and ahead[-1].end <= start:
            ahead.pop()
        if start < earliest or (ahead and ahead[-1].start < end):
            continue
        slot = Slot(start, end)
        if floor.unbooked.is_free(Place(room_id, slot)):
            found.append(slot)
            earliest = start + APART
    return tuple(found)


def _beginnings(
    floor: Floor, room_id: UUID, between: Slot, busy: Iterable[Slot]
) -> Iterator[datetime]:
    """Each half hour, and whenever something in the way ends; all of them within ``between``."""
    half = between.start.replace(minute=between.start.minute // 30 * 30)
    hours = floor.hours_of(room_id, between.start.weekday())
    moments = {half + STEP * n for n in range(int(between.length / STEP) + 2)}
    moments |= {
        between.start,
        *(one.end for one in busy),
        *(one.slot.end for one in floor.closures),
    }
    if hours is not None:
        moments.add(hours.on(between.start.date()).start)
    return (moment for moment in moments if between.start <= moment < between.end)


def _worth(room: RoomFacts, needed: int) -> tuple[bool, int]:
    too_small = room.capacity < needed
    return too_small, -room.capacity if too_small else room.capacity


def _openings(floor: Floor, place: Place, terms: Terms = NO_TERMS) -> Iterator[datetime]:
    """The moments at which the room may become free."""
    asked = Holding(place.room_id, place.room_id, place.slot, "", "", terms.before, terms.after)
    for other in floor.held(place.room_id):
        yield other.slot.end + floor.gap(other, asked)
    sharing = floor.sharing(place.room_id)
    for shut in floor.closures:
        if shut.room_id is None or shut.room_id in sharing:
            yield shut.slot.end
    for days in range(8):
        day = place.slot.start.date() + timedelta(days=days)
        hours = floor.hours_of(place.room_id, day.weekday())
        yield hours.on(day).start if hours else datetime.combine(day, time(9))
        yield datetime.combine(day, place.slot.start.time())
