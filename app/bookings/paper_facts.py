"""The facts on papers about bookings: what of a room, a day and a booking may stand there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.board import BoardRoom
from app.bookings.facts import Hours, RoomHours, Shut, Week
from app.bookings.model import HOLDING, Booking, BookingKind, BookingStatus
from app.bookings.record import wishes_of
from app.bookings.rules import within
from app.bookings.vocabulary import SETUPS, WISHES
from app.centre.model import Centre
from app.database.base import THIS_CENTRE
from app.language import Language, Message, say
from app.sheets.plan import CentreOnPaper, DeskLine, DeskRoom, PlanDay, ShutTime, Taken, Tint
from app.slot import Slot
from app.visitors.model import Organisation

_TINTS = {
    BookingKind.SCHOOL: Tint.BLUE,
    BookingKind.NGO: Tint.GREEN,
    BookingKind.RESIDENTS: Tint.ORANGE,
    BookingKind.MUNICIPALITY: Tint.GREY,
    BookingKind.CENTRE: Tint.TEAL,
}


def centre_on_paper(session: Session, hours: Week) -> CentreOnPaper:
    """The centre's names in its languages, where to reach it about bookings, its week."""
    open_week = tuple(_times(hours.get(day)) for day in range(7)) if hours else ()
    centre = session.get(Centre, THIS_CENTRE)
    if centre is None:
        return CentreOnPaper(week=open_week)
    names = {
        Language.LV: centre.name,
        Language.EN: centre.name_in_english,
        Language.UK: centre.name_in_ukrainian,
    }
    return CentreOnPaper(
        {language: name for language, name in names.items() if name},
        centre.municipality,
        centre.address,
        centre.booking_phone,
        centre.booking_email,
        centre.logo,
        open_week,
    )


class Hall:
    """A room, with the whole or the parts it shares its space with."""

    def __init__(self, rooms: tuple[BoardRoom, ...], room: BoardRoom) -> None:
        self.room = room
        self.ids = Floor(rooms, (), ()).sharing(room.id)
        self._names = {one.id: one.name for one in rooms if one.id in self.ids}

    def taken(self, booking: Booking, who: str, *, on_door: bool) -> Taken:
        """Nothing on a door that is private or not yet settled."""
        where = self._names[booking.room_id] if booking.room_id != self.room.id else ""
        hidden = booking.private or (on_door and booking.status == BookingStatus.PENDING)
        if hidden:
            return Taken(booking.starts, booking.ends, where=where)
        return Taken(booking.starts, booking.ends, booking.title, who, _TINTS[booking.kind], where)

    def is_shut(self, shut: Shut) -> bool:
        return shut.room_id is None or shut.room_id in self.ids


def booked(session: Session, slot: Slot) -> Iterable[tuple[Booking, str]]:
    rows = session.execute(
        select(Booking, func.coalesce(Organisation.name, Booking.holder))
        .outerjoin(Organisation, Organisation.id == Booking.organisation_id)
        .where(~Booking.removed, Booking.status.in_(HOLDING), *within(slot))
        .order_by(Booking.starts, Booking.id)
    )
    return ((booking, who) for booking, who in rows)


def day_of(
    day: date,
    hours: tuple[time, time] | None,
    taken: Iterable[Taken],
    shut: Iterable[Shut],
) -> PlanDay:
    slot = of_days(day, day)
    return PlanDay(
        day,
        hours,
        tuple(one for one in taken if one.start < slot.end and slot.start < one.end),
        tuple(_shut_on(one, slot) for one in shut if one.slot.overlaps(slot)),
    )


def desk_room(
    hall: Hall,
    booked: Iterable[tuple[Booking, str]],
    shut: Iterable[Shut],
    hours: tuple[time, time] | None,
) -> DeskRoom:
    room = hall.room
    lines = (
        _desk_line(hall, booking, who) for booking, who in booked if booking.room_id in hall.ids
    )
    day_shut = (one for one in shut if hall.is_shut(one))
    return DeskRoom(
        room.name,
        room.where,
        room.capacity,
        hours,
        tuple(lines),
        tuple(ShutTime(one.slot.start, one.slot.end, one.reason) for one in day_shut),
        room.id,
    )


def _desk_line(hall: Hall, booking: Booking, who: str) -> DeskLine:
    if booking.room_id != hall.room.id:  # prepared where it is booked
        return DeskLine(hall.taken(booking, who, on_door=False))
    before, after = booking.before_minutes, booking.after_minutes
    return DeskLine(
        hall.taken(booking, who, on_door=False),
        None if booking.private else booking.people,
        hall.room.setup_minutes if before is None else before,
        hall.room.clear_minutes if after is None else after,
        tuple(_states(booking)),
        tuple(prepared_for(booking)),
        "" if booking.private else booking.notes,
    )


def prepared_for(booking: Booking) -> Iterable[Message]:
    """How the room is set up and what is to be provided: things and access, never for whom."""
    if booking.setup:
        yield SETUPS[booking.setup]
    for wish, count in wishes_of(booking):
        what = WISHES[wish]
        yield say("{count} × {what}", count=count, what=what) if count > 1 else what


def _states(booking: Booking) -> Iterable[Message]:
    if booking.private:
        yield say("private")
    if booking.status == BookingStatus.PENDING:
        yield say("to be confirmed")
    if booking.tentative:
        yield say("tentative")


def state_on_paper(booking: Booking) -> Message | None:
    """None for a booking that stands: then the paper is its confirmation."""
    if booking.status == BookingStatus.CANCELLED:
        return say("This booking is cancelled")
    if booking.status == BookingStatus.REFUSED:
        return say("This room could not be given")
    if booking.status == BookingStatus.PENDING:
        return say("Asked for, not yet confirmed")
    return say("Held for you for now, not yet settled") if booking.tentative else None


def house_rules(session: Session) -> dict[Language, str]:
    centre = session.get(Centre, THIS_CENTRE)
    if centre is None:
        return {}
    rules = {
        Language.LV: centre.house_rules,
        Language.EN: centre.house_rules_in_english,
        Language.UK: centre.house_rules_in_ukrainian,
    }
    return {language: text for language, text in rules.items() if text}


def _shut_on(shut: Shut, day: Slot) -> ShutTime:
    """What of a closure lies on this day: a fortnight of building work is seven whole days of a week."""
    return ShutTime(max(shut.slot.start, day.start), min(shut.slot.end, day.end), shut.reason)


@dataclass(frozen=True)
class Opens:
    """When each room is open: as the centre, or as it says itself."""

    week: Week
    rooms: RoomHours

    def on(self, room_id: UUID, day: date) -> tuple[time, time] | None:
        """Where nobody said when it is open, it is open always."""
        weekday = day.weekday()
        if (room_id, weekday) in self.rooms:
            return _times(self.rooms[room_id, weekday])
        return _times(self.week.get(weekday)) if self.week else (time(), time())


def _times(hours: Hours | None) -> tuple[time, time] | None:
    return (hours.opens, hours.closes) if hours else None


def of_days(first: date, last: date) -> Slot:
    midnight = time()
    return Slot(
        datetime.combine(first, midnight), datetime.combine(last + timedelta(days=1), midnight)
    )
