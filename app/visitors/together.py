"""Several people at once: a family comes in, everybody goes home. One action, one undo."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.clock import to_wall
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say, say_count
from app.permission import Permission
from app.visitors.model import Visit
from app.visitors.visits import arrive, known_visitor, named, open_visit


@dataclass(frozen=True)
class Coming:
    """Somebody of a family, and the visit she will have."""

    visit_id: UUID
    visitor_id: UUID


@dataclass(frozen=True)
class CheckInTogether:
    """A family has come; who is here already stays as she is."""

    coming: tuple[Coming, ...]
    at: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        names, visits = [], []
        for one in self.coming:
            visitor = known_visitor(session, one.visitor_id)
            if open_visit(session, visitor.id) is None:
                arrive(session, visitor, one.visit_id, self.at)
                names.append(named(visitor))
                visits.append(one.visit_id)
        if not visits:
            raise Refused(say("They are all in the centre already."))
        message = say("{who} checked in at {at}", who=tuple(names), at=to_wall(self.at).time())
        return _change(message, session, tuple(visits), RemoveVisits(tuple(visits)))


@dataclass(frozen=True)
class RemoveVisits:
    """These check-ins were a mistake."""

    visit_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        for visit in _visits(session, self.visit_ids, removed=False):
            visit.removed = True
        n = len(self.visit_ids)
        message = say_count("{n} check-in taken back", "{n} check-ins taken back", n)
        return _change(message, session, self.visit_ids, PutBackVisits(self.visit_ids))


@dataclass(frozen=True)
class PutBackVisits:
    """These check-ins were right after all."""

    visit_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visits = _visits(session, self.visit_ids, removed=True)
        _refuse_if_back(session, visits)
        for visit in visits:
            visit.removed = False
        n = len(self.visit_ids)
        message = say_count("{n} check-in put back", "{n} check-ins put back", n)
        return _change(message, session, self.visit_ids, RemoveVisits(self.visit_ids))


@dataclass(frozen=True)
class EverybodyLeft:
    """Nobody is in the centre any more, named or not."""

    at: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visits = session.scalars(
            select(Visit).where(Visit.left.is_(None), Visit.removed.is_(False))
        ).all()
        if not visits:
            raise Refused(say("Nobody is in the centre now."))
        for visit in visits:
            visit.left = self.at
        ids = tuple(visit.id for visit in visits)
        message = say_count("{n} person left", "{n} people left", len(ids))
        return _change(message, session, ids, ReopenVisits(ids, self.at))


@dataclass(frozen=True)
class ReopenVisits:
    """They have not left after all."""

    visit_ids: tuple[UUID, ...]
    seen_left: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visits = _visits(session, self.visit_ids, removed=False)
        if any(visit.left != self.seen_left for visit in visits):
            raise ChangedElsewhere(say("Some of these visits were changed in the meantime."))
        _refuse_if_back(session, visits)
        for visit in visits:
            visit.left = None
        n = len(visits)
        message = say_count(
            "{n} person is in the centre again", "{n} people are in the centre again", n
        )
        undo = CloseVisits(self.visit_ids, self.seen_left)
        return _change(message, session, self.visit_ids, undo)


@dataclass(frozen=True)
class CloseVisits:
    """These visits end at a given time."""

    visit_ids: tuple[UUID, ...]
    at: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visits = _visits(session, self.visit_ids, removed=False)
        if any(visit.left is not None for visit in visits):
            raise ChangedElsewhere(say("Some of these visits were changed in the meantime."))
        for visit in visits:
            visit.left = self.at
        message = say_count("{n} person left", "{n} people left", len(visits))
        return _change(message, session, self.visit_ids, ReopenVisits(self.visit_ids, self.at))


@dataclass(frozen=True)
class CloseForgotten:
    """End the visits that nobody ended before the house closed. They keep no duration, only the mark."""

    before: datetime
    """When it closed: today, or else the beginning of today."""
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visits = session.scalars(select(Visit).where(_forgotten(self.before))).all()
        for visit in visits:
            visit.left, visit.forgotten = visit.arrived, True
        n = len(visits)
        message = say_count("{n} forgotten visit closed", "{n} forgotten visits closed", n)
        return Change(message, frozenset({about(Kind.VISITS, *(visit.id for visit in visits))}))


@dataclass(frozen=True)
class ForgottenCount:
    """How many visits `CloseForgotten` would close; with none there is nothing to do."""

    before: datetime
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> int:
        count = select(func.count()).select_from(Visit).where(_forgotten(self.before))
        return session.scalar(count) or 0


def _forgotten(before: datetime) -> ColumnElement[bool]:
    return and_(Visit.left.is_(None), Visit.removed.is_(False), Visit.arrived < before)


def _visits(session: Session, ids: tuple[UUID, ...], *, removed: bool) -> list[Visit]:
    """All of these visits. Raises ChangedElsewhere when one of them is no longer so."""
    found = session.scalars(
        select(Visit).where(Visit.id.in_(ids), Visit.removed.is_(removed))
    ).all()
    if len(found) != len(ids):
        raise ChangedElsewhere(say("Some of these visits were changed in the meantime."))
    return list(found)


def _refuse_if_back(session: Session, visits: list[Visit]) -> None:
    for visit in visits:
        still_open = visit.left is None or not visit.removed
        if still_open and visit.visitor is not None and open_visit(session, visit.visitor.id):
            raise Refused(say("{who} has come back since.", who=named(visit.visitor)))


def _change(
    message: Message, session: Session, visit_ids: tuple[UUID, ...], undo: Action
) -> Change:
    """The topic names visits and visitors, so that lists of either are refreshed."""
    session.flush()
    people = session.scalars(
        select(Visit.visitor_id).where(Visit.id.in_(visit_ids), Visit.visitor_id.is_not(None))
    )
    ids = [*visit_ids, *(one for one in people if one is not None)]
    return Change(message, frozenset({about(Kind.VISITS, *ids)}), undo)
