"""What is said about a booking, a room or a closure in its form: plain values, checked at the door."""

from dataclasses import dataclass, replace
from uuid import UUID

from app.bookings.availability import LONGEST as LONGEST_BOOKING
from app.bookings.model import BookingKind
from app.errors import Refused
from app.language import Message, say
from app.slot import Place, Slot
from app.text import LONGEST, clean, clean_lines

LONGEST_NOTE = 2000
MOST_PEOPLE = 100_000
LONGEST_BUFFER = int(LONGEST_BOOKING.total_seconds() // 60)


@dataclass(frozen=True)
class BookingDetails:
    """Everything a person may say about a booking; ``holder`` counts only without organisation."""

    title: str
    place: Place
    kind: BookingKind
    organisation_id: UUID | None = None
    holder: str = ""
    people: int | None = None
    pending: bool = False
    tentative: bool = False
    private: bool = False
    notes: str = ""

    def checked(self) -> "BookingDetails":
        """The same, cleaned. Raises Refused when something cannot be kept."""
        if self.people is not None and not 0 <= self.people <= MOST_PEOPLE:
            raise Refused(say("Write how many people will come as a number."))
        title = one_line(self.title)
        if not title:
            raise Refused(say("Write what the booking is for."))
        return replace(
            self,
            title=title,
            holder="" if self.organisation_id else one_line(self.holder),
            people=self.people or None,
            notes=note(self.notes),
        )


@dataclass(frozen=True)
class RoomDetails:
    """Everything a person may say about a room but its features."""

    name: str
    short_name: str = ""
    position: int = 0
    capacity: int = 0
    wheelchair_places: int = 0
    where: str = ""
    part_of_id: UUID | None = None
    setup_minutes: int = 0
    clear_minutes: int = 0

    def checked(self) -> "RoomDetails":
        """The same, cleaned. Raises Refused when something cannot be kept."""
        name = one_line(self.name)
        if not name:
            raise Refused(say("Write the name of the room."))
        if not all(
            0 <= number <= MOST_PEOPLE for number in (self.capacity, self.wheelchair_places)
        ):
            raise Refused(say("Write the number of seats as a number."))
        if not all(0 <= m <= LONGEST_BUFFER for m in (self.setup_minutes, self.clear_minutes)):
            raise Refused(say("Preparing and clearing up take between 0 minutes and 24 hours."))
        return replace(
            self, name=name, short_name=one_line(self.short_name)[:3], where=one_line(self.where)
        )


@dataclass(frozen=True)
class ClosureDetails:
    """When nobody may book and why; no room means the whole centre."""

    room_id: UUID | None
    slot: Slot
    reason: str

    def checked(self) -> "ClosureDetails":
        """The same, cleaned. Raises Refused when the reason is missing."""
        reason = one_line(self.reason)
        if not reason:
            raise Refused(say("Write why it is closed."))
        return replace(self, reason=reason)


def one_line(text: str) -> str:
    return _no_longer_than(LONGEST, clean(text))


def note(text: str) -> str:
    return _no_longer_than(LONGEST_NOTE, clean_lines(text))


def _no_longer_than(most: int, text: str) -> str:
    if len(text) > most:
        raise Refused(_too_long(most))
    return text


def _too_long(most: int) -> Message:
    return say("The text is too long. Write at most {most} letters.", most=most)
