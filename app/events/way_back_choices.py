"""Which sheets were issued: those still to be entered, and the one with a given number."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.events.model import Event, EventSession, IssuedRow, IssuedSheet
from app.events.way_back import sheet_number
from app.permission import Permission

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
