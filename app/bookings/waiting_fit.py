"""Whether what somebody waits for could be had now: the full rules, asked for the list of wishes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.facts import Terms
from app.bookings.rules import floor_around, stops
from app.bookings.waiting_model import ON_THE_LIST, WaitingBooking
from app.clock import to_wall
from app.language import Message, say
from app.slot import Place, Slot


@dataclass(frozen=True)
class Fit:
    """Where a wish could be had now; ``objection`` is the first one, or a mere warning."""

    place: Place | None
    room: str = ""
    objection: Message | None = None


def naming_who_waits(session: Session, message: Message, freed: Place) -> Message:
    """``message``, and who has waited longest for a time that became free with ``freed``."""
    waiting = session.scalars(
        select(WaitingBooking)
        .where(
            ~WaitingBooking.removed,
            WaitingBooking.state.in_(ON_THE_LIST),
            WaitingBooking.starts < freed.slot.end,
            WaitingBooking.ends > max(freed.slot.start, to_wall(session.info["now"])),
        )
        .order_by(WaitingBooking.entered_at, WaitingBooking.id)
    ).all()
    for wish, fit in fits(session, waiting):
        if fit.place is not None:
            return say("{change}. “{title}” waits for this time.", change=message, title=wish.title)
    return message


def fits(
    session: Session, wishes: Iterable[WaitingBooking]
) -> Iterator[tuple[WaitingBooking, Fit]]:
    """Each wish with where it could be had; the wishes of a day share what is read of it."""
    floors: dict[date, Floor] = {}
    for wish in wishes:
        day = wish.starts.date()
        if day not in floors:
            floors[day] = floor_around(session, _two_days(day))
        yield wish, _fit(floors[day], wish)


def terms_of_wish(wish: WaitingBooking) -> Terms:
    return Terms(wish.people, wish.setup, wish.before_minutes, wish.after_minutes)


def _fit(floor: Floor, wish: WaitingBooking) -> Fit:
    terms = terms_of_wish(wish)
    objections = floor.troubles(wish.place, terms, wish.moves_id)
    first = objections[0].message if objections else None
    asked = floor.room(wish.room_id)
    if not any(stops(one) for one in objections):
        return Fit(wish.place, asked.name if asked else "", first)
    if wish.any_room:
        for room in sorted(floor.rooms, key=lambda room: room.capacity):
            place = replace(wish.place, room_id=room.id)
            enough = room.seats_when(wish.setup) >= (wish.people or 0)
            if enough and floor.is_free(place, terms, wish.moves_id):
                return Fit(place, room.name)
    return Fit(None, objection=first)


def _two_days(day: date) -> Slot:
    """A booking lasts at most 24 hours, so it ends before the next day does."""
    midnight = datetime.combine(day, time())
    return Slot(midnight, midnight + timedelta(days=2))
