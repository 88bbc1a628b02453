"""What people do about needs: record them with consent, end one, and taking each back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.accessibility.model import Need
from app.accessibility.vocabulary import Support
from app.action import Action, Change, Kind, about
from app.clock import to_wall
from app.database.journal import by_whom
from app.errors import ChangedElsewhere, Refused
from app.events.record import own_event
from app.language import Message, say
from app.permission import Permission
from app.visitors.details import line
from app.visitors.model import Consent, How, Purpose
from app.visitors.visits import known_visitor, named
from app.visitors.wordings import newest


@dataclass(frozen=True)
class NewNeed:
    """One thing to prepare, in words of what is provided; ``own_words`` only for who may see it."""

    need_id: UUID
    support: Support
    own_words: str = ""


@dataclass(frozen=True)
class RecordNeeds:
    """Write down what somebody asked for, with her consent; ``event_id``: for that event only."""

    visitor_id: UUID
    needs: tuple[NewNeed, ...]
    consent_id: UUID
    how: How
    until: date
    at: datetime
    event_id: UUID | None = None
    permission: ClassVar[Permission] = Permission.RECORD_NEEDS

    def perform(self, session: Session) -> Change:
        visitor = known_visitor(session, self.visitor_id)
        if not self.needs:
            raise Refused(say("Tick at least one thing that would help."))
        if self.until < to_wall(self.at).date():
            raise Refused(say("A consent ends in the future. Choose a later day."))
        if self.event_id:
            own_event(session, self.event_id)
        session.add(
            Consent(
                id=self.consent_id,
                visitor_id=visitor.id,
                purpose=Purpose.NEEDS,
                wording=newest(Purpose.NEEDS),
                given=self.at,
                how=self.how,
                taken_by=by_whom(session),
                until=self.until,
            )
        )
        session.flush()
        for need in self.needs:
            session.add(
                Need(
                    id=need.need_id,
                    visitor_id=visitor.id,
                    consent_id=self.consent_id,
                    support=need.support,
                    own_words=line(need.own_words),
                    event_id=self.event_id,
                    until=self.until,
                )
            )
        message = say("Written down for {who}: what is to be prepared", who=named(visitor))
        return _change(visitor.id, message, RemoveNeeds(self.consent_id))


@dataclass(frozen=True)
class RemoveNeeds:
    """Take back what was recorded under one consent, and the consent with it."""

    consent_id: UUID
    permission: ClassVar[Permission] = Permission.RECORD_NEEDS

    def perform(self, session: Session) -> Change:
        consent = _consent(session, self.consent_id, removed=False)
        consent.removed = True
        needs = session.scalars(
            select(Need).where(Need.consent_id == consent.id, ~Need.removed)
        ).all()
        for need in needs:
            need.removed = True
        undo = PutBackNeeds(consent.id, tuple(need.id for need in needs))
        return _change(consent.visitor_id, say("Needs taken back"), undo)


@dataclass(frozen=True)
class PutBackNeeds:
    """Put back what was taken back; a need that had ended before stays ended."""

    consent_id: UUID
    need_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.RECORD_NEEDS

    def perform(self, session: Session) -> Change:
        consent = _consent(session, self.consent_id, removed=True)
        consent.removed = False
        for need in session.scalars(select(Need).where(Need.id.in_(self.need_ids))):
            need.removed = False
        return _change(consent.visitor_id, say("Needs put back"), RemoveNeeds(consent.id))


@dataclass(frozen=True)
class EndNeed:
    """This is no longer needed."""

    need_id: UUID
    permission: ClassVar[Permission] = Permission.RECORD_NEEDS

    def perform(self, session: Session) -> Change:
        need = _need(session, self.need_id, removed=False)
        need.removed = True
        return _change(need.visitor_id, say("One need ended"), PutBackNeed(need.id))


@dataclass(frozen=True)
class PutBackNeed:
    """This is needed after all."""

    need_id: UUID
    permission: ClassVar[Permission] = Permission.RECORD_NEEDS

    def perform(self, session: Session) -> Change:
        need = _need(session, self.need_id, removed=True)
        need.removed = False
        return _change(need.visitor_id, say("One need put back"), EndNeed(need.id))


def forget_needs(session: Session, consent_id: UUID) -> None:
    """Really delete what rested on a consent that was withdrawn."""
    session.execute(delete(Need).where(Need.consent_id == consent_id))


def _consent(session: Session, consent_id: UUID, *, removed: bool) -> Consent:
    """Raises ChangedElsewhere when it was withdrawn: what rested on it has been deleted."""
    consent = session.get(Consent, consent_id)
    if consent is None or consent.removed != removed or consent.withdrawn is not None:
        raise ChangedElsewhere(say("This consent is no longer there."))
    return consent


def _need(session: Session, need_id: UUID, *, removed: bool) -> Need:
    need = session.get(Need, need_id)
    if need is None or need.removed != removed:
        raise ChangedElsewhere(say("This need is no longer there."))
    _consent(session, need.consent_id, removed=False)
    return need


def _change(visitor_id: UUID, message: Message, undo: Action) -> Change:
    topics = {about(Kind.NEEDS, visitor_id), about(Kind.CONSENTS, visitor_id)}
    return Change(message, frozenset(topics), undo)
