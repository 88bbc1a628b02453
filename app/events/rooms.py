"""Taking rooms for the dates of an event, or saying kindly why not."""

from collections.abc import Callable, Sequence

from sqlalchemy.orm import Session

from app.action import Action
from app.bookings.many_dates import Asked, check_dates
from app.bookings.model import Booking, Room
from app.bookings.record import put
from app.bookings.rules import check_and_offer, hold_all, release_all
from app.errors import Refused
from app.events.model import Event
from app.events.record import write_booking
from app.language import say
from app.slot import Place

Wanted = tuple[Booking, Place]


def take_room(
    session: Session,
    booking: Booking,
    event: Event,
    place: Place,
    instead: Callable[[Place], Action],
) -> None:
    """Take the room for the event, or raise Refused with other places."""
    take_rooms(session, event, [(booking, place)], instead)


def take_rooms(
    session: Session,
    event: Event,
    wanted: Sequence[Wanted],
    instead: Callable[[Place], Action] | None = None,
) -> None:
    """Take all these rooms, or none and name each clash; for a single one ``instead`` has ways out."""
    if not wanted:
        return
    for room_id in {place.room_id for _, place in wanted}:
        if not session.get(Room, room_id):
            raise Refused(say("This room is no longer there. Choose another."))
    with session.no_autoflush:
        for booking, _ in wanted:
            write_booking(booking, event)
        if len(wanted) == 1 and instead is not None:
            (booking, place) = wanted[0]
            check_and_offer(session, booking, place, instead)
        for booking, place in wanted:
            booking.removed = False
            put(booking, place)
        if len(wanted) > 1 or instead is None:
            check_dates(session, [Asked.of_booking(booking) for booking, _ in wanted])
    bookings = [booking for booking, _ in wanted]
    session.add_all(bookings)
    release_all(session, [booking.id for booking in bookings])
    hold_all(session, bookings)
