"""Who may collect a child: written down as the family said it, taken away when it says so."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.action import Action, Change, Kind, about
from app.clock import to_wall
from app.database.cells import Cells
from app.errors import ChangedElsewhere, Refused
from app.language import Message, PersonName, say
from app.permission import Permission
from app.visitors.details import line
from app.visitors.model import Collector, Visitor
from app.visitors.naming import full_name
from app.visitors.visits import known_visitor, named


@dataclass(frozen=True)
class Person:
    """Somebody we know, by her id; or only a name."""

    visitor_id: UUID | None = None
    name: str = ""

    def checked(self, session: Session) -> "Person":
        """The same, cleaned; empty when nobody was named. Raises ChangedElsewhere."""
        if self.visitor_id is not None:
            return Person(known_visitor(session, self.visitor_id).id)
        return Person(None, line(self.name))


@dataclass(frozen=True)
class Collecting:
    """One child, and the id of what is written down about it."""

    collector_id: UUID
    child_id: UUID


@dataclass(frozen=True)
class AddCollector:
    """``who`` may collect these children; ``said_by`` is who of the family said so."""

    children: tuple[Collecting, ...]
    who: Person
    said_by: Person
    at: datetime
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        who, said_by = self.who.checked(session), self.said_by.checked(session)
        if not (who.visitor_id or who.name):
            raise Refused(say("Write who may collect the child."))
        made = [
            Collector(
                id=one.collector_id,
                child_id=known_visitor(session, one.child_id).id,
                visitor_id=who.visitor_id,
                name=who.name,
                said_by_id=said_by.visitor_id,
                said_by=said_by.name,
                said=self.at,
            )
            for one in self.children
            if one.child_id != who.visitor_id and not _may_already(session, one.child_id, who)
        ]
        if not made:
            raise Refused(say("That is written down already. Tick another child."))
        session.add_all(made)
        session.flush()
        return _change(made, _added(made), RemoveCollector(tuple(one.id for one in made)))


@dataclass(frozen=True)
class RemoveCollector:
    """Somebody may no longer collect these children."""

    collector_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        found = _known(session, self.collector_ids, removed=False)
        for one in found:
            one.removed = True
        message = say("No longer written down who may collect {who}", who=_children(found))
        return _change(found, message, PutBackCollector(self.collector_ids))


@dataclass(frozen=True)
class PutBackCollector:
    """They may collect the children after all."""

    collector_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        found = _known(session, self.collector_ids, removed=True)
        for one in found:
            one.removed = False
        return _change(found, _added(found), RemoveCollector(self.collector_ids))


@dataclass(frozen=True)
class CollectorRow:
    """Who may collect which child, who said so and on which day."""

    id: UUID
    child_id: UUID
    visitor_id: UUID | None
    name: str
    said_by: str
    said: datetime


@dataclass(frozen=True)
class CollectorsOf:
    """Who may collect these children, as it was written down."""

    child_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[CollectorRow, ...]:
        who, teller = aliased(Visitor), aliased(Visitor)
        found = session.execute(
            select(Collector, who, teller)
            .outerjoin(who, who.id == Collector.visitor_id)
            .outerjoin(teller, teller.id == Collector.said_by_id)
            .where(Collector.child_id.in_(self.child_ids), Collector.removed.is_(False))
            .order_by(Collector.said, Collector.id)
        )
        return tuple(
            CollectorRow(
                one.id,
                one.child_id,
                one.visitor_id,
                _name(known) or one.name,
                _name(told) or one.said_by,
                to_wall(one.said),
            )
            for one, known, told in found
            if known is None or not known.removed
        )


def merge_collectors(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """What names ``gone`` names ``kept``; nobody collects herself, and nothing stands there twice."""
    session = cells.session
    for column in ("child_id", "visitor_id", "said_by_id"):
        there = getattr(Collector, column) == gone_id
        for one in session.scalars(select(Collector).where(there, ~Collector.removed)).all():
            cells.write(one, column, kept_id)
            who = Person(one.visitor_id, one.name)
            if one.child_id == one.visitor_id or _may_already(session, one.child_id, who, one.id):
                cells.write(one, "removed", True)


def _may_already(
    session: Session, child_id: UUID, who: Person, but: UUID | None = None
) -> UUID | None:
    known = Collector.visitor_id == who.visitor_id
    wanted = known if who.visitor_id else Collector.visitor_id.is_(None)
    return session.scalar(
        select(Collector.id).where(
            Collector.child_id == child_id,
            wanted,
            Collector.name == who.name,
            Collector.id != but,
            Collector.removed.is_(False),
        )
    )


def _known(session: Session, ids: tuple[UUID, ...], *, removed: bool) -> list[Collector]:
    found = session.scalars(
        select(Collector)
        .where(Collector.id.in_(ids), Collector.removed.is_(removed))
        .order_by(Collector.id)
    ).all()
    if len(found) != len(ids) or not found:
        raise ChangedElsewhere(say("Who may collect the child was changed in the meantime."))
    return list(found)


def _name(visitor: Visitor | None) -> str:
    if visitor is None:
        return ""
    return full_name(visitor.given_name, visitor.family_name, visitor.number)


def _added(found: list[Collector]) -> Message:
    return say("Written down who may collect {who}", who=_children(found))


def _children(found: list[Collector]) -> tuple[PersonName, ...]:
    """Only they are named in the journal: the other may be somebody the centre does not know."""
    return tuple(named(one.child) for one in found)


def _change(found: list[Collector], message: Message, undo: Action) -> Change:
    topics = frozenset({about(Kind.VISITORS, *(one.child_id for one in found))})
    return Change(message, topics, undo)
