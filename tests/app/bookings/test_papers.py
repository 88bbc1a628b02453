"""What is printed about bookings: the right rooms and days, and nothing private on any plan."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from app.bookings.details import RoomDetails
from app.bookings.model import Feature, Having, Setup, Wish
from app.bookings.papers import ConfirmationOf, DayPlanOf, DoorPlanOf
from app.bookings.room_features import Offering, SetRoomFeature
from app.bookings.rooms import AddRoom
from app.bookings.status import CancelBooking
from app.centre.actions import EditCentre
from app.desk import Desk
from app.errors import NotAllowed, Refused
from app.ids import new_id
from app.language import Language, words
from app.permission import Role, SignedIn
from app.sheets.confirmation import draw_confirmation
from app.sheets.desk_plan import draw_desk_plan
from app.sheets.door_plan import draw_door_plan
from tests.app.sheets.plans import NOW
from tests.app.sheets.reading import text_of
from tests.making.bookings import THURSDAY, make_booking, make_closure, make_room, slot
from tests.making.centre import CENTRE, found_centre

MONDAY = THURSDAY - timedelta(3)


def test_a_week_of_one_room_by_days(desk: Desk) -> None:
    found_centre(desk)
    room, other = make_room(desk, "Class", capacity=30, where="2nd floor"), make_room(desk, "Other")
    make_booking(desk, room, "14:00", "15:00", "Late", holder="Lions")
    make_booking(desk, room, "10:00", "11:00", "Early")
    make_booking(desk, room, "10:00", "11:00", "Next week", day=THURSDAY + timedelta(7))
    make_booking(desk, other, "10:00", "11:00", "Elsewhere")
    desk.do(CancelBooking(make_booking(desk, room, "16:00", "17:00", "Cancelled")))
    make_closure(desk, room, "18:00", "19:00", "Heating")
    plan = desk.ask(DoorPlanOf(room, MONDAY))
    assert (plan.room, plan.where, plan.seats) == ("Class", "2nd floor", 30)
    assert [day.day for day in plan.days] == [MONDAY + timedelta(n) for n in range(7)]
    thursday = plan.days[3]
    assert [(one.title, one.holder) for one in thursday.taken] == [("Early", ""), ("Late", "Lions")]
    assert [one.reason for one in thursday.shut] == ["Heating"]
    assert [bool(day.taken) for day in plan.days].count(True) == 1
    assert plan.days[6].hours is None
    assert len(plan.centre.week) == 7
    assert len(desk.ask(DoorPlanOf(room, THURSDAY, 1)).days) == 1


def test_only_what_a_room_surely_has_hangs_on_its_door(desk: Desk) -> None:
    room = make_room(desk)
    for feature, having in ((Feature.LIFT, Having.YES), (Feature.RAMP, Having.LIMITED)):
        desk.do(SetRoomFeature(room, feature, Offering(), Offering(having)))
    assert [words(one) for one in desk.ask(DoorPlanOf(room, MONDAY)).features] == ["Lift"]


def test_no_private_title_holder_or_note_on_any_plan(desk: Desk) -> None:
    """Nor is what waits for a yes named on a door, though its time is held."""
    room = make_room(desk)
    secret = {"holder": "Hidden holder", "notes": "Hidden note", "people": 77}
    make_booking(desk, room, "10:00", "11:00", "Hidden title", private=True, **secret)
    make_booking(desk, room, "12:00", "13:00", "Perhaps", pending=True, holder="Somebody")
    door, day = desk.ask(DoorPlanOf(room, MONDAY)), desk.ask(DayPlanOf(THURSDAY))
    assert "Hidden" not in repr(door) + repr(day)
    assert [line.people for line in day.rooms[0].lines] == [None, None]
    assert "Perhaps" not in repr(door)
    languages = tuple(Language)
    papers = [text_of(draw_door_plan(door, languages, NOW, large=large)) for large in (False, True)]
    assert all("Aizņemts" in paper and "12.00–13.00" in paper for paper in papers)
    on_desk = text_of(draw_desk_plan(day, languages, NOW))
    assert "Perhaps" in on_desk
    assert not any("Hidden" in paper for paper in (*papers, on_desk))


def test_the_hall_and_its_parts_know_of_one_another(desk: Desk) -> None:
    hall = make_room(desk, "Hall")
    parts = [new_id(), new_id()]
    for part, name in zip(parts, ("Part A", "Part B"), strict=True):
        desk.do(AddRoom(part, RoomDetails(name, part_of_id=hall)))
    make_booking(desk, hall, "9:00", "10:00", "Whole")
    make_booking(desk, parts[0], "11:00", "12:00", "In A")
    make_booking(desk, parts[1], "11:00", "12:00", "In B")

    def on_door(room_id: object) -> list[tuple[str, str]]:
        plan = desk.ask(DoorPlanOf(room_id, THURSDAY, 1))  # type: ignore[arg-type]
        return sorted((one.title, one.where) for one in plan.days[0].taken)

    assert on_door(hall) == [("In A", "Part A"), ("In B", "Part B"), ("Whole", "")]
    assert on_door(parts[0]) == [("In A", ""), ("Whole", "Hall")]
    day = desk.ask(DayPlanOf(THURSDAY))
    assert [line.taken.where for line in day.rooms[1].lines] == ["Hall", ""]


def test_the_day_of_all_rooms_for_the_desk(desk: Desk) -> None:
    hall = make_room(desk, "Hall", setup_minutes=30, clear_minutes=15, position=1)
    make_room(desk, "Small", position=2)
    make_booking(
        desk,
        hall,
        "10:00",
        "11:00",
        "Choir",
        holder="Lions",
        people=25,
        notes="Key",
        tentative=True,
        setup=Setup.CIRCLE,
        after_minutes=5,
        wishes=((Wish.TEA, 25), (Wish.PROJECTOR, 1)),
    )
    make_closure(desk, None, "18:00", "19:00", "Meeting")
    plan = desk.ask(DayPlanOf(THURSDAY))
    assert [room.room for room in plan.rooms] == ["Hall", "Small"]
    (line,) = plan.rooms[0].lines
    assert (line.taken.title, line.people, line.before, line.after) == ("Choir", 25, 30, 5)
    assert ([words(one) for one in line.states], line.note) == (["tentative"], "Key")
    prepare = [words(one) for one in line.prepare]
    assert prepare == ["Chairs in a circle", "Projector", "25 × Tea and coffee"]
    assert [len(room.shut) for room in plan.rooms] == [1, 1]


def test_a_long_closure_and_a_night_are_cut_at_midnight(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "22:00", "23:59", "Night")
    make_closure(desk, room, "0:00", "72:00", "Floor")
    days = desk.ask(DoorPlanOf(room, THURSDAY, 2)).days
    assert [day.shut[0].start.day for day in days] == [15, 16]
    assert [len(day.taken) for day in days] == [1, 0]


def test_a_confirmation_says_what_was_agreed_and_the_house_rules(desk: Desk) -> None:
    found_centre(desk)
    rules = replace(CENTRE, house_rules="Kurpes\nnovelk.", booking_phone="65300001")
    desk.do(EditCentre(CENTRE, rules))
    room = make_room(desk, "Hall")
    booking = make_booking(desk, room, "10:00", "11:00", "Choir", contact="Anna, 2X", people=25)
    found = desk.ask(ConfirmationOf(booking))
    assert (found.taken.title, found.contact, found.room) == ("Choir", "Anna, 2X", "Hall")
    assert found.house_rules == {Language.LV: "Kurpes\nnovelk."}
    assert found.state is None
    text = text_of(draw_confirmation(found, (Language.LV,), NOW))
    assert "novelk." in text
    assert "65300001" in text
    desk.do(CancelBooking(booking))
    state = desk.ask(ConfirmationOf(booking)).state
    assert state is not None
    assert words(state) == "This booking is cancelled"


def test_what_is_gone_is_refused_in_words(desk: Desk) -> None:
    with pytest.raises(Refused, match="Choose another"):
        desk.ask(DoorPlanOf(uuid4(), date(2026, 1, 1)))
    with pytest.raises(Refused, match="no longer there"):
        desk.ask(ConfirmationOf(uuid4()))


def test_who_only_looks_prints_plans_and_no_confirmation(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room)
    desk.sign_in(SignedIn(new_id(), "Zane", frozenset({Role.ADMINISTRATOR})))
    assert desk.ask(DoorPlanOf(room, MONDAY)).days[3].taken
    assert desk.ask(DayPlanOf(THURSDAY)).rooms
    with pytest.raises(NotAllowed):
        desk.ask(ConfirmationOf(booking))
    assert slot("9:00", "10:00")
