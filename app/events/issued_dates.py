"""The columns of a course's sheet: its dates as they were printed, whatever was moved since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.events.model import EventSession, IssuedDate, IssuedSheet


@dataclass(frozen=True)
class PaperDate:
    """One session of the paper, and when it was to begin; ``gone``: it was taken away since."""

    session_id: UUID
    start: datetime
    gone: bool = False


def write_dates(session: Session, sheet: IssuedSheet, dates: Sequence[EventSession]) -> None:
    session.add_all(
        IssuedDate(sheet_id=sheet.id, place=place, session_id=one.id, starts=one.starts)
        for place, one in enumerate(dates, 1)
    )


def dates_on(session: Session, sheet: IssuedSheet) -> tuple[PaperDate, ...]:
    """In the order of the columns; a sheet of one session has that one."""
    found = session.execute(
        select(IssuedDate.session_id, IssuedDate.starts, EventSession.removed)
        .join(EventSession, EventSession.id == IssuedDate.session_id)
        .where(IssuedDate.sheet_id == sheet.id)
        .order_by(IssuedDate.place)
    ).all()
    if found:
        return tuple(PaperDate(*row) for row in found)
    own = session.get_one(EventSession, sheet.session_id)
    return (PaperDate(own.id, own.starts, own.removed),)


def forget_dates(session: Session, sheet: IssuedSheet) -> None:
    session.execute(delete(IssuedDate).where(IssuedDate.sheet_id == sheet.id))
