"""Who waits gets the place that comes free, without anybody having to think of it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.events.facts import facts_of_each
from app.events.model import Event, Registration, RegistrationStatus
from app.events.news import places_given
from app.events.places import places_of
from app.language import Message, say, say_count
from app.visitors.model import Visitor
from app.visitors.visits import named


def waiting_of(session: Session, event: Event) -> Sequence[Registration]:
    """In the order in which they asked."""
    return session.scalars(
        select(Registration)
        .join(Visitor, Visitor.id == Registration.visitor_id)
        .where(
            Registration.event_id == event.id,
            Registration.status == RegistrationStatus.WAITLISTED,
            ~Registration.removed,
            ~Visitor.removed,
        )
        .order_by(Registration.registered, Registration.id)
    ).all()


def move_up(session: Session, event: Event) -> list[Registration]:
    """Give the free places to those who wait; they must hear of it."""
    moved = who_moves_up(session, event)
    for one in moved:
        give_place(session, one)
    return moved


def give_place(session: Session, waiting: Registration, *, tells: bool = True) -> None:
    waiting.status = RegistrationStatus.REGISTERED
    waiting.moved_up = session.info["now"] if tells else None
    places_given(session, waiting.event_id)


def who_moves_up(session: Session, event: Event) -> list[Registration]:
    """For whom there are places, in their order; who needs more than there is waits on.

    Nobody moves up any more when every date is over.
    """
    session.flush()
    waiting = waiting_of(session, event)
    if event.cancelled or not waiting:
        return []
    places, moved = places_of(session, event), []
    if places.over:
        return []
    wanted = facts_of_each(session, waiting)
    for one in waiting:
        if places.has_room(wanted[one.id]):
            places = places.with_one_more(wanted[one.id])
            moved.append(one)
    return moved


def let_wait_again(session: Session, registration_ids: Iterable[UUID]) -> None:
    """Taking back what moved them up; who has cancelled meanwhile stays so."""
    for one in registration_ids:
        found = session.get(Registration, one)
        if found and not found.removed and found.status == RegistrationStatus.REGISTERED:
            wait_again(session, found)


def wait_again(session: Session, found: Registration) -> None:
    found.status = RegistrationStatus.WAITLISTED
    found.moved_up = None
    places_given(session, found.event_id)


def ids_of(moved: Iterable[Registration]) -> tuple[UUID, ...]:
    return tuple(one.id for one in moved)


def told(message: Message, moved: Sequence[Registration]) -> Message:
    """The sentence, and who has a place now."""
    if not moved:
        return message
    if len(moved) == 1:
        return say("{what} {who} has the place now.", what=message, who=named(moved[0].visitor))
    more = say_count(
        "{n} person of the waiting list has a place now.",
        "{n} people of the waiting list have a place now.",
        len(moved),
    )
    return say("{what} {more}", what=message, more=more)
