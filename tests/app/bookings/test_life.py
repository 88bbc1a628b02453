"""The life of bookings against a plain model: whatever people do, in any order, both agree."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bookings.actions import BookRoom, MoveBooking
from app.bookings.queries import DayBoard
from app.bookings.status import CancelBooking, ConfirmBooking, RefuseBooking, RestoreBooking
from app.desk import Desk
from app.errors import Refused
from app.ids import new_id
from app.slot import Place, Slot
from tests.making.bookings import details, make_room

HALL, PART_A, PART_B, CLASS = range(4)
SHARING = {
    HALL: {HALL, PART_A, PART_B},
    PART_A: {HALL, PART_A},
    PART_B: {HALL, PART_B},
    CLASS: {CLASS},
}
BUFFER = 30
"""Minutes the class room needs after a booking."""
FIRST = datetime(2026, 10, 16)

when = st.tuples(st.integers(0, 3), st.integers(8, 12), st.integers(1, 4))
"""Room, hour of the start, length in half hours."""
step = st.one_of(
    st.tuples(st.just("book"), when),
    st.tuples(st.just("ask"), when),
    st.tuples(st.just("move"), st.integers(0, 9), when),
    st.tuples(st.sampled_from(["cancel", "restore", "confirm", "refuse"]), st.integers(0, 9)),
    st.tuples(st.sampled_from(["undo", "redo"])),
)


@dataclass
class Model:
    """What should be there: of each booking its room, its minutes, and whether it holds them."""

    bookings: dict[UUID, tuple[int, int, int, str]] = field(default_factory=dict)

    def is_free(self, room: int, start: int, end: int, but: UUID | None = None) -> bool:
        for id_, (other, begins, ends, state) in self.bookings.items():
            if id_ == but or state not in ("confirmed", "pending") or other not in SHARING[room]:
                continue
            gap = BUFFER if room == CLASS else 0
            if start < ends + gap and begins < end + gap:
                return False
        return True


days = count()


@pytest.fixture
def rooms(desk: Desk) -> list[UUID]:
    hall = make_room(desk, "Hall", capacity=80)
    parts = [make_room(desk, name, part_of_id=hall) for name in ("Part A", "Part B")]
    return [hall, *parts, make_room(desk, "Class", clear_minutes=BUFFER)]


class Life:
    """Does every step twice: at the desk and in the model."""

    def __init__(self, desk: Desk, rooms: list[UUID]) -> None:
        self.desk, self.rooms = desk, rooms
        self.midnight = FIRST + timedelta(days=next(days))
        self.model = Model()
        self.done: list[Model] = []
        self.undone: list[Model] = []
        self.ids: list[UUID] = []

    def place(self, room: int, hour: int, halves: int) -> Place:
        start = self.midnight + timedelta(hours=hour)
        return Place(self.rooms[room], Slot(start, start + timedelta(minutes=30 * halves)))

    def tries(self, act: Callable[[], object], *, may: bool, then: Callable[[Model], None]) -> None:
        """Do it at the desk; it must happen just when the model says that it may."""
        try:
            act()
        except Refused:
            assert not may
            return
        assert may
        self.done.append(Model(dict(self.model.bookings)))
        self.undone.clear()
        then(self.model)

    def book(self, at: tuple[int, int, int], *, pending: bool) -> None:
        room, hour, halves = at
        if pending and room == CLASS:
            return  # a request may stand against what a room needs after it
        place, id_ = self.place(*at), new_id()
        wanted = replace(details(place.room_id, pending=pending), place=place)
        start, end = hour * 60, hour * 60 + 30 * halves
        state = "pending" if pending else "confirmed"
        self.tries(
            lambda: self.desk.do(BookRoom(id_, wanted)),
            may=self.model.is_free(room, start, end),
            then=lambda model: model.bookings.update({id_: (room, start, end, state)}),
        )
        if id_ in self.model.bookings:
            self.ids.append(id_)

    def move(self, which: int, at: tuple[int, int, int]) -> None:
        id_ = self.one(which)
        if id_ is None:
            return
        room, hour, halves = at
        old_room, begins, ends, state = self.model.bookings[id_]
        if state == "pending" and CLASS in (room, old_room):
            return
        start, end = hour * 60, hour * 60 + 30 * halves
        seen = self.at_minutes(old_room, begins, ends)
        may = state in ("confirmed", "pending") and self.model.is_free(room, start, end, id_)
        self.tries(
            lambda: self.desk.do(MoveBooking(id_, seen, self.place(*at))),
            may=may,
            then=lambda model: model.bookings.update({id_: (room, start, end, state)}),
        )

    def decide(self, verb: str, which: int) -> None:
        id_ = self.one(which)
        if id_ is None:
            return
        room, begins, ends, state = self.model.bookings[id_]
        action = {
            "cancel": CancelBooking(id_),
            "restore": RestoreBooking(id_),
            "confirm": ConfirmBooking(id_),
            "refuse": RefuseBooking(id_, "No"),
        }[verb]
        may = {
            "cancel": state in ("confirmed", "pending"),
            "restore": state == "cancelled" and self.model.is_free(room, begins, ends, id_),
            "confirm": state == "pending",
            "refuse": state == "pending",
        }[verb]
        after = {"cancel": "cancelled", "refuse": "refused"}.get(verb, "confirmed")
        self.tries(
            lambda: self.desk.do(action),
            may=may,
            then=lambda model: model.bookings.update({id_: (room, begins, ends, after)}),
        )

    def back(self, verb: str) -> None:
        """Undo and redo go through the model's own past: nobody else works at another desk."""
        source, target = (self.done, self.undone) if verb == "undo" else (self.undone, self.done)
        change = self.desk.undo() if verb == "undo" else self.desk.redo()
        if not source:
            return
        assert change is not None
        target.append(self.model)
        self.model = source.pop()

    def one(self, which: int) -> UUID | None:
        known = [id_ for id_ in self.ids if id_ in self.model.bookings]
        return known[which % len(known)] if known else None

    def at_minutes(self, room: int, begins: int, ends: int) -> Place:
        start = self.midnight + timedelta(minutes=begins)
        return Place(self.rooms[room], Slot(start, self.midnight + timedelta(minutes=ends)))

    def agrees(self) -> None:
        board = self.desk.ask(DayBoard(self.midnight.date()))
        there = {
            card.id: (self.rooms.index(card.room_id), card.slot, card.pending)
            for card in board.cards
        }
        wanted = {
            id_: (room, self.at_minutes(room, begins, ends).slot, state == "pending")
            for id_, (room, begins, ends, state) in self.model.bookings.items()
            if state in ("confirmed", "pending")
        }
        assert there == wanted


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(step, max_size=14))
def test_the_desk_and_a_plain_model_agree(
    desk: Desk, rooms: list[UUID], steps: list[tuple[object, ...]]
) -> None:
    desk.sign_in(desk.signed_in)  # type: ignore[arg-type]  # nothing to undo of the day before
    life = Life(desk, rooms)
    for verb, *rest in steps:
        match verb:
            case "book" | "ask":
                life.book(rest[0], pending=verb == "ask")  # type: ignore[arg-type]
            case "move":
                life.move(*rest)  # type: ignore[arg-type]
            case "undo" | "redo":
                life.back(str(verb))
            case _:
                life.decide(str(verb), rest[0])  # type: ignore[arg-type]
    life.agrees()
