"""Paper that comes back: which sheets there are, and one of them as it was issued."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.errors import ChangedElsewhere
from app.events.model import (
    Attendance,
    Event,
    EventSession,
    HeadCount,
    IssuedRow,
    IssuedSheet,
)
from app.language import say
from app.permission import Permission
from app.visitors.model import Organisation, Visitor
from app.visitors.naming import name_in_lists

MOST = 200


@dataclass(frozen=True)
class PaperChoice:
    """An issued sheet in a list; ``start`` is wall-clock time."""

    sheet_id: UUID
    session_id: UUID
    number: str
    title: str
    start: datetime
    issued: datetime
    rows: int
    closed: bool

    @property
    def id(self) -> UUID:
        return self.sheet_id


@dataclass(frozen=True)
class PapersIssued:
    """The sheets that are not entered yet first; of the same state, the newest session first."""

    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[PaperChoice, ...]:
        return _choices(session)


@dataclass(frozen=True)
class PaperNumbered:
    """The sheet with this number, or None when none was ever issued or its event is gone."""

    number: str
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> PaperChoice | None:
        year, _, number = self.number.partition("-")
        found = _choices(session, IssuedSheet.year == int(year), IssuedSheet.number == int(number))
        return found[0] if found else None


@dataclass(frozen=True)
class PaperRow:
    """One row of the paper. ``gone``: the person has been taken out of the list since."""

    row: int
    visitor_id: UUID
    name: str
    origin: str
    attendance_id: UUID | None
    photo: bool | None
    written: bool
    gone: bool

    @property
    def present(self) -> bool:
        return self.attendance_id is not None


@dataclass(frozen=True)
class PaperToEnter:
    """A sheet in exactly the order of the paper, whatever happened to the list since."""

    sheet_id: UUID
    session_id: UUID
    number: str
    title: str
    start: datetime
    issued: datetime
    rows: tuple[PaperRow, ...]
    unnamed: int
    elsewhere: int
    """How many are marked as present who are not on this paper."""
    newer: str
    """The number of a later print of the same session; empty when this is the last."""
    on_paper: int | None
    closed: datetime | None
    note: str

    @property
    def printed(self) -> int:
        """The last printed row; walk-ins wrote themselves in below it."""
        return max((row.row for row in self.rows if not row.written), default=0)

    @property
    def by_name(self) -> int:
        return sum(row.present and not row.written for row in self.rows)

    @property
    def walked_in(self) -> int:
        return sum(row.present and row.written for row in self.rows)

    @property
    def entered(self) -> int:
        return self.by_name + self.walked_in + self.unnamed

    @property
    def open_rows(self) -> tuple[int, ...]:
        return tuple(row.row for row in self.rows if not row.present and not row.gone)

    def row(self, number: int) -> PaperRow | None:
        return next((row for row in self.rows if row.row == number), None)


@dataclass(frozen=True)
class Paper:
    """One sheet, to be entered."""

    sheet_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> PaperToEnter:
        sheet = own_sheet(session, self.sheet_id)
        attended = session.get_one(EventSession, sheet.session_id)
        rows = _rows(session, sheet, confidential=attended.event.confidential)
        return PaperToEnter(
            sheet.id,
            attended.id,
            sheet_number(sheet),
            attended.event.title,
            attended.starts,
            to_wall(sheet.issued),
            rows,
            _unnamed(session, attended.id),
            _elsewhere(session, attended.id, rows),
            _newer(session, sheet),
            sheet.on_paper,
            to_wall(sheet.closed) if sheet.closed else None,
            sheet.note,
        )


def own_sheet(session: Session, sheet_id: UUID) -> IssuedSheet:
    """The sheet, when its session is still there. Raises ChangedElsewhere."""
    sheet = session.get(IssuedSheet, sheet_id)
    attended = session.get(EventSession, sheet.session_id) if sheet else None
    if sheet is None or attended is None or attended.removed or attended.event.removed:
        raise ChangedElsewhere(say("The event of this sheet is no longer there."))
    return sheet


def sheet_number(sheet: IssuedSheet) -> str:
    return f"{sheet.year}-{sheet.number:04}"


def _choices(session: Session, *only: ColumnElement[bool]) -> tuple[PaperChoice, ...]:
    rows = (
        select(IssuedRow.sheet_id, func.count().label("rows"))
        .where(~IssuedRow.written)
        .group_by(IssuedRow.sheet_id)
        .subquery()
    )
    found = session.execute(
        select(IssuedSheet, Event.title, EventSession.starts, func.coalesce(rows.c.rows, 0))
        .join(EventSession, EventSession.id == IssuedSheet.session_id)
        .join(Event, Event.id == EventSession.event_id)
        .outerjoin(rows, rows.c.sheet_id == IssuedSheet.id)
        .where(~EventSession.removed, ~Event.removed, *only)
        .order_by(
            IssuedSheet.closed.is_not(None),
            EventSession.starts.desc(),
            IssuedSheet.year.desc(),
            IssuedSheet.number.desc(),
        )
        .limit(MOST)
    )
    return tuple(
        PaperChoice(
            sheet.id,
            sheet.session_id,
            sheet_number(sheet),
            title,
            starts,
            to_wall(sheet.issued),
            count,
            sheet.closed is not None,
        )
        for sheet, title, starts, count in found
    )


def _rows(session: Session, sheet: IssuedSheet, *, confidential: bool) -> tuple[PaperRow, ...]:
    found = session.execute(
        select(IssuedRow, Visitor, Organisation.name, Attendance.id, Attendance.photo)
        .join(Visitor, Visitor.id == IssuedRow.visitor_id)
        .outerjoin(Organisation, Organisation.id == Visitor.organisation_id)
        .outerjoin(
            Attendance,
            and_(
                Attendance.visitor_id == IssuedRow.visitor_id,
                Attendance.session_id == sheet.session_id,
                ~Attendance.removed,
            ),
        )
        .where(IssuedRow.sheet_id == sheet.id)
        .order_by(IssuedRow.row)
    )
    return tuple(
        PaperRow(
            row.row,
            one.id,
            name_in_lists(one.given_name, one.family_name, one.number),
            one.town if confidential else organisation or one.town,
            attendance_id,
            photo,
            row.written,
            one.removed,
        )
        for row, one, organisation, attendance_id, photo in found
    )


def _unnamed(session: Session, session_id: UUID) -> int:
    heads = select(func.sum(HeadCount.heads)).where(
        HeadCount.session_id == session_id, ~HeadCount.removed
    )
    return session.scalar(heads) or 0


def _elsewhere(session: Session, session_id: UUID, rows: tuple[PaperRow, ...]) -> int:
    came = select(Attendance.visitor_id).where(
        Attendance.session_id == session_id, ~Attendance.removed
    )
    return len(set(session.scalars(came)) - {row.visitor_id for row in rows})


def _newer(session: Session, sheet: IssuedSheet) -> str:
    last = session.scalars(
        select(IssuedSheet)
        .where(IssuedSheet.session_id == sheet.session_id)
        .order_by(IssuedSheet.year.desc(), IssuedSheet.number.desc())
        .limit(1)
    ).one()
    return sheet_number(last) if last.id != sheet.id else ""
