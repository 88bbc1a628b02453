"""What is printed about bookings: the plan on a door, the day of all rooms, one confirmation."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.bookings.house import room_hours, week
from app.bookings.model import Booking, Having
from app.bookings.paper_facts import (
    Hall,
    Opens,
    booked,
    centre_on_paper,
    day_of,
    desk_room,
    house_rules,
    of_days,
    prepared_for,
    state_on_paper,
)
from app.bookings.room_queries import board_rooms
from app.bookings.rules import closures
from app.bookings.vocabulary import FEATURES
from app.errors import Refused
from app.language import say
from app.permission import Permission
from app.sheets.plan import Confirmation, DeskPlan, DoorPlan, Taken

MOST_DAYS = 31


@dataclass(frozen=True)
class DoorPlanOf:
    """What hangs on the door of a room. Raises Refused when the room is no longer there.

    A private booking, and one that nobody has said yes to, only says that the room is taken.
    """

    room_id: UUID
    first_day: date
    days: int = 7
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> DoorPlan:
        rooms = board_rooms(session)
        room = next((one for one in rooms if one.id == self.room_id), None)
        if room is None:
            raise Refused(say("This room is no longer there. Choose another."))
        hall = Hall(rooms, room)
        days = [self.first_day + timedelta(n) for n in range(max(1, min(self.days, MOST_DAYS)))]
        slot = of_days(days[0], days[-1])
        taken = [
            hall.taken(booking, who, on_door=True)
            for booking, who in booked(session, slot)
            if booking.room_id in hall.ids
        ]
        shut = [one for one in closures(session, slot) if hall.is_shut(one)]
        opens = Opens(week(session), room_hours(session))
        features = tuple(FEATURES[row.feature] for row in room.features if row.having == Having.YES)
        return DoorPlan(
            centre_on_paper(session, opens.week),
            room.name,
            room.where,
            room.capacity,
            features,
            tuple(day_of(day, opens.on(room.id, day), taken, shut) for day in days),
        )


@dataclass(frozen=True)
class DayPlanOf:
    """A day of all rooms for the desk; private bookings are not named on paper."""

    day: date
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> DeskPlan:
        rooms = board_rooms(session)
        slot = of_days(self.day, self.day)
        taken = list(booked(session, slot))
        used = {booking.room_id for booking, _ in taken}
        opens = Opens(week(session), room_hours(session))
        shut = closures(session, slot)
        return DeskPlan(
            centre_on_paper(session, opens.week),
            self.day,
            tuple(
                desk_room(Hall(rooms, room), taken, shut, opens.on(room.id, self.day))
                for room in rooms
                if not room.retired or room.id in used
            ),
        )


@dataclass(frozen=True)
class ConfirmationOf:
    """What whoever booked takes home. Raises Refused when the booking is no longer there."""

    booking_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> Confirmation:
        booking = session.get(Booking, self.booking_id)
        if booking is None or booking.removed:
            raise Refused(say("This booking is no longer there."))
        if booking.of_event:
            raise Refused(say("This room belongs to an event: there is nobody to confirm it to."))
        holder = booking.organisation.name if booking.organisation else booking.holder
        return Confirmation(
            centre_on_paper(session, week(session)),
            Taken(booking.starts, booking.ends, booking.title, holder),
            booking.room.name,
            booking.room.where,
            booking.people,
            booking.contact,
            wishes=tuple(prepared_for(booking)),
            state=state_on_paper(booking),
            house_rules=house_rules(session),
        )
