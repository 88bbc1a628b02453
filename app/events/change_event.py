"""Changing an event and its dates in one step: all of it, or nothing and why not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change
from app.bookings.model import Booking
from app.events.dates import put_dates, refuse_if_came, take_away
from app.events.details import PlannedDate, PlannedEvent
from app.events.model import Event
from app.events.moving_up import ids_of, let_wait_again, move_up, told
from app.events.news import date_back, date_gone, date_moved
from app.events.record import (
    bookings_of,
    change,
    changed_meanwhile,
    own_event,
    planned,
    refuse_if_cancelled,
    sessions_of,
    write,
    write_booking,
)
from app.language import Message, say, say_count
from app.permission import Permission
from app.slot import Place


@dataclass(frozen=True)
class ChangeEvent:
    """What is said about an event, and each of its dates with its room, as the form has them.

    Dates are known by their ids: one that is only ``wanted`` is new or comes back, one that was
    only ``seen`` is taken away.
    """

    event_id: UUID
    seen: PlannedEvent
    wanted: PlannedEvent
    moved: tuple[UUID, ...] = ()
    """Who moved up when there were more places, and waits again when that is taken back."""
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def perform(self, session: Session) -> Change:
        wanted = self.wanted.checked()
        event = own_event(session, self.event_id)
        if planned(session, event) != self.seen:
            raise changed_meanwhile(event)
        write(event, wanted.details)
        touched: list[Booking] = []
        if wanted.dates != self.seen.dates:
            refuse_if_cancelled(event)
            touched = self._move(session, event, wanted)
        let_wait_again(session, self.moved)
        moved = [] if self.moved else move_up(session, event)
        rooms = bookings_of(session, event)
        for booking in rooms:
            write_booking(booking, event)
        undo = ChangeEvent(event.id, wanted, self.seen, ids_of(moved))
        return change(event, told(self._said(wanted), moved), undo, (*rooms, *touched))

    def _move(self, session: Session, event: Event, wanted: PlannedEvent) -> list[Booking]:
        before = {one.session_id: one for one in self.seen.dates}
        kept = {one.session_id for one in wanted.dates}
        gone = [one for one in sessions_of(session, event) if one.id not in kept]
        refuse_if_came(session, gone)
        touched = take_away(session, gone)
        changed = [one for one in wanted.dates if before.get(one.session_id) != one]
        instead = self._instead(changed[0]) if len(changed) == 1 else None
        touched += put_dates(session, event, changed, instead)
        for date in gone:
            date_gone(session, date)
        there = {date.id: date for date in sessions_of(session, event)}
        for one in changed:
            date = there[one.session_id]
            if one.session_id in before:
                date_moved(session, date, before[one.session_id].place, one.place)
            else:
                date_back(session, date)
        return touched

    def _instead(self, changed: PlannedDate) -> "_Instead":
        return _Instead(self, changed)

    def _said(self, wanted: PlannedEvent) -> Message:
        title, told = wanted.details.title, list(self._differences(wanted))
        if len(told) == 1:
            return told[0]
        return say("Event changed: “{title}”.", title=title)

    def _differences(self, wanted: PlannedEvent) -> Iterator[Message]:
        """What became of the dates, when nothing else changed."""
        if wanted.details != self.seen.details:
            return
        before = {one.session_id for one in self.seen.dates}
        kept = {one.session_id for one in wanted.dates}
        title = wanted.details.title
        if more := len(kept - before):
            yield say_count(
                "“{title}”: {n} more date.", "“{title}”: {n} more dates.", more, title=title
            )
        if fewer := len(before - kept):
            yield say_count(
                "“{title}”: {n} date fewer.", "“{title}”: {n} dates fewer.", fewer, title=title
            )


@dataclass(frozen=True)
class _Instead:
    """The same change with the one date that clashed at another place."""

    asked: ChangeEvent
    date: PlannedDate

    def __call__(self, place: Place) -> Action:
        there = replace(self.date, place=self.date.place.elsewhere(place))
        dates = tuple(
            there if one.session_id == there.session_id else one for one in self.asked.wanted.dates
        )
        return replace(self.asked, wanted=replace(self.asked.wanted, dates=dates))
