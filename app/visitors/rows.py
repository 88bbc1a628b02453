"""One visitor as lists show her: name, year, place, whether she is here, when she last came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.visitors.model import Organisation, Visit, Visitor

AT_ONCE = 500
"""Ids in one question: PostgreSQL and SQLite both take more, slowly."""


@dataclass(frozen=True)
class VisitorRow:
    """``since`` is wall-clock time while she is in the centre; ``last`` the day she last came."""

    id: UUID
    number: int
    given_name: str
    family_name: str
    other_names: str
    birth_year: int | None
    town: str
    organisation: str
    since: datetime | None = None
    last: date | None = None
    matched: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def list_name(self) -> str:
        return f"{self.family_name} {self.given_name}".strip()

    @property
    def initials(self) -> str:
        return (self.given_name[:1] + self.family_name[:1]).upper()


def rows_of(
    session: Session, ids: Sequence[UUID], matched: tuple[str, ...] = ()
) -> list[VisitorRow]:
    """The rows of these people, in no order."""
    rows: list[VisitorRow] = []
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        since, last = _visits(session, part)
        people = session.execute(
            select(
                Visitor.id,
                Visitor.number,
                Visitor.given_name,
                Visitor.family_name,
                Visitor.other_names,
                Visitor.birth_year,
                Visitor.town,
                Organisation.name,
            )
            .outerjoin(Organisation, Organisation.id == Visitor.organisation_id)
            .where(Visitor.id.in_(part))
        )
        rows += [
            VisitorRow(*one[:7], one[7] or "", since.get(one[0]), last.get(one[0]), matched)
            for one in people
        ]
    return rows


def _visits(session: Session, ids: Sequence[UUID]) -> tuple[dict[UUID, datetime], dict[UUID, date]]:
    mine = (Visit.visitor_id.in_(ids), Visit.removed.is_(False))
    here = session.execute(
        select(Visit.visitor_id, Visit.arrived).where(*mine, Visit.left.is_(None))
    )
    since = {visitor_id: to_wall(at) for visitor_id, at in here if visitor_id is not None}
    newest = session.execute(
        select(Visit.visitor_id, func.max(Visit.arrived)).where(*mine).group_by(Visit.visitor_id)
    )
    last = {visitor_id: to_wall(at).date() for visitor_id, at in newest if visitor_id is not None}
    return since, last
