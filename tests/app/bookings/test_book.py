"""Booking a room: who is told what when it is taken, and what is offered instead."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from app.action import Kind
from app.bookings.actions import BookRoom, EditBooking, MoveBooking, RemoveBooking
from app.bookings.closures import AddClosure
from app.bookings.details import BookingDetails, ClosureDetails, RoomDetails
from app.bookings.model import Booking, Claim
from app.bookings.queries import DayBoard, FullDayBoard, OneBooking
from app.bookings.rooms import AddRoom, EditRoom
from app.bookings.rules import hold, release
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.language import words
from app.permission import Role, SignedIn
from app.slot import Place, Slot
from tests.making.bookings import (
    THURSDAY,
    details,
    make_booking,
    make_closure,
    make_room,
    slot,
)


def claims(desk: Desk) -> set[tuple[object, object]]:
    with desk.database.reading() as session:
        return {(c.booking_id, c.room_id) for c in session.scalars(select(Claim))}


def claim_over(desk: Desk, booking_id: UUID, wanted: Slot) -> None:
    with desk.database.writing() as session:
        booking = session.get_one(Booking, booking_id)
        release(session, booking)
        session.execute(
            insert(Claim).values(
                booking_id=booking_id,
                room_id=booking.room_id,
                starts=wanted.start,
                ends=wanted.end,
            )
        )


def shift_without_asking(desk: Desk, ids: list[UUID], step: timedelta) -> None:
    """All claims away, then all claims back: what lies back to back never meets itself."""
    with desk.database.writing() as session:
        bookings = [session.get_one(Booking, booking_id) for booking_id in ids]
        for booking in bookings:
            release(session, booking)
            booking.starts += step
            booking.ends += step
        for booking in bookings:
            hold(session, booking)


def test_a_booked_room_stands_on_the_board(desk: Desk) -> None:
    room = make_room(desk)
    change = desk.do(BookRoom(new_id(), details(room, holder="Seniors' club", people=18)))
    assert words(change.message) == "Great hall booked: “Choir”, 15 Oct, 10:00–11:00"
    assert change.kinds == {Kind.BOOKINGS}
    (card,) = desk.ask(DayBoard(THURSDAY)).cards
    assert (card.title, card.holder, card.people) == ("Choir", "Seniors' club", 18)
    assert card.place == Place(room, slot("10:00", "11:00"))


def test_the_second_is_told_who_has_it_and_where_to_go(desk: Desk) -> None:
    hall = make_room(desk, "Great hall", capacity=80)
    make_room(desk, "Cabinet", capacity=4)
    workshop = make_room(desk, "Workshop", capacity=16)
    make_booking(desk, hall, "10:00", "11:30", holder="Seniors' club")
    with pytest.raises(Refused) as refused:
        make_booking(desk, hall, "11:00", "12:00", "Rehearsal", people=12)
    assert str(refused.value) == "Great hall is taken: “Choir” (Seniors' club), 10:00–11:30."
    room, time, _wait = refused.value.offers
    assert words(room.message) == "Free: Workshop"
    assert words(time.message) == "Free 11:30–12:30"
    desk.do(room.action)
    cards = {card.title: card for card in desk.ask(DayBoard(THURSDAY)).cards}
    assert cards["Rehearsal"].place == Place(workshop, slot("11:00", "12:00"))


def test_every_objection_is_in_one_refusal(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "10:00", "11:00", private=True, title="Mediation")
    make_closure(desk, room, "10:00", "12:00", "Heating")
    with pytest.raises(Refused) as refused:
        make_booking(desk, room, "10:30", "11:30")
    assert str(refused.value) == (
        "Great hall is closed 10:00–12:00: Heating. Great hall is taken: “Mediation”, 10:00–11:00."
    )


def test_right_before_and_right_after_are_free(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "10:00", "11:00")
    make_booking(desk, room, "9:00", "10:00")
    make_booking(desk, room, "11:00", "12:00")
    assert len(desk.ask(DayBoard(THURSDAY)).cards) == 3


def test_yesterday_night_reaches_into_today(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "20:00", "30:00", day=THURSDAY - timedelta(days=1))
    with pytest.raises(Refused, match="taken"):
        make_booking(desk, room, "5:00", "7:00")
    assert len(desk.ask(DayBoard(THURSDAY)).cards) == 1


def test_too_few_seats_do_not_stop_anybody(desk: Desk) -> None:
    room = make_room(desk, capacity=4)
    make_booking(desk, room, people=40)
    assert desk.ask(DayBoard(THURSDAY)).cards[0].people == 40


def test_a_whole_hall_claims_its_parts(desk: Desk) -> None:
    hall = make_room(desk, "Hall")
    before = make_booking(desk, hall, "9:00", "10:00")
    part_a = make_room(desk, "Part A", part_of_id=hall)
    part_b = make_room(desk, "Part B", part_of_id=hall)
    after = make_booking(desk, hall, "10:00", "11:00")
    parts = {part_a, part_b}
    assert claims(desk) == {(booking, part) for booking in (before, after) for part in parts}
    with pytest.raises(Refused, match="Hall is taken: “Choir”"):
        make_booking(desk, part_b, "10:30", "11:30")
    desk.undo()
    desk.undo()
    desk.undo()
    assert claims(desk) == {(before, hall)}


def test_rooms_booked_at_one_time_cannot_become_one(desk: Desk) -> None:
    hall = make_room(desk, "Hall")
    make_booking(desk, hall)
    room = make_room(desk, "Room")
    make_booking(desk, room)
    part = new_id()
    desk.do(AddRoom(part, RoomDetails("Part", part_of_id=hall)))
    make_booking(desk, part, "12:00", "13:00")
    with pytest.raises(Refused, match="bookings at the same time"):
        desk.do(EditRoom(room, RoomDetails("Room"), RoomDetails("Room", part_of_id=hall)))


def test_the_database_itself_refuses_what_the_rule_forgot(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room)
    other = make_booking(desk, room, "12:00", "13:00")
    with pytest.raises(IntegrityError):
        claim_over(desk, other, slot("10:59", "11:30"))
    assert claims(desk) == {(booking, room), (other, room)}


def test_holding_without_asking_the_rule_is_refused_by_name(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room)
    other = make_booking(desk, room, "12:00", "13:00", "Rehearsal")
    with pytest.raises(Refused, match="Great hall is taken: “Choir”"):
        shift_without_asking(desk, [other], timedelta(hours=-1, minutes=-30))
    assert len(claims(desk)) == 2


def test_back_to_back_bookings_shift_together(desk: Desk) -> None:
    room = make_room(desk)
    ids = [make_booking(desk, room, f"{hour}:00", f"{hour + 1}:00") for hour in (10, 11, 12)]
    shift_without_asking(desk, ids, timedelta(hours=1))
    board = desk.ask(DayBoard(THURSDAY))
    assert [card.slot.start.hour for card in board.cards] == [11, 12, 13]


def test_moving_a_booking_over_its_own_old_time(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room, "10:00", "12:00")
    here, there = (Place(room, slot(*times)) for times in (("10:00", "12:00"), ("11:00", "13:00")))
    change = desk.do(MoveBooking(booking, seen=here, wanted=there))
    assert words(change.message) == "“Choir” moved to Great hall, 15 Oct, 11:00–13:00"
    desk.undo()
    assert desk.ask(DayBoard(THURSDAY)).cards[0].place == here
    desk.redo()
    assert desk.ask(DayBoard(THURSDAY)).cards[0].place == there


def test_a_move_seen_too_late_is_refused(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room)
    seen, wanted = Place(room, slot("9:00", "10:00")), Place(room, slot("12:00", "13:00"))
    with pytest.raises(ChangedElsewhere, match="changed in the meantime"):
        desk.do(MoveBooking(booking, seen, wanted))


def test_a_refused_move_offers_ready_moves(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "12:00", "13:00", "Lunch")
    booking = make_booking(desk, room)
    seen = Place(room, slot("10:00", "11:00"))
    with pytest.raises(Refused, match="Lunch") as refused:
        desk.do(MoveBooking(booking, seen, Place(room, slot("12:30", "13:30"))))
    offer, _wait = refused.value.offers
    desk.do(offer.action)
    assert desk.ask(OneBooking(booking)).details.place.slot == slot("13:00", "14:00")


def test_an_old_title_can_be_mended_though_its_time_is_closed_now(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room, title="Chior")
    desk.do(AddClosure(new_id(), ClosureDetails(None, slot("0:00", "24:00"), "Repairs")))
    seen = desk.ask(OneBooking(booking)).details
    desk.do(EditBooking(booking, seen, details(room)))
    assert desk.ask(DayBoard(THURSDAY)).cards[0].title == "Choir"


def test_a_booking_of_an_event_is_changed_through_the_event(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room)
    with desk.database.writing() as session:
        session.get_one(Booking, booking).of_event = True
    here, there = Place(room, slot("10:00", "11:00")), Place(room, slot("12:00", "13:00"))
    with pytest.raises(Refused, match="belongs to the event “Choir”"):
        desk.do(MoveBooking(booking, here, there))
    with pytest.raises(Refused, match="belongs to the event"):
        desk.do(RemoveBooking(booking))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"title": " \u200b\0"}, "what the booking is for", id="no title"),
        pytest.param({"title": "x" * 201}, "too long", id="a novel as title"),
        pytest.param({"notes": "x" * 2001}, "too long", id="a novel as note"),
        pytest.param({"people": -1}, "as a number", id="less than nobody"),
        pytest.param({"organisation_id": new_id()}, "no longer there", id="unknown organisation"),
    ],
)
def test_what_cannot_be_kept_is_refused(desk: Desk, change: dict[str, object], says: str) -> None:
    room = make_room(desk)
    wanted = details(room)
    strange = BookingDetails(**{**vars(wanted), **change})  # type: ignore[arg-type]
    with pytest.raises(Refused, match=says):
        desk.do(BookRoom(new_id(), strange))
    assert desk.ask(DayBoard(THURSDAY)).cards == ()


def test_nobody_books_a_room_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(Refused, match="no longer in use"):
        make_booking(desk, new_id())


def test_a_private_booking_is_only_a_taken_room_for_others(desk: Desk) -> None:
    make_booking(desk, make_room(desk), private=True, holder="Somebody")
    desk.sign_in(SignedIn(new_id(), "Zane", frozenset({Role.ADMINISTRATOR})))
    (card,) = desk.ask(DayBoard(THURSDAY)).cards
    assert (card.title, card.holder, card.private) == ("", "", True)
    with pytest.raises(Refused, match="may not do this"):
        desk.ask(FullDayBoard(THURSDAY))


def test_taken_while_it_was_taken_back(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room)
    desk.undo()
    with desk.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Claim)) == 0
    make_booking(desk, room, title="Quicker")
    assert desk.redo() is None


def test_what_another_desk_has_moved_is_not_taken_back(desk: Desk, other_desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room)
    there = Place(room, slot("14:00", "15:00"))
    other_desk.do(MoveBooking(booking, Place(room, slot("10:00", "11:00")), there))
    with pytest.raises(ChangedElsewhere, match="changed in the meantime"):
        desk.undo()
    assert [card.place for card in desk.ask(DayBoard(THURSDAY)).cards] == [there]
