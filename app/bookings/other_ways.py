"""What else could be done with a date that clashes: another room, another time on the same day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from app.bookings.availability import Floor
from app.bookings.facts import RoomFacts
from app.bookings.free_time import free_room_instead, next_free_time
from app.bookings.many_dates import Asked
from app.language import Message, say
from app.slot import Place, Slot

OTHER_ROOMS = 2


@dataclass(frozen=True)
class Way:
    """Something that can be done with a date; no place: it is left out, or left as it is."""

    said: Message
    place: Place | None = None


def other_ways(floor: Floor, one: Asked) -> tuple[Way, ...]:
    """Other rooms at that time, then the nearest free times before and after it in that room."""
    rooms = tuple(
        Way(say("Another room: {room}", room=room.name), replace(one.place, room_id=room.id))
        for room in _other_rooms(floor, one)
    )
    times = tuple(
        Way(
            say("Another time: {start}–{end}", start=slot.start.time(), end=slot.end.time()),
            replace(one.place, slot=slot),
        )
        for slot in _other_times(floor, one)
    )
    return (*rooms, *times)


def _other_rooms(floor: Floor, one: Asked) -> Iterator[RoomFacts]:
    for _ in range(OTHER_ROOMS):
        room = free_room_instead(floor, one.place, one.terms, one.id)
        if room is None:
            return
        yield room
        others = (replace(other, retired=other.retired or other == room) for other in floor.rooms)
        floor = replace(floor, rooms=tuple(others))


def _other_times(floor: Floor, one: Asked) -> Iterator[Slot]:
    sharing, place = floor.sharing(one.place.room_id), one.place
    near = replace(
        floor, holdings=tuple(other for other in floor.holdings if other.room_id in sharing)
    )
    earlier = sorted(set(_just_before(near, one)), reverse=True)
    fitting = (
        slot for slot in earlier if near.is_free(Place(place.room_id, slot), one.terms, one.id)
    )
    if before := next(fitting, None):
        yield before
    midnight = datetime.combine(place.slot.start, time()) + timedelta(days=1)
    if after := next_free_time(near, place, midnight, one.terms, one.id):
        yield after


def _just_before(floor: Floor, one: Asked) -> Iterator[Slot]:
    """Times of the same length that end where something else begins; not past, on that day."""
    asked, day = one.place.slot, one.place.slot.start.date()
    begins = [
        other.slot.start - floor.gap(one.holding, other)
        for other in floor.holdings
        if other.id != one.id
    ]
    begins += [shut.slot.start for shut in floor.closures]
    if hours := floor.hours_of(one.place.room_id, day.weekday()):
        begins.append(hours.on(day).end)
    for end in begins:
        slot = Slot(end - asked.length, end)
        past = floor.now is not None and slot.start < floor.now
        if slot.start < asked.start and slot.start.date() == day and not past:
            yield slot
