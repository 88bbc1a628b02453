"""A booking on its way: steps, edges, and how it stands."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPointF

from app.bookings.board import Board, BoardRoom, BookingCard, Column
from app.bookings.facts import Hours
from app.ids import new_id
from app.slot import Place
from tests.making.bookings import THURSDAY, at, slot
from ui.bookings import cursor as cursors
from ui.bookings.geometry import Geometry, hours_of
from ui.bookings.ghost import Ghost, Grip, Standing, drawn, moving
from ui.bookings.hold import card_at, take
from ui.bookings.shadows import shadows_of

HALL, CLASS, SMALL = (
    BoardRoom(new_id(), name, capacity=seats)
    for name, seats in (("Hall", 80), ("Class", 30), ("Small", 4))
)
CHOIR = BookingCard(new_id(), HALL.id, slot("10:00", "11:30"), "Choir", "Seniors", people=12)
EXAM = BookingCard(new_id(), CLASS.id, slot("12:00", "13:00"), "Exam", "School")
BOARD = Board(THURSDAY, (HALL, CLASS, SMALL), (CHOIR, EXAM), (), (), {3: Hours(time(9), time(20))})
GEOMETRY = Geometry(BOARD.columns, hours_of(BOARD), 954, 582)


def choir(grip: Grip = Grip.WHOLE) -> Ghost:
    return moving(BOARD, CHOIR, grip)


def test_steps_in_time_and_across_rooms() -> None:
    ghost = choir().stepped(minutes=15).stepped(rooms=1)
    assert ghost.place == Place(CLASS.id, slot("10:15", "11:45"))
    assert ghost.stepped(rooms=9).place.room_id == SMALL.id
    assert ghost.stepped(rooms=-9).place.room_id == HALL.id


def test_nothing_leaves_the_day() -> None:
    assert choir().stepped(minutes=-600).place.slot == slot("8:00", "9:30")
    assert choir().stepped(minutes=900).place.slot == slot("19:30", "21:00")


def test_the_ends_stay_in_order() -> None:
    assert choir(Grip.START).stepped(minutes=300).place.slot == slot("11:25", "11:30")
    assert choir(Grip.END).stepped(minutes=-300).place.slot == slot("10:00", "10:05")
    assert choir(Grip.END).stepped(rooms=1, minutes=15).place == Place(
        HALL.id, slot("10:00", "11:45")
    )


def test_free_crowded_and_taken() -> None:
    assert choir().standing is Standing.FREE
    small = choir().stepped(rooms=2)
    assert (small.standing, small.lines()) == (Standing.CROWDED, ["4 seats, 12 needed"])
    taken = choir().stepped(rooms=1, minutes=60)
    assert (taken.standing, taken.heading()) == (Standing.TAKEN, "Room is taken")
    assert taken.lines() == ["Exam", "12:00–13:00"]
    assert taken.sentence() == (
        "Class, from 11:00 to 12:30. Class is taken: “Exam” (School), 12:00–13:00."
    )


def test_rooms_that_cannot_take_it_are_dimmed() -> None:
    small, class_ = Column(SMALL.id, THURSDAY), Column(CLASS.id, THURSDAY)
    assert choir().columns_not_free == {small}
    assert choir().stepped(minutes=60).columns_not_free == {class_, small}


def test_a_ghost_follows_a_newer_board_while_its_booking_is_the_same() -> None:
    newer = Board(THURSDAY, BOARD.rooms, (CHOIR,), (), (), BOARD.week)
    ghost = choir().stepped(rooms=1, minutes=60).on(newer)
    assert ghost is not None
    assert ghost.standing is Standing.FREE
    assert choir().on(Board(THURSDAY, BOARD.rooms, (EXAM,), (), (), BOARD.week)) is None


def test_a_press_takes_a_block_where_it_was_pressed() -> None:
    point = QPointF(GEOMETRY.x(0) + 40, GEOMETRY.y(at("10:30")))
    hold = take(BOARD, GEOMETRY, None, point)
    assert hold is not None
    assert not hold.is_drag(point + QPointF(2, 2))
    assert hold.is_drag(point + QPointF(0, 5))
    there = QPointF(GEOMETRY.x(1) + 40, GEOMETRY.y(at("14:37")))
    assert hold.ghost(GEOMETRY, there, 15).place == Place(CLASS.id, slot("14:00", "15:30"))
    assert hold.ghost(GEOMETRY, there, 5).place == Place(CLASS.id, slot("14:05", "15:35"))


@pytest.mark.parametrize(("edge", "grip"), [("10:00", Grip.START), ("11:30", Grip.END)])
def test_a_chosen_block_is_taken_by_its_ends(edge: str, grip: Grip) -> None:
    middle = GEOMETRY.x(0) + GEOMETRY.column_width / 2 - 1
    point = QPointF(middle, GEOMETRY.y(at(edge)))
    hold = take(BOARD, GEOMETRY, cursors.on(CHOIR), point)
    assert hold is not None
    assert hold.grip is grip


def test_drawing_upwards_is_drawing_too() -> None:
    point = QPointF(GEOMETRY.x(2) + 20, GEOMETRY.y(at("15:00")))
    hold = take(BOARD, GEOMETRY, None, point)
    assert hold is not None
    ghost = hold.ghost(GEOMETRY, QPointF(point.x(), GEOMETRY.y(at("13:00"))), 15)
    assert ghost.place == Place(SMALL.id, slot("13:00", "15:00"))
    assert card_at(BOARD, GEOMETRY, point) is None


def test_new_time_is_never_shorter_than_a_quarter() -> None:
    ghost = drawn(BOARD, Place(SMALL.id, slot("13:00", "13:30")))
    assert ghost.between(at("13:00"), at("13:00")).place.slot.length == timedelta(minutes=15)


def test_the_cursor_walks_over_bookings_and_free_time() -> None:
    start = cursors.at(BOARD, HALL.id, at("9:30"))
    choir_ = cursors.up_or_down(BOARD, start, 1)
    assert (start.card, choir_.card) == (None, CHOIR)
    after = cursors.up_or_down(BOARD, choir_, 1)
    assert after.place.slot == slot("11:30", "12:00")
    assert cursors.sideways(BOARD, cursors.up_or_down(BOARD, after, 1), 1).card == EXAM
    assert cursors.longer(BOARD, after, 2).place.slot == slot("11:30", "13:00")
    assert cursors.longer(BOARD, after, -2).place.slot == slot("11:30", "12:00")
    assert cursors.to_edge(BOARD, after, end=True).place.slot == slot("20:30", "21:00")


def test_bookings_follow_each_other_by_room_then_time() -> None:
    free = cursors.at(BOARD, HALL.id, at("9:00"))
    first = cursors.next_booking(BOARD, free, 1)
    assert first is not None
    assert first.card == CHOIR
    second = cursors.next_booking(BOARD, first, 1)
    assert second is not None
    assert second.card == EXAM
    assert cursors.next_booking(BOARD, second, 1) is None
    assert cursors.next_booking(BOARD, free, -1) is None


def test_a_hall_casts_shadows_on_its_parts_and_they_on_it() -> None:
    part_a = BoardRoom(new_id(), "Part A", part_of_id=HALL.id, clear_minutes=15)
    part_b = BoardRoom(new_id(), "Part B", part_of_id=HALL.id)
    in_a = BookingCard(new_id(), part_a.id, slot("14:00", "15:00"), "Talk", "")
    in_b = BookingCard(new_id(), part_b.id, slot("15:00", "16:00"), "Play", "")
    board = Board(THURSDAY, (HALL, part_a, part_b), (CHOIR, in_a, in_b), (), ())
    assert [(one.room_id, one.slot, one.text) for one in shadows_of(board)] == [
        (HALL.id, slot("14:00", "16:00"), "Taken: Part A, Part B"),
        (part_a.id, slot("10:00", "11:30"), "The whole hall is taken"),
        (part_b.id, slot("10:00", "11:30"), "The whole hall is taken"),
    ]
