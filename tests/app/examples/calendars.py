"""One prepared example of every action that takes a calendar in."""

from collections.abc import Callable
from datetime import date, timedelta

from app.action import Action
from app.bookings import calendar_import
from app.bookings.calendar_import import (
    DateToLoad,
    ImportBookings,
    PutCalendarBack,
    TakeCalendarOut,
)
from app.desk import Desk
from app.ids import new_id
from tests.making.bookings import details, make_room

LOADED = calendar_import.PART + 20


def _load(desk: Desk) -> ImportBookings:
    room = make_room(desk)
    days = [date(2026, 10, 16) + timedelta(n) for n in range(LOADED)]
    dates = tuple(
        DateToLoad(new_id(), "choir", f"{day:%Y%m%d}", "", details(room, day=day)) for day in days
    )
    return ImportBookings(new_id(), "choir.ics", dates)


def _take_out(desk: Desk) -> Action:
    change = desk.do(_load(desk))
    assert isinstance(change.undo, TakeCalendarOut)
    return change.undo


def _put_back(desk: Desk) -> Action:
    change = desk.do(_take_out(desk))
    assert isinstance(change.undo, PutCalendarBack)
    return change.undo


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    ImportBookings: _load,
    PutCalendarBack: _put_back,
    TakeCalendarOut: _take_out,
}
