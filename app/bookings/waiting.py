"""What people do with the waiting list: put on it, offer, take off; each can be taken back."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.bookings.details import BookingDetails
from app.bookings.model import Room
from app.bookings.record import wishes_as_text, wishes_from_text
from app.bookings.waiting_model import WaitingBooking, WaitingState
from app.database.journal import by_whom
from app.errors import ChangedElsewhere, Offer
from app.ids import new_id
from app.language import Message, say
from app.permission import Permission


@dataclass(frozen=True)
class WaitForPlace:
    """Put somebody on the waiting list of a place that is taken.

    ``moves_id`` is a booking that stands elsewhere and would be moved here.
    """

    waiting_id: UUID
    details: BookingDetails
    moves_id: UUID | None = None
    any_room: bool = False
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        details = self.details.checked()
        wish = WaitingBooking(id=self.waiting_id, moves_id=self.moves_id, any_room=self.any_room)
        _write(wish, details)
        wish.entered_at, wish.entered_by_id = session.info["now"], by_whom(session)
        session.add(wish)
        return _change(wish, _waits(session, wish), RemoveWaiting(wish.id))


@dataclass(frozen=True)
class RemoveWaiting:
    """Take back that somebody was put on the waiting list."""

    waiting_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        wish = known_wish(session, self.waiting_id)
        wish.removed = True
        message = say("No longer on the waiting list: “{title}”", title=wish.title)
        return _change(wish, message, PutBackWaiting(wish.id))


@dataclass(frozen=True)
class PutBackWaiting:
    """Put back on the waiting list what was taken back."""

    waiting_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        wish = session.get(WaitingBooking, self.waiting_id)
        if wish is None or not wish.removed:
            raise wish_changed()
        wish.removed = False
        return _change(wish, _waits(session, wish), RemoveWaiting(wish.id))


@dataclass(frozen=True)
class ChangeWaiting:
    """Say what became of a wish: they were told of it, they do not want it any more, they wait on."""

    waiting_id: UUID
    seen: WaitingState
    wanted: WaitingState
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        wish = known_wish(session, self.waiting_id)
        if wish.state != self.seen:
            raise wish_changed()
        wish.state = self.wanted
        if self.wanted == WaitingState.WAITING:
            wish.offered_at = None
        elif self.wanted == WaitingState.OFFERED and wish.offered_at is None:
            wish.offered_at = session.info["now"]
        undo = ChangeWaiting(wish.id, seen=self.wanted, wanted=self.seen)
        return _change(wish, _became(wish), undo)


@dataclass(frozen=True)
class LetAnyRoomDo:
    """Say whether another room that fits would do as well."""

    waiting_id: UUID
    any_room: bool
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        wish = known_wish(session, self.waiting_id)
        if wish.any_room == self.any_room:
            raise wish_changed()
        wish.any_room = self.any_room
        return _change(wish, _waits(session, wish), LetAnyRoomDo(wish.id, not self.any_room))


def waiting_offer(details: BookingDetails, moves_id: UUID | None = None) -> Offer:
    """A way out for whoever is told that a room is taken."""
    wanted = replace(details, pending=False, override_reason="")
    return Offer(say("Put on the waiting list"), WaitForPlace(new_id(), wanted, moves_id))


def known_wish(session: Session, waiting_id: UUID) -> WaitingBooking:
    wish = session.get(WaitingBooking, waiting_id)
    if wish is None or wish.removed:
        raise wish_changed()
    return wish


def wish_changed() -> ChangedElsewhere:
    return ChangedElsewhere(say("The waiting list was changed in the meantime. Look again."))


def details_of_wish(wish: WaitingBooking) -> BookingDetails:
    """What would be booked."""
    return BookingDetails(
        title=wish.title,
        place=wish.place,
        kind=wish.kind,
        organisation_id=wish.organisation_id,
        holder=wish.holder,
        people=wish.people,
        tentative=wish.tentative,
        private=wish.private,
        notes=wish.notes,
        contact=wish.contact,
        setup=wish.setup,
        before_minutes=wish.before_minutes,
        after_minutes=wish.after_minutes,
        wishes=wishes_from_text(wish.wishes),
    )


def _write(wish: WaitingBooking, details: BookingDetails) -> None:
    wish.title = details.title
    wish.room_id = details.place.room_id
    wish.starts, wish.ends = details.place.slot.start, details.place.slot.end
    wish.kind = details.kind
    wish.organisation_id = details.organisation_id
    wish.holder = details.holder
    wish.contact = details.contact
    wish.people = details.people
    wish.setup = details.setup
    wish.before_minutes = details.before_minutes
    wish.after_minutes = details.after_minutes
    wish.wishes = wishes_as_text(details.wishes)
    wish.tentative = details.tentative
    wish.private = details.private
    wish.notes = details.notes


def _waits(session: Session, wish: WaitingBooking) -> Message:
    values: dict[str, object] = {
        "title": wish.title,
        "day": wish.starts.date(),
        "start": wish.starts.time(),
        "end": wish.ends.time(),
    }
    if wish.any_room:
        return say("“{title}” waits for any room, {day:day_month}, {start}–{end}", **values)
    room = session.get_one(Room, wish.room_id).name
    return say("“{title}” waits for {room}, {day:day_month}, {start}–{end}", room=room, **values)


def _became(wish: WaitingBooking) -> Message:
    match wish.state:
        case WaitingState.OFFERED:
            return say("Told that the room is free: “{title}”", title=wish.title)
        case WaitingState.GONE:
            return say("No longer on the waiting list: “{title}”", title=wish.title)
    return say("Waits again: “{title}”", title=wish.title)


def _change(wish: WaitingBooking, message: Message, undo: Action) -> Change:
    return Change(message, frozenset({about(Kind.BOOKINGS, wish.id)}), undo)
