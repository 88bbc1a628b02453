"""Consents: given, taken back, and what may be read while one holds."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from app.action import Change, Kind, about
from app.database.journal import by_whom
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say
from app.permission import Permission
from app.visitors.model import Consent, Group, How, Purpose, SensitiveGroup
from app.visitors.register import WORDING
from app.visitors.visits import known_visitor, named

PURPOSES: dict[Purpose, Message] = {
    Purpose.CONTACT: say("Contact"),
    Purpose.PHOTO: say("Photographs"),
    Purpose.GROUPS: say("Target groups"),
    Purpose.NEEDS: say("Access needs"),
    Purpose.ASSISTANCE: say("Help in an evacuation"),
}
SENSITIVE = frozenset({Purpose.GROUPS, Purpose.NEEDS})


@dataclass(frozen=True)
class GiveConsent:
    """Somebody agrees: to what, in which wording, how, until when."""

    consent_id: UUID
    visitor_id: UUID
    purpose: Purpose
    how: How
    until: date
    at: datetime
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        visitor = known_visitor(session, self.visitor_id)
        if self.until <= self.at.date():
            raise Refused(say("A consent ends in the future. Choose a later day."))
        session.add(
            Consent(
                id=self.consent_id,
                visitor_id=visitor.id,
                purpose=self.purpose,
                wording=WORDING,
                given=self.at,
                how=self.how,
                taken_by=by_whom(session),
                until=self.until,
            )
        )
        message = say("{who} agreed: {what}", who=named(visitor), what=PURPOSES[self.purpose])
        topics = frozenset({about(Kind.CONSENTS, visitor.id)})
        return Change(message, topics, RemoveConsent(self.consent_id))


@dataclass(frozen=True)
class RemoveConsent:
    """The consent was written down by mistake; nothing rests on it yet."""

    consent_id: UUID
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        consent = session.get(Consent, self.consent_id)
        if consent is None or consent.removed:
            raise ChangedElsewhere(say("This consent is no longer there."))
        consent.removed = True
        message = say("Taken back: {what}", what=PURPOSES[consent.purpose])
        topics = frozenset({about(Kind.CONSENTS, consent.visitor_id)})
        return Change(message, topics, PutBackConsent(consent.id))


@dataclass(frozen=True)
class PutBackConsent:
    """Put back a consent that was taken back."""

    consent_id: UUID
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        consent = session.get_one(Consent, self.consent_id)
        consent.removed = False
        message = say("Put back: {what}", what=PURPOSES[consent.purpose])
        topics = frozenset({about(Kind.CONSENTS, consent.visitor_id)})
        return Change(message, topics, RemoveConsent(consent.id))


@dataclass(frozen=True)
class ConsentRow:
    """One consent on the person's page."""

    id: UUID
    purpose: Purpose
    given: datetime
    how: How
    until: date
    withdrawn: datetime | None
    wording: int


@dataclass(frozen=True)
class Consents:
    """Everything somebody agreed to or withdrew, newest first."""

    visitor_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[ConsentRow, ...]:
        found = session.scalars(
            select(Consent)
            .where(Consent.visitor_id == self.visitor_id, Consent.removed.is_(False))
            .order_by(Consent.given.desc())
        )
        return tuple(
            ConsentRow(c.id, c.purpose, c.given, c.how, c.until, c.withdrawn, c.wording)
            for c in found
        )


def holds(today: date) -> ColumnElement[bool]:
    """The condition under which what rests on a consent may be read."""
    return and_(Consent.removed.is_(False), Consent.withdrawn.is_(None), Consent.until >= today)


def groups_of(session: Session, visitor_id: UUID, today: date) -> frozenset[Group]:
    """Sensitive groups, while their consent holds. Call it only from a journalled reveal."""
    return frozenset(
        session.scalars(
            select(SensitiveGroup.group)
            .join(Consent, Consent.id == SensitiveGroup.consent_id)
            .where(SensitiveGroup.visitor_id == visitor_id, SensitiveGroup.removed.is_(False))
            .where(holds(today))
        )
    )
