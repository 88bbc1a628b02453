"""The rules over plain values: half-open times, buffers, the divisible hall, hours, closures."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from app.bookings.availability import Floor
from app.bookings.facts import Holding, Hours, RoomFacts, Shut, Terms
from app.bookings.free_time import free_room_instead, free_times, next_free_time
from app.bookings.model import Setup
from app.bookings.objections import Rule
from app.clock import exists
from app.ids import new_id
from app.language import words
from app.slot import Place, Slot
from tests.making.bookings import at, slot

HALL = RoomFacts(new_id(), "Hall", capacity=80)
PART_A = RoomFacts(new_id(), "Part A", capacity=50, part_of_id=HALL.id)
PART_B = RoomFacts(new_id(), "Part B", capacity=30, part_of_id=HALL.id)
WORKSHOP = RoomFacts(new_id(), "Workshop", capacity=16)
ROOMS = (HALL, PART_A, PART_B, WORKSHOP)


def holding(room: RoomFacts, start: str, end: str, title: str = "Choir") -> Holding:
    return Holding(new_id(), room.id, slot(start, end), title, "Seniors' club")


def floor(*holdings: Holding, closures: tuple[Shut, ...] = (), **week: Hours) -> Floor:
    return Floor(ROOMS, holdings, closures, {3: week["thursday"]} if week else {})


def rules(floor: Floor, place: Place, people: int | None = None) -> list[Rule]:
    return [trouble.rule for trouble in floor.troubles(place, Terms(people))]


@pytest.mark.parametrize(
    ("start", "end", "taken"),
    [
        pytest.param("0:00", "1:00", False, id="long before"),
        pytest.param("1:00", "2:00", False, id="right before"),
        pytest.param("1:00", "3:00", True, id="over the start"),
        pytest.param("1:00", "5:00", True, id="around"),
        pytest.param("2:00", "4:00", True, id="the same"),
        pytest.param("3:00", "5:00", True, id="over the end"),
        pytest.param("4:00", "5:00", False, id="right after"),
        pytest.param("5:00", "6:00", False, id="long after"),
    ],
)
def test_times_are_half_open(start: str, end: str, taken: bool) -> None:
    two_to_four = floor(holding(WORKSHOP, "2:00", "4:00"))
    found = rules(two_to_four, Place(WORKSHOP.id, slot(start, end)))
    assert found == ([Rule.TAKEN] if taken else [])


@pytest.mark.parametrize(
    ("asked", "there", "taken"),
    [
        pytest.param(HALL, PART_A, True, id="a part blocks the whole"),
        pytest.param(PART_A, HALL, True, id="the whole blocks a part"),
        pytest.param(PART_A, PART_B, False, id="parts do not block each other"),
        pytest.param(WORKSHOP, HALL, False, id="another room does not matter"),
    ],
)
def test_a_divisible_hall(asked: RoomFacts, there: RoomFacts, taken: bool) -> None:
    found = rules(floor(holding(there, "10:00", "11:00")), Place(asked.id, slot("10:00", "11:00")))
    assert found == ([Rule.TAKEN] if taken else [])


@pytest.mark.parametrize(
    ("setup", "clear", "start", "end", "expected"),
    [
        pytest.param(15, 30, "11:29", "12:00", [Rule.BUFFER], id="clearing up is not done"),
        pytest.param(15, 30, "11:30", "12:00", [], id="clearing up is just done"),
        pytest.param(45, 30, "11:30", "12:00", [Rule.BUFFER], id="preparing takes longer"),
        pytest.param(45, 30, "11:45", "12:00", [], id="the larger one, not their sum"),
        pytest.param(45, 30, "9:00", "9:16", [Rule.BUFFER], id="no time to prepare the next"),
        pytest.param(45, 30, "9:00", "9:15", [], id="just time to prepare the next"),
    ],
)
def test_the_larger_of_two_buffers_counts(
    setup: int, clear: int, start: str, end: str, expected: list[Rule]
) -> None:
    room = replace(WORKSHOP, setup_minutes=setup, clear_minutes=clear)
    booked = Floor((room,), (holding(room, "10:00", "11:00"),), ())
    assert rules(booked, Place(room.id, slot(start, end))) == expected


def test_a_buffer_names_its_neighbour_and_its_length() -> None:
    room = replace(WORKSHOP, clear_minutes=15)
    found = Floor((room,), (holding(room, "9:00", "10:00"),), ()).troubles(
        Place(room.id, slot("10:00", "11:00"))
    )
    assert words(found[0].message) == (
        "15 minutes are needed between this and “Choir” (Seniors' club), 09:00–10:00, "
        "to clear up and prepare."
    )


def test_all_failures_at_once_in_the_order_of_the_rules() -> None:
    everything = floor(
        holding(WORKSHOP, "19:00", "21:00"),
        closures=(Shut(new_id(), None, slot("18:00", "19:30"), "Fire drill"),),
        thursday=Hours(time(9), time(20)),
    )
    place = Place(WORKSHOP.id, Slot(at("19:00"), at("43:30")))
    assert rules(everything, place, 17) == [
        Rule.TIME,
        Rule.HOURS,
        Rule.CLOSURE,
        Rule.TAKEN,
        Rule.CAPACITY,
    ]


def test_too_few_seats_only_warn() -> None:
    (found,) = floor().troubles(Place(WORKSHOP.id, slot("10:00", "11:00")), Terms(17))
    assert found.only_warns
    assert words(found.message) == "Workshop has 16 seats, and 17 are needed."


@pytest.mark.parametrize(
    ("start", "end", "open_"),
    [("9:00", "20:00", True), ("8:59", "10:00", False), ("19:00", "20:01", False)],
)
def test_opening_hours(start: str, end: str, open_: bool) -> None:
    nine_to_eight = floor(thursday=Hours(time(9), time(20)))
    found = rules(nine_to_eight, Place(HALL.id, slot(start, end)))
    assert found == ([] if open_ else [Rule.HOURS])


def test_a_day_without_opening_hours_is_closed() -> None:
    only_friday = Floor(ROOMS, (), (), {4: Hours(time(9), time(20))})
    (found,) = only_friday.troubles(Place(HALL.id, slot("10:00", "11:00")))
    assert words(found.message) == "The centre is closed on this day: Thursday."


def test_a_closed_part_closes_the_whole_but_not_its_sibling() -> None:
    closed = floor(closures=(Shut(new_id(), PART_A.id, slot("9:00", "12:00"), "Heating"),))
    ten = slot("10:00", "11:00")
    assert rules(closed, Place(HALL.id, ten)) == [Rule.CLOSURE]
    assert rules(closed, Place(PART_A.id, ten)) == [Rule.CLOSURE]
    assert rules(closed, Place(PART_B.id, ten)) == []


def test_a_retired_room_is_not_given_out() -> None:
    old = replace(WORKSHOP, retired=True)
    assert rules(Floor((old,), (), ()), Place(old.id, slot("10:00", "11:00"))) == [Rule.ROOM]


def test_a_booking_is_not_in_its_own_way() -> None:
    mine = holding(HALL, "10:00", "12:00")
    assert floor(mine).troubles(Place(HALL.id, slot("11:00", "13:00")), but=mine.id) == ()


def test_the_smallest_free_room_that_is_enough() -> None:
    busy = floor(holding(PART_B, "10:00", "11:00"))
    place = Place(PART_B.id, slot("10:00", "11:00"))
    for people, room in ((10, WORKSHOP), (25, PART_A), (60, None), (None, PART_A)):
        assert free_room_instead(busy, place, Terms(people)) == room


def test_the_next_free_time_leaves_room_to_clear_up() -> None:
    room = replace(WORKSHOP, clear_minutes=15)
    busy = Floor((room,), (holding(room, "10:00", "11:00"), holding(room, "12:00", "13:00")), ())
    place = Place(room.id, slot("10:30", "11:30"))
    assert next_free_time(busy, place, at("20:00")) == slot("13:15", "14:15")


def test_free_times_are_an_hour_apart() -> None:
    busy = floor(holding(WORKSHOP, "13:00", "13:45"))
    times = free_times(busy, WORKSHOP.id, slot("12:00", "17:00"), slot("0:00", "1:00").length)
    assert times == (slot("12:00", "13:00"), slot("13:45", "14:45"), slot("15:00", "16:00"))


@pytest.mark.parametrize(
    ("room", "start", "end", "now", "expected"),
    [
        pytest.param({"longest_minutes": 60}, "10:00", "11:00", "9:00", [], id="just short enough"),
        pytest.param(
            {"longest_minutes": 60}, "10:00", "11:01", "9:00", [Rule.LENGTH], id="too long"
        ),
        pytest.param({"shortest_minutes": 60}, "10:00", "10:30", "9:00", [Rule.LENGTH], id="short"),
        pytest.param({"notice_hours": 2}, "10:00", "11:00", "8:00", [], id="just in time"),
        pytest.param({"notice_hours": 2}, "10:00", "11:00", "8:01", [Rule.NOTICE], id="too late"),
    ],
)
def test_notice_and_length(
    room: dict[str, int], start: str, end: str, now: str, expected: list[Rule]
) -> None:
    this = replace(WORKSHOP, **room)  # type: ignore[arg-type]
    found = Floor((this,), (), (), now=at(now)).troubles(Place(this.id, slot(start, end)))
    assert [one.rule for one in found] == expected
    assert all(one.may_be_overridden for one in found)


def test_a_room_has_opening_hours_of_its_own() -> None:
    week = {3: Hours(time(9), time(20))}
    own = {(WORKSHOP.id, 3): Hours(time(12), time(22)), (HALL.id, 3): None}
    there = Floor(ROOMS, (), (), week, own)
    assert rules(there, Place(WORKSHOP.id, slot("21:00", "22:00"))) == []
    assert rules(there, Place(WORKSHOP.id, slot("10:00", "11:00"))) == [Rule.HOURS]
    assert rules(there, Place(HALL.id, slot("10:00", "11:00"))) == [Rule.HOURS]
    assert rules(there, Place(PART_A.id, slot("10:00", "11:00"))) == []


def test_a_booking_may_need_other_time_around_it_than_its_room() -> None:
    room = replace(WORKSHOP, setup_minutes=30, clear_minutes=30)
    before = replace(holding(room, "9:00", "10:00"), after=0)
    there = Floor((room,), (before,), ())
    place = Place(room.id, slot("10:00", "11:00"))
    assert [t.rule for t in there.troubles(place)] == [Rule.BUFFER]
    assert there.troubles(place, Terms(before=0)) == ()
    assert there.needed(place, Terms(before=0, after=15)) == slot("10:00", "11:15")


def test_seats_depend_on_how_the_room_is_set_up() -> None:
    room = replace(WORKSHOP, capacity=16, seats=((Setup.CIRCLE, 8),))
    there, place = Floor((room,), (), ()), Place(WORKSHOP.id, slot("10:00", "11:00"))
    assert there.troubles(place, Terms(12, Setup.THEATRE)) == ()
    (found,) = there.troubles(place, Terms(12, Setup.CIRCLE))
    assert words(found.message) == "Set up so, Workshop has 8 seats, and 12 are needed."


@pytest.mark.parametrize("year", range(1990, 2040))
def test_the_hour_that_summer_time_leaves_out_cannot_be_booked(year: int) -> None:
    """Every day of fifty years on which the clocks of Riga went forward; 2000 had none."""
    first = datetime(year, 1, 1)
    changes = [
        there
        for hours in range(366 * 24)
        if not exists(there := first + timedelta(hours=hours)) and there.year == year
    ]
    assert len(changes) == (0 if year == 2000 else 1)
    for missing in changes:
        half = timedelta(minutes=30)
        into = Slot(missing - half, missing + half)
        assert rules(floor(), Place(HALL.id, into)) == [Rule.TIME]
        assert rules(floor(), Place(HALL.id, Slot(missing - half, missing + 2 * half))) == []
