"""Planning an event with its room in one step, taking it back, and moving its session."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Action, Change
from app.bookings.record import hold_if_active
from app.bookings.rules import release
from app.errors import ChangedElsewhere, Refused
from app.events.dates import put_dates
from app.events.details import EventDetails, PlannedDate, PlannedEvent, SessionPlace
from app.events.model import Attendance, Event, EventSession, HeadCount, Registration
from app.events.news import date_moved
from app.events.record import (
    bookings_of,
    change,
    changed_meanwhile,
    own_event,
    own_session,
    place_of,
    planned,
    refuse_if_cancelled,
    sessions_of,
    where_and_when,
    write,
)
from app.language import say, say_count
from app.permission import Permission
from app.slot import Place, Slot


@dataclass(frozen=True)
class PlanEvent:
    """A new event with one session; ``booking_id`` is for its room, when it is in one of ours."""

    event_id: UUID
    session_id: UUID
    booking_id: UUID | None
    details: EventDetails
    slot: Slot
    room_id: UUID | None = None
    place: str = ""
    more: tuple[PlannedDate, ...] = ()
    """Its further dates."""
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        when = SessionPlace(self.slot, self.room_id, self.place)
        first = PlannedDate(self.session_id, self.booking_id, when)
        wanted = PlannedEvent(self.details, (first, *self.more)).checked()
        event = Event(id=self.event_id, cancelled=False)
        write(event, wanted.details)
        session.add(event)
        session.flush()
        bookings = put_dates(session, event, wanted.dates, None if self.more else self._at)
        values = where_and_when(session, event.title, wanted.dates[0].place)
        message = say("Planned: “{title}”, {day:day_month}, {start}–{end}, {where}", **values)
        if self.more:
            message = say_count(
                "Planned: “{title}”, {n} date from {day:day_month}",
                "Planned: “{title}”, {n} dates from {day:day_month}",
                len(wanted.dates),
                title=event.title,
                day=values["day"],
            )
        undo = RemoveEvent(event.id, planned(session, event))
        return change(event, message, undo, bookings)

    def _at(self, place: Place) -> Action:
        return replace(self, slot=place.slot, room_id=place.room_id)


@dataclass(frozen=True)
class RemoveEvent:
    """Take back that an event was planned; one that people belong to is cancelled instead.

    ``seen``: only while it is as it was planned.
    """

    event_id: UUID
    seen: PlannedEvent | None = None
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        event = own_event(session, self.event_id)
        refuse_if_people(session, event)
        if self.seen is not None and planned(session, event) != self.seen:
            raise changed_meanwhile(event)
        sessions, bookings = sessions_of(session, event), bookings_of(session, event)
        for booking in bookings:
            release(session, booking)
            booking.removed = True
        for one in (event, *sessions):
            one.removed = True
        message = say("Event taken back: “{title}”", title=event.title)
        undo = PutBackEvent(event.id, tuple(one.id for one in sessions))
        return change(event, message, undo, bookings)


@dataclass(frozen=True)
class PutBackEvent:
    """Put back an event that was taken back, with these sessions, if their rooms are still free."""

    event_id: UUID
    session_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        event = session.get(Event, self.event_id)
        if event is None or not event.removed:
            raise ChangedElsewhere(say("This event is already there."))
        sessions = [one for one in sessions_of(session, event) if one.id in self.session_ids]
        bookings = [one.booking for one in sessions if one.booking is not None]
        for one in (event, *sessions):
            one.removed = False
        for booking in bookings:
            booking.removed = False
            hold_if_active(session, booking)
        message = say("Planned again: “{title}”", title=event.title)
        session.flush()
        undo = RemoveEvent(event.id, planned(session, event))
        return change(event, message, undo, bookings)


@dataclass(frozen=True)
class MoveSession:
    """Put a session, and its room with it, at another time or place.

    ``booking_id`` is for the room of a session that had none of ours so far.
    """

    session_id: UUID
    seen: SessionPlace
    wanted: SessionPlace
    booking_id: UUID | None = None
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        moved = own_session(session, self.session_id)
        if place_of(moved) != self.seen:
            raise changed_meanwhile(moved.event)
        refuse_if_cancelled(moved.event)
        wanted = self.wanted.checked()
        had, seen_id = moved.booking, moved.booking_id or self.booking_id
        put_dates(
            session,
            moved.event,
            [PlannedDate(moved.id, seen_id, wanted)],
            self._at,
        )
        date_moved(session, moved, self.seen, wanted)
        touched = [one for one in (had, moved.booking) if one is not None]
        return change(
            moved.event,
            say(
                "“{title}” moved to {where}, {day:day_month}, {start}–{end}",
                **where_and_when(session, moved.event.title, wanted),
            ),
            MoveSession(moved.id, wanted, self.seen, seen_id),
            touched,
        )

    def _at(self, place: Place) -> Action:
        return replace(self, wanted=self.wanted.elsewhere(place))


def refuse_if_people(session: Session, event: Event) -> None:
    """An event that people belong to is not taken back, but cancelled."""
    if _has_people(session, event.id):
        raise Refused(
            say(
                "People are already on the list of “{title}”. Cancel the event instead.",
                title=event.title,
            )
        )


def _has_people(session: Session, event_id: UUID) -> bool:
    lists = (
        select(Registration.id).where(Registration.event_id == event_id, ~Registration.removed),
        *(
            select(table.id)
            .join(EventSession, EventSession.id == table.session_id)
            .where(EventSession.event_id == event_id, ~table.removed)
            for table in (Attendance, HeadCount)
        ),
    )
    return any(session.scalar(one.limit(1)) is not None for one in lists)
