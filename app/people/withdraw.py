"""Withdrawing a consent, as easily as it was given: what rests on it is unreadable at once."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.accessibility.actions import forget_needs
from app.action import Change, Kind, about
from app.errors import ChangedElsewhere
from app.language import say
from app.permission import Permission
from app.visitors.consents import PURPOSES, SENSITIVE
from app.visitors.model import Consent, SensitiveGroup
from app.visitors.visits import known_visitor, named


@dataclass(frozen=True)
class WithdrawConsent:
    """For needs and target groups this deletes what rests on it, and cannot be taken back."""

    consent_id: UUID
    at: datetime
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        consent = _known(session, self.consent_id)
        if consent.withdrawn is not None:
            raise ChangedElsewhere(say("This consent is already withdrawn."))
        consent.withdrawn = self.at
        undo = None
        if consent.purpose in SENSITIVE:
            forget_needs(session, consent.id)
            session.execute(delete(SensitiveGroup).where(SensitiveGroup.consent_id == consent.id))
        else:
            undo = RestoreConsent(consent.id, self.at)
        visitor = known_visitor(session, consent.visitor_id)
        message = say(
            "{who} withdrew the consent: {what}", who=named(visitor), what=PURPOSES[consent.purpose]
        )
        topics = frozenset({about(Kind.CONSENTS, visitor.id), about(Kind.NEEDS, visitor.id)})
        return Change(message, topics, undo)


@dataclass(frozen=True)
class RestoreConsent:
    """The withdrawal was a mistake of ours; nothing had been deleted."""

    consent_id: UUID
    seen_withdrawn: datetime
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        consent = _known(session, self.consent_id)
        if consent.withdrawn != self.seen_withdrawn:
            raise ChangedElsewhere(say("This consent was changed in the meantime."))
        consent.withdrawn = None
        message = say("The consent holds again: {what}", what=PURPOSES[consent.purpose])
        topics = frozenset({about(Kind.CONSENTS, consent.visitor_id)})
        undo = WithdrawConsent(consent.id, self.seen_withdrawn)
        return Change(message, topics, undo)


def _known(session: Session, consent_id: UUID) -> Consent:
    consent = session.get(Consent, consent_id)
    if consent is None or consent.removed:
        raise ChangedElsewhere(say("This consent is no longer there."))
    return consent
