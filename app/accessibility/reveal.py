"""Showing whose needs they are: an action, because the journal must know of every look."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accessibility.listed import needed_at
from app.accessibility.model import Need
from app.accessibility.vocabulary import Support
from app.action import Change
from app.clock import to_wall
from app.events.record import own_session
from app.language import Message, say, sort_key
from app.permission import Permission
from app.visitors.consents import groups_of, holds
from app.visitors.model import Consent, Group, Visitor
from app.visitors.naming import name_in_lists
from app.visitors.visits import known_visitor, named


class Why(StrEnum):
    """Where somebody asked to see them; the journal keeps it."""

    CARD = "card"
    LIST = "list"


WHY: dict[Why, Message] = {
    Why.CARD: say("on the visitor's card"),
    Why.LIST: say("in the list of access needs"),
}


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
    why: Why
    at: datetime
    permission: ClassVar[Permission] = Permission.SEE_NEEDS

    def perform(self, session: Session) -> Revealed:
        visitor = known_visitor(session, self.visitor_id)
        today = to_wall(self.at).date()
        found = session.execute(
            select(Need, Consent.until)
            .join(Consent, Consent.id == Need.consent_id)
            .where(Need.visitor_id == visitor.id, ~Need.removed, holds(today))
        )
        needs = (
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
            say("The needs of {who} were shown {why}", who=named(visitor), why=WHY[self.why]),
            frozenset(),
            needs=tuple(sorted(needs, key=lambda need: list(Support).index(need.support))),
            groups=groups_of(session, visitor.id, today),
        )


@dataclass(frozen=True)
class WhomRow:
    """For whom one support of a session is."""

    visitor_id: UUID
    list_name: str
    support: Support
    own_words: str


@dataclass(frozen=True)
class WhomRevealed(Change):
    """The change of a look carries what was shown."""

    rows: tuple[WhomRow, ...] = ()


@dataclass(frozen=True)
class RevealForWhom:
    """Show for whom a session is prepared."""

    session_id: UUID
    at: datetime
    permission: ClassVar[Permission] = Permission.SEE_NEEDS

    def perform(self, session: Session) -> WhomRevealed:
        attended = own_session(session, self.session_id)
        wanted = needed_at(
            (attended.id,),
            to_wall(self.at).date(),
            Visitor.id,
            Visitor.number,
            Visitor.family_name,
            Visitor.given_name,
            Need.support,
            Need.own_words,
        ).join(Visitor, Visitor.id == Need.visitor_id)
        rows = (
            WhomRow(id_, name_in_lists(given, family, number), support, own)
            for id_, number, family, given, support, own in session.execute(wanted)
        )
        return WhomRevealed(
            say("It was shown for whom “{title}” is prepared", title=attended.event.title),
            frozenset(),
            rows=tuple(sorted(rows, key=lambda row: sort_key(row.list_name))),
        )
