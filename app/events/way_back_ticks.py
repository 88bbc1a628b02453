"""Ticking the rows of a sheet that came back, and taking ticks off again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change
from app.clock import to_utc
from app.errors import Refused
from app.events.attending import MarkPresent, UnmarkPresent, attendance_of
from app.events.issued_dates import dates_on
from app.events.model import Attendance, EventSession, IssuedRow, IssuedSheet, Registration, Via
from app.events.photos import SetPhoto
from app.events.record import own_session
from app.events.registering import registration_of
from app.events.together import PutBackMarks, as_one
from app.events.way_back import open_sheet
from app.language import Message, say, say_count
from app.permission import Permission
from app.visitors.model import Visitor
from app.visitors.visits import named


@dataclass(frozen=True)
class RowTick:
    """A row of the paper, and the ids of what its tick makes."""

    row: int
    attendance_id: UUID
    registration_id: UUID
    """Of a person who is no longer on the list of the event, and came all the same."""


@dataclass(frozen=True)
class TickRows:
    """Who signed these rows was there; who is marked already stays as she is.

    ``photo``: what they ticked about photographs, when it is entered with the row.
    """

    sheet_id: UUID
    ticks: tuple[RowTick, ...]
    at: datetime
    photo: bool | None = None
    session_id: UUID | None = None
    """Of a course, whose dates are the columns of one sheet: which of them."""
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        sheet = open_sheet(session, self.sheet_id)
        attended = entered_session(session, sheet, self.session_id)
        people = people_in(session, sheet, [tick.row for tick in self.ticks])
        changes = []
        for tick in self.ticks:
            changes += self._tick(session, attended, people[tick.row], tick)
        if not changes:
            raise Refused(say("These rows are entered just so already."))
        shown = [people[tick.row] for tick in self.ticks]
        return as_one(changes, _sentence(self.ticks, shown), sheet_id=sheet.id)

    def _tick(
        self, session: Session, attended: EventSession, visitor: Visitor, tick: RowTick
    ) -> list[Change]:
        made = []
        there = attendance_of(session, attended.id, visitor.id)
        if there is None:
            came = came_at(attended, self.at)
            mark = MarkPresent(
                tick.attendance_id, attended.id, visitor.id, came, tick.registration_id
            )
            made.append(mark.perform(session))
            there = session.get_one(Attendance, tick.attendance_id)
        if self.photo is not None and there.photo != self.photo:
            made.append(SetPhoto(there.id, there.photo, self.photo).perform(session))
        return made


@dataclass(frozen=True)
class UntickRows:
    """Nobody signed these rows after all."""

    sheet_id: UUID
    rows: tuple[int, ...]
    session_id: UUID | None = None
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        sheet = open_sheet(session, self.sheet_id)
        attended = entered_session(session, sheet, self.session_id)
        people = people_in(session, sheet, self.rows)
        changes = []
        for visitor in people.values():
            there = attendance_of(session, attended.id, visitor.id)
            if there is not None:
                walk_in = walk_in_of(session, sheet, visitor.id)
                changes.append(UnmarkPresent(there.id, walk_in).perform(session))
        if not changes:
            raise Refused(say("Nobody is ticked in these rows."))
        n = len(changes)
        message = say_count("{n} tick taken away", "{n} ticks taken away", n)
        return as_one(changes, message, PutBackMarks, sheet.id)


def entered_session(session: Session, sheet: IssuedSheet, session_id: UUID | None) -> EventSession:
    """The session of the sheet, or another date of the same course."""
    wanted = session_id or sheet.session_id
    if wanted not in {one.session_id for one in dates_on(session, sheet)}:
        raise Refused(say("This date is not on the sheet."))
    return own_session(session, wanted)


def came_at(attended: EventSession, now: datetime) -> datetime:
    """Paper does not say when somebody came: when it began, but never in the future."""
    return min(now, to_utc(attended.starts))


def people_in(session: Session, sheet: IssuedSheet, rows: Sequence[int]) -> dict[int, Visitor]:
    """Who stands in these rows. Raises Refused for a row that the paper does not have."""
    found = session.execute(
        select(IssuedRow.row, Visitor)
        .join(Visitor, Visitor.id == IssuedRow.visitor_id)
        .where(IssuedRow.sheet_id == sheet.id, IssuedRow.row.in_(rows))
        .order_by(IssuedRow.row)
    )
    people = dict(found.all())
    for row in rows:
        if row not in people:
            raise Refused(say("Nobody stands in row {row} of this sheet.", row=row))
        if people[row].removed:
            raise Refused(say("Who stood in row {row} is no longer in the list.", row=row))
    return people


def walk_in_of(session: Session, sheet: IssuedSheet, visitor_id: UUID) -> UUID | None:
    """The registration that goes with the tick, when she came without one."""
    event_id = session.get_one(EventSession, sheet.session_id).event_id
    found: Registration | None = registration_of(session, event_id, visitor_id)
    return found.id if found and found.via is Via.WALK_IN else None


def _sentence(ticks: Sequence[RowTick], people: Sequence[Visitor]) -> Message:
    if len(people) == 1:
        return say("{row}. {who} present", row=ticks[0].row, who=named(people[0]))
    return say_count("{n} row entered", "{n} rows entered", len(people))
