"""Cancelling, restoring and confirming a booking."""

from dataclasses import replace

import pytest

from app.bookings.actions import EditBooking
from app.bookings.deciding import HowManyWait, WaitingForDecision
from app.bookings.model import Wish
from app.bookings.queries import DayBoard, OneBooking
from app.bookings.status import (
    CancelBooking,
    ConfirmBooking,
    LetWaitAgain,
    RefuseBooking,
    RestoreBooking,
    UnconfirmBooking,
)
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.language import words
from app.permission import Role, SignedIn
from tests.making.bookings import THURSDAY, make_booking, make_closure, make_room


def test_a_cancelled_booking_gives_its_time_back(desk: Desk) -> None:
    room = make_room(desk)
    first = make_booking(desk, room, title="First")
    desk.do(CancelBooking(first))
    make_booking(desk, room, title="Second")
    board = desk.ask(DayBoard(THURSDAY))
    assert [card.title for card in board.cards] == ["Second"]
    assert [card.title for card in board.cancelled] == ["First"]
    with pytest.raises(Refused, match="Great hall is taken: “Second”"):
        desk.do(RestoreBooking(first))


def test_a_restored_booking_waits_as_it_did(desk: Desk) -> None:
    booking = make_booking(desk, make_room(desk), pending=True)
    desk.do(CancelBooking(booking))
    desk.undo()
    assert desk.ask(DayBoard(THURSDAY)).cards[0].pending
    desk.redo()
    assert desk.ask(DayBoard(THURSDAY)).cards == ()


def test_a_pending_booking_holds_its_time(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, pending=True)
    with pytest.raises(Refused, match="taken"):
        make_booking(desk, room)


def test_confirming_and_thinking_again(desk: Desk) -> None:
    booking = make_booking(desk, make_room(desk), pending=True)
    desk.do(ConfirmBooking(booking))
    assert not desk.ask(DayBoard(THURSDAY)).cards[0].pending
    with pytest.raises(ChangedElsewhere):
        desk.do(ConfirmBooking(booking))
    desk.do(UnconfirmBooking(booking))
    assert desk.ask(DayBoard(THURSDAY)).cards[0].pending


def test_cancelled_twice(desk: Desk) -> None:
    booking = make_booking(desk, make_room(desk))
    desk.do(CancelBooking(booking))
    with pytest.raises(ChangedElsewhere, match="already cancelled"):
        desk.do(CancelBooking(booking))


def test_a_refusal_needs_a_reason_and_gives_the_time_back(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room, pending=True)
    with pytest.raises(Refused, match="Write why"):
        desk.do(RefuseBooking(booking, "  "))
    desk.do(RefuseBooking(booking, "The floor is being painted"))
    assert desk.ask(OneBooking(booking)).decision == "The floor is being painted"
    other = make_booking(desk, room)
    with pytest.raises(Refused, match="taken"):
        desk.do(LetWaitAgain(booking))
    desk.do(CancelBooking(other))
    desk.do(LetWaitAgain(booking))
    assert [card.pending for card in desk.ask(DayBoard(THURSDAY)).cards] == [True]


def test_what_is_asked_for_may_stand_against_rules_until_somebody_decides(desk: Desk) -> None:
    room = make_room(desk)
    make_closure(desk, None, "9:00", "12:00", "Heating")
    with pytest.raises(Refused, match="Heating") as refused:
        make_booking(desk, room)
    assert words(refused.value.offers[0].message) == "Let the coordinator decide"
    desk.do(refused.value.offers[0].action)
    (card,) = desk.ask(DayBoard(THURSDAY)).cards
    with pytest.raises(Refused, match="Heating"):
        desk.do(ConfirmBooking(card.id))
    desk.do(ConfirmBooking(card.id, "They bring their own heater"))
    details = desk.ask(OneBooking(card.id)).details
    assert (details.pending, details.override_reason) == (False, "They bring their own heater")
    desk.undo()
    details = desk.ask(OneBooking(card.id)).details
    assert (details.pending, details.override_reason) == (True, "")


def test_nobody_overrides_two_groups_at_one_door(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, title="First")
    for but in ({"pending": True}, {"override_reason": "It is urgent"}):
        with pytest.raises(Refused, match="First"):
            make_booking(desk, room, title="Second", **but)


def test_a_reason_lets_a_booking_stand_and_stays_with_it(desk: Desk) -> None:
    room = make_room(desk, longest_minutes=30)
    booking = make_booking(desk, room, override_reason="A whole class")
    seen = desk.ask(OneBooking(booking)).details
    desk.do(EditBooking(booking, seen, replace(seen, notes="Keys at the desk")))
    assert desk.ask(OneBooking(booking)).details.override_reason == "A whole class"


def test_the_front_desk_asks_and_the_coordinator_decides(desk: Desk) -> None:
    room = make_room(desk, needs_approval=True)
    assert desk.signed_in is not None
    everything = desk.signed_in
    desk.sign_in(SignedIn(everything.staff_id, "Front desk", frozenset({Role.FRONT_DESK})))
    booking = make_booking(desk, room)
    seen = desk.ask(OneBooking(booking)).details
    assert seen.pending
    with pytest.raises(Refused, match="Only a coordinator"):
        desk.do(EditBooking(booking, seen, replace(seen, pending=False)))
    with pytest.raises(Refused, match="Only a coordinator"):
        make_booking(desk, room, "12:00", "13:00", override_reason="Because")
    with pytest.raises(Refused, match="coordinator"):
        desk.do(ConfirmBooking(booking))
    desk.sign_in(everything)
    desk.do(ConfirmBooking(booking))


def test_what_was_looked_at_stands_there_in_the_order_of_the_rules(desk: Desk) -> None:
    room = make_room(desk, capacity=10, setup_minutes=15)
    make_booking(desk, room, pending=True, people=8, wishes=((Wish.PROJECTOR, 1), (Wish.TEA, 8)))
    assert desk.ask(HowManyWait()) == 0  # it began at ten, and it is nearly noon
    make_booking(desk, room, "13:00", "14:00", "Late", pending=True, people=8)
    make_booking(
        desk, room, "15:00", "16:00", "Wishes", pending=True, wishes=((Wish.PROJECTOR, 1),)
    )
    late, wishes = desk.ask(WaitingForDecision())
    assert desk.ask(HowManyWait()) == 2
    assert all(check.fine for check in late.checks)
    assert [check.fine for check in wishes.checks] == [True] * 6 + [False]
    assert not wishes.against_rules  # what the room has not can be brought
