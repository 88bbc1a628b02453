"""One visitor as lists show her: name, year, place, whether she is here, when she last came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.database.base import THIS_CENTRE
from app.visitors.model import Organisation, Visit, Visitor
from app.visitors.naming import full_name, initials, name_in_lists

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
        return full_name(self.given_name, self.family_name, self.number)

    @property
    def list_name(self) -> str:
        return name_in_lists(self.given_name, self.family_name, self.number)

    @property
    def initials(self) -> str:
        return initials(self.given_name, self.family_name)


def rows_of(
    session: Session, ids: Sequence[UUID], matched: tuple[str, ...] = ()
) -> list[VisitorRow]:
    """The rows of these people, in no order."""
    rows: list[VisitorRow] = []
    for start in range(0, len(ids), AT_ONCE):
        rows += _rows(session, _BY_ID, {"ids": list(ids[start : start + AT_ONCE])}, matched)
    return rows


def rows_by_number(
    session: Session, numbers: Sequence[int], matched: tuple[str, ...] = ()
) -> tuple[VisitorRow, ...]:
    """The rows of at most ``AT_ONCE`` people, in just this order."""
    wanted = {"centre": THIS_CENTRE, "numbers": list(numbers)}
    rows = {row.number: row for row in _rows(session, _BY_NUMBER, wanted, matched)}
    return tuple(rows[number] for number in numbers)


def _rows(
    session: Session,
    statement: Select[*tuple[Any, ...]],
    wanted: dict[str, Any],
    matched: tuple[str, ...],
) -> list[VisitorRow]:
    """On the connection itself: the session's own way costs twice as much, at every letter typed."""
    return [
        VisitorRow(
            id_,
            number,
            given,
            family,
            other,
            year,
            town,
            organisation or "",
            since=to_wall(since) if since else None,
            last=to_wall(last).date() if last else None,
            matched=matched,
        )
        for id_, number, given, family, other, year, town, organisation, since, last in (
            session.connection().execute(statement, wanted)
        )
    ]


_person, _visit, _from = Visitor.__table__.c, Visit.__table__.c, Organisation.__table__
_MINE = (_visit.visitor_id == _person.id, _visit.removed.is_(False))
_ROWS = select(
    _person.id,
    _person.number,
    _person.given_name,
    _person.family_name,
    _person.other_names,
    _person.birth_year,
    _person.town,
    _from.c.name,
    select(func.max(_visit.arrived)).where(*_MINE, _visit.left.is_(None)).scalar_subquery(),
    select(func.max(_visit.arrived)).where(*_MINE).scalar_subquery(),
).select_from(Visitor.__table__.outerjoin(_from, _from.c.id == _person.organisation_id))
_BY_ID = _ROWS.where(_person.id.in_(bindparam("ids", expanding=True)))
_BY_NUMBER = _ROWS.where(
    _person.centre_id == bindparam("centre"),
    _person.number.in_(bindparam("numbers", expanding=True)),
)
