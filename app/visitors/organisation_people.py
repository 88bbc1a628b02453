"""Who belongs to an organisation: one person, any number of roles."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import sort_key
from app.permission import Permission
from app.visitors.model import Visitor, VisitorRole
from app.visitors.rows import VisitorRow, rows_of

MOST = 1000


@dataclass(frozen=True)
class Member:
    """Somebody of the organisation, and what she is at the centre."""

    row: VisitorRow
    roles: frozenset[VisitorRole]

    @property
    def id(self) -> UUID:
        return self.row.id


@dataclass(frozen=True)
class PeopleOf:
    """By name, in the alphabet of the reader; at most a thousand."""

    organisation_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[Member, ...]:
        found = session.execute(
            select(Visitor.id, Visitor.roles)
            .where(Visitor.organisation_id == self.organisation_id, Visitor.removed.is_(False))
            .order_by(Visitor.sort_name, Visitor.number)
            .limit(MOST)
        ).all()
        roles = {one.id: frozenset(VisitorRole(role) for role in one.roles) for one in found}
        members = [Member(row, roles[row.id]) for row in rows_of(session, list(roles))]
        return tuple(sorted(members, key=lambda one: sort_key(one.row.list_name)))
