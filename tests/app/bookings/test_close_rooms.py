"""Closing over bookings: around them, or cancelling them and listing whom to tell."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.bookings.closing import CloseRooms, Way
from app.bookings.closing_queries import AllInTheWay, BookingsInTheWay
from app.bookings.closures import EditClosure
from app.bookings.details import ClosureDetails
from app.bookings.queries import DayBoard
from app.bookings.room_queries import ClosuresFrom
from app.bookings.telling_queries import WhomToTell
from app.clock import wall_now
from app.desk import Desk
from app.errors import ChangedElsewhere, NotAllowed, Refused
from app.ids import new_id
from app.language import words
from app.permission import Role, SignedIn
from app.slot import Slot
from tests.making.bookings import THURSDAY, at, make_booking, make_closure, make_room, slot
from tests.making.events import make_event

FRIDAY = date(2026, 10, 16)


def close(desk: Desk, room: UUID | None, when: Slot, way: Way, *told: UUID) -> str:
    details = ClosureDetails(room, when, "Floor repair")
    change = desk.do(CloseRooms(new_id(), new_id(), details, way, frozenset(told)))
    return words(change.message)


def closed(desk: Desk) -> list[tuple[str, Slot]]:
    return [(row.room, row.details.slot) for row in desk.ask(ClosuresFrom(THURSDAY))]


def booked(desk: Desk, day: date = FRIDAY) -> list[str]:
    return [card.title for card in desk.ask(DayBoard(day)).cards]


def test_cancelling_all_is_one_act_and_one_undo(desk: Desk) -> None:
    room = make_room(desk)
    choir = make_booking(desk, room, "10:00", "11:00", day=FRIDAY)
    make_booking(desk, room, "12:00", "13:00", "Dance", day=FRIDAY, pending=True)
    make_booking(desk, room, "20:00", "21:00", "Late", day=FRIDAY)
    said = close(desk, room, slot("9:00", "18:00", FRIDAY), Way.CANCEL, choir)
    assert said == "Closed: Floor repair. 2 bookings cancelled"
    assert booked(desk) == ["Late"]
    now = wall_now(desk.clock)
    (line,) = desk.ask(WhomToTell(now))
    assert (line.title, line.reason) == ("Dance", "Floor repair")
    assert len(desk.ask(WhomToTell(now, desk.clock.now()))) == 2
    desk.undo()
    assert closed(desk) == []
    assert [(c.title, c.pending) for c in desk.ask(DayBoard(FRIDAY)).cards] == [
        ("Choir", False),
        ("Dance", True),
        ("Late", False),
    ]
    assert [(line.title, line.why) for line in desk.ask(WhomToTell(now))] == [
        ("Choir", "stands again")
    ]
    desk.redo()
    assert booked(desk) == ["Late"]
    assert [line.title for line in desk.ask(WhomToTell(now))] == ["Dance"]


def test_what_was_taken_meanwhile_stays_cancelled(desk: Desk) -> None:
    room = make_room(desk)
    for start, end, title in (("10:00", "11:00", "Choir"), ("12:00", "13:00", "Dance")):
        make_booking(desk, room, start, end, title, day=FRIDAY)
    close(desk, room, slot("9:00", "14:00", FRIDAY), Way.CANCEL)
    (closure,) = desk.ask(ClosuresFrom(THURSDAY))
    other = Desk(desk.database, desk.clock, "other desk")
    assert desk.signed_in is not None
    other.sign_in(desk.signed_in)
    shorter = replace(closure.details, slot=slot("9:00", "9:30", FRIDAY))
    other.do(EditClosure(closure.id, closure.details, shorter))
    make_booking(other, room, "10:00", "10:30", "Quicker", day=FRIDAY)
    undo = desk.undo()
    assert undo is not None
    assert words(undo.message) == (
        "Open again: Floor repair. 1 booking stays cancelled, its time is taken: Choir"
    )
    assert booked(desk) == ["Quicker", "Dance"]


def test_around_bookings_only_free_time_is_closed(desk: Desk) -> None:
    hall = make_room(desk, "Hall", setup_minutes=30)
    make_booking(desk, hall, "10:00", "11:00", day=FRIDAY)
    said = close(desk, hall, slot("8:00", "12:00", FRIDAY), Way.AROUND)
    assert said == "Closed around the bookings: Floor repair"
    assert closed(desk) == [
        ("Hall", slot("8:00", "9:30", FRIDAY)),
        ("Hall", slot("11:00", "12:00", FRIDAY)),
    ]
    assert booked(desk) == ["Choir"]
    desk.undo()
    assert closed(desk) == []
    with pytest.raises(Refused, match="nothing is left to close"):
        close(desk, hall, slot("10:00", "11:00", FRIDAY), Way.AROUND)


def test_around_a_booking_of_one_part_the_other_part_is_closed(desk: Desk) -> None:
    hall = make_room(desk, "Hall")
    part_a = make_room(desk, "Part A", part_of_id=hall)
    make_room(desk, "Part B", part_of_id=hall)
    make_booking(desk, part_a, "10:00", "11:00", day=FRIDAY)
    close(desk, hall, slot("9:00", "12:00", FRIDAY), Way.AROUND)
    assert sorted(closed(desk)) == [
        ("Hall", slot("9:00", "10:00", FRIDAY)),
        ("Hall", slot("11:00", "12:00", FRIDAY)),
        ("Part B", slot("10:00", "11:00", FRIDAY)),
    ]


def test_a_closure_that_stands_is_decided_later(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "14:00", "15:00")
    closure = make_closure(desk, room, "13:00", "16:00")
    seen = ClosureDetails(room, slot("13:00", "16:00"), "Heating")
    desk.do(CloseRooms(closure, new_id(), seen, Way.CANCEL, seen=seen))
    assert booked(desk, THURSDAY) == []
    desk.undo()
    assert booked(desk, THURSDAY) == ["Choir"]
    assert len(closed(desk)) == 1
    wrong = ClosureDetails(room, slot("13:00", "17:00"), "Heating")
    with pytest.raises(ChangedElsewhere):
        desk.do(CloseRooms(closure, new_id(), seen, Way.CANCEL, seen=wrong))


def test_events_and_the_past_are_never_cancelled(desk: Desk) -> None:
    room = make_room(desk)
    make_event(desk, room)
    make_booking(desk, room, "9:00", "10:00", "Over")
    make_booking(desk, room, "16:00", "17:00", "Dance")
    day = Slot(at("0:00"), at("24:00"))
    lying = desk.ask(AllInTheWay(ClosureDetails(room, day, "Repair")))
    assert [one.of_event for one in lying] == [False, False, True]
    close(desk, room, day, Way.CANCEL)
    assert "Dance" not in booked(desk, THURSDAY)
    assert len(booked(desk, THURSDAY)) == 2


def test_other_rooms_that_fit_are_named(desk: Desk) -> None:
    hall = make_room(desk, "Hall", capacity=80)
    part = make_room(desk, "Part", capacity=40, part_of_id=hall)
    for name, seats in (("Class", 30), ("Small", 4), ("Big", 60)):
        make_room(desk, name, capacity=seats)
    make_booking(desk, part, "14:00", "15:00", people=20, private=True)
    details = ClosureDetails(hall, slot("12:00", "16:00"), "Repair")
    (one,) = desk.ask(AllInTheWay(details))
    assert [room.name for room in one.others] == ["Class", "Big"]
    assert one.title == "Choir"
    assert [row.title for row in desk.ask(BookingsInTheWay(details))] == [""]
    (one,) = desk.ask(AllInTheWay(ClosureDetails(None, details.slot, "Repair")))
    assert one.others == ()


def test_who_does_not_book_cancels_nothing(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "14:00", "15:00")
    desk.sign_in(SignedIn(new_id(), "Admin", frozenset({Role.ADMINISTRATOR})))
    with pytest.raises(NotAllowed):
        close(desk, room, slot("13:00", "16:00"), Way.CANCEL)
    close(desk, room, slot("13:00", "16:00"), Way.AROUND)
