"""A copy of an event on other dates, with or without the people on its list."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change, Kind, Topic, about
from app.errors import ChangedElsewhere, Refused
from app.events.dates import put_dates
from app.events.details import EventDetails, PlannedDate, PlannedEvent
from app.events.model import Attendance, Event, EventSession, Registration
from app.events.news import EXPECTED
from app.events.plan import PutBackEvent, RemoveEvent
from app.events.record import change, own_event, write
from app.events.register_group import A_MOMENT
from app.language import say, say_count
from app.permission import Permission


@dataclass(frozen=True)
class CopiedPerson:
    """Somebody of the old list, and the id she will have on the new one."""

    registration_id: UUID
    copy_id: UUID


@dataclass(frozen=True)
class CopyEvent:
    """The same event again; who has a place there has one here, who waits there waits here.

    ``people`` is empty for a copy without its people; in their order they stand in line.
    """

    source_id: UUID
    event_id: UUID
    details: EventDetails
    dates: tuple[PlannedDate, ...]
    at: datetime
    people: tuple[CopiedPerson, ...] = ()
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        source = own_event(session, self.source_id)
        wanted = PlannedEvent(self.details, self.dates).checked()
        copy = Event(id=self.event_id, cancelled=False)
        write(copy, wanted.details)
        session.add(copy)
        session.flush()
        bookings = put_dates(session, copy, wanted.dates)
        for number, person in enumerate(self.people):
            self._register(session, person, self.at + number * A_MOMENT)
        message = say_count(
            "Copied: “{title}”, {n} date from {day:day_month}",
            "Copied: “{title}”, {n} dates from {day:day_month}",
            len(wanted.dates),
            title=source.title,
            day=wanted.dates[0].place.slot.start.date(),
        )
        undo = RemoveCopy(copy.id, tuple(one.copy_id for one in self.people))
        made = change(copy, message, undo, bookings)
        return Change(made.message, made.topics | _on_list(copy.id), undo)

    def _register(self, session: Session, person: CopiedPerson, at: datetime) -> None:
        old = session.get(Registration, person.registration_id)
        if old is None or old.removed or old.status not in EXPECTED or old.visitor.removed:
            raise ChangedElsewhere(say("The list has changed in the meantime. Look at it again."))
        session.add(
            Registration(
                id=person.copy_id,
                event_id=self.event_id,
                visitor_id=old.visitor_id,
                status=old.status,
                via=old.via,
                registered=at,
                companions=old.companions,
                wheelchair_place=old.wheelchair_place,
            )
        )


@dataclass(frozen=True)
class RemoveCopy:
    """The copy goes again with those who came along; not when others are on its list by now."""

    event_id: UUID
    registration_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        event = own_event(session, self.event_id)
        dates = tuple(
            session.scalars(
                select(EventSession.id).where(
                    EventSession.event_id == event.id, ~EventSession.removed
                )
            )
        )
        came = select(Attendance.id).where(Attendance.session_id.in_(dates), ~Attendance.removed)
        if session.scalar(came.limit(1)) is not None:
            raise Refused(say("People have come to this date already. It stays."))
        for one in _registrations(session, self.registration_ids):
            one.removed = True
        session.flush()
        gone = RemoveEvent(event.id).perform(session)
        undo = PutBackCopy(event.id, dates, self.registration_ids)
        return Change(gone.message, gone.topics | _on_list(event.id), undo)


@dataclass(frozen=True)
class PutBackCopy:
    """The copy is there again, with its people."""

    event_id: UUID
    session_ids: tuple[UUID, ...]
    registration_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        back = PutBackEvent(self.event_id, self.session_ids).perform(session)
        for one in _registrations(session, self.registration_ids):
            one.removed = False
        undo = RemoveCopy(self.event_id, self.registration_ids)
        return Change(back.message, back.topics | _on_list(self.event_id), undo)


@dataclass(frozen=True)
class PeopleToCopy:
    """Those on a list who would come along, in the order in which they came onto it."""

    event_id: UUID
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def answer(self, session: Session) -> tuple[UUID, ...]:
        return tuple(
            session.scalars(
                select(Registration.id)
                .where(
                    Registration.event_id == self.event_id,
                    Registration.status.in_(EXPECTED),
                    ~Registration.removed,
                    Registration.visitor.has(removed=False),
                )
                .order_by(Registration.registered, Registration.id)
            )
        )


def _registrations(session: Session, ids: tuple[UUID, ...]) -> list[Registration]:
    return list(session.scalars(select(Registration).where(Registration.id.in_(ids))))


def _on_list(event_id: UUID) -> frozenset[Topic]:
    return frozenset({about(Kind.REGISTRATIONS, event_id)})
