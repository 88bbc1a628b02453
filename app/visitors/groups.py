"""Sensitive target groups told later than at registration: with their consent, or not at all."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change, Kind, about
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say
from app.permission import Permission
from app.visitors.model import Consent, SensitiveGroup
from app.visitors.register import GroupsTold, write_groups
from app.visitors.visits import known_visitor, named


@dataclass(frozen=True)
class RecordGroups:
    """Write down the groups somebody told us of. Refused without a consent that still runs."""

    visitor_id: UUID
    told: GroupsTold
    at: datetime
    permission: ClassVar[Permission] = Permission.RECORD_NEEDS

    def perform(self, session: Session) -> Change:
        visitor = known_visitor(session, self.visitor_id)
        if not self.told.groups:
            raise Refused(say("Tick at least one group, or close the form."))
        write_groups(session, visitor.id, self.told, self.at)
        message = say("Written down for {who}: target groups", who=named(visitor))
        undo = RemoveGroups(self.told.consent_id)
        return _change(visitor.id, message, undo)


@dataclass(frozen=True)
class RemoveGroups:
    """Take back the groups written down under one consent, and the consent."""

    consent_id: UUID
    permission: ClassVar[Permission] = Permission.RECORD_NEEDS

    def perform(self, session: Session) -> Change:
        visitor_id = _mark(session, self.consent_id, removed=True)
        message = say("Target groups taken back")
        return _change(visitor_id, message, PutBackGroups(self.consent_id))


@dataclass(frozen=True)
class PutBackGroups:
    """Put back the groups written down under one consent."""

    consent_id: UUID
    permission: ClassVar[Permission] = Permission.RECORD_NEEDS

    def perform(self, session: Session) -> Change:
        visitor_id = _mark(session, self.consent_id, removed=False)
        return _change(visitor_id, say("Target groups put back"), RemoveGroups(self.consent_id))


def _mark(session: Session, consent_id: UUID, *, removed: bool) -> UUID:
    consent = session.get(Consent, consent_id)
    if consent is None or consent.removed == removed or consent.withdrawn is not None:
        raise ChangedElsewhere(say("This consent is no longer there."))
    consent.removed = removed
    for group in session.scalars(
        select(SensitiveGroup).where(SensitiveGroup.consent_id == consent_id)
    ):
        group.removed = removed
    return consent.visitor_id


def _change(visitor_id: UUID, message: Message, undo: "RemoveGroups | PutBackGroups") -> Change:
    topics = frozenset({about(Kind.CONSENTS, visitor_id), about(Kind.NEEDS, visitor_id)})
    return Change(message, topics, undo)
