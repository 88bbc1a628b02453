"""Rooms and closures as their forms show them, and what lies in a closure."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.details import ClosureDetails, RoomDay, RoomDetails
from app.bookings.facts import Holding
from app.bookings.model import Closure, Room, RoomOpens, RoomSeats
from app.bookings.public_holidays import Holiday
from app.bookings.rules import floor_around, holdings
from app.errors import ChangedElsewhere
from app.language import say
from app.slot import Slot


def known_room(session: Session, room_id: UUID) -> Room:
    room = session.get(Room, room_id)
    if room is None or room.removed:
        raise ChangedElsewhere(say("This room is no longer there."))
    return room


def room_details(session: Session, room: Room) -> RoomDetails:
    """What the form of ``room`` shows."""
    seats = tuple(
        (setup, n)
        for setup, n in session.execute(
            select(RoomSeats.setup, RoomSeats.seats)
            .where(RoomSeats.room_id == room.id)
            .order_by(RoomSeats.setup)
        )
    )
    days = tuple(
        RoomDay(*row)
        for row in session.execute(
            select(RoomOpens.weekday, RoomOpens.opens, RoomOpens.closes)
            .where(RoomOpens.room_id == room.id)
            .order_by(RoomOpens.weekday)
        )
    )
    return RoomDetails(
        name=room.name,
        short_name=room.short_name,
        position=room.position,
        capacity=room.capacity,
        wheelchair_places=room.wheelchair_places,
        where=room.where,
        part_of_id=room.part_of_id,
        setup_minutes=room.setup_minutes,
        clear_minutes=room.clear_minutes,
        notice_hours=room.notice_hours,
        shortest_minutes=room.shortest_minutes,
        longest_minutes=room.longest_minutes,
        needs_approval=room.needs_approval,
        seats=seats,
        days=days,
    )


def in_the_way(session: Session, details: ClosureDetails) -> tuple[Holding, ...]:
    """The bookings that lie in a closure."""
    if details.room_id is None:
        return holdings(session, details.slot)
    sharing = floor_around(session, details.slot).sharing(details.room_id)
    return tuple(one for one in holdings(session, details.slot) if one.room_id in sharing)


def closure_details(closure: Closure) -> ClosureDetails:
    return ClosureDetails(closure.room_id, Slot(closure.starts, closure.ends), closure.reason)


def write_closure(session: Session, closure: Closure, details: ClosureDetails) -> None:
    if details.room_id is not None:
        known_room(session, details.room_id)
    closure.room_id = details.room_id
    closure.starts, closure.ends = details.slot.start, details.slot.end
    closure.reason = details.reason


def closure_changed() -> ChangedElsewhere:
    return ChangedElsewhere(say("This closure was changed in the meantime. Look again."))


def whole_day(holiday: Holiday) -> Slot:
    midnight = datetime.combine(holiday.day, time())
    return Slot(midnight, midnight + timedelta(days=1))


def holidays_entered(session: Session, holidays: Iterable[Holiday]) -> frozenset[date]:
    """The days among ``holidays`` that the centre is closed on as holidays."""
    midnights = [whole_day(holiday).start for holiday in holidays]
    found = session.scalars(
        select(Closure.starts).where(
            ~Closure.removed, Closure.holiday, Closure.starts.in_(midnights)
        )
    )
    return frozenset(start.date() for start in found)
