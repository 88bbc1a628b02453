"""Whether a room may be booked at a time: the rules themselves, over plain values.

The desk's actions ask these rules with what the database holds, and the board asks the same rules
with what it shows, so that a ghost under the mouse and the drop that follows always agree. Their
order is the order in which they are told: time, length, notice, opening hours, closures, other
bookings with what they need before and after, seats.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from itertools import chain
from uuid import UUID

from app.bookings import objections
from app.bookings.facts import NO_TERMS, Holding, Hours, RoomFacts, RoomHours, Shut, Terms, Week
from app.bookings.objections import Trouble
from app.clock import exists
from app.slot import Place, Slot

LONGEST = timedelta(hours=24)
"""The greatest length of a booking: it lets every search for conflicts look at a bounded time."""


@dataclass(frozen=True)
class Floor:
    """The rooms with what is known about some stretch of time."""

    rooms: tuple[RoomFacts, ...]
    holdings: tuple[Holding, ...]
    closures: tuple[Shut, ...]
    week: Week = field(default_factory=dict)
    """The centre's opening hours; nothing at all means always open."""
    room_hours: RoomHours = field(default_factory=dict)
    now: datetime | None = None
    """Wall-clock time, for how long before a room must be booked; None: that is not asked."""

    @cached_property
    def _by_id(self) -> dict[UUID, RoomFacts]:
        return {room.id: room for room in self.rooms}

    @cached_property
    def _sharing(self) -> dict[UUID, frozenset[UUID]]:
        return {}

    @cached_property
    def unbooked(self) -> "Floor":
        """The same as if nobody had booked: for whoever knows the `busy` stretches already."""
        return replace(self, holdings=())

    def room(self, room_id: UUID) -> RoomFacts | None:
        return self._by_id.get(room_id)

    def sharing(self, room_id: UUID) -> frozenset[UUID]:
        """The rooms of the same space: a whole with its parts, a part with its whole."""
        known = self._sharing.get(room_id)
        if known is None:
            room = self.room(room_id)
            parts = {part.id for part in self.rooms if part.part_of_id == room_id}
            whole = {room.part_of_id} if room and room.part_of_id else set()
            known = self._sharing[room_id] = frozenset({room_id} | parts | whole)
        return known

    @cached_property
    def _held(self) -> dict[UUID, tuple[Holding, ...]]:
        return {}

    def held(self, room_id: UUID) -> tuple[Holding, ...]:
        """What holds time in the space of a room; looked for once, asked for each half hour."""
        known = self._held.get(room_id)
        if known is None:
            space = (self._by_room.get(one, ()) for one in self.sharing(room_id))
            known = tuple(sorted(chain(*space), key=lambda one: (one.slot, one.id)))
            self._held[room_id] = known
        return known

    @cached_property
    def _by_room(self) -> dict[UUID, list[Holding]]:
        found: dict[UUID, list[Holding]] = {}
        for one in self.holdings:
            found.setdefault(one.room_id, []).append(one)
        return found

    def busy(self, place: Place) -> tuple[Slot, ...]:
        """Every stretch in its space that ``place`` may not touch, with the gaps that are needed."""
        asked = _asked(place, NO_TERMS)
        before, after = self.before(asked), self.after(asked)
        stretches = []
        for other in self.held(place.room_id):
            ahead, behind = max(after, self.before(other)), max(before, self.after(other))
            slot = other.slot
            if ahead or behind:
                slot = Slot(
                    slot.start - timedelta(minutes=ahead), slot.end + timedelta(minutes=behind)
                )
            stretches.append(slot)
        return tuple(stretches)

    def gap(self, earlier: Holding, later: Holding) -> timedelta:
        """The time between two neighbours: the larger of what both need."""
        return timedelta(minutes=max(self.after(earlier), self.before(later)))

    def before(self, holding: Holding) -> int:
        """Minutes to prepare: the booking's own, else its room's."""
        if holding.before is not None:
            return holding.before
        room = self.room(holding.room_id)
        return room.setup_minutes if room else 0

    def after(self, holding: Holding) -> int:
        if holding.after is not None:
            return holding.after
        room = self.room(holding.room_id)
        return room.clear_minutes if room else 0

    def needed(self, place: Place, terms: Terms = NO_TERMS) -> Slot:
        """The booked time with preparing and clearing up."""
        asked = _asked(place, terms)
        return Slot(
            place.slot.start - timedelta(minutes=self.before(asked)),
            place.slot.end + timedelta(minutes=self.after(asked)),
        )

    def troubles(
        self, place: Place, terms: Terms = NO_TERMS, but: UUID | None = None
    ) -> tuple[Trouble, ...]:
        """Every objection to ``place``, in the order of the rules; ``but`` is the one being moved."""
        return tuple(self._objections(place, terms, but))

    def is_free(self, place: Place, terms: Terms = NO_TERMS, but: UUID | None = None) -> bool:
        """Nothing is against it; too few seats alone stop nobody."""
        return all(one.only_warns for one in self._objections(place, terms, but))

    def _objections(self, place: Place, terms: Terms, but: UUID | None) -> Iterator[Trouble]:
        room = self.room(place.room_id)
        if room is None or room.retired:
            yield objections.not_given_out(room)
            return
        yield from self._bad_time(room, place.slot)
        yield from self._outside_hours(room, place.slot)
        yield from self._closed(place)
        yield from self._taken(_asked(place, terms), but)
        seats = room.seats_when(terms.setup)
        if terms.people and seats and terms.people > seats:
            yield objections.too_small(room, terms)

    def _bad_time(self, room: RoomFacts, slot: Slot) -> Iterator[Trouble]:
        yield from (objections.no_such_time(at) for at in (slot.start, slot.end) if not exists(at))
        minutes = slot.length / timedelta(minutes=1)
        if slot.length > LONGEST:
            yield objections.over_a_day()
        elif room.longest_minutes and minutes > room.longest_minutes:
            yield objections.too_long(room)
        if minutes < room.shortest_minutes:
            yield objections.too_short(room)
        if self.now and room.notice_hours:
            latest = slot.start - timedelta(hours=room.notice_hours)
            if self.now > latest:
                yield objections.too_late(room)

    def hours_of(self, room_id: UUID, weekday: int) -> Hours | None:
        """When a room is open on a weekday; None: closed."""
        if (room_id, weekday) in self.room_hours:
            return self.room_hours[room_id, weekday]
        return self.week.get(weekday)

    def _outside_hours(self, room: RoomFacts, slot: Slot) -> Iterator[Trouble]:
        day = slot.start.date()
        own = (room.id, day.weekday()) in self.room_hours
        if not self.week and not own:
            return
        hours, whose = self.hours_of(room.id, day.weekday()), room if own else None
        if hours is None:
            yield objections.closed_that_day(slot.start, whose)
            return
        open_time = hours.on(day)
        if slot.start < open_time.start or open_time.end < slot.end:
            yield objections.outside(hours, whose)

    def _closed(self, place: Place) -> Iterator[Trouble]:
        sharing = self.sharing(place.room_id)
        for shut in self.closures:
            if shut.slot.overlaps(place.slot) and (shut.room_id is None or shut.room_id in sharing):
                yield objections.shut_then(shut, self.room(shut.room_id) if shut.room_id else None)

    def _taken(self, asked: Holding, but: UUID | None) -> Iterator[Trouble]:
        for other in self.held(asked.room_id):
            if other.id == but:
                continue
            if other.slot.overlaps(asked.slot):
                yield objections.taken_by(other, self.room(other.room_id))
            elif short := self._too_close(asked, other):
                yield objections.too_close(other, short)

    def _too_close(self, asked: Holding, other: Holding) -> timedelta:
        """The gap that would be needed and is not there; nothing when there is room enough."""
        if other.slot.end <= asked.slot.start:
            gap = self.gap(other, asked)
            return gap if other.slot.end + gap > asked.slot.start else timedelta()
        gap = self.gap(asked, other)
        return gap if asked.slot.end + gap > other.slot.start else timedelta()


NOBODY = UUID(int=0)


def _asked(place: Place, terms: Terms) -> Holding:
    return Holding(NOBODY, place.room_id, place.slot, "", "", terms.before, terms.after)
