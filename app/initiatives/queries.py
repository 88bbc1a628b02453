"""The ideas of residents in a list, and one of them with everything about it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.initiatives.details import InitiativeDetails, details_of
from app.initiatives.model import Asked, Initiative, Member, Noted, Origin, Stage, StageReached
from app.initiatives.record import own_initiative
from app.permission import Permission
from app.visitors.model import Organisation, Visitor
from app.visitors.naming import full_name

MOST = 500


@dataclass(frozen=True)
class InitiativeRow:
    """One line of the list."""

    id: UUID
    title: str
    stage: Stage
    origin: Origin
    proposed: date
    next_step: str
    next_by: date | None
    team: int


@dataclass(frozen=True)
class Initiatives:
    """Those that go on first, the newest of a stage first; done and laid aside at the end."""

    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> tuple[InitiativeRow, ...]:
        team = (
            select(func.count())
            .where(Member.initiative_id == Initiative.id, ~Member.removed)
            .scalar_subquery()
        )
        rows = session.execute(
            select(
                Initiative.id,
                Initiative.title,
                Initiative.stage,
                Initiative.origin,
                Initiative.proposed,
                Initiative.next_step,
                Initiative.next_by,
                team,
            )
            .where(~Initiative.removed)
            .order_by(Initiative.proposed.desc(), Initiative.id.desc())
            .limit(MOST)
        )
        found = [InitiativeRow(*row) for row in rows]
        return tuple(sorted(found, key=lambda row: _ORDER.index(row.stage)))


_ORDER = [Stage.GOING, Stage.TEAM, Stage.TALK, Stage.IDEA, Stage.DONE, Stage.LAID_ASIDE]


@dataclass(frozen=True)
class MemberLine:
    """Somebody of the team."""

    id: UUID
    visitor_id: UUID
    name: str
    does: str
    volunteer: bool


@dataclass(frozen=True)
class AskedLine:
    """Something asked of the centre."""

    id: UUID
    what: str
    given: bool
    waits_for: str


@dataclass(frozen=True)
class NoteLine:
    """How it went, on a day."""

    id: UUID
    day: date
    words: str


@dataclass(frozen=True)
class InitiativeCard:
    """Everything about one initiative but its events and opinions."""

    id: UUID
    details: InitiativeDetails
    stage: Stage
    proposed: date
    proposer: str
    days: dict[Stage, date]
    """When it came to each stage."""
    team: tuple[MemberLine, ...]
    asked: tuple[AskedLine, ...]
    notes: tuple[NoteLine, ...]
    """The newest first."""


@dataclass(frozen=True)
class OneInitiative:
    """For its page."""

    initiative_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> InitiativeCard:
        found = own_initiative(session, self.initiative_id)
        return InitiativeCard(
            found.id,
            details_of(found),
            found.stage,
            found.proposed,
            _proposer(session, found),
            _days(session, found.id),
            _team(session, found.id),
            _asked(session, found.id),
            _notes(session, found.id),
        )


def _proposer(session: Session, found: Initiative) -> str:
    if found.proposer is not None and not found.proposer.removed:
        return found.proposer.name
    known = session.get(Organisation, found.organisation_id) if found.organisation_id else None
    return known.name if known else ""


def _days(session: Session, initiative_id: UUID) -> dict[Stage, date]:
    rows = session.execute(
        select(StageReached.stage, StageReached.day)
        .where(StageReached.initiative_id == initiative_id, ~StageReached.removed)
        .order_by(StageReached.day, StageReached.id)
    )
    return {row.stage: row.day for row in rows}


def _team(session: Session, initiative_id: UUID) -> tuple[MemberLine, ...]:
    rows = session.execute(
        select(
            Member.id,
            Visitor.id,
            Visitor.given_name,
            Visitor.family_name,
            Visitor.number,
            Member.does,
            Member.volunteer,
        )
        .join(Visitor, Visitor.id == Member.visitor_id)
        .where(Member.initiative_id == initiative_id, ~Member.removed, ~Visitor.removed)
        .order_by(Member.id)
    )
    return tuple(
        MemberLine(id_, visitor_id, full_name(given, family, number), does, volunteer)
        for id_, visitor_id, given, family, number, does, volunteer in rows
    )


def _asked(session: Session, initiative_id: UUID) -> tuple[AskedLine, ...]:
    rows = session.execute(
        select(Asked.id, Asked.what, Asked.given, Asked.waits_for)
        .where(Asked.initiative_id == initiative_id, ~Asked.removed)
        .order_by(Asked.id)
    )
    return tuple(AskedLine(*row) for row in rows)


def _notes(session: Session, initiative_id: UUID) -> tuple[NoteLine, ...]:
    rows = session.execute(
        select(Noted.id, Noted.day, Noted.words)
        .where(Noted.initiative_id == initiative_id, ~Noted.removed)
        .order_by(Noted.day.desc(), Noted.id.desc())
    )
    return tuple(NoteLine(*row) for row in rows)
