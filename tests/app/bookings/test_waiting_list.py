"""The waiting list: offered where a room is taken, told when it comes free, booked by the usual door."""

from datetime import timedelta
from uuid import UUID

import pytest

from app.bookings.actions import BookRoom, MoveBooking
from app.bookings.queries import DayBoard
from app.bookings.status import CancelBooking
from app.bookings.waiting import ChangeWaiting, LetAnyRoomDo, WaitForPlace
from app.bookings.waiting_model import WaitingState
from app.bookings.waiting_queries import WaitingList, WaitingRow, WaitingThatFit
from app.bookings.waiting_taken import BookWaiting
from app.clock import StandingClock, wall_now
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.language import words
from app.slot import Place
from tests.making.bookings import THURSDAY, details, make_booking, make_closure, make_room, slot

TWO_TO_THREE = slot("14:00", "15:00")


def waiting(desk: Desk) -> tuple[WaitingRow, ...]:
    return desk.ask(WaitingList(wall_now(desk.clock)))


def fitting(desk: Desk) -> list[str]:
    return [row.title for row in desk.ask(WaitingThatFit(wall_now(desk.clock)))]


def wait(desk: Desk, room: UUID, title: str = "Dance", **rest: object) -> UUID:
    wish = new_id()
    desk.do(WaitForPlace(wish, details(room, "14:00", "15:00", title, **rest)))
    return wish


def test_who_is_refused_is_offered_the_waiting_list(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "14:00", "16:00")
    with pytest.raises(Refused) as refused:
        desk.do(BookRoom(new_id(), details(room, "14:00", "15:00", "Dance", holder="Aija")))
    offer = refused.value.offers[-1]
    assert words(offer.message) == "Put on the waiting list"
    said = desk.do(offer.action).message
    assert words(said) == "“Dance” waits for Great hall, 15 Oct, 14:00–15:00"
    (row,) = waiting(desk)
    assert (row.holder, row.place.slot, row.fits) == ("Aija", TWO_TO_THREE, False)
    assert row.fit.objection is not None
    assert words(row.fit.objection).startswith("Great hall is taken: “Choir”")


def test_nobody_waits_for_what_is_closed(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "14:00", "16:00")
    make_closure(desk, room, "14:00", "17:00")
    with pytest.raises(Refused) as refused:
        desk.do(BookRoom(new_id(), details(room, "14:00", "15:00", "Dance")))
    assert "waiting" not in " ".join(words(offer.message) for offer in refused.value.offers)


def test_cancelling_shortening_and_moving_tell_who_waits(desk: Desk) -> None:
    room, other = make_room(desk), make_room(desk, "Workshop", clear_minutes=30)
    choir = make_booking(desk, room, "13:00", "16:00")
    wait(desk, room)
    assert fitting(desk) == []
    here, short = Place(room, slot("13:00", "16:00")), Place(room, slot("15:00", "16:00"))
    change = desk.do(MoveBooking(choir, here, short))
    assert words(change.message).endswith(". “Dance” waits for this time.")
    assert fitting(desk) == ["Dance"]
    desk.undo()
    desk.do(MoveBooking(choir, here, Place(other, slot("13:00", "16:00"))))
    assert fitting(desk) == ["Dance"]
    desk.undo()
    change = desk.do(CancelBooking(choir))
    assert words(change.message) == "Booking cancelled: “Choir”. “Dance” waits for this time."


def test_the_full_rules_are_asked_before_anybody_is_told(desk: Desk) -> None:
    room = make_room(desk, clear_minutes=30)
    choir = make_booking(desk, room, "14:30", "16:00")
    make_booking(desk, room, "13:00", "13:45", "Exam")
    wait(desk, room)
    change = desk.do(CancelBooking(choir))
    assert words(change.message) == "Booking cancelled: “Choir”"
    assert fitting(desk) == []


def test_what_was_waited_for_is_booked_and_given_back(desk: Desk) -> None:
    room = make_room(desk)
    choir = make_booking(desk, room, "14:00", "15:00")
    wish = wait(desk, room, holder="Aija", people=12)
    book = BookWaiting(wish, new_id(), Place(room, TWO_TO_THREE))
    with pytest.raises(Refused, match="is taken"):
        desk.do(book)
    assert len(waiting(desk)) == 1
    desk.do(CancelBooking(choir))
    desk.do(ChangeWaiting(wish, WaitingState.WAITING, WaitingState.OFFERED))
    desk.do(book)
    (card,) = desk.ask(DayBoard(THURSDAY)).cards
    assert (card.title, card.holder, card.people) == ("Dance", "Aija", 12)
    assert waiting(desk) == ()
    with pytest.raises(ChangedElsewhere):
        desk.do(BookWaiting(wish, new_id(), Place(room, TWO_TO_THREE)))
    desk.undo()
    assert [row.state for row in waiting(desk)] == [WaitingState.OFFERED]


def test_a_booking_that_waits_to_move_is_moved(desk: Desk) -> None:
    hall, small = make_room(desk, "Hall"), make_room(desk, "Small")
    choir = make_booking(desk, hall, "14:00", "15:00")
    dance = make_booking(desk, small, "14:00", "15:00", "Dance")
    here, there = Place(small, TWO_TO_THREE), Place(hall, TWO_TO_THREE)
    with pytest.raises(Refused) as refused:
        desk.do(MoveBooking(dance, here, there))
    desk.do(refused.value.offers[-1].action)
    desk.do(CancelBooking(choir))
    (row,) = waiting(desk)
    assert row.moves
    desk.do(BookWaiting(row.id, new_id(), there))
    (card,) = desk.ask(DayBoard(THURSDAY)).cards
    assert (card.id, card.room_id) == (dance, hall)
    desk.undo()
    assert desk.ask(DayBoard(THURSDAY)).cards[0].room_id == small
    desk.redo()
    assert desk.ask(DayBoard(THURSDAY)).cards[0].room_id == hall


def test_any_room_that_fits_will_do(desk: Desk) -> None:
    hall = make_room(desk, "Hall", capacity=80)
    for name, seats in (("Big", 50), ("Small", 4)):
        make_room(desk, name, capacity=seats)
    make_booking(desk, hall, "14:00", "15:00")
    wish = wait(desk, hall, people=20)
    desk.do(LetAnyRoomDo(wish, True))
    (row,) = waiting(desk)
    assert (row.fits, row.fit.room) == (True, "Big")


def test_wishes_end_when_taken_off_or_when_their_time_is_past(
    desk: Desk, clock: StandingClock
) -> None:
    room = make_room(desk)
    wish = wait(desk, room)
    wait(desk, room, "Chess")
    assert [row.title for row in waiting(desk)] == ["Dance", "Chess"]
    desk.do(ChangeWaiting(wish, WaitingState.WAITING, WaitingState.GONE))
    assert [row.title for row in waiting(desk)] == ["Chess"]
    with pytest.raises(ChangedElsewhere):
        desk.do(ChangeWaiting(wish, WaitingState.WAITING, WaitingState.OFFERED))
    clock.advance(timedelta(hours=4))
    assert waiting(desk) == ()
