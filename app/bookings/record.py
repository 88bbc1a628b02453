"""Writing what the form says into a booking, and reading it back; what every booking action asks."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.bookings.details import BookingDetails
from app.bookings.house import house
from app.bookings.model import HOLDING, Booking, BookingStatus, Wish
from app.bookings.rules import against, hold, refuse_if_troubled
from app.database.journal import may
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say
from app.permission import Permission
from app.slot import Place
from app.visitors.model import Organisation, Visitor


def own_booking(session: Session, booking_id: UUID) -> Booking:
    """The booking, when it may be changed by itself. Raises Refused with what to do instead."""
    booking = session.get(Booking, booking_id)
    if booking is None or booking.removed:
        raise ChangedElsewhere(say("This booking is no longer there."))
    if booking.of_event:
        raise Refused(
            say(
                "This room belongs to the event “{title}”. Open the event and change it there.",
                title=booking.title,
            )
        )
    return booking


def details_of(booking: Booking) -> BookingDetails:
    """What the form of ``booking`` shows."""
    return BookingDetails(
        title=booking.title,
        place=booking.place,
        kind=booking.kind,
        organisation_id=booking.organisation_id,
        holder=booking.holder,
        visitor_id=booking.visitor_id,
        people=booking.people,
        pending=booking.status == BookingStatus.PENDING,
        tentative=booking.tentative,
        private=booking.private,
        notes=booking.notes,
        contact=booking.contact,
        setup=booking.setup,
        before_minutes=booking.before_minutes,
        after_minutes=booking.after_minutes,
        wishes=wishes_from_text(booking.wishes),
        override_reason=booking.override_reason,
    )


def wishes_of(booking: Booking) -> tuple[tuple[Wish, int], ...]:
    return wishes_from_text(booking.wishes)


def wishes_from_text(text: str) -> tuple[tuple[Wish, int], ...]:
    words = (one.rpartition(":") for one in filter(None, text.split(";")))
    return tuple((Wish(wish), int(n)) for wish, _, n in words)


def wishes_as_text(wishes: tuple[tuple[Wish, int], ...]) -> str:
    return ";".join(f"{wish.value}:{n}" for wish, n in wishes)


def write(session: Session, booking: Booking, details: BookingDetails) -> None:
    """Raises Refused when it says what only a coordinator may say."""
    if details.organisation_id and not session.get(Organisation, details.organisation_id):
        raise Refused(say("This organisation is no longer there. Choose another."))
    booking.title = details.title
    booking.kind = details.kind
    booking.organisation_id = details.organisation_id
    booking.holder = _holder(session, booking, details)
    booking.visitor_id = details.visitor_id
    booking.people = details.people
    booking.tentative = details.tentative
    booking.private = details.private
    booking.notes = details.notes
    booking.contact = details.contact
    booking.setup = details.setup
    booking.before_minutes = details.before_minutes
    booking.after_minutes = details.after_minutes
    booking.wishes = wishes_as_text(details.wishes)
    _write_decisions(session, booking, details)
    put(booking, details.place)


def _holder(session: Session, booking: Booking, details: BookingDetails) -> str:
    """A person of the list is called by the name she has when the booking becomes hers."""
    if details.visitor_id is None or (details.holder and details.visitor_id == booking.visitor_id):
        return details.holder
    visitor = session.get(Visitor, details.visitor_id)
    if visitor is None or visitor.removed:
        raise Refused(say("This person is no longer in the list. Choose another."))
    return visitor.name


def _write_decisions(session: Session, booking: Booking, details: BookingDetails) -> None:
    decides = may(session, Permission.DECIDE_BOOKINGS)
    if details.override_reason != (booking.override_reason or "") and not decides:
        raise Refused(say("Only a coordinator may let a booking stand against a rule."))
    booking.override_reason = details.override_reason
    wanted = BookingStatus.PENDING if details.pending else BookingStatus.CONFIRMED
    if booking.status is None:
        room = house(session).by_id.get(details.place.room_id)
        waits = room is not None and room.needs_approval and not decides
        booking.status = BookingStatus.PENDING if waits else wanted
    elif booking.status in HOLDING and booking.status != wanted:
        if not decides:
            raise Refused(say("Only a coordinator may approve a booking or let it wait again."))
        booking.status = wanted


def put(booking: Booking, place: Place) -> None:
    booking.room_id = place.room_id
    booking.starts, booking.ends = place.slot.start, place.slot.end


def hold_if_active(session: Session, booking: Booking) -> None:
    """Take again the time it once had: only another booking is in its way; a cancelled one takes none."""
    if booking.status in HOLDING:
        found = against(session, booking, booking.place)
        refuse_if_troubled(one for one in found if not one.may_be_overridden)
        hold(session, booking)


def changed_meanwhile(booking: Booking) -> ChangedElsewhere:
    return ChangedElsewhere(
        say("“{title}” was changed in the meantime. Look at it again.", title=booking.title)
    )


def where_and_when(session: Session, booking: Booking) -> dict[str, object]:
    """The values of a sentence that says where and when a booking is."""
    return {
        "title": booking.title,
        "room": house(session).by_id[booking.room_id].name,
        "day": booking.starts.date(),
        "start": booking.starts.time(),
        "end": booking.ends.time(),
    }


def change(booking: Booking, message: Message, undo: Action) -> Change:
    return Change(message, frozenset({about(Kind.BOOKINGS, booking.id)}), undo)
