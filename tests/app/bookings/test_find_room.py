"""Finding a free room: best fit first, why the others will not do, and what else would."""

from datetime import time, timedelta

import pytest

from app.bookings.facts import Terms
from app.bookings.finding import Found, FreeRooms
from app.bookings.free_time import next_quarter
from app.bookings.model import Feature, Having
from app.bookings.now import Now, RoomsNow
from app.bookings.queries import WhyNot
from app.bookings.room_features import Offering, SetRoomFeature
from app.desk import Desk
from app.language import words
from app.slot import Place
from tests.making.bookings import THURSDAY, at, make_booking, make_closure, make_room, slot

AFTERNOON = (time(12), time(17))


def find(desk: Desk, people: int = 25, *features: Feature, minutes: int = 120) -> Found:
    return desk.ask(FreeRooms(THURSDAY, people, AFTERNOON, minutes, frozenset(features)))


def test_the_smallest_that_is_enough_comes_first(desk: Desk) -> None:
    hall = make_room(desk, "Great hall", capacity=80)
    classroom = make_room(desk, "Classroom", capacity=30)
    make_room(desk, "Workshop", capacity=16)
    make_booking(desk, classroom, "12:00", "12:30")
    make_booking(desk, hall, "12:00", "14:30")
    found = find(desk)
    assert [fit.room.name for fit in found.fitting] == ["Classroom", "Great hall"]
    assert [fit.smallest for fit in found.fitting] == [True, False]
    assert found.fitting[0].times[0] == slot("12:30", "14:30")
    assert found.fitting[1].times == (slot("14:30", "16:30"),)
    assert [words(unfit.why) for unfit in found.unfit] == ["Workshop has only 16 seats."]


def test_a_wish_nobody_answered_is_said_to_be_unknown(desk: Desk) -> None:
    yes, no, unknown = (make_room(desk, name, capacity=30) for name in ("A", "B", "C"))
    for room, having in ((yes, Having.LIMITED), (no, Having.NO)):
        desk.do(SetRoomFeature(room, Feature.STEP_FREE, Offering(), Offering(having, "ramp")))
    found = find(desk, 25, Feature.STEP_FREE)
    assert [fit.room.id for fit in found.fitting] == [yes]
    assert [words(unfit.why) for unfit in found.unfit] == [
        "B: no “Step-free”.",
        "C: it is not known whether it has “Step-free”.",
    ]
    assert unknown == found.unfit[1].room.id


def test_when_nothing_fits_the_nearest_wishes_that_do(desk: Desk) -> None:
    room = make_room(desk, "Classroom", capacity=30)
    make_booking(desk, room, "12:00", "17:00", "Exam")
    found = find(desk)
    assert found.fitting == ()
    assert words(found.unfit[0].why) == "Classroom is taken: “Exam”, 12:00–17:00."
    said = [words(sentence) for sentence, _ in found.instead]
    assert said == [
        "Between 08:00 and 12:00",
        "Between 17:00 and 21:00",
        "On the next day: Friday, 16 October",
    ]
    assert all(desk.ask(other).fitting for _, other in found.instead)


def test_today_nothing_begins_before_now(desk: Desk) -> None:
    make_room(desk, "Classroom", capacity=30)
    wish = FreeRooms(THURSDAY, 25, (time(8), time(17)), 60, not_before=at("12:15"))
    assert desk.ask(wish).fitting[0].times == (
        slot("12:15", "13:15"),
        slot("13:30", "14:30"),
        slot("14:30", "15:30"),
    )


def test_a_part_of_the_day_that_is_over_is_said_to_be(desk: Desk) -> None:
    make_room(desk, "Classroom", capacity=30)
    wish = FreeRooms(THURSDAY, 25, (time(8), time(12)), 60, not_before=at("12:15"))
    found = desk.ask(wish)
    assert (found.fitting, found.unfit, found.over) == ((), (), True)
    said = [words(sentence) for sentence, _ in found.instead]
    assert said[0] == "Between 12:00 and 17:00"


@pytest.mark.parametrize(
    ("now", "next_one"), [("11:48", "12:00"), ("12:00", "12:00"), ("23:50", "24:00")]
)
def test_the_next_quarter(now: str, next_one: str) -> None:
    assert next_quarter(at(now)) == at(next_one)


def test_dropping_the_wish_that_nobody_meets(desk: Desk) -> None:
    make_room(desk, "Classroom", capacity=30)
    found = find(desk, 25, Feature.PROJECTOR)
    assert [words(sentence) for sentence, _ in found.instead] == ["Without “Projector”"]


def test_why_not_says_everything_and_offers(desk: Desk) -> None:
    room = make_room(desk, capacity=4, setup_minutes=30, clear_minutes=15)
    make_booking(desk, room, "10:00", "11:00")
    answer = desk.ask(WhyNot(Place(room, slot("10:30", "11:30")), Terms(5)))
    assert not answer.is_free
    assert len(answer.troubles) == 2
    assert [place.slot for _, place in answer.instead] == [slot("11:30", "12:30")]
    free = desk.ask(WhyNot(Place(room, slot("12:00", "13:00"))))
    assert free.is_free
    assert free.needed == slot("11:30", "13:15")


def test_the_rooms_at_this_moment(desk: Desk) -> None:
    hall = make_room(desk, "Hall", position=1)
    part = make_room(desk, "Part", position=2, part_of_id=hall)
    shut = make_room(desk, "Shut", position=3)
    make_room(desk, "Quiet", position=4)
    make_booking(desk, part, "11:00", "12:00", "Choir")
    make_booking(desk, hall, "13:00", "14:00", "Secret", private=True)
    make_closure(desk, shut, "9:00", "15:00", "Heating")
    now = {room.name: room for room in desk.ask(RoomsNow(at("11:48")))}
    assert (now["Hall"].state, now["Hall"].until, now["Hall"].by) == (
        Now.BUSY,
        at("12:00"),
        "Choir",
    )
    assert (now["Hall"].next_start, now["Hall"].next_title) == (at("13:00"), "")
    assert "Part" not in now, "a part shows in its hall"
    assert (now["Shut"].state, now["Shut"].until, now["Shut"].by) == (
        Now.CLOSED,
        at("15:00"),
        "Heating",
    )
    assert (now["Quiet"].state, now["Quiet"].until) == (Now.FREE, None)
    later = {room.name: room for room in desk.ask(RoomsNow(at("12:00")))}
    assert (later["Hall"].state, later["Hall"].until) == (Now.FREE, at("13:00"))
    assert desk.ask(RoomsNow(at("12:00") + timedelta(days=1)))[0].next_start is None
