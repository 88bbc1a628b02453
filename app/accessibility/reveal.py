"""Showing whose needs they are: an action, because the journal must know of every look."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accessibility.model import Need
from app.accessibility.vocabulary import Support
from app.action import Change
from app.clock import to_wall
from app.language import say
from app.permission import Permission
from app.visitors.consents import groups_of, holds
from app.visitors.model import Consent, Group
from app.visitors.visits import known_visitor, named


@dataclass(frozen=True)
class NeedRow:
    """One need of one person, while its consent holds."""

    id: UUID
    consent_id: UUID
    support: Support
    own_words: str
    until: date
    only_one_event: bool


@dataclass(frozen=True)
class Revealed(Change):
    """The change of a look carries what was shown."""

    needs: tuple[NeedRow, ...] = ()
    groups: frozenset[Group] = frozenset()


@dataclass(frozen=True)
class RevealNeeds:
    """Show the needs and target groups of one person; ``why`` says where it was asked."""

    visitor_id: UUID
    why: str
    at: datetime
    permission: ClassVar[Permission] = Permission.SEE_NEEDS

    def perform(self, session: Session) -> Revealed:
        visitor = known_visitor(session, self.visitor_id)
        today = to_wall(self.at).date()
        found = session.execute(
            select(Need, Consent.until)
            .join(Consent, Consent.id == Need.consent_id)
            .where(Need.visitor_id == visitor.id, Need.removed.is_(False), holds(today))
        )
        needs = tuple(
            NeedRow(
                need.id,
                need.consent_id,
                need.support,
                need.own_words,
                until,
                need.event_id is not None,
            )
            for need, until in found
        )
        return Revealed(
            say("The needs of {who} were shown", who=named(visitor)),
            frozenset(),
            None,
            tuple(sorted(needs, key=lambda need: list(Support).index(need.support))),
            groups_of(session, visitor.id, today),
        )
