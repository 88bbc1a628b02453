"""What residents said, by month and event; and what they said of one initiative."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.events.model import Event, EventSession, Registration
from app.initiatives.model import Initiative
from app.opinions.model import Opinion, OpinionKind
from app.permission import Permission
from app.visitors.model import Visitor
from app.visitors.naming import full_name

MOST = 500
GOOD = 4
"""From this face on it was good."""


@dataclass(frozen=True)
class OpinionRow:
    """One of them."""

    id: UUID
    kind: OpinionKind
    said: date
    face: int | None
    words: str
    about: str
    """The event or the initiative; empty: the centre."""
    who: str
    """Empty: she did not want her name known."""
    our_answer: str
    answered: date | None


@dataclass(frozen=True)
class Opinions:
    """Everything said from the day ``start`` until before ``end``, the newest day first, words before faces."""

    start: date
    end: date
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> tuple[OpinionRow, ...]:
        return _rows(session, Opinion.said >= self.start, Opinion.said < self.end)


@dataclass(frozen=True)
class OpinionsOfInitiative:
    """What was said of it and of its events."""

    initiative_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> tuple[OpinionRow, ...]:
        of_events = (
            select(EventSession.id)
            .join(Event, Event.id == EventSession.event_id)
            .where(Event.initiative_id == self.initiative_id)
        )
        about_it = (Opinion.initiative_id == self.initiative_id) | Opinion.session_id.in_(of_events)
        return _rows(session, about_it)


@dataclass(frozen=True)
class InitiativeSession:
    """A date of one of its events, and how many are on the list."""

    session_id: UUID
    title: str
    starts: datetime
    people: int


@dataclass(frozen=True)
class SessionsOfInitiative:
    """The newest first."""

    initiative_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> tuple[InitiativeSession, ...]:
        people = (
            select(func.count())
            .where(Registration.event_id == Event.id, ~Registration.removed)
            .scalar_subquery()
        )
        rows = session.execute(
            select(EventSession.id, Event.title, EventSession.starts, people)
            .join(Event, Event.id == EventSession.event_id)
            .where(Event.initiative_id == self.initiative_id, ~Event.removed, ~EventSession.removed)
            .order_by(EventSession.starts.desc())
        )
        return tuple(InitiativeSession(*row) for row in rows)


def summed(rows: Iterable[OpinionRow]) -> tuple[int, int]:
    """How many faces were chosen, and how many of them were good."""
    faces = [row.face for row in rows if row.face is not None]
    return len(faces), sum(face >= GOOD for face in faces)


def _rows(session: Session, *where: ColumnElement[bool]) -> tuple[OpinionRow, ...]:
    rows = session.execute(
        select(Opinion, Event.title, Initiative.title, Visitor)
        .outerjoin(EventSession, EventSession.id == Opinion.session_id)
        .outerjoin(Event, Event.id == EventSession.event_id)
        .outerjoin(Initiative, Initiative.id == Opinion.initiative_id)
        .outerjoin(Visitor, Visitor.id == Opinion.visitor_id)
        .where(~Opinion.removed, *where)
        .order_by(Opinion.said.desc(), Opinion.words == "", Opinion.id)
        .limit(MOST)
    )
    return tuple(
        OpinionRow(
            one.id,
            one.kind,
            one.said,
            one.face,
            one.words,
            event or initiative or "",
            full_name(who.given_name, who.family_name, who.number)
            if who and not who.removed
            else "",
            one.our_answer,
            one.answered,
        )
        for one, event, initiative, who in rows
    )
