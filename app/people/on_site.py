"""Who is in the building now."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.language import sort_key
from app.permission import Permission
from app.visitors.model import Band, Visit, Visitor


@dataclass(frozen=True)
class OnSiteCount:
    """How many are in now, with and without a name."""

    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> int:
        now = select(func.count()).where(Visit.left.is_(None), Visit.removed.is_(False))
        return session.scalar(now) or 0


@dataclass(frozen=True)
class OnSiteRow:
    """Somebody who is in now; ``visitor_id`` and name are empty for a head without a name."""

    visit_id: UUID
    visitor_id: UUID | None
    list_name: str
    birth_year: int | None
    band: Band | None
    since: datetime


@dataclass(frozen=True)
class InTheCentre:
    """Everybody who is in now: names in the alphabet, then heads without a name."""

    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[OnSiteRow, ...]:
        found = session.execute(
            select(
                Visit.id,
                Visit.visitor_id,
                Visitor.given_name,
                Visitor.family_name,
                Visitor.birth_year,
                Visit.band,
                Visit.arrived,
            )
            .outerjoin(Visitor, Visitor.id == Visit.visitor_id)
            .where(Visit.left.is_(None), Visit.removed.is_(False))
        )
        rows = [
            OnSiteRow(
                one.id,
                one.visitor_id,
                f"{one.family_name or ''} {one.given_name or ''}".strip(),
                one.birth_year,
                one.band,
                to_wall(one.arrived),
            )
            for one in found
        ]
        return tuple(
            sorted(
                rows, key=lambda row: (row.visitor_id is None, sort_key(row.list_name), row.since)
            )
        )
