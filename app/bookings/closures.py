"""What people do with closures: add, edit, take back; public holidays all at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.bookings.details import ClosureDetails
from app.bookings.facts import Holding
from app.bookings.model import HOLDING, Booking, Closure
from app.bookings.public_holidays import Holiday
from app.bookings.room_record import (
    closure_changed,
    closure_details,
    holidays_entered,
    in_the_way,
    whole_day,
    write_closure,
)
from app.bookings.rules import within
from app.errors import Refused
from app.language import Message, say, say_count
from app.permission import Permission


@dataclass(frozen=True)
class AddClosure:
    """Close one room, or the whole centre, for a time; bookings in it stay and are counted."""

    closure_id: UUID
    details: ClosureDetails
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        details = self.details.checked()
        closure = Closure(id=self.closure_id)
        write_closure(session, closure, details)
        session.add(closure)
        message = _closed(details, in_the_way(session, details))
        return _change((closure.id,), message, RemoveClosures((closure.id,)))


@dataclass(frozen=True)
class EditClosure:
    """Change when, where or why it is closed."""

    closure_id: UUID
    seen: ClosureDetails
    wanted: ClosureDetails
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        wanted = self.wanted.checked()
        closure = session.get(Closure, self.closure_id)
        if closure is None or closure.removed or closure_details(closure) != self.seen:
            raise closure_changed()
        write_closure(session, closure, wanted)
        message = _closed(wanted, in_the_way(session, wanted))
        undo = EditClosure(closure.id, seen=wanted, wanted=self.seen)
        return _change((closure.id,), message, undo)


@dataclass(frozen=True)
class RemoveClosures:
    """Open again what was closed."""

    closure_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        closures = _found(session, self.closure_ids, removed=False)
        for closure in closures:
            closure.removed = True
        message = say("Open again: {reason}", reason=_reasons(closures))
        return _change(self.closure_ids, message, PutBackClosures(self.closure_ids))


@dataclass(frozen=True)
class PutBackClosures:
    """Close again what was opened."""

    closure_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        closures = _found(session, self.closure_ids, removed=True)
        for closure in closures:
            closure.removed = False
        message = say("Closed again: {reason}", reason=_reasons(closures))
        return _change(self.closure_ids, message, RemoveClosures(self.closure_ids))


@dataclass(frozen=True)
class AddHolidays:
    """Close the centre on public holidays; days that are closed as holidays already stay."""

    holidays: tuple[Holiday, ...]
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        there = holidays_entered(session, self.holidays)
        new = [holiday for holiday in self.holidays if holiday.day not in there]
        if not new:
            raise Refused(say("All holidays of this year are already entered."))
        for holiday in new:
            slot = whole_day(holiday)
            session.add(
                Closure(
                    id=holiday.closure_id,
                    starts=slot.start,
                    ends=slot.end,
                    reason=holiday.name,
                    holiday=True,
                )
            )
        message = say_count("{n} holiday entered", "{n} holidays entered", len(new))
        ids = tuple(holiday.closure_id for holiday in new)
        booked = _booked_on(session, new)
        return _change(ids, _with_bookings(message, booked), RemoveClosures(ids))


def _booked_on(session: Session, days: Iterable[Holiday]) -> int:
    any_of_them = or_(*(and_(*within(whole_day(holiday))) for holiday in days))
    active = Booking.status.in_(HOLDING)
    return session.scalar(select(func.count()).where(~Booking.removed, active, any_of_them)) or 0


def _found(session: Session, ids: tuple[UUID, ...], *, removed: bool) -> Sequence[Closure]:
    closures = session.scalars(
        select(Closure).where(Closure.id.in_(ids), Closure.removed == removed)
    ).all()
    if len(closures) != len(ids):
        raise closure_changed()
    return closures


def _reasons(closures: Sequence[Closure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(closure.reason for closure in closures))


def _closed(details: ClosureDetails, booked: tuple[Holding, ...]) -> Message:
    return _with_bookings(say("Closed: {reason}", reason=details.reason), len(booked))


def _with_bookings(message: Message, booked: int) -> Message:
    if not booked:
        return message
    return say_count(
        "{what}. {n} booking lies in this time: tell whoever it is for.",
        "{what}. {n} bookings lie in this time: tell those they are for.",
        booked,
        what=message,
    )


def _change(ids: tuple[UUID, ...], message: Message, undo: Action) -> Change:
    topics = frozenset({about(Kind.ROOMS, *ids)})
    return Change(message, topics, undo)
