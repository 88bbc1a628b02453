"""Consents for needs, target groups and help, of everybody: which hold, which end, which are over."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.permission import Permission
from app.staff.model import Staff
from app.visitors.consents import CLOSED, ConsentRow
from app.visitors.model import Consent, Visitor
from app.visitors.naming import name_in_lists

MOST = 1000


@dataclass(frozen=True)
class PersonsConsent:
    """A consent with the name of who gave it; not what she told under it."""

    visitor_id: UUID
    list_name: str
    consent: ConsentRow

    @property
    def id(self) -> UUID:
        return self.consent.id


@dataclass(frozen=True)
class ConsentList:
    """Those in force first, the first to end on top; then those that are over, the newest first."""

    today: date
    permission: ClassVar[Permission] = Permission.SEE_NEEDS

    def answer(self, session: Session) -> tuple[PersonsConsent, ...]:
        found = session.execute(
            select(Consent, Visitor.number, Visitor.family_name, Visitor.given_name, Staff)
            .join(Visitor, Visitor.id == Consent.visitor_id)
            .outerjoin(Staff, Staff.id == Consent.taken_by)
            .where(Consent.purpose.in_(CLOSED), ~Consent.removed, ~Visitor.removed)
            .order_by(Consent.until.desc(), Consent.id)
            .limit(MOST)
        )
        rows = [
            PersonsConsent(
                c.visitor_id,
                name_in_lists(given, family, number),
                ConsentRow(
                    c.id,
                    c.purpose,
                    c.given,
                    c.how,
                    c.until,
                    c.withdrawn,
                    c.wording,
                    by.name if by else "",
                ),
            )
            for c, number, family, given, by in found
        ]
        return (
            *(row for row in reversed(rows) if row.consent.holds(self.today)),
            *(row for row in rows if not row.consent.holds(self.today)),
        )
