"""The place a new event is offered: never taken, never closed, the first room first."""

from app.desk import Desk
from app.events.free_place import NextFreePlace
from app.slot import Place
from tests.making.bookings import make_booking, make_closure, make_room, slot

NOON = slot("12:00", "14:00")


def test_the_first_room_as_wanted_when_it_is_free(desk: Desk) -> None:
    first = make_room(desk, "Hall", position=0)
    make_room(desk, "Workshop", position=1)
    assert desk.ask(NextFreePlace(NOON)) == Place(first, NOON)


def test_later_on_the_same_day_before_another_room(desk: Desk) -> None:
    first = make_room(desk, "Hall", position=0)
    make_room(desk, "Workshop", position=1)
    make_booking(desk, first, "11:00", "13:00")
    assert desk.ask(NextFreePlace(NOON)) == Place(first, slot("13:00", "15:00"))


def test_another_room_of_today_before_tomorrow(desk: Desk) -> None:
    first = make_room(desk, "Hall", position=0)
    second = make_room(desk, "Workshop", position=1)
    make_closure(desk, first, "9:00", "24:00")
    make_closure(desk, second, "9:00", "18:00")
    assert desk.ask(NextFreePlace(NOON)) == Place(second, slot("18:00", "20:00"))


def test_nothing_where_no_room_is(desk: Desk) -> None:
    assert desk.ask(NextFreePlace(NOON)) is None
