"""Who came today, newest first: people, heads without a name, and groups in one line each."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app.clock import day_in_utc, to_wall
from app.permission import Permission
from app.visitors.model import Band, Organisation, Party, Visit, Visitor
from app.visitors.naming import full_name


@dataclass(frozen=True)
class Arrival:
    """One line of the last who came; no name when none was given."""

    id: UUID
    """Of the visit, or of the group."""
    visitor_id: UUID | None
    name: str
    band: Band | None
    at: datetime
    left: bool
    heads: int = 1


@dataclass(frozen=True)
class LastArrivals:
    """The newest of today."""

    today: date
    limit: int = 14
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[Arrival, ...]:
        lines = [*self._single(session), *self._groups(session)]
        return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[: self.limit])

    def _single(self, session: Session) -> list[Arrival]:
        begin, end = day_in_utc(self.today)
        found = session.execute(
            select(
                Visit.id,
                Visit.visitor_id,
                Visitor.given_name,
                Visitor.family_name,
                Visitor.number,
                Visit.band,
                Visit.arrived,
                Visit.left,
            )
            .outerjoin(Visitor, Visitor.id == Visit.visitor_id)
            .where(Visit.removed.is_(False), Visit.arrived >= begin, Visit.arrived < end)
            .where(Visit.party_id.is_(None))
            .order_by(Visit.arrived.desc())
            .limit(self.limit)
        )
        return [
            Arrival(
                v.id,
                v.visitor_id,
                full_name(v.given_name, v.family_name, v.number) if v.visitor_id else "",
                v.band,
                to_wall(v.arrived),
                v.left is not None,
            )
            for v in found
        ]

    def _groups(self, session: Session) -> list[Arrival]:
        begin, end = day_in_utc(self.today)
        arrived = func.min(Visit.arrived)
        found = session.execute(
            select(
                Party.id,
                func.coalesce(Organisation.name, Party.name),
                arrived,
                func.count(),
                func.count(case((Visit.left.is_(None), 1))),
            )
            .join(Visit, Visit.party_id == Party.id)
            .outerjoin(Organisation, Organisation.id == Party.organisation_id)
            .where(Visit.removed.is_(False), Visit.arrived >= begin, Visit.arrived < end)
            .group_by(Party.id, Organisation.name, Party.name)
            .order_by(arrived.desc())
            .limit(self.limit)
        )
        return [
            Arrival(id_, None, name, None, to_wall(at), still == 0, heads)
            for id_, name, at, heads, still in found
        ]
