"""What the visitors' tab and the Today page ask."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.clock import day_in_utc, to_wall
from app.database.remembered import remembered
from app.language import sort_key
from app.permission import Permission
from app.visitors.activities import Doing, doing_of
from app.visitors.details import VisitorDetails
from app.visitors.model import Visit, Visitor
from app.visitors.register import details_of
from app.visitors.rows import VisitorRow, rows_of

LAST_VISITS = 8
SORTED_HERE = 2_000
"""So many are read and sorted in the alphabet of the reader, in 15 ms."""


class Who(StrEnum):
    """Which part of the list."""

    ALL = "all"
    TODAY = "today"
    ON_SITE = "on site"


@dataclass(frozen=True)
class Visitors:
    """The list by name, in the language's alphabet; a list too long to be sorted, in the Latvian one."""

    who: Who
    today: date
    limit: int | None = None
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[VisitorRow, ...]:
        wanted = select(Visitor.id, Visitor.family_name, Visitor.given_name, Visitor.number).where(
            Visitor.removed.is_(False)
        )
        if self.who is not Who.ALL:
            wanted = wanted.where(Visitor.id.in_(self._visitors()))
        elif self.limit is not None:
            # The index has the names in order: among a million the first page costs 5 ms.
            wanted = wanted.order_by(Visitor.sort_name, Visitor.number).limit(SORTED_HERE + 1)
        found = list(session.execute(wanted))
        if self.limit is None or len(found) <= SORTED_HERE or self.who is not Who.ALL:
            found.sort(
                key=lambda one: (
                    not (one[1] or one[2]),
                    sort_key(f"{one[1]} {one[2]}".strip()),
                    one[3],
                )
            )
        # The whole rows of 20,000 people take 0.9 s; only those that are shown are read.
        ids = [one[0] for one in found[: self.limit]]
        rows = {row.id: row for row in rows_of(session, ids)}
        return tuple(rows[one] for one in ids)

    def _visitors(self) -> Select[UUID | None]:
        visits = select(Visit.visitor_id).where(Visit.removed.is_(False))
        if self.who is Who.ON_SITE:
            return visits.where(Visit.left.is_(None))
        begin, end = day_in_utc(self.today)
        return visits.where(Visit.arrived >= begin, Visit.arrived < end)


@dataclass(frozen=True)
class Relative:
    """Somebody of the family: a guardian or a child."""

    id: UUID
    name: str
    birth_year: int | None
    is_guardian: bool
    since: datetime | None


@dataclass(frozen=True)
class PastVisit:
    """``left`` is None while she is here, or when the visit was closed for her."""

    id: UUID
    arrived: datetime
    left: datetime | None
    forgotten: bool
    doing: Doing


@dataclass(frozen=True)
class Card:
    """Everything on a person's card but needs and sensitive groups. Contacts are whole here."""

    row: VisitorRow
    details: VisitorDetails
    organisation: str
    family: tuple[Relative, ...]
    visits: tuple[PastVisit, ...]
    visit_count: int
    notice_explained: bool


@dataclass(frozen=True)
class VisitorCard:
    """One person; None when she is no longer in the list."""

    visitor_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> Card | None:
        visitor = session.get(Visitor, self.visitor_id)
        if visitor is None or visitor.removed:
            return None
        visits = session.scalars(
            select(Visit)
            .where(Visit.visitor_id == visitor.id, Visit.removed.is_(False))
            .order_by(Visit.arrived.desc())
            .limit(LAST_VISITS)
        )
        count = select(func.count()).where(Visit.visitor_id == visitor.id, Visit.removed.is_(False))
        return Card(
            row=rows_of(session, [visitor.id])[0],
            details=details_of(visitor),
            organisation=visitor.organisation.name if visitor.organisation else "",
            family=_family(session, visitor),
            visits=tuple(
                PastVisit(
                    v.id,
                    to_wall(v.arrived),
                    to_wall(v.left) if v.left else None,
                    v.forgotten,
                    doing_of(v),
                )
                for v in visits
            ),
            visit_count=session.scalar(count) or 0,
            notice_explained=visitor.notice_explained is not None,
        )


@dataclass(frozen=True)
class TodayCounts:
    """Visits of today with and without a name, and how many are in now."""

    today: date
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[int, int]:
        begin, end = day_in_utc(self.today)
        there = select(func.count()).where(Visit.removed.is_(False))
        visits = session.scalar(there.where(Visit.arrived >= begin, Visit.arrived < end))
        return visits or 0, session.scalar(there.where(Visit.left.is_(None))) or 0


@dataclass(frozen=True)
class VisitorCount:
    """How many people the centre knows."""

    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> int:
        return session.scalar(select(func.count()).where(Visitor.removed.is_(False))) or 0


@dataclass(frozen=True)
class Towns:
    """Towns and parishes already written, the most frequent first, for typing ahead."""

    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[str, ...]:
        return remembered(session, "towns", lambda: self._read(session))

    def _read(self, session: Session) -> tuple[str, ...]:
        found = session.scalars(
            select(Visitor.town)
            .where(Visitor.removed.is_(False), Visitor.town != "")
            .group_by(Visitor.town)
            .order_by(func.count().desc(), Visitor.town)
            .limit(200)
        )
        return tuple(found)


def _family(session: Session, visitor: Visitor) -> tuple[Relative, ...]:
    """Guardian first, then the children of this person, then other children of the guardian."""
    other = aliased(Visitor)
    near = [other.guardian_id == visitor.id]
    if visitor.guardian_id is not None:  # asked of nobody, every row would be looked at
        near += [other.id == visitor.guardian_id, other.guardian_id == visitor.guardian_id]
    ids = session.scalars(
        select(other.id).where(other.removed.is_(False), other.id != visitor.id, or_(*near))
    )
    rows = sorted(
        rows_of(session, list(ids)),
        key=lambda row: (row.id != visitor.guardian_id, row.birth_year or 0),
    )
    return tuple(
        Relative(row.id, row.name, row.birth_year, row.id == visitor.guardian_id, row.since)
        for row in rows
    )
