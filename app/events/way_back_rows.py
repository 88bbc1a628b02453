"""Walk-ins who wrote themselves into an empty row of the sheet: somebody we know, or somebody new."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change, Kind, Topic, about
from app.errors import ChangedElsewhere, Refused
from app.events.attending import MarkPresent, MarkPresentAgain, UnmarkPresent, attendance_of
from app.events.model import AgeBand, Attendance, EventSession, IssuedRow, IssuedSheet
from app.events.way_back import open_sheet, sheet_number
from app.events.way_back_ticks import came_at, entered_session, walk_in_of
from app.language import say
from app.permission import Permission
from app.visitors.details import VisitorDetails
from app.visitors.model import Visitor
from app.visitors.register import PutBackVisitor, RegisterVisitor, RemoveVisitor
from app.visitors.visits import known_visitor, named


@dataclass(frozen=True)
class WriteRow:
    """Somebody stands in an empty row by her own hand, and so she was there.

    ``new`` registers her first. Who is marked as present already only gets her row.
    """

    sheet_id: UUID
    row: int
    visitor_id: UUID
    mark: MarkPresent
    """Its time is when this is entered; of a course, its session is the date that is entered."""
    age: AgeBand | None = None
    new: VisitorDetails | None = None
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        sheet = open_sheet(session, self.sheet_id)
        self._refuse_taken(session, sheet)
        topics: frozenset[Topic] = frozenset()
        if self.new is not None:
            registered = RegisterVisitor(self.visitor_id, self.new, self.mark.at).perform(session)
            topics |= registered.topics
        visitor = known_visitor(session, self.visitor_id)
        self._refuse_twice(session, sheet, visitor)
        unmark = self._mark(session, sheet)
        session.add(IssuedRow(sheet_id=sheet.id, row=self.row, visitor_id=visitor.id, written=True))
        undo = RubOutRow(sheet.id, self.row, visitor.id, unmark, self.new is not None)
        change = row_change(session, sheet, visitor, self.row)
        return replace(change, topics=change.topics | topics, undo=undo)

    def _mark(self, session: Session, sheet: IssuedSheet) -> UnmarkPresent | None:
        attended = entered_session(session, sheet, self.mark.session_id)
        if attendance_of(session, attended.id, self.visitor_id):
            return None
        came = came_at(attended, self.mark.at)
        mark = replace(self.mark, visitor_id=self.visitor_id, at=came)
        undo = mark.perform(session).undo
        session.get_one(Attendance, mark.attendance_id).age = self.age
        assert isinstance(undo, UnmarkPresent)
        return undo

    def _refuse_taken(self, session: Session, sheet: IssuedSheet) -> None:
        if self.row < 1:
            raise Refused(say("Rows are counted from 1."))
        if session.get(IssuedRow, (sheet.id, self.row)):
            raise Refused(say("Somebody stands in row {row} already.", row=self.row))

    def _refuse_twice(self, session: Session, sheet: IssuedSheet, visitor: Visitor) -> None:
        there = session.scalar(
            select(IssuedRow.row).where(
                IssuedRow.sheet_id == sheet.id, IssuedRow.visitor_id == visitor.id
            )
        )
        if there is not None:
            raise Refused(
                say("{who} stands in row {row} of this sheet.", who=named(visitor), row=there)
            )


@dataclass(frozen=True)
class RubOutRow:
    """What was entered for a row is taken back: the row, the tick it made, the person it registered."""

    sheet_id: UUID
    row: int
    visitor_id: UUID
    unmark: UnmarkPresent | None
    registered: bool = False
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        sheet = open_sheet(session, self.sheet_id)
        row = written_row(session, sheet, self.row)
        if row is None or row.visitor_id != self.visitor_id:
            raise ChangedElsewhere(say("Row {row} was changed in the meantime.", row=self.row))
        visitor = known_visitor(session, self.visitor_id)
        session.delete(row)
        again = self.unmark.perform(session).undo if self.unmark else None
        assert again is None or isinstance(again, MarkPresentAgain)
        topics = frozenset({about(Kind.ATTENDANCE, sheet.session_id, visitor.id)})
        message = say("Row {row} is empty again", row=self.row)
        if self.registered:
            session.flush()
            topics |= RemoveVisitor(visitor.id).perform(session).topics
        undo = WriteRowAgain(sheet.id, self.row, visitor.id, again, self.registered)
        return Change(message, topics, undo)


@dataclass(frozen=True)
class WriteRowAgain:
    """She had written herself there after all."""

    sheet_id: UUID
    row: int
    visitor_id: UUID
    mark: MarkPresentAgain | None
    registered: bool = False
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        sheet = open_sheet(session, self.sheet_id)
        if session.get(IssuedRow, (sheet.id, self.row)):
            raise ChangedElsewhere(say("Somebody stands in row {row} already.", row=self.row))
        topics: frozenset[Topic] = frozenset()
        if self.registered:
            topics = PutBackVisitor(self.visitor_id).perform(session).topics
        visitor = known_visitor(session, self.visitor_id)
        unmark = self.mark.perform(session).undo if self.mark else None
        assert unmark is None or isinstance(unmark, UnmarkPresent)
        session.add(IssuedRow(sheet_id=sheet.id, row=self.row, visitor_id=visitor.id, written=True))
        undo = RubOutRow(sheet.id, self.row, visitor.id, unmark, self.registered)
        change = row_change(session, sheet, visitor, self.row)
        return replace(change, topics=change.topics | topics, undo=undo)


@dataclass(frozen=True)
class EmptyRow:
    """A walk-in's row was read wrongly: the row and its tick go, the person stays in the list."""

    sheet_id: UUID
    row: int
    session_id: UUID | None = None
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        sheet = open_sheet(session, self.sheet_id)
        row = written_row(session, sheet, self.row)
        if row is None:
            raise Refused(say("Nobody stands in row {row} of this sheet.", row=self.row))
        attended = entered_session(session, sheet, self.session_id)
        there = attendance_of(session, attended.id, row.visitor_id)
        unmark = (
            UnmarkPresent(there.id, walk_in_of(session, sheet, row.visitor_id)) if there else None
        )
        return RubOutRow(sheet.id, self.row, row.visitor_id, unmark).perform(session)


def written_row(session: Session, sheet: IssuedSheet, row: int) -> IssuedRow | None:
    found = session.get(IssuedRow, (sheet.id, row))
    return found if found is not None and found.written else None


def row_change(session: Session, sheet: IssuedSheet, visitor: Visitor, row: int) -> Change:
    message = say(
        "{who} in row {row} of sheet {number}",
        who=named(visitor),
        row=row,
        number=sheet_number(sheet),
    )
    attended = session.get_one(EventSession, sheet.session_id)
    topics = {
        about(Kind.ATTENDANCE, attended.id, visitor.id),
        about(Kind.REGISTRATIONS, visitor.id),
    }
    return Change(message, frozenset(topics))
