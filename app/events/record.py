"""Writing what the form says into an event and its booking; what every action of events asks."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.bookings.model import Booking, BookingKind, BookingStatus, Room
from app.errors import ChangedElsewhere, Refused
from app.events.details import EventDetails, PlannedDate, PlannedEvent, SessionPlace
from app.events.model import Event, EventSession, TargetGroup
from app.language import Message, say
from app.slot import Slot

PLAIN = tuple(field.name for field in fields(EventDetails) if field.name != "target_groups")
"""What the form says under the name of the column that keeps it, as it is."""


def own_event(session: Session, event_id: UUID) -> Event:
    """The event, when it is there. Raises ChangedElsewhere."""
    event = session.get(Event, event_id)
    if event is None or event.removed:
        raise ChangedElsewhere(say("This event is no longer there."))
    return event


def own_session(session: Session, session_id: UUID) -> EventSession:
    """The session, when it and its event are there. Raises ChangedElsewhere."""
    found = session.get(EventSession, session_id)
    if found is None or found.removed or found.event.removed:
        raise ChangedElsewhere(say("This event is no longer there."))
    return found


def refuse_if_cancelled(event: Event) -> None:
    if event.cancelled:
        raise Refused(say("“{title}” is cancelled. Restore it first.", title=event.title))


def details_of(event: Event) -> EventDetails:
    """What the form of ``event`` shows."""
    return EventDetails(
        **{name: getattr(event, name) for name in PLAIN},
        target_groups=frozenset(map(TargetGroup, event.target_groups.split(",")))
        if event.target_groups
        else frozenset(),
    )


def place_of(found: EventSession) -> SessionPlace:
    """When and where the session is."""
    room_id = found.booking.room_id if found.booking else None
    return SessionPlace(Slot(found.starts, found.ends), room_id, found.place)


def write(event: Event, details: EventDetails) -> None:
    for name in PLAIN:
        setattr(event, name, getattr(details, name))
    event.target_groups = ",".join(one for one in TargetGroup if one in details.target_groups)


def write_booking(booking: Booking, event: Event) -> None:
    """A booking of an event says what the event says; a support group keeps its name to itself."""
    booking.title = event.title
    booking.holder = event.leader
    booking.people = seats_of(event.capacity, event.companion_places)
    booking.kind = BookingKind.CENTRE
    booking.private = event.confidential
    booking.of_event = True
    booking.tentative = event.draft
    booking.status = BookingStatus.CANCELLED if event.cancelled else BookingStatus.CONFIRMED


def seats_of(capacity: int | None, companions: int) -> int | None:
    """How many seats a room must have; None when as many come as like."""
    return capacity + companions if capacity else None


def sessions_of(session: Session, event: Event) -> Sequence[EventSession]:
    """The sessions with their bookings, the earliest first; removed ones when the event is."""
    return session.scalars(
        select(EventSession)
        .where(EventSession.event_id == event.id, EventSession.removed.is_(event.removed))
        .order_by(EventSession.starts)
    ).all()


def bookings_of(session: Session, event: Event) -> Sequence[Booking]:
    """The rooms the event has, in the order of its sessions."""
    return session.scalars(
        select(Booking)
        .join(EventSession, EventSession.booking_id == Booking.id)
        .where(EventSession.event_id == event.id, EventSession.removed.is_(event.removed))
        .order_by(EventSession.starts)
    ).all()


def planned(session: Session, event: Event) -> PlannedEvent:
    """The event with all its dates, as its form shows it."""
    dates = (
        PlannedDate(one.id, one.booking_id, place_of(one)) for one in sessions_of(session, event)
    )
    in_order = sorted(dates, key=lambda one: (one.place.slot, one.session_id))
    return PlannedEvent(details_of(event), tuple(in_order))


def changed_meanwhile(event: Event) -> ChangedElsewhere:
    return ChangedElsewhere(
        say("“{title}” was changed in the meantime. Look at it again.", title=event.title)
    )


def where_and_when(session: Session, title: str, place: SessionPlace) -> dict[str, object]:
    """The values of a sentence that says when and where a session is."""
    room = session.get_one(Room, place.room_id).name if place.room_id else place.place
    return {
        "title": title,
        "where": room or say("elsewhere"),
        "day": place.slot.start.date(),
        "start": place.slot.start.time(),
        "end": place.slot.end.time(),
    }


def change(
    event: Event, message: Message, undo: Action | None, bookings: Iterable[Booking] = ()
) -> Change:
    topics = {about(Kind.EVENTS, event.id)}
    if touched := [booking.id for booking in bookings]:
        topics.add(about(Kind.BOOKINGS, *touched))
    return Change(message, frozenset(topics), undo)
