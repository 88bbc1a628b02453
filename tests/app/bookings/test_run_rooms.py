"""Adding, editing and retiring rooms; saying what they offer; closing them."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.bookings.closing_queries import BookingsInTheWay
from app.bookings.closures import AddClosure, AddHolidays, RemoveClosures
from app.bookings.details import ClosureDetails, RoomDetails
from app.bookings.model import Feature, Having
from app.bookings.public_holidays import holidays_of
from app.bookings.queries import DayBoard
from app.bookings.room_features import Offering, SetRoomFeature
from app.bookings.room_queries import (
    ClosuresFrom,
    FeatureMatrix,
    MissingHolidays,
    RoomCard,
    Rooms,
)
from app.bookings.rooms import AddRoom, EditRoom, RemoveRoom, RetireRoom
from app.bookings.status import CancelBooking
from app.centre.model import OpeningHours
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.language import words
from tests.making.bookings import (
    THURSDAY,
    make_booking,
    make_closure,
    make_room,
    slot,
)


def test_rooms_keep_their_order_on_the_board(desk: Desk) -> None:
    for name, position in (("Cabinet", 3), ("Hall", 1), ("Workshop", 2)):
        make_room(desk, name, position=position)
    assert [room.name for room in desk.ask(Rooms())] == ["Hall", "Workshop", "Cabinet"]


def test_a_room_in_use_is_retired_not_removed(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room, "14:00", "15:00")
    with pytest.raises(Refused, match="in use"):
        desk.do(RemoveRoom(room))
    with pytest.raises(Refused, match="still has 1 booking"):
        desk.do(RetireRoom(room, desk.clock.now()))
    desk.do(CancelBooking(booking))
    desk.do(RetireRoom(room, desk.clock.now()))
    assert desk.ask(FeatureMatrix()) == ()
    assert [r.name for r in desk.ask(DayBoard(THURSDAY)).rooms] == ["Great hall"]
    assert desk.ask(DayBoard(date(2026, 10, 16))).rooms == ()
    with pytest.raises(Refused, match="no longer in use"):
        make_booking(desk, room, "16:00", "17:00")


def test_a_part_cannot_be_divided_further(desk: Desk) -> None:
    hall = make_room(desk, "Hall")
    part = make_room(desk, "Part", part_of_id=hall)
    with pytest.raises(Refused, match="cannot be divided further"):
        make_room(desk, "Corner", part_of_id=part)
    with pytest.raises(Refused, match="cannot be divided further"):
        desk.do(EditRoom(hall, RoomDetails("Hall"), RoomDetails("Hall", part_of_id=hall)))


def test_an_edit_says_what_it_saw(desk: Desk) -> None:
    room = make_room(desk, "Hall")
    desk.do(EditRoom(room, RoomDetails("Hall"), RoomDetails("Hall", capacity=80)))
    with pytest.raises(ChangedElsewhere):
        desk.do(EditRoom(room, RoomDetails("Hall"), RoomDetails("Hall", capacity=70)))
    assert desk.ask(RoomCard(room)).details.capacity == 80


@pytest.mark.parametrize(
    "wrong",
    [{"name": "  "}, {"capacity": -1}, {"setup_minutes": 1441}, {"where": "x" * 201}],
)
def test_what_cannot_be_kept_is_refused(desk: Desk, wrong: dict[str, object]) -> None:
    room = replace(RoomDetails("Hall"), **wrong)  # type: ignore[arg-type]
    with pytest.raises(Refused):
        desk.do(AddRoom(new_id(), room))


def test_a_new_room_answers_nothing_yet(desk: Desk) -> None:
    room = make_room(desk)
    assert {row.having for row in desk.ask(RoomCard(room)).features} == {Having.UNKNOWN}
    door = Offering(Having.YES, "92")
    change = desk.do(SetRoomFeature(room, Feature.DOOR_WIDTH, Offering(), door))
    assert words(change.message) == "Great hall: Wide door – yes"
    assert desk.ask(FeatureMatrix())[0].having(Feature.DOOR_WIDTH) is Having.YES
    with pytest.raises(ChangedElsewhere):
        desk.do(SetRoomFeature(room, Feature.DOOR_WIDTH, Offering(), door))
    desk.undo()
    assert desk.ask(FeatureMatrix())[0].features == ()


def test_a_closure_counts_the_bookings_in_its_way(desk: Desk) -> None:
    hall = make_room(desk, "Hall")
    part = make_room(desk, "Part", part_of_id=hall)
    make_booking(desk, part, "10:00", "11:00")
    details = ClosureDetails(hall, slot("9:00", "12:00"), "Heating")
    assert [one.title for one in desk.ask(BookingsInTheWay(details))] == ["Choir"]
    change = desk.do(AddClosure(new_id(), details))
    assert words(change.message) == (
        "Closed: Heating. 1 booking lies in this time: tell whoever it is for."
    )


def test_what_is_closed_can_be_opened_again(desk: Desk) -> None:
    room = make_room(desk)
    closure = make_closure(desk, room)
    desk.do(RemoveClosures((closure,)))
    make_booking(desk, room)
    assert desk.ask(ClosuresFrom(THURSDAY)) == ()


def test_holidays_of_latvia_with_moved_days() -> None:
    days = {holiday.day: holiday.name for holiday in holidays_of(2026)}
    assert days[date(2026, 11, 18)] == "Latvijas Republikas Proklamēšanas diena"
    assert days[date(2026, 6, 22)].startswith("Brīvdiena")


def test_holidays_are_entered_once(desk: Desk) -> None:
    make_booking(desk, make_room(desk), day=date(2026, 11, 18))
    missing = desk.ask(MissingHolidays(2026))
    change = desk.do(AddHolidays(missing))
    assert words(change.message).endswith("1 booking lies in this time: tell whoever it is for.")
    assert desk.ask(MissingHolidays(2026)) == ()
    with pytest.raises(Refused, match="already entered"):
        desk.do(AddHolidays(missing))
    with pytest.raises(Refused, match="Proklamēšanas"):
        make_booking(desk, make_room(desk, "Workshop"), day=date(2026, 11, 18))
    desk.undo()
    desk.undo()
    assert len(desk.ask(MissingHolidays(2026))) == len(missing)


def test_nobody_books_outside_opening_hours(desk: Desk) -> None:
    room = make_room(desk)
    with desk.database.writing() as session:
        session.add(OpeningHours(id=new_id(), weekday=3, opens=time(9), closes=time(20)))
    with pytest.raises(Refused, match="open 09:00–20:00"):
        make_booking(desk, room, "8:00", "9:30")
    with pytest.raises(Refused, match="closed on this day: Friday"):
        make_booking(desk, room, day=date(2026, 10, 16))
    make_booking(desk, room, "9:00", "20:00")
    hours = desk.ask(DayBoard(THURSDAY)).hours
    assert hours is not None
    assert hours.on(THURSDAY).end == datetime(2026, 10, 15, 20)
