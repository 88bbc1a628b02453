"""The attendance sheet: what it says, and issuing it with a number."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.action import Change, Kind, Topic, about
from app.clock import to_wall
from app.errors import Refused
from app.events.issued_dates import dates_on, forget_dates, write_dates
from app.events.listed import short_name
from app.events.model import Event, EventSession, IssuedRow, IssuedSheet
from app.events.record import own_session
from app.events.sheet_head import head_of, line_of, people_on, sessions_from
from app.language import say, say_count
from app.permission import Permission
from app.sheets.sheet import Issued, Order, SheetHead, SheetLine, SheetOptions, allowed
from app.sheets.sheet_wish import as_json, read_options
from app.visitors.model import Organisation, Visitor


@dataclass(frozen=True)
class AttendanceSheet:
    """Head and lines of the sheet of a session, in the order of the paper."""

    session_id: UUID
    order: Order = Order.SURNAME
    course: bool = False
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[SheetHead, tuple[SheetLine, ...]]:
        attended = own_session(session, self.session_id)
        people = people_on(session, attended, self.order, course=self.course)
        return head_of(session, attended), tuple(line_of(one) for one in people)


@dataclass(frozen=True)
class SheetToIssue:
    """What one sheet of a batch says."""

    session_id: UUID
    head: SheetHead
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True)
class SheetsOf:
    """The sheets of all sessions of some days, the first session first."""

    day: date
    days: int
    order: Order = Order.SURNAME
    course: bool = False
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[SheetToIssue, ...]:
        first = datetime.combine(self.day, time())
        sessions = session.scalars(
            select(EventSession)
            .join(Event, Event.id == EventSession.event_id)
            .where(
                EventSession.starts >= first,
                EventSession.starts < first + timedelta(days=self.days),
                *(~mark for mark in (EventSession.removed, Event.removed)),
                *(~mark for mark in (Event.cancelled, Event.draft)),
            )
            .order_by(EventSession.starts, EventSession.id)
        )
        return tuple(self._sheet(session, attended) for attended in sessions)

    def _sheet(self, session: Session, attended: EventSession) -> SheetToIssue:
        people = people_on(session, attended, self.order, course=self.course)
        return SheetToIssue(attended.id, head_of(session, attended), tuple(map(line_of, people)))


@dataclass(frozen=True)
class UsualOptions:
    """What was chosen when a sheet of this event was issued last; None: never yet.

    Where there is none, the last sheet of another event that is as confidential as this one says it.
    """

    session_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> SheetOptions | None:
        event = own_session(session, self.session_id).event
        last = (
            select(IssuedSheet.options)
            .join(EventSession, EventSession.id == IssuedSheet.session_id)
            .join(Event, Event.id == EventSession.event_id)
            .order_by(IssuedSheet.year.desc(), IssuedSheet.number.desc())
            .limit(1)
        )
        of_this = session.scalar(last.where(Event.id == event.id))
        written = of_this or session.scalar(last.where(Event.confidential == event.confidential))
        return read_options(written) if written else None


@dataclass(frozen=True)
class IssueSheet:
    """Give the sheet its number, and remember its rows: that is how the paper comes back."""

    sheet_id: UUID
    session_id: UUID
    options: str
    """As `as_json` writes them; kept without what this event does not allow."""
    at: datetime
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        attended = own_session(session, self.session_id)
        wanted = read_options(self.options) or SheetOptions()
        year = to_wall(self.at).year
        last = session.scalar(select(func.max(IssuedSheet.number)).where(IssuedSheet.year == year))
        sheet = IssuedSheet(
            id=self.sheet_id,
            session_id=attended.id,
            year=year,
            number=(last or 0) + 1,
            issued=self.at,
            options=as_json(allowed(wanted, head_of(session, attended))),
        )
        session.add(sheet)
        session.flush()
        people = people_on(session, attended, wanted.order, course=wanted.course)
        session.add_all(
            IssuedRow(sheet_id=sheet.id, row=row, visitor_id=one.visitor_id)
            for row, one in enumerate(people if wanted.named else (), 1)
        )
        if wanted.course:
            write_dates(session, sheet, sessions_from(session, attended))
        message = say(
            "Sheet {number} issued: “{title}”",
            number=_number(sheet.year, sheet.number),
            title=attended.event.title,
        )
        return Change(message, frozenset({about(Kind.EVENTS, attended.event_id)}))


@dataclass(frozen=True)
class IssueSheets:
    """Give every sheet of a batch its number, in the order of the sessions."""

    sheets: tuple[tuple[UUID, UUID], ...]
    """The new id of each sheet, and its session."""
    options: str
    at: datetime
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        topics: set[Topic] = set()
        for sheet_id, session_id in self.sheets:
            one = IssueSheet(sheet_id, session_id, self.options, self.at)
            topics |= one.perform(session).topics
        message = say_count("{n} sheet issued", "{n} sheets issued", len(self.sheets))
        return Change(message, frozenset(topics))


@dataclass(frozen=True)
class NeverPrinted:
    """No paper came of these numbers: nothing is to come back, and the next sheets take them."""

    sheet_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        sheets = [session.get(IssuedSheet, one) for one in self.sheet_ids]
        there = [one for one in sheets if one is not None]
        topics = set()
        for sheet in there:
            if sheet.closed is not None or self._is_written_in(session, sheet):
                number = _number(sheet.year, sheet.number)
                raise Refused(say("Sheet {number} has been entered already.", number=number))
            event_id = session.get_one(EventSession, sheet.session_id).event_id
            topics.add(about(Kind.EVENTS, event_id))
            session.execute(delete(IssuedRow).where(IssuedRow.sheet_id == sheet.id))
            forget_dates(session, sheet)
            session.delete(sheet)
        message = say_count("{n} sheet was not printed", "{n} sheets were not printed", len(there))
        return Change(message, frozenset(topics))

    def _is_written_in(self, session: Session, sheet: IssuedSheet) -> bool:
        written = select(IssuedRow.row).where(IssuedRow.sheet_id == sheet.id, IssuedRow.written)
        return session.scalar(written.limit(1)) is not None


@dataclass(frozen=True)
class IssuedPaper:
    """A sheet that was issued, exactly as it has to be drawn."""

    head: SheetHead
    lines: tuple[SheetLine, ...]
    issued: Issued


@dataclass(frozen=True)
class PaperOf:
    """The issued sheet: its number, and its rows in the order that was remembered."""

    sheet_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> IssuedPaper:
        return _paper(session, self.sheet_id)


@dataclass(frozen=True)
class PapersOf:
    """The same of several sheets."""

    sheet_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[IssuedPaper, ...]:
        return tuple(_paper(session, one) for one in self.sheet_ids)


def _paper(session: Session, sheet_id: UUID) -> IssuedPaper:
    sheet = session.get_one(IssuedSheet, sheet_id)
    rows = session.execute(
        select(Visitor, Organisation.name)
        .join(IssuedRow, IssuedRow.visitor_id == Visitor.id)
        .outerjoin(Organisation, Organisation.id == Visitor.organisation_id)
        .where(IssuedRow.sheet_id == sheet.id, ~IssuedRow.written)
        .order_by(IssuedRow.row)
    )
    lines = tuple(
        SheetLine(
            one.list_name,
            organisation or one.town,
            short_name(one.given_name, one.family_name) or one.name,
        )
        for one, organisation in rows
    )
    dates = dates_on(session, sheet)
    there = next((one.session_id for one in dates if not one.gone), sheet.session_id)
    head = head_of(session, own_session(session, there))
    head = replace(head, dates=tuple(one.start.date() for one in dates))
    number = _number(sheet.year, sheet.number)
    return IssuedPaper(head, lines, Issued(number, to_wall(sheet.issued)))


def _number(year: int, number: int) -> str:
    return f"{year}-{number:04}"
