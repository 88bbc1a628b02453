"""A calendar taken in part by part, as one step that can be taken back whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Action, Change
from app.bookings.calendar_model import ImportedDate
from app.bookings.details import BookingDetails
from app.bookings.drafts import draft, insert_drafts, known_to_session
from app.bookings.many_dates import Asked, check_dates
from app.bookings.model import Booking
from app.bookings.record import changed_meanwhile, details_of, own_booking, write
from app.bookings.rules import hold_all, release_all
from app.bookings.series_model import SeriesStep
from app.bookings.series_steps import DoSeriesStepAgain, Step, TakeBackSeriesStep
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say, say_count
from app.permission import Permission

PART = 100
"""Dates written in one turn: about a tenth of a second."""


@dataclass(frozen=True)
class DateToLoad:
    """One date as it will be booked; ``seen`` is the booking it changes, None: a new one."""

    booking_id: UUID
    uid: str
    which: str
    said: str
    details: BookingDetails
    seen: BookingDetails | None = None

    @property
    def imported_id(self) -> UUID:
        return uuid5(self.booking_id, "calendar")


@dataclass(frozen=True)
class ImportBookings:
    """Book these dates of the calendar ``name``, from the ``begin``-th on."""

    import_id: UUID
    name: str
    dates: tuple[DateToLoad, ...]
    begin: int = 0
    permission: ClassVar[Permission] = Permission.IMPORT

    def perform(self, session: Session) -> Change:
        if not self.dates:
            raise Refused(say("Nothing of this calendar is chosen."))
        number = self.begin // PART
        step_id = part_id(self.import_id, number)
        if session.get(SeriesStep, step_id) is not None:
            raise ChangedElsewhere(say("This calendar is already loaded."))
        step = Step(session, step_id)
        end = min(self.begin + PART, len(self.dates))
        _load(session, step, self.dates[self.begin : end])
        said = say_count(
            "{n} booking loaded from {name}", "{n} bookings loaded from {name}", end, name=self.name
        )
        undo = TakeCalendarOut(self.import_id, self.name, 0, number + 1)
        rest = None if end == len(self.dates) else replace(self, begin=end)
        return _part(step.change(said), said, undo, rest, end / len(self.dates))


@dataclass(frozen=True)
class TakeCalendarOut:
    """Every booking is as it was before the parts ``begin`` to ``end``, the last one first."""

    import_id: UUID
    name: str
    begin: int
    end: int
    left: int = -1
    """How many parts are left to take out; -1: all."""
    permission: ClassVar[Permission] = Permission.IMPORT

    def perform(self, session: Session) -> Change:
        number = (self.end if self.left < 0 else self.begin + self.left) - 1
        change = TakeBackSeriesStep(part_id(self.import_id, number)).perform(session)
        said = say("Calendar taken out again: {name}", name=self.name)
        undo = PutCalendarBack(self.import_id, self.name, number, self.end)
        rest = replace(self, left=number - self.begin) if number > self.begin else None
        return _part(change, said, undo, rest, (self.end - number) / (self.end - self.begin))


@dataclass(frozen=True)
class PutCalendarBack:
    """The parts ``begin`` to ``end`` are loaded again, if their rooms are still free."""

    import_id: UUID
    name: str
    begin: int
    end: int
    done: int = 0
    permission: ClassVar[Permission] = Permission.IMPORT

    def perform(self, session: Session) -> Change:
        number = self.begin + self.done
        change = DoSeriesStepAgain(part_id(self.import_id, number)).perform(session)
        said = say("Calendar loaded again: {name}", name=self.name)
        undo = TakeCalendarOut(self.import_id, self.name, self.begin, number + 1)
        rest = replace(self, done=self.done + 1) if number + 1 < self.end else None
        return _part(change, said, undo, rest, (self.done + 1) / (self.end - self.begin))


def part_id(import_id: UUID, number: int) -> UUID:
    """The step that a part of an import is kept as."""
    return uuid5(import_id, str(number))


def _load(session: Session, step: Step, dates: Sequence[DateToLoad]) -> None:
    """By the rules, or refused with everything that is against any of them."""
    held = known_to_session(session, (one.details for one in dates))
    new = [one for one in dates if one.seen is None]
    drafts = [draft(session, one.booking_id, one.details.checked()) for one in new]
    changed = _changed(session, step, [one for one in dates if one.seen is not None])
    del held
    bookings = [*drafts, *changed]
    with session.no_autoflush:
        check_dates(session, [Asked.of_booking(one) for one in bookings])
    release_all(session, [one.id for one in changed])
    insert_drafts(session, drafts)
    step.written(one.id for one in drafts)
    step.made(
        ImportedDate(
            id=one.imported_id,
            booking_id=one.booking_id,
            uid=one.uid,
            which=one.which,
            said=one.said,
        )
        for one in new
    )
    hold_all(session, bookings)


def _changed(session: Session, step: Step, dates: Sequence[DateToLoad]) -> list[Booking]:
    ids = [one.booking_id for one in dates]
    known = {
        one.booking_id: one
        for one in session.scalars(
            select(ImportedDate).where(ImportedDate.booking_id.in_(ids), ~ImportedDate.removed)
        )
    }
    bookings = [own_booking(session, id_) for id_ in ids]
    step.touch([*bookings, *known.values()])
    for one, booking in zip(dates, bookings, strict=True):
        if one.booking_id not in known or details_of(booking) != one.seen:
            raise changed_meanwhile(booking)
        known[one.booking_id].said = one.said
        with session.no_autoflush:
            write(session, booking, one.details.checked())
    return bookings


def _part(change: Change, said: Message, undo: Action, rest: Action | None, share: float) -> Change:
    return Change(said, change.topics, undo, rest=rest, share=share)
