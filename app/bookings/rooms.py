"""What people do with rooms: add, edit, retire, and taking each back."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.bookings.details import RoomDetails
from app.bookings.model import HOLDING, Booking, Room, RoomOpens, RoomSeats
from app.bookings.room_record import known_room, room_details
from app.bookings.rules import claim_again
from app.clock import to_wall
from app.database.journal import house_changed
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say, say_count
from app.permission import Permission


@dataclass(frozen=True)
class AddRoom:
    """Add a bookable place, or a part of a divisible hall."""

    room_id: UUID
    details: RoomDetails
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        details = self.details.checked()
        room = Room(id=self.room_id)
        _check_part(session, room.id, details)
        _write(session, room, details)
        _claim_again(session, details.part_of_id)
        return _change(
            session, room, say("Room added: {room}", room=room.name), RemoveRoom(room.id)
        )


@dataclass(frozen=True)
class RemoveRoom:
    """Take back that a room was added; one that has bookings or parts stays."""

    room_id: UUID
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        room = known_room(session, self.room_id)
        booked = session.scalar(
            select(func.count()).where(Booking.room_id == room.id, ~Booking.removed)
        )
        if booked or _parts(session, room.id):
            raise Refused(say("{room} is in use. Retire it instead.", room=room.name))
        room.removed = True
        _claim_again(session, room.part_of_id)
        return _change(
            session, room, say("Room taken back: {room}", room=room.name), PutBackRoom(room.id)
        )


@dataclass(frozen=True)
class PutBackRoom:
    """Put back a room that was taken back."""

    room_id: UUID
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        room = session.get(Room, self.room_id)
        if room is None or not room.removed:
            raise ChangedElsewhere(say("This room is already there."))
        _check_part(session, room.id, room_details(session, room))
        room.removed = False
        _claim_again(session, room.part_of_id)
        return _change(
            session, room, say("Room added: {room}", room=room.name), RemoveRoom(room.id)
        )


@dataclass(frozen=True)
class EditRoom:
    """Change the name, seats, buffers or the whole a room is part of."""

    room_id: UUID
    seen: RoomDetails
    wanted: RoomDetails
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        wanted = self.wanted.checked()
        room = known_room(session, self.room_id)
        if room_details(session, room) != self.seen:
            raise _changed_meanwhile(room)
        _check_part(session, room.id, wanted)
        _write(session, room, wanted)
        if wanted.part_of_id != self.seen.part_of_id:
            _claim_again(session, self.seen.part_of_id)
            _claim_again(session, wanted.part_of_id)
        undo = EditRoom(room.id, seen=wanted, wanted=self.seen)
        return _change(session, room, say("Room changed: {room}", room=room.name), undo)


@dataclass(frozen=True)
class RetireRoom:
    """Stop giving a room out from ``at`` on; what was booked in it before stays."""

    room_id: UUID
    at: datetime
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        room = known_room(session, self.room_id)
        if room.retired:
            raise _changed_meanwhile(room)
        if ahead := _bookings_after(session, room, self.at):
            raise Refused(
                say_count(
                    "{room} still has {n} booking. Move or cancel it first.",
                    "{room} still has {n} bookings. Move or cancel them first.",
                    ahead,
                    room=room.name,
                )
            )
        room.retired = True
        message = say("{room} is no longer given out", room=room.name)
        return _change(session, room, message, BringBackRoom(room.id, self.at))


@dataclass(frozen=True)
class BringBackRoom:
    """Give a retired room out again; ``at`` is when it was retired, or now."""

    room_id: UUID
    at: datetime
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        room = known_room(session, self.room_id)
        if not room.retired:
            raise _changed_meanwhile(room)
        room.retired = False
        message = say("{room} is given out again", room=room.name)
        return _change(session, room, message, RetireRoom(room.id, self.at))


def _write(session: Session, room: Room, details: RoomDetails) -> None:
    room.name = details.name
    room.short_name = details.short_name
    room.position = details.position
    room.capacity = details.capacity
    room.wheelchair_places = details.wheelchair_places
    room.where = details.where
    room.part_of_id = details.part_of_id
    room.setup_minutes = details.setup_minutes
    room.clear_minutes = details.clear_minutes
    room.notice_hours = details.notice_hours
    room.shortest_minutes = details.shortest_minutes
    room.longest_minutes = details.longest_minutes
    room.needs_approval = details.needs_approval
    session.add(room)
    session.flush()
    for table in (RoomSeats, RoomOpens):
        session.execute(delete(table).where(table.room_id == room.id))
    session.add_all(RoomSeats(room_id=room.id, setup=how, seats=n) for how, n in details.seats)
    session.add_all(
        RoomOpens(room_id=room.id, weekday=one.weekday, opens=one.opens, closes=one.closes)
        for one in details.days
    )


def _check_part(session: Session, room_id: UUID, details: RoomDetails) -> None:
    """A whole has parts, a part has none: one level, so that a claim is always of a part."""
    if details.part_of_id is None:
        return
    whole = known_room(session, details.part_of_id)
    if whole.id == room_id or whole.part_of_id is not None or _parts(session, room_id):
        raise Refused(say("A part of a hall cannot be divided further. Choose another hall."))


def _parts(session: Session, room_id: UUID) -> int:
    query = select(func.count()).where(Room.part_of_id == room_id, ~Room.removed)
    return session.scalar(query) or 0


def _claim_again(session: Session, whole_id: UUID | None) -> None:
    """The whole claims its parts; when these change, so do the claims of what is booked there."""
    if whole_id is None:
        return
    session.flush()
    house_changed(session)
    same_space = select(Room.id).where((Room.id == whole_id) | (Room.part_of_id == whole_id))
    claim_again(session, session.scalars(same_space).all())


def _bookings_after(session: Session, room: Room, at: datetime) -> int:
    query = select(func.count()).where(
        Booking.room_id == room.id,
        ~Booking.removed,
        Booking.status.in_(HOLDING),
        Booking.ends > to_wall(at),
    )
    return session.scalar(query) or 0


def _changed_meanwhile(room: Room) -> ChangedElsewhere:
    return ChangedElsewhere(
        say("{room} was changed in the meantime. Look at it again.", room=room.name)
    )


def _change(session: Session, room: Room, message: Message, undo: Action) -> Change:
    house_changed(session)
    return Change(message, frozenset({about(Kind.ROOMS, room.id)}), undo)
