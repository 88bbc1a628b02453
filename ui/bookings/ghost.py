"""A booking on its way to another place or length: what it would be, and whether it may be.

The same ghost is moved by the mouse and by keys, on the board and in the list. Nothing here paints
or writes; dropping it is the tab's business.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.bookings.board import Board, BookingCard
from app.bookings.facts import NO_TERMS, Terms
from app.bookings.objections import Trouble
from app.language import ntr, tr, words
from app.slot import Place, Slot
from ui.bookings.geometry import Hours, hours_of
from ui.bookings.sentences import spoken, times_of

SHORTEST = timedelta(minutes=5)


class Grip(StrEnum):
    """What is being changed."""

    NEW = "new"
    WHOLE = "whole"
    START = "start"
    END = "end"


class Standing(StrEnum):
    """How a ghost may be dropped."""

    FREE = "free"
    CROWDED = "crowded"
    """May be dropped, but there are too few seats."""
    TAKEN = "taken"


@dataclass(frozen=True)
class Ghost:
    """Where a booking would be; ``origin`` is where it is, None for a new one."""

    board: Board
    grip: Grip
    place: Place
    origin: BookingCard | None = None

    @property
    def booking_id(self) -> UUID | None:
        return self.origin.id if self.origin else None

    @property
    def people(self) -> int | None:
        return self.origin.people if self.origin else None

    @property
    def terms(self) -> Terms:
        return self.origin.terms if self.origin else NO_TERMS

    @property
    def has_moved(self) -> bool:
        return self.origin is None or self.origin.place != self.place

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        return self.board.troubles(self.place, self.terms, self.booking_id)

    @property
    def standing(self) -> Standing:
        troubles = self.troubles
        if not troubles:
            return Standing.FREE
        only_seats = all(trouble.only_warns for trouble in troubles)
        return Standing.CROWDED if only_seats else Standing.TAKEN

    def stepped(self, rooms: int = 0, minutes: int = 0) -> "Ghost":
        """One key press further: another room, or another time."""
        there = self.place
        if rooms and self.grip in (Grip.WHOLE, Grip.NEW):
            ids = [room.id for room in self.board.columns]
            here = ids.index(there.room_id) + rooms
            there = replace(there, room_id=ids[min(max(here, 0), len(ids) - 1)])
        step, slot = timedelta(minutes=minutes), there.slot
        match self.grip:
            case Grip.START:
                return self.from_(slot.start + step)
            case Grip.END:
                return self.until(slot.end + step)
        return self.at(Place(there.room_id, slot), slot.start + step)

    def at(self, place: Place, start: datetime) -> "Ghost":
        """The whole booking elsewhere, kept within the day that is shown."""
        shown = self._shown
        length = place.slot.length
        start = max(min(start, shown.end - length), min(shown.start, place.slot.start))
        return replace(self, place=Place(place.room_id, Slot(start, start + length)))

    def from_(self, start: datetime) -> "Ghost":
        slot = self.place.slot
        start = max(min(start, slot.end - SHORTEST), min(self._shown.start, slot.start))
        return self._with(Slot(start, slot.end))

    def until(self, end: datetime) -> "Ghost":
        slot = self.place.slot
        end = min(max(end, slot.start + SHORTEST), max(self._shown.end, slot.end))
        return self._with(Slot(slot.start, end))

    def between(self, one: datetime, other: datetime) -> "Ghost":
        """A new booking drawn from one time to another, downwards or upwards."""
        start, end = min(one, other), max(one, other)
        return self._with(Slot(start, max(end, start + timedelta(minutes=15))))

    def on(self, board: Board) -> "Ghost | None":
        """The same ghost over a newer board; None when its booking is no longer what it was."""
        if board.day != self.board.day:
            return None
        if self.origin is not None and board.card(self.origin.id) != self.origin:
            return None
        return replace(self, board=board)

    def heading(self) -> str:
        """The first line in the ghost."""
        return self._why() if self.standing is Standing.TAKEN else times_of(self.place.slot)

    def lines(self) -> list[str]:
        """What is in the way: whose, and when."""
        if self.standing is Standing.FREE:
            return []
        first = next(
            (trouble for trouble in self.troubles if trouble.slot is not None), self.troubles[0]
        )
        if first.slot is not None:
            return [first.what or tr("Taken"), times_of(first.slot)]
        room = self.board.room(self.place.room_id)
        if self.standing is Standing.CROWDED and room is not None:
            seats = room.seats_when(self.terms.setup)
            text = ntr(
                "{n} seat, {people} needed", "{n} seats, {people} needed", seats, people=self.people
            )
            return [text]
        return [words(first.message)]

    def sentence(self) -> str:
        """What a screen reader says after each step."""
        room = self.board.room(self.place.room_id)
        where = ", ".join((room.name if room else "", spoken(self.place.slot)))
        if self.standing is Standing.FREE:
            return ", ".join((where, tr("free")))
        return ". ".join((where, *(words(trouble.message) for trouble in self.troubles)))

    def rooms_not_free(self) -> frozenset[UUID]:
        """The columns to be dimmed: where this time cannot be had, or there are too few seats."""
        slot = self.place.slot
        return frozenset(
            room.id
            for room in self.board.columns
            if self.board.troubles(Place(room.id, slot), self.terms, self.booking_id)
        )

    def _why(self) -> str:
        rule = next(trouble.rule for trouble in self.troubles if not trouble.only_warns)
        return {
            "room": tr("Not given out"),
            "time": tr("No such time"),
            "length": tr("Too long or too short"),
            "notice": tr("Too late to book"),
            "hours": tr("Outside opening hours"),
            "closure": tr("Closed"),
            "taken": tr("Room is taken"),
            "buffer": tr("Too close"),
        }[rule]

    def _with(self, slot: Slot) -> "Ghost":
        return replace(self, place=replace(self.place, slot=slot))

    @property
    def _shown(self) -> Slot:
        hours: Hours = hours_of(self.board)
        return hours.span(self.board.day)


def moving(board: Board, card: BookingCard, grip: Grip) -> Ghost:
    """Take hold of a booking."""
    return Ghost(board, grip, card.place, card)


def drawn(board: Board, place: Place) -> Ghost:
    """Begin a new booking."""
    return Ghost(board, Grip.NEW, place)
