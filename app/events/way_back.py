"""Paper that comes back: one sheet as it was issued, with what has been entered of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.errors import ChangedElsewhere, Refused
from app.events.issued_dates import PaperDate, dates_on
from app.events.model import (
    Attendance,
    EventSession,
    HeadCount,
    IssuedRow,
    IssuedSheet,
)
from app.events.sheets import PaperOf
from app.language import say
from app.permission import Permission
from app.sheets.attendance import first_rows
from app.sheets.sheet import ToDraw
from app.sheets.sheet_wish import read_options
from app.visitors.model import Organisation, Visitor
from app.visitors.naming import name_in_lists

MOST = 200


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
    """A sheet in exactly the order of the paper, whatever happened to the list since.

    ``session_id`` is the one that is entered; a course has several ``dates`` on its paper.
    """

    sheet_id: UUID
    session_id: UUID
    dates: tuple[PaperDate, ...]
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
    def is_last_date(self) -> bool:
        return self.session_id == self.held[-1].session_id

    @property
    def held(self) -> tuple[PaperDate, ...]:
        """The dates that were not taken away since."""
        return tuple(one for one in self.dates if not one.gone)

    @property
    def printed(self) -> int:
        """The last printed row; walk-ins wrote themselves in below it."""
        return max((row.row for row in self.rows if not row.written), default=0)

    @property
    def by_name(self) -> int:
        """Who was written down twice and is one person since stands in two rows, and came once."""
        return len(self._printed_and_came())

    @property
    def walked_in(self) -> int:
        came = {row.visitor_id for row in self.rows if row.present and row.written}
        return len(came - self._printed_and_came())

    def _printed_and_came(self) -> set[UUID]:
        return {row.visitor_id for row in self.rows if row.present and not row.written}

    @property
    def entered(self) -> int:
        return self.by_name + self.walked_in + self.unnamed

    @property
    def open_rows(self) -> tuple[int, ...]:
        return tuple(row.row for row in self.rows if not row.present and not row.gone)

    def row(self, number: int) -> PaperRow | None:
        return next((row for row in self.rows if row.row == number), None)


@dataclass(frozen=True)
class PageBegins:
    """With which row a page of a sheet begins; its layout is measured as when it was drawn."""

    sheet_id: UUID
    page: int
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> int:
        sheet = own_sheet(session, self.sheet_id)
        paper = PaperOf(sheet.id).answer(session)
        options = read_options(sheet.options)
        if options is None:
            return 1
        begins = first_rows(ToDraw(paper.head, paper.lines, paper.issued), options)
        return begins[self.page - 1] if self.page <= len(begins) else 1


@dataclass(frozen=True)
class Paper:
    """One sheet, to be entered; of a course, the date that is not in the future any more."""

    sheet_id: UUID
    session_id: UUID | None = None
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> PaperToEnter:
        sheet = own_sheet(session, self.sheet_id)
        dates = dates_on(session, sheet)
        attended = session.get_one(EventSession, self._chosen(session, dates))
        rows = _rows(session, sheet, attended)
        return PaperToEnter(
            sheet.id,
            attended.id,
            dates,
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

    def _chosen(self, session: Session, dates: tuple[PaperDate, ...]) -> UUID:
        """The wanted date; else the latest that has begun, of those that are still there."""
        there = [one for one in dates if not one.gone]
        begun = [one for one in there if one.start <= to_wall(session.info["now"])]
        latest = (begun or there[:1])[-1].session_id
        return next((one.session_id for one in dates if one.session_id == self.session_id), latest)


def own_sheet(session: Session, sheet_id: UUID) -> IssuedSheet:
    """The sheet, when one of its dates is still there. Raises ChangedElsewhere."""
    sheet = session.get(IssuedSheet, sheet_id)
    attended = session.get(EventSession, sheet.session_id) if sheet else None
    if sheet is None or attended is None or attended.event.removed or _has_no_date(session, sheet):
        raise ChangedElsewhere(say("The event of this sheet is no longer there."))
    return sheet


def _has_no_date(session: Session, sheet: IssuedSheet) -> bool:
    return all(one.gone for one in dates_on(session, sheet))


def open_sheet(session: Session, sheet_id: UUID) -> IssuedSheet:
    """A sheet that may still be changed. Raises Refused when it was finished."""
    sheet = own_sheet(session, sheet_id)
    if sheet.closed is not None:
        raise Refused(say("This sheet is finished. Open it again to change it."))
    return sheet


def refuse_if_closed(session: Session, sheet_id: UUID | None) -> None:
    """What was entered from a paper stays while its sum is compared and written down."""
    if sheet_id is not None:
        open_sheet(session, sheet_id)


def sheet_number(sheet: IssuedSheet) -> str:
    return f"{sheet.year}-{sheet.number:04}"


def _rows(session: Session, sheet: IssuedSheet, attended: EventSession) -> tuple[PaperRow, ...]:
    found = session.execute(
        select(IssuedRow, Visitor, Organisation.name, Attendance.id, Attendance.photo)
        .join(Visitor, Visitor.id == IssuedRow.visitor_id)
        .outerjoin(Organisation, Organisation.id == Visitor.organisation_id)
        .outerjoin(
            Attendance,
            and_(
                Attendance.visitor_id == IssuedRow.visitor_id,
                Attendance.session_id == attended.id,
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
            one.town if attended.event.confidential else organisation or one.town,
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
