"""The dates of an event in the database: making them, taking them away, putting them elsewhere."""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.action import Action
from app.bookings.model import Booking
from app.bookings.rules import release
from app.errors import Refused
from app.events.details import PlannedDate, SessionPlace
from app.events.model import Attendance, Event, EventSession, HeadCount
from app.events.rooms import Wanted, take_rooms
from app.language import say
from app.slot import Place


def put_dates(
    session: Session,
    event: Event,
    dates: Iterable[PlannedDate],
    instead: Callable[[Place], Action] | None = None,
) -> list[Booking]:
    """Let the event have these dates as they are said, all of them or none; their bookings.

    A date that is there already, or was once, is put where it is wanted.
    """
    dates = list(dates)
    there = _known(session, [one.session_id for one in dates])
    had = {id_: date.booking for id_, date in there.items() if date.booking}
    once = _bookings(session, [one.booking_id or one.session_id for one in dates])
    booked = {
        one.session_id: had.get(one.session_id) or _booking(once, one)
        for one in dates
        if one.place.in_room
    }
    wanted: list[Wanted] = [
        (booked[one.session_id], one.place.in_room) for one in dates if one.place.in_room
    ]
    take_rooms(session, event, wanted, instead)
    left = [booking for id_, booking in had.items() if id_ not in booked]
    give_back(session, left)
    for one in dates:
        date = there.get(one.session_id) or EventSession(id=one.session_id, event_id=event.id)
        _write(date, one.place, booked.get(one.session_id))
        session.add(date)
    session.flush()
    session.expire(event, ["sessions"])
    return [*booked.values(), *left]


def take_away(session: Session, gone: Iterable[EventSession]) -> list[Booking]:
    """These dates are no more, and their rooms are free."""
    bookings = []
    for date in gone:
        date.removed = True
        bookings += [date.booking] if date.booking else []
    give_back(session, bookings)
    return bookings


def give_back(session: Session, bookings: Iterable[Booking]) -> None:
    for booking in bookings:
        release(session, booking)
        booking.removed = True


def refuse_if_came(session: Session, gone: Sequence[EventSession]) -> None:
    """A date that people came to stays."""
    ids = [date.id for date in gone]
    for table in (Attendance, HeadCount):
        came = select(table.id).where(table.session_id.in_(ids), ~table.removed)
        if session.scalar(came.limit(1)) is not None:
            raise Refused(say("People have come to this date already. It stays."))


def _known(session: Session, ids: list[UUID]) -> dict[UUID, EventSession]:
    """One question for all dates, those taken away too."""
    asked = select(EventSession).options(joinedload(EventSession.booking))
    return {one.id: one for one in session.scalars(asked.where(EventSession.id.in_(ids)))}


def _bookings(session: Session, ids: list[UUID]) -> dict[UUID, Booking]:
    return {one.id: one for one in session.scalars(select(Booking).where(Booking.id.in_(ids)))}


def _booking(once: dict[UUID, Booking], one: PlannedDate) -> Booking:
    """The room a date once had, when it comes back."""
    booking_id = one.booking_id or one.session_id
    return once.get(booking_id) or Booking(id=booking_id)


def _write(date: EventSession, place: SessionPlace, booking: Booking | None) -> None:
    date.removed = False
    date.booking = booking
    date.place = place.place
    date.starts, date.ends = place.slot.start, place.slot.end
