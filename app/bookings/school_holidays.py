"""School holidays as the centre entered them: days on which groups of schools stay away."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.bookings.details import one_line
from app.bookings.series_model import SchoolHoliday
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say
from app.permission import Permission


@dataclass(frozen=True)
class SchoolHolidayRow:
    """Both days belong to it."""

    id: UUID
    first: date
    last: date
    name: str


@dataclass(frozen=True)
class SchoolHolidays:
    """All that are entered, the earliest first."""

    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> tuple[SchoolHolidayRow, ...]:
        return school_holidays(session)


@dataclass(frozen=True)
class AddSchoolHoliday:
    """Say when schools are closed; nothing that is booked changes."""

    holiday_id: UUID
    first: date
    last: date
    name: str
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        name = one_line(self.name)
        if not name:
            raise Refused(say("Write what the school holiday is called."))
        if self.last < self.first:
            raise Refused(say("The last day must not be before the first."))
        session.add(SchoolHoliday(id=self.holiday_id, first=self.first, last=self.last, name=name))
        said = say("School holiday entered: {name}", name=name)
        return _change(self.holiday_id, said, RemoveSchoolHoliday(self.holiday_id))


@dataclass(frozen=True)
class RemoveSchoolHoliday:
    """Take a school holiday out."""

    holiday_id: UUID
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        holiday = _found(session, self.holiday_id, removed=False)
        holiday.removed = True
        said = say("School holiday taken out: {name}", name=holiday.name)
        return _change(holiday.id, said, PutBackSchoolHoliday(holiday.id))


@dataclass(frozen=True)
class PutBackSchoolHoliday:
    """Enter again what was taken out."""

    holiday_id: UUID
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        holiday = _found(session, self.holiday_id, removed=True)
        holiday.removed = False
        said = say("School holiday entered: {name}", name=holiday.name)
        return _change(holiday.id, said, RemoveSchoolHoliday(holiday.id))


def school_holidays(session: Session) -> tuple[SchoolHolidayRow, ...]:
    rows = session.execute(
        select(SchoolHoliday.id, SchoolHoliday.first, SchoolHoliday.last, SchoolHoliday.name)
        .where(~SchoolHoliday.removed)
        .order_by(SchoolHoliday.first, SchoolHoliday.id)
    )
    return tuple(SchoolHolidayRow(*row) for row in rows)


def _found(session: Session, holiday_id: UUID, *, removed: bool) -> SchoolHoliday:
    holiday = session.get(SchoolHoliday, holiday_id)
    if holiday is None or holiday.removed != removed:
        raise ChangedElsewhere(say("This school holiday was changed in the meantime. Look again."))
    return holiday


def _change(holiday_id: UUID, said: Message, undo: Action) -> Change:
    return Change(said, frozenset({about(Kind.ROOMS, holiday_id)}), undo)
