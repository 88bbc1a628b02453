"""A group comes: counted head by head without a name, one action, one way home."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say, say_count
from app.permission import Permission
from app.visitors.details import line
from app.visitors.model import Band, Organisation, Party, Visit
from app.visitors.together import ReopenVisits

MOST = 500
"""Heads in one group; more is a slip of the finger."""


@dataclass(frozen=True)
class Head:
    """Somebody of a group, and the visit she will have."""

    visit_id: UUID
    band: Band


@dataclass(frozen=True)
class CountGroup:
    """Several people have come together: an organisation we know, or whatever they call themselves."""

    party_id: UUID
    heads: tuple[Head, ...]
    at: datetime
    name: str = ""
    organisation_id: UUID | None = None
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        if not self.heads:
            raise Refused(say("Count at least one person."))
        if len(self.heads) > MOST:
            raise Refused(say("Count at most {most} people at once.", most=MOST))
        if self.organisation_id and not session.get(Organisation, self.organisation_id):
            raise Refused(say("This organisation is no longer there. Choose another."))
        name = "" if self.organisation_id else line(self.name)
        party = Party(id=self.party_id, name=name, organisation_id=self.organisation_id)
        session.add(party)
        session.flush()
        for head in self.heads:
            session.add(Visit(id=head.visit_id, band=head.band, arrived=self.at, party_id=party.id))
        message = say_count(
            "{who}: {n} person came",
            "{who}: {n} people came",
            len(self.heads),
            who=party_words(party),
        )
        return _change(party.id, message, RemoveParty(party.id))


@dataclass(frozen=True)
class RemoveParty:
    """The group was counted by mistake."""

    party_id: UUID
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        party = _known_party(session, self.party_id)
        party.removed = True
        for visit in _visits(session, party.id):
            visit.removed = True
        message = say("Taken back: {who} has not come", who=party_words(party))
        return _change(party.id, message, PutBackParty(party.id))


@dataclass(frozen=True)
class PutBackParty:
    """The group had come after all."""

    party_id: UUID
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        party = session.get_one(Party, self.party_id)
        party.removed = False
        for visit in _visits(session, party.id):
            visit.removed = False
        message = say("Put back: the visit of {who}", who=party_words(party))
        return _change(party.id, message, RemoveParty(party.id))


@dataclass(frozen=True)
class PartyLeft:
    """Everybody of the group who is still here goes home."""

    party_id: UUID
    at: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        party = _known_party(session, self.party_id)
        here = [v for v in _visits(session, party.id) if v.left is None and not v.removed]
        if not here:
            raise Refused(say("{who} is not in the centre now.", who=party_words(party)))
        left = max(self.at, *(visit.arrived for visit in here))
        for visit in here:
            visit.left = left
        message = say_count(
            "{who}: {n} person left", "{who}: {n} people left", len(here), who=party_words(party)
        )
        undo = ReopenVisits(tuple(visit.id for visit in here), left)
        return _change(party.id, message, undo)


def party_words(party: Party) -> str | Message:
    """What the group is called; one that gave no name is just a group."""
    name = party.organisation.name if party.organisation else party.name
    return name or say("A group")


def _known_party(session: Session, party_id: UUID) -> Party:
    found = session.get(Party, party_id)
    if found is None or found.removed:
        raise ChangedElsewhere(say("This group is no longer there."))
    return found


def _visits(session: Session, party_id: UUID) -> list[Visit]:
    return list(session.scalars(select(Visit).where(Visit.party_id == party_id)))


def _change(party_id: UUID, message: Message, undo: Action) -> Change:
    return Change(message, frozenset({about(Kind.VISITS, party_id)}), undo)
