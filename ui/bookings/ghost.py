"""A booking on its way to another place or length: what it would be, and whether it may be.

The same ghost is moved by the mouse and by keys, on the board and in the list. Nothing here paints
or writes; dropping it is the tab's business.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from app.bookings.board import Board, BookingCard, Column
from app.bookings.facts import NO_TERMS, Terms
from app.bookings.objections import Trouble
from app.language import ntr, tr, words
from app.slot import Place, Slot
from ui.bookings.geometry import hours_of
from ui.bookings.sentences import moment, times_of

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
    def column(self) -> Column:
        return self.board.column_of(self.place)

    @cached_property
    def troubles(self) -> tuple[Trouble, ...]:
        return self.board.troubles(self.place, self.terms, self.booking_id)

    @property
    def standing(self) -> Standing:
        troubles = self.troubles
        if not troubles:
            return Standing.FREE
        only_seats = all(trouble.only_warns for trouble in troubles)
        return Standing.CROWDED if only_seats else Standing.TAKEN

    def stepped(self, rooms: int = 0, days: int = 0, minutes: int = 0) -> "Ghost":
        """One key press further: another room, another day, or another time."""
        step, slot, here = timedelta(minutes=minutes), self.place.slot, self.column
        match self.grip:
            case Grip.START:
                return self.from_(slot.start + step)
            case Grip.END:
                return self.until(slot.end + step)
        there = Column(self._room_beside(rooms), self._day_beside(days))
        return self.at(there, slot.start + (there.day - here.day) + step)

    def at(self, column: Column, start: datetime) -> "Ghost":
        """The whole booking elsewhere, kept within the hours that are shown of that day."""
        shown, slot = self._shown(column.day), self.place.slot
        first = min(shown.start, slot.start + (column.day - self.column.day))
        start = max(min(start, shown.end - slot.length), first)
        return replace(self, place=Place(column.room_id, Slot(start, start + slot.length)))

    def from_(self, start: datetime) -> "Ghost":
        slot, shown = self.place.slot, self._shown(self.column.day)
        start = max(min(start, slot.end - SHORTEST), min(shown.start, slot.start))
        return self._with(Slot(start, slot.end))

    def until(self, end: datetime) -> "Ghost":
        slot, shown = self.place.slot, self._shown(self.column.day)
        end = min(max(end, slot.start + SHORTEST), max(shown.end, slot.end))
        return self._with(Slot(slot.start, end))

    def between(self, one: datetime, other: datetime) -> "Ghost":
        """A new booking drawn from one time to another, downwards or upwards."""
        start, end = min(one, other), max(one, other)
        return self._with(Slot(start, max(end, start + timedelta(minutes=15))))

    def on(self, board: Board) -> "Ghost | None":
        """The same ghost over a newer board; None when its booking is no longer what it was."""
        if (board.dates, board.only) != (self.board.dates, self.board.only):
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
        where = ", ".join((room.name if room else "", moment(self.board, self.place.slot)))
        if self.standing is Standing.FREE:
            return ", ".join((where, tr("free")))
        return ". ".join((where, *(words(trouble.message) for trouble in self.troubles)))

    @cached_property
    def columns_not_free(self) -> frozenset[Column]:
        """The columns to be dimmed: where this time cannot be had, or there are too few seats."""
        slot, here = self.place.slot, self.column
        return frozenset(
            column
            for column in self.board.columns
            if self.board.troubles(
                Place(column.room_id, slot.moved(column.day - here.day)),
                self.terms,
                self.booking_id,
            )
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

    def _room_beside(self, steps: int) -> UUID:
        here = self.place.room_id
        ids = [room.id for room in self.board.shown]
        if here not in ids:  # a folded part of a hall, chosen in the list
            ids = [room.id for room in self.board.rooms]
        return ids[min(max(ids.index(here) + steps, 0), len(ids) - 1)]

    def _day_beside(self, steps: int) -> date:
        days = self.board.dates
        return days[min(max(days.index(self.column.day) + steps, 0), len(days) - 1)]

    def _shown(self, day: date) -> Slot:
        return hours_of(self.board).span(day)


def moving(board: Board, card: BookingCard, grip: Grip) -> Ghost:
    """Take hold of a booking."""
    return Ghost(board, grip, card.place, card)


def drawn(board: Board, place: Place) -> Ghost:
    """Begin a new booking."""
    return Ghost(board, Grip.NEW, place)
