"""Finding a free room: the smallest that is enough first, why others will not do, and what else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.board import BoardRoom
from app.bookings.free_time import free_times
from app.bookings.model import Feature, Having
from app.bookings.objections import Rule
from app.bookings.room_queries import board_rooms
from app.bookings.rules import floor_around
from app.bookings.vocabulary import FEATURES
from app.language import Message, say, say_count
from app.permission import Permission
from app.slot import Place, Slot

PARTS_OF_DAY = ((time(8), time(12)), (time(12), time(17)), (time(17), time(21)))


@dataclass(frozen=True)
class FittingRoom:
    """A room that will do, with at most three times; the earliest first."""

    room: BoardRoom
    times: tuple[Slot, ...]
    smallest: bool


@dataclass(frozen=True)
class Unfit:
    """A room that will not do, and the first reason why."""

    room: BoardRoom
    why: Message


@dataclass(frozen=True)
class Found:
    """The rooms that will do, those that will not, and other wishes that something would meet."""

    fitting: tuple[FittingRoom, ...]
    unfit: tuple[Unfit, ...]
    instead: "tuple[tuple[Message, FreeRooms], ...]" = ()
    over: bool = False
    """The part of the day that was wished for is past."""


@dataclass(frozen=True)
class FreeRooms:
    """Which rooms are free on a day for ``minutes`` between two times, for so many people."""

    day: date
    people: int | None
    between: tuple[time, time]
    minutes: int
    features: frozenset[Feature] = frozenset()
    not_before: datetime | None = None
    """Nothing is proposed that begins earlier: now, when rooms are looked for today."""
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    @property
    def window(self) -> Slot | None:
        """None when that part of the day is over."""
        start = datetime.combine(self.day, self.between[0])
        end = datetime.combine(self.day, self.between[1])
        if self.not_before is not None:
            start = max(start, self.not_before)
        return Slot(start, end) if start < end else None

    def answer(self, session: Session) -> Found:
        rooms = tuple(room for room in board_rooms(session) if not room.retired)
        midnight = datetime.combine(self.day, time())
        floor = floor_around(session, Slot(midnight, midnight + timedelta(days=1)))
        fitting = self._fitting(rooms, floor)
        if fitting:
            these = {one.room.id for one in fitting}
            others = tuple(room for room in rooms if room.id not in these)
            return Found(fitting, tuple(self._unfit(others, floor)))
        floor = floor_around(session, Slot(midnight, midnight + timedelta(days=2)))
        instead = tuple(
            (sentence, other) for sentence, other in self._others() if other._fitting(rooms, floor)
        )
        if self.window is None:
            return Found((), (), instead[:3], over=True)
        return Found((), tuple(self._unfit(rooms, floor)), instead[:3])

    def _fitting(self, rooms: tuple[BoardRoom, ...], floor: Floor) -> tuple[FittingRoom, ...]:
        enough = sorted(
            (room for room in rooms if self._why_unfit(room) is None),
            key=lambda room: room.capacity,
        )
        with_times = ((room, self._times(room, floor)) for room in enough)
        found = [(room, times) for room, times in with_times if times]
        return tuple(
            FittingRoom(room, times, smallest=n == 0 and bool(self.people))
            for n, (room, times) in enumerate(found)
        )

    def _unfit(self, rooms: tuple[BoardRoom, ...], floor: Floor) -> Iterator[Unfit]:
        for room in rooms:
            why = self._why_unfit(room) or self._why_not_free(room, floor)
            if why:
                yield Unfit(room, why)

    def _times(self, room: BoardRoom, floor: Floor) -> tuple[Slot, ...]:
        window = self.window
        if window is None:
            return ()
        return free_times(floor, room.id, window, timedelta(minutes=self.minutes))

    def _why_unfit(self, room: BoardRoom) -> Message | None:
        for feature in sorted(self.features):
            having = room.having(feature)
            if having is Having.UNKNOWN:
                return say(
                    "{room}: it is not known whether it has “{feature}”.",
                    room=room.name,
                    feature=FEATURES[feature],
                )
            if having is Having.NO:
                return say("{room}: no “{feature}”.", room=room.name, feature=FEATURES[feature])
        if self.people and room.capacity < self.people:
            return say_count(
                "{room} has only {n} seat.",
                "{room} has only {n} seats.",
                room.capacity,
                room=room.name,
            )
        return None

    def _why_not_free(self, room: BoardRoom, floor: Floor) -> Message | None:
        window = self.window
        if window is None or self._times(room, floor):
            return None
        against = floor.troubles(Place(room.id, window))
        told = [t for t in against if t.rule is not Rule.HOURS] or list(against)
        if len(told) == 1:
            return told[0].message
        return say("{room} has no free time long enough.", room=room.name)

    def _others(self) -> "Iterator[tuple[Message, FreeRooms]]":
        for begin, end in PARTS_OF_DAY:
            if (begin, end) != self.between:
                sentence = say("Between {start} and {end}", start=begin, end=end)
                yield sentence, replace(self, between=(begin, end))
        tomorrow = self.day + timedelta(days=1)
        yield say("On the next day: {day:long}", day=tomorrow), replace(self, day=tomorrow)
        for feature in sorted(self.features):
            sentence = say("Without “{feature}”", feature=FEATURES[feature])
            yield sentence, replace(self, features=self.features - {feature})
