"""Whether a room may be booked at a time: the rules themselves, over plain values.

The desk's actions ask these rules with what the database holds, and the board asks the same rules
with what it shows, so that a ghost under the mouse and the drop that follows always agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from app.language import Message, say, say_count
from app.slot import Place, Slot

LONGEST = timedelta(hours=24)
"""The greatest length of a booking: it lets every search for conflicts look at a bounded time."""


@dataclass(frozen=True)
class RoomFacts:
    """A room as the rules know it; buffers in minutes, capacity 0 when not said."""

    id: UUID
    name: str
    capacity: int = 0
    part_of_id: UUID | None = None
    setup_minutes: int = 0
    clear_minutes: int = 0
    retired: bool = False


@dataclass(frozen=True)
class Holding:
    """A booking that holds its time, as the rules know it."""

    id: UUID
    room_id: UUID
    slot: Slot
    title: str
    holder: str


@dataclass(frozen=True)
class Shut:
    """Time nobody may book: in one room, or in the whole centre."""

    id: UUID
    room_id: UUID | None
    slot: Slot
    reason: str


@dataclass(frozen=True)
class Hours:
    """When the centre is open on one day; closing at 0.00 is the end of the day."""

    opens: time
    closes: time

    def on(self, day: date) -> Slot:
        later = timedelta(days=1) if self.closes <= self.opens else timedelta()
        return Slot(datetime.combine(day, self.opens), datetime.combine(day, self.closes) + later)


class Rule(StrEnum):
    """Which rule speaks, in the order in which they are looked at."""

    ROOM = "room"
    LENGTH = "length"
    HOURS = "hours"
    CLOSURE = "closure"
    TAKEN = "taken"
    BUFFER = "buffer"
    CAPACITY = "capacity"


@dataclass(frozen=True)
class Trouble:
    """One rule's objection; ``what`` and ``slot`` say whose time is in the way, if anybody's."""

    rule: Rule
    message: Message
    what: str = ""
    slot: Slot | None = None

    @property
    def only_warns(self) -> bool:
        return self.rule is Rule.CAPACITY


@dataclass(frozen=True)
class Floor:
    """The rooms with what is known about some stretch of time."""

    rooms: tuple[RoomFacts, ...]
    holdings: tuple[Holding, ...]
    closures: tuple[Shut, ...]
    week: dict[int, Hours] = field(default_factory=dict)
    """Opening hours by weekday; a weekday left out is closed, nothing at all means always open."""

    def room(self, room_id: UUID) -> RoomFacts | None:
        return next((room for room in self.rooms if room.id == room_id), None)

    def sharing(self, room_id: UUID) -> frozenset[UUID]:
        """The rooms of the same space: a whole with its parts, a part with its whole."""
        room = self.room(room_id)
        parts = {part.id for part in self.rooms if part.part_of_id == room_id}
        whole = {room.part_of_id} if room and room.part_of_id else set()
        return frozenset({room_id} | parts | whole)

    def gap(self, earlier: UUID, later: UUID) -> timedelta:
        """The time between two neighbours: the larger of both rooms' rules."""
        before, after = self.room(earlier), self.room(later)
        return timedelta(
            minutes=max(before.clear_minutes if before else 0, after.setup_minutes if after else 0)
        )

    def troubles(
        self, place: Place, people: int | None = None, but: UUID | None = None
    ) -> tuple[Trouble, ...]:
        """Every objection to ``place``, in the order of the rules; ``but`` is the one being moved."""
        return tuple(self._objections(place, people, but))

    def is_free(self, place: Place, but: UUID | None = None) -> bool:
        return next(self._objections(place, None, but), None) is None

    def _objections(self, place: Place, people: int | None, but: UUID | None) -> Iterator[Trouble]:
        room = self.room(place.room_id)
        if room is None or room.retired:
            name = room.name if room else ""
            sentence = say("{room} is no longer in use. Choose another room.", room=name)
            yield Trouble(Rule.ROOM, sentence)
            return
        if place.slot.length > LONGEST:
            sentence = say("A booking takes at most 24 hours. Choose an earlier end.")
            yield Trouble(Rule.LENGTH, sentence)
        yield from self._outside_hours(place.slot)
        yield from self._closed(place)
        yield from self._taken(place, but)
        if people and room.capacity and people > room.capacity:
            yield Trouble(Rule.CAPACITY, _too_small(room, people))

    def _outside_hours(self, slot: Slot) -> Iterator[Trouble]:
        if not self.week:
            return
        hours = self.week.get(slot.start.weekday())
        if hours is None:
            sentence = say(
                "The centre is closed on this day: {day:weekday}.", day=slot.start.date()
            )
            yield Trouble(Rule.HOURS, sentence)
            return
        open_time = hours.on(slot.start.date())
        if slot.start < open_time.start or open_time.end < slot.end:
            sentence = say(
                "The centre is open {opens}–{closes} on this day. Choose a time within it.",
                opens=hours.opens,
                closes=hours.closes,
            )
            yield Trouble(Rule.HOURS, sentence)

    def _closed(self, place: Place) -> Iterator[Trouble]:
        sharing = self.sharing(place.room_id)
        for shut in self.closures:
            if shut.slot.overlaps(place.slot) and (shut.room_id is None or shut.room_id in sharing):
                yield Trouble(
                    Rule.CLOSURE, self._why_closed(shut), what=shut.reason, slot=shut.slot
                )

    def _why_closed(self, shut: Shut) -> Message:
        room = self.room(shut.room_id) if shut.room_id else None
        where: object = room.name if room else say("The centre")
        if shut.slot.length >= timedelta(days=1):
            return say("{room} is closed: {reason}.", room=where, reason=shut.reason)
        return say(
            "{room} is closed {start}–{end}: {reason}.",
            room=where,
            start=shut.slot.start.time(),
            end=shut.slot.end.time(),
            reason=shut.reason,
        )

    def _taken(self, place: Place, but: UUID | None) -> Iterator[Trouble]:
        sharing = self.sharing(place.room_id)
        for other in self.holdings:
            if other.id == but or other.room_id not in sharing:
                continue
            if other.slot.overlaps(place.slot):
                yield self._trouble(Rule.TAKEN, other, self._whose(other))
            elif short := self._too_close(place, other):
                yield self._trouble(Rule.BUFFER, other, _no_time_between(other, short))

    def _trouble(self, rule: Rule, other: Holding, message: Message) -> Trouble:
        return Trouble(rule, message, what=other.title, slot=other.slot)

    def _too_close(self, place: Place, other: Holding) -> timedelta:
        """The gap that would be needed and is not there; nothing when there is room enough."""
        if other.slot.end <= place.slot.start:
            gap = self.gap(other.room_id, place.room_id)
            return gap if other.slot.end + gap > place.slot.start else timedelta()
        gap = self.gap(place.room_id, other.room_id)
        return gap if place.slot.end + gap > other.slot.start else timedelta()

    def _whose(self, other: Holding) -> Message:
        room = self.room(other.room_id)
        return say(
            "{room} is taken: {what}, {start}–{end}.",
            room=room.name if room else "",
            what=_what(other),
            start=other.slot.start.time(),
            end=other.slot.end.time(),
        )


def all_in_one(sentences: tuple[Message, ...]) -> Message:
    """Several sentences as one message."""
    first, *rest = sentences
    if not rest:
        return first
    return say("{first} {rest}", first=first, rest=all_in_one(tuple(rest)))


def _what(other: Holding) -> Message:
    title: object = other.title or say("private booking")
    if not other.holder:
        return say("“{title}”", title=title)
    return say("“{title}” ({holder})", title=title, holder=other.holder)


def _no_time_between(other: Holding, gap: timedelta) -> Message:
    return say_count(
        "{n} minute is needed between this and {what}, {start}–{end}, to clear up and prepare.",
        "{n} minutes are needed between this and {what}, {start}–{end}, to clear up and prepare.",
        int(gap.total_seconds() // 60),
        what=_what(other),
        start=other.slot.start.time(),
        end=other.slot.end.time(),
    )


def _too_small(room: RoomFacts, people: int) -> Message:
    return say_count(
        "{room} has {n} seat, and {people} are needed.",
        "{room} has {n} seats, and {people} are needed.",
        room.capacity,
        room=room.name,
        people=people,
    )
