"""One prepared example of every action on the waiting list."""

from collections.abc import Callable
from uuid import UUID

from app.action import Action
from app.bookings.status import CancelBooking
from app.bookings.waiting import (
    ChangeWaiting,
    LetAnyRoomDo,
    PutBackWaiting,
    RemoveWaiting,
    WaitForPlace,
)
from app.bookings.waiting_model import WaitingState
from app.bookings.waiting_taken import BookWaiting, UnbookWaiting
from app.desk import Desk
from app.ids import new_id
from app.slot import Place
from tests.making.bookings import details, make_booking, make_room, slot


def _wait(desk: Desk) -> WaitForPlace:
    room = make_room(desk)
    make_booking(desk, room, "14:00", "15:00")
    return WaitForPlace(new_id(), details(room, "14:00", "15:00", "Dance"))


def _waiting(desk: Desk) -> UUID:
    wish = _wait(desk)
    desk.do(wish)
    return wish.waiting_id


def _put_back(desk: Desk) -> Action:
    wish = _waiting(desk)
    desk.do(RemoveWaiting(wish))
    return PutBackWaiting(wish)


def _offer(desk: Desk) -> Action:
    return ChangeWaiting(_waiting(desk), WaitingState.WAITING, WaitingState.OFFERED)


def _book(desk: Desk) -> BookWaiting:
    room = make_room(desk)
    taken = make_booking(desk, room, "14:00", "15:00")
    wish = new_id()
    desk.do(WaitForPlace(wish, details(room, "14:00", "15:00", "Dance")))
    desk.do(CancelBooking(taken))
    return BookWaiting(wish, new_id(), Place(room, slot("14:00", "15:00")))


def _again(desk: Desk) -> Action:
    undo = desk.do(_book(desk)).undo
    assert isinstance(undo, UnbookWaiting)
    return undo


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    WaitForPlace: _wait,
    RemoveWaiting: lambda desk: RemoveWaiting(_waiting(desk)),
    PutBackWaiting: _put_back,
    ChangeWaiting: _offer,
    LetAnyRoomDo: lambda desk: LetAnyRoomDo(_waiting(desk), True),
    BookWaiting: _book,
    UnbookWaiting: _again,
}
