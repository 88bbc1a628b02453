"""The attendance sheet: what it says, and issuing it with a number."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.action import Change, Kind, about
from app.bookings.model import Room
from app.centre.model import Centre
from app.clock import to_wall
from app.database.base import THIS_CENTRE
from app.events.listed import Listed, listed, short_name
from app.events.model import Event, EventSession, IssuedRow, IssuedSheet
from app.events.record import own_session
from app.language import Language, say
from app.permission import Permission
from app.sheets.sheet import Issued, Order, SheetHead, SheetLine
from app.sheets.sheet_columns import MOST_DATES
from app.visitors.model import Organisation, Visitor


@dataclass(frozen=True)
class AttendanceSheet:
    """Head and lines of the sheet of a session, in the order of the paper."""

    session_id: UUID
    order: Order = Order.SURNAME
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[SheetHead, tuple[SheetLine, ...]]:
        attended = own_session(session, self.session_id)
        people = _on_paper(session, attended, self.order)
        return head_of(session, attended), tuple(_line(one) for one in people)


@dataclass(frozen=True)
class IssueSheet:
    """Give the sheet its number, and remember its rows: that is how the paper comes back."""

    sheet_id: UUID
    session_id: UUID
    options: str
    """JSON."""
    at: datetime
    order: Order = Order.SURNAME
    named: bool = True
    """Whether people stand on it; an empty sheet has no rows to come back to."""
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        attended = own_session(session, self.session_id)
        year = to_wall(self.at).year
        last = session.scalar(select(func.max(IssuedSheet.number)).where(IssuedSheet.year == year))
        sheet = IssuedSheet(
            id=self.sheet_id,
            session_id=attended.id,
            year=year,
            number=(last or 0) + 1,
            issued=self.at,
            options=self.options,
        )
        session.add(sheet)
        session.flush()
        people = _on_paper(session, attended, self.order) if self.named else []
        session.add_all(
            IssuedRow(sheet_id=sheet.id, row=row, visitor_id=one.visitor_id)
            for row, one in enumerate(people, 1)
        )
        message = say(
            "Sheet {number} issued: “{title}”",
            number=_number(sheet.year, sheet.number),
            title=attended.event.title,
        )
        return Change(message, frozenset({about(Kind.EVENTS, attended.event_id)}))


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
        sheet = session.get_one(IssuedSheet, self.sheet_id)
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
        attended = own_session(session, sheet.session_id)
        number = _number(sheet.year, sheet.number)
        return IssuedPaper(head_of(session, attended), lines, Issued(number, to_wall(sheet.issued)))


def _on_paper(session: Session, attended: EventSession, order: Order) -> list[Listed]:
    """Who stands on the sheet, the first above."""
    people = [one for one in listed(session, attended) if one.on_paper]
    if order is Order.REGISTERED:
        people.sort(key=lambda one: (one.registered, one.registration_id))
    return people


def head_of(session: Session, attended: EventSession) -> SheetHead:
    """What stands above the lines, in a few queries."""
    event: Event = attended.event
    centre = session.get(Centre, THIS_CENTRE)
    booking = attended.booking
    room = session.get(Room, booking.room_id) if booking else None
    return SheetHead(
        centre=_centre_names(centre),
        title=event.title,
        date=attended.starts.date(),
        start=attended.starts.time(),
        end=attended.ends.time(),
        place=", ".join(filter(None, (room.name, room.where))) if room else attended.place,
        leader=event.leader,
        project=event.project,
        confidential=event.confidential,
        dates=_dates_from(session, attended),
        logo=centre.logo if centre else None,
    )


def _dates_from(session: Session, attended: EventSession) -> tuple[date, ...]:
    """Of this session and the next ones of the event, as many as a course sheet has room for."""
    starts = session.scalars(
        select(EventSession.starts)
        .where(
            EventSession.event_id == attended.event_id,
            EventSession.starts >= attended.starts,
            ~EventSession.removed,
        )
        .order_by(EventSession.starts)
        .limit(MOST_DATES)
    )
    return tuple(one.date() for one in starts)


def _centre_names(centre: Centre | None) -> dict[Language, str]:
    if centre is None:
        return {}
    names = {
        Language.LV: centre.name,
        Language.EN: centre.name_in_english,
        Language.UK: centre.name_in_ukrainian,
    }
    return {language: name for language, name in names.items() if name}


def _line(one: Listed) -> SheetLine:
    return SheetLine(one.name, one.organisation or one.town, one.short_name)


def _number(year: int, number: int) -> str:
    return f"{year}-{number:04}"
