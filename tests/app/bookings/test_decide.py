"""Cancelling, restoring and confirming a booking."""

import pytest

from app.bookings.queries import DayBoard
from app.bookings.status import CancelBooking, ConfirmBooking, RestoreBooking, UnconfirmBooking
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from tests.making.bookings import THURSDAY, make_booking, make_room


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
