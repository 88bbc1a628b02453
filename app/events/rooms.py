"""Taking a room for a session of an event, or saying kindly why not."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from app.action import Action
from app.bookings.model import Booking, Room
from app.bookings.record import put
from app.bookings.rules import check_and_offer, hold, release
from app.errors import Refused
from app.events.model import Event
from app.events.record import write_booking
from app.language import say
from app.slot import Place


def take_room(
    session: Session,
    booking: Booking,
    event: Event,
    place: Place,
    instead: Callable[[Place], Action],
) -> None:
    """Take the room for the event, or raise Refused with other places."""
    if not session.get(Room, place.room_id):
        raise Refused(say("This room is no longer there. Choose another."))
    write_booking(booking, event)
    with session.no_autoflush:
        check_and_offer(session, booking, place, instead)
    release(session, booking)
    booking.removed = False
    put(booking, place)
    session.add(booking)
    hold(session, booking)
