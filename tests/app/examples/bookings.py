"""One prepared example of every action of bookings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.action import Action
from app.bookings.actions import BookRoom, EditBooking, MoveBooking, PutBackBooking, RemoveBooking
from app.bookings.closures import (
    AddClosure,
    AddHolidays,
    EditClosure,
    PutBackClosures,
    RemoveClosures,
)
from app.bookings.details import ClosureDetails, RoomDetails
from app.bookings.model import Feature, Having
from app.bookings.public_holidays import Holiday
from app.bookings.room_features import Offering, SetRoomFeature
from app.bookings.rooms import (
    AddRoom,
    BringBackRoom,
    EditRoom,
    PutBackRoom,
    RemoveRoom,
    RetireRoom,
)
from app.bookings.status import (
    CancelBooking,
    ConfirmBooking,
    LetWaitAgain,
    RefuseBooking,
    RestoreBooking,
    UnconfirmBooking,
)
from app.desk import Desk
from app.ids import new_id
from app.slot import Place
from tests.making.bookings import details, make_booking, make_closure, make_room, slot


def _book(desk: Desk) -> Action:
    return BookRoom(new_id(), details(make_room(desk)))


def _remove_booking(desk: Desk) -> Action:
    return RemoveBooking(make_booking(desk, make_room(desk)))


def _put_back_booking(desk: Desk) -> Action:
    booking_id = make_booking(desk, make_room(desk))
    desk.do(RemoveBooking(booking_id))
    return PutBackBooking(booking_id)


def _edit_booking(desk: Desk) -> Action:
    room_id = make_room(desk)
    seen = details(room_id)
    wanted = replace(seen, title="Mixed choir", people=30, pending=True)
    wanted = replace(wanted, place=Place(room_id, slot("12:00", "13:00")))
    return EditBooking(make_booking(desk, room_id), seen, wanted)


def _move_booking(desk: Desk) -> Action:
    here, there = make_room(desk), make_room(desk, "Workshop")
    booking_id = make_booking(desk, here)
    return MoveBooking(
        booking_id, Place(here, slot("10:00", "11:00")), Place(there, slot("12:00", "13:30"))
    )


def _cancel_booking(desk: Desk) -> Action:
    return CancelBooking(make_booking(desk, make_room(desk), pending=True))


def _restore_booking(desk: Desk) -> Action:
    booking_id = make_booking(desk, make_room(desk))
    desk.do(CancelBooking(booking_id))
    return RestoreBooking(booking_id)


def _confirm_booking(desk: Desk) -> Action:
    return ConfirmBooking(make_booking(desk, make_room(desk), pending=True))


def _refuse_booking(desk: Desk) -> Action:
    return RefuseBooking(make_booking(desk, make_room(desk), pending=True), "Painted that day")


def _let_wait_again(desk: Desk) -> Action:
    refusal = _refuse_booking(desk)
    desk.do(refusal)
    return LetWaitAgain(refusal.booking_id)  # type: ignore[attr-defined]


def _unconfirm_booking(desk: Desk) -> Action:
    return UnconfirmBooking(make_booking(desk, make_room(desk)))


def _add_room(desk: Desk) -> Action:
    """A part of a hall that is booked: the claims of the hall become claims of the part."""
    hall = make_room(desk)
    make_booking(desk, hall)
    return AddRoom(new_id(), RoomDetails("Part A", capacity=50, part_of_id=hall))


def _remove_room(desk: Desk) -> Action:
    return RemoveRoom(make_room(desk))


def _put_back_room(desk: Desk) -> Action:
    room_id = make_room(desk)
    desk.do(RemoveRoom(room_id))
    return PutBackRoom(room_id)


def _edit_room(desk: Desk) -> Action:
    room_id = make_room(desk, "Hall")
    return EditRoom(room_id, RoomDetails("Hall"), RoomDetails("Great hall", capacity=80))


def _retire_room(desk: Desk) -> Action:
    return RetireRoom(make_room(desk), desk.clock.now())


def _bring_back_room(desk: Desk) -> Action:
    room_id = make_room(desk)
    desk.do(RetireRoom(room_id, desk.clock.now()))
    return BringBackRoom(room_id, desk.clock.now())


def _set_feature(desk: Desk) -> Action:
    return SetRoomFeature(
        make_room(desk), Feature.DOOR_WIDTH, Offering(), Offering(Having.YES, "92")
    )


def _add_closure(desk: Desk) -> Action:
    return AddClosure(new_id(), ClosureDetails(make_room(desk), slot("9:00", "12:00"), "Heating"))


def _edit_closure(desk: Desk) -> Action:
    room_id = make_room(desk)
    seen = ClosureDetails(room_id, slot("9:00", "12:00"), "Heating")
    return EditClosure(make_closure(desk, room_id), seen, replace(seen, room_id=None))


def _remove_closures(desk: Desk) -> Action:
    return RemoveClosures((make_closure(desk, None),))


def _put_back_closures(desk: Desk) -> Action:
    closure_id = make_closure(desk, None)
    desk.do(RemoveClosures((closure_id,)))
    return PutBackClosures((closure_id,))


def _add_holidays(desk: Desk) -> Action:
    return AddHolidays((Holiday(new_id(), date(2026, 11, 18), "Proclamation Day"),))


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    BookRoom: _book,
    RemoveBooking: _remove_booking,
    PutBackBooking: _put_back_booking,
    EditBooking: _edit_booking,
    MoveBooking: _move_booking,
    CancelBooking: _cancel_booking,
    RestoreBooking: _restore_booking,
    ConfirmBooking: _confirm_booking,
    RefuseBooking: _refuse_booking,
    LetWaitAgain: _let_wait_again,
    UnconfirmBooking: _unconfirm_booking,
    AddRoom: _add_room,
    RemoveRoom: _remove_room,
    PutBackRoom: _put_back_room,
    EditRoom: _edit_room,
    RetireRoom: _retire_room,
    BringBackRoom: _bring_back_room,
    SetRoomFeature: _set_feature,
    AddClosure: _add_closure,
    EditClosure: _edit_closure,
    RemoveClosures: _remove_closures,
    PutBackClosures: _put_back_closures,
    AddHolidays: _add_holidays,
}
