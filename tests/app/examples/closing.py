"""One prepared example of every action that closes over bookings."""

from collections.abc import Callable
from datetime import date

from app.action import Action
from app.bookings.closing import CloseRooms, ReopenRooms, Way
from app.bookings.details import ClosureDetails
from app.desk import Desk
from app.ids import new_id
from tests.making.bookings import make_booking, make_room, slot

FRIDAY = date(2026, 10, 16)


def _close(desk: Desk) -> CloseRooms:
    room = make_room(desk)
    make_booking(desk, room, day=FRIDAY)
    make_booking(desk, room, "14:00", "15:00", day=FRIDAY, pending=True)
    details = ClosureDetails(room, slot("8:00", "20:00", FRIDAY), "Floor repair")
    return CloseRooms(new_id(), new_id(), details, Way.CANCEL)


def _reopen(desk: Desk) -> Action:
    undo = desk.do(_close(desk)).undo
    assert isinstance(undo, ReopenRooms)
    return undo


EXAMPLES: dict[type, Callable[[Desk], Action]] = {CloseRooms: _close, ReopenRooms: _reopen}
