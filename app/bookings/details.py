"""What is said about a booking, a room or a closure in its form: plain values, checked at the door."""

from dataclasses import dataclass, replace
from datetime import time
from uuid import UUID

from app.bookings.availability import LONGEST as LONGEST_BOOKING
from app.bookings.facts import Terms
from app.bookings.model import BookingKind, Setup, Wish
from app.errors import Refused
from app.language import Message, say, say_count
from app.slot import Place, Slot
from app.text import LONGEST, clean, clean_lines

LONGEST_NOTE = 2000
MOST_PEOPLE = 100_000
MOST_NOTICE = 366 * 24
LONGEST_OWN_BUFFER = 240
"""Minutes: what one booking may need before and after, beside what its room always needs."""
LONGEST_BUFFER = int(LONGEST_BOOKING.total_seconds() // 60)


@dataclass(frozen=True)
class BookingDetails:
    """Everything a person may say about a booking; ``holder`` counts only without organisation."""

    title: str
    place: Place
    kind: BookingKind
    organisation_id: UUID | None = None
    holder: str = ""
    visitor_id: UUID | None = None
    people: int | None = None
    pending: bool = False
    tentative: bool = False
    private: bool = False
    notes: str = ""
    contact: str = ""
    setup: Setup | None = None
    before_minutes: int | None = None
    after_minutes: int | None = None
    wishes: tuple[tuple[Wish, int], ...] = ()
    """What is to be provided, and how many of it."""
    override_reason: str = ""
    """Why it may stand against a rule; only a coordinator may say so."""

    @property
    def terms(self) -> Terms:
        return Terms(self.people, self.setup, self.before_minutes, self.after_minutes)

    def checked(self) -> "BookingDetails":
        """The same, cleaned. Raises Refused when something cannot be kept."""
        if self.people is not None and not 0 <= self.people <= MOST_PEOPLE:
            raise Refused(say("Write how many people will come as a number."))
        title = one_line(self.title)
        if not title:
            raise Refused(say("Write what the booking is for."))
        _check_buffers(LONGEST_OWN_BUFFER, self.before_minutes or 0, self.after_minutes or 0)
        return replace(
            self,
            title=title,
            holder="" if self.organisation_id else one_line(self.holder),
            visitor_id=None if self.organisation_id else self.visitor_id,
            people=self.people or None,
            notes=note(self.notes),
            contact=one_line(self.contact),
            wishes=tuple(sorted((wish, n) for wish, n in self.wishes if 0 < n <= MOST_PEOPLE)),
            override_reason=one_line(self.override_reason),
        )


@dataclass(frozen=True)
class RoomDay:
    """A weekday (0 is Monday) on which a room differs from the centre; no times: closed."""

    weekday: int
    opens: time | None = None
    closes: time | None = None


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
    notice_hours: int = 0
    shortest_minutes: int = 0
    longest_minutes: int = 0
    needs_approval: bool = False
    seats: tuple[tuple[Setup, int], ...] = ()
    days: tuple[RoomDay, ...] = ()

    def checked(self) -> "RoomDetails":
        """The same, cleaned. Raises Refused when something cannot be kept."""
        name = one_line(self.name)
        if not name:
            raise Refused(say("Write the name of the room."))
        if not all(
            0 <= number <= MOST_PEOPLE for number in (self.capacity, self.wheelchair_places)
        ):
            raise Refused(say("Write the number of seats as a number."))
        _check_buffers(LONGEST_BUFFER, self.setup_minutes, self.clear_minutes)
        if not all(0 <= m <= LONGEST_BUFFER for m in (self.shortest_minutes, self.longest_minutes)):
            raise Refused(say("A booking takes between 0 minutes and 24 hours."))
        if self.longest_minutes and self.shortest_minutes > self.longest_minutes:
            raise Refused(say("The shortest time must not be longer than the longest."))
        if not 0 <= self.notice_hours <= MOST_NOTICE:
            raise Refused(say("Write how many hours before as a number, at most a year."))
        return replace(
            self,
            name=name,
            short_name=one_line(self.short_name)[:3],
            where=one_line(self.where),
            seats=tuple(sorted((setup, n) for setup, n in self.seats if 0 < n <= MOST_PEOPLE)),
            days=tuple(sorted(self.days, key=lambda day: day.weekday)),
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


def _check_buffers(longest: int, *minutes: int) -> None:
    if not all(0 <= m <= longest for m in minutes):
        raise Refused(
            say_count(
                "Preparing and clearing up take at most {n} hour each.",
                "Preparing and clearing up take at most {n} hours each.",
                longest // 60,
            )
        )


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
