"""One visitor as lists show her: name, year, place, whether she is here, when she last came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.database.base import THIS_CENTRE
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
        rows += _rows(session, Visitor.id.in_(part), matched)
    return rows


def rows_by_number(
    session: Session, numbers: Sequence[int], matched: tuple[str, ...] = ()
) -> tuple[VisitorRow, ...]:
    """The rows of at most ``AT_ONCE`` people, in just this order."""
    ours = and_(Visitor.centre_id == THIS_CENTRE, Visitor.number.in_(numbers))
    rows = {row.number: row for row in _rows(session, ours, matched)}
    return tuple(rows[number] for number in numbers)


def _rows(
    session: Session, wanted: ColumnElement[bool], matched: tuple[str, ...]
) -> list[VisitorRow]:
    people = session.execute(_PEOPLE.where(wanted)).all()
    since, last = _visits(session, [one[0] for one in people])
    return [
        VisitorRow(*one[:7], one[7] or "", since.get(one[0]), last.get(one[0]), matched)
        for one in people
    ]


_PEOPLE = select(
    Visitor.id,
    Visitor.number,
    Visitor.given_name,
    Visitor.family_name,
    Visitor.other_names,
    Visitor.birth_year,
    Visitor.town,
    Organisation.name,
).outerjoin(Organisation, Organisation.id == Visitor.organisation_id)


def _visits(session: Session, ids: Sequence[UUID]) -> tuple[dict[UUID, datetime], dict[UUID, date]]:
    """Since when those in the centre are there, and the day each came last."""
    found = session.execute(
        select(
            Visit.visitor_id,
            func.max(Visit.arrived),
            func.max(case((Visit.left.is_(None), Visit.arrived))),
        )
        .where(Visit.visitor_id.in_(ids), Visit.removed.is_(False))
        .group_by(Visit.visitor_id)
    ).all()
    last = {one[0]: to_wall(one[1]).date() for one in found if one[0] is not None}
    since = {one[0]: to_wall(one[2]) for one in found if one[0] is not None and one[2] is not None}
    return since, last
