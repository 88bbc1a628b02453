"""Consents: given, taken back, and what may be read while one holds."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from app.action import Change, Kind, about
from app.clock import to_wall
from app.database.journal import by_whom
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say
from app.permission import Permission
from app.staff.model import Staff
from app.visitors.model import Consent, Group, How, Purpose, SensitiveGroup, Visitor
from app.visitors.visits import known_visitor, named
from app.visitors.wordings import newest

PURPOSES: dict[Purpose, Message] = {
    Purpose.PHONE: say("Calls and messages"),
    Purpose.EMAIL: say("E-mails"),
    Purpose.PHOTO: say("Photographs"),
    Purpose.GROUPS: say("Target groups"),
    Purpose.NEEDS: say("Access needs"),
    Purpose.ASSISTANCE: say("Help in an evacuation"),
}
ENDS_SOON = 30
"""Days."""
SENSITIVE = frozenset({Purpose.GROUPS, Purpose.NEEDS})
"""What rests on these is deleted when they are withdrawn."""
CLOSED = SENSITIVE | {Purpose.ASSISTANCE}
"""That somebody agreed to these says something of her needs: not for everybody's eyes."""


@dataclass(frozen=True)
class Agreed:
    """To what somebody agreed, how, and until when."""

    consent_id: UUID
    purpose: Purpose
    how: How
    until: date


def write_consent(session: Session, visitor_id: UUID, agreed: Agreed, at: datetime) -> None:
    """In the wording of today. Raises Refused when it has ended already."""
    if agreed.until <= to_wall(at).date():
        raise Refused(say("A consent ends in the future. Choose a later day."))
    session.add(
        Consent(
            id=agreed.consent_id,
            visitor_id=visitor_id,
            purpose=agreed.purpose,
            wording=newest(agreed.purpose),
            given=at,
            how=agreed.how,
            taken_by=by_whom(session),
            until=agreed.until,
        )
    )


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
        agreed = Agreed(self.consent_id, self.purpose, self.how, self.until)
        write_consent(session, visitor.id, agreed, self.at)
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
class ExtendConsent:
    """Somebody agrees for longer."""

    consent_id: UUID
    seen: date
    wanted: date
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        consent = session.get(Consent, self.consent_id)
        if consent is None or consent.removed or consent.withdrawn is not None:
            raise ChangedElsewhere(say("This consent is no longer there."))
        if consent.until != self.seen:
            raise ChangedElsewhere(say("This consent was changed in the meantime."))
        consent.until = self.wanted
        message = say("{what}: until {day}", what=PURPOSES[consent.purpose], day=self.wanted)
        topics = frozenset({about(Kind.CONSENTS, consent.visitor_id)})
        return Change(message, topics, ExtendConsent(consent.id, self.wanted, self.seen))


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
    taken_by: str = ""
    """Who of the staff took it."""

    def holds(self, today: date) -> bool:
        return self.withdrawn is None and self.until >= today

    def ends_soon(self, today: date) -> bool:
        return self.holds(today) and (self.until - today).days <= ENDS_SOON


@dataclass(frozen=True)
class Consents:
    """What somebody agreed to or withdrew, newest first; nothing that tells of needs or groups."""

    visitor_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[ConsentRow, ...]:
        return _rows(session, self.visitor_id, frozenset(Purpose) - CLOSED)


@dataclass(frozen=True)
class ClosedConsents:
    """Consents for needs, target groups and help: for those who may see needs."""

    visitor_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_NEEDS

    def answer(self, session: Session) -> tuple[ConsentRow, ...]:
        return _rows(session, self.visitor_id, CLOSED)


def _rows(
    session: Session, visitor_id: UUID, purposes: Collection[Purpose]
) -> tuple[ConsentRow, ...]:
    found = session.execute(
        select(Consent, Staff)
        .outerjoin(Staff, Staff.id == Consent.taken_by)
        .where(Consent.visitor_id == visitor_id, Consent.removed.is_(False))
        .where(Consent.purpose.in_(purposes))
        .order_by(Consent.given.desc())
    )
    return tuple(
        ConsentRow(
            c.id, c.purpose, c.given, c.how, c.until, c.withdrawn, c.wording, by.name if by else ""
        )
        for c, by in found
    )


def holds(today: date) -> ColumnElement[bool]:
    """The condition under which what rests on a consent may be read."""
    return and_(Consent.removed.is_(False), Consent.withdrawn.is_(None), Consent.until >= today)


def agreed(purpose: Purpose, today: date) -> Select[UUID]:
    """Whose consent for this holds."""
    return select(Consent.visitor_id).where(Consent.purpose == purpose, holds(today))


def withdrew(purpose: Purpose) -> ColumnElement[bool]:
    """The condition of a visitor who took this consent back and has not given it again."""
    of_hers = and_(
        Consent.visitor_id == Visitor.id, Consent.purpose == purpose, Consent.removed.is_(False)
    )
    return and_(
        select(Consent.id).where(of_hers, Consent.withdrawn.is_not(None)).exists(),
        ~select(Consent.id).where(of_hers, Consent.withdrawn.is_(None)).exists(),
    )


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
