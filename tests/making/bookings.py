"""Rooms, bookings and closures for tests, made as people make them: through actions."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.bookings.actions import BookRoom
from app.bookings.closures import AddClosure
from app.bookings.details import BookingDetails, ClosureDetails, RoomDetails
from app.bookings.model import BookingKind
from app.bookings.repeats import Repeat
from app.bookings.rooms import AddRoom
from app.bookings.series import BookSeries
from app.bookings.series_record import Dated, place_on
from app.desk import Desk
from app.ids import new_id
from app.slot import Place, Slot

THURSDAY = date(2026, 10, 15)


def at(clock: str, day: date = THURSDAY) -> datetime:
    """``at("9:30")`` is half past nine on the day of the tests."""
    hour, minute = map(int, clock.split(":"))
    return datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute)


def slot(start: str, end: str, day: date = THURSDAY) -> Slot:
    return Slot(at(start, day), at(end, day))


def make_room(desk: Desk, name: str = "Great hall", **details: object) -> UUID:
    room_id = new_id()
    desk.do(AddRoom(room_id, RoomDetails(name, **details)))  # type: ignore[arg-type]
    return room_id


def details(
    room_id: UUID, start: str = "10:00", end: str = "11:00", title: str = "Choir", **rest: object
) -> BookingDetails:
    day = rest.pop("day", THURSDAY)
    assert isinstance(day, date)
    rest.setdefault("kind", BookingKind.NGO)
    return BookingDetails(title, Place(room_id, slot(start, end, day)), **rest)  # type: ignore[arg-type]


def make_booking(
    desk: Desk,
    room_id: UUID,
    start: str = "10:00",
    end: str = "11:00",
    title: str = "Choir",
    **rest: object,
) -> UUID:
    booking_id = new_id()
    desk.do(BookRoom(booking_id, details(room_id, start, end, title, **rest)))
    return booking_id


def make_closure(
    desk: Desk,
    room_id: UUID | None,
    start: str = "9:00",
    end: str = "12:00",
    reason: str = "Heating",
) -> UUID:
    closure_id = new_id()
    desk.do(AddClosure(closure_id, ClosureDetails(room_id, slot(start, end), reason)))
    return closure_id


def on_days(details_: BookingDetails, days: Iterable[date]) -> tuple[Dated, ...]:
    """Each of these days as the others, to be booked."""
    return tuple(Dated(new_id(), day, place_on(details_.place, day)) for day in days)


def make_series(desk: Desk, details_: BookingDetails, repeat: Repeat) -> tuple[UUID, list[UUID]]:
    """The id of a series all of whose dates are booked, and the ids of its bookings in order."""
    dates, series_id = on_days(details_, repeat.dates().days), new_id()
    desk.do(BookSeries(series_id, new_id(), details_, repeat, dates))
    return series_id, [one.booking_id for one in dates]
