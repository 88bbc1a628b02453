"""Coming and going: check in, check out, heads without a name."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.clock import to_wall
from app.errors import ChangedElsewhere, Refused
from app.language import Message, PersonName, say
from app.permission import Permission
from app.visitors.model import Band, Visit, Visitor

BANDS: dict[Band, Message] = {
    Band.CHILD: say("a child"),
    Band.YOUTH: say("a young person"),
    Band.ADULT: say("an adult"),
    Band.SENIOR: say("a senior"),
}


@dataclass(frozen=True)
class CheckIn:
    """Somebody we know has come."""

    visit_id: UUID
    visitor_id: UUID
    at: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visitor = known_visitor(session, self.visitor_id)
        arrive(session, visitor, self.visit_id, self.at)
        message = say("{who} checked in at {at}", who=named(visitor), at=to_wall(self.at).time())
        return change_of(self.visit_id, visitor.id, message, RemoveVisit(self.visit_id))


@dataclass(frozen=True)
class CheckOut:
    """Somebody goes home."""

    visitor_id: UUID
    at: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visitor = known_visitor(session, self.visitor_id)
        visit = open_visit(session, visitor.id)
        if visit is None:
            raise Refused(say("{who} is not in the centre now.", who=named(visitor)))
        visit.left = max(self.at, visit.arrived)
        message = say("{who} left at {at}", who=named(visitor), at=to_wall(self.at).time())
        return change_of(visit.id, visitor.id, message, Reopen(visit.id, visit.left))


@dataclass(frozen=True)
class Reopen:
    """She has not left after all."""

    visit_id: UUID
    seen_left: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visit = known_visit(session, self.visit_id)
        if visit.left != self.seen_left:
            raise ChangedElsewhere(say("This visit was changed in the meantime."))
        if visit.visitor_id is not None and open_visit(session, visit.visitor_id):
            raise Refused(say("{who} has come back since.", who=who_came(visit)))
        visit.left = None
        message = say("{who} is in the centre again", who=who_came(visit))
        return change_of(visit.id, visit.visitor_id, message, CloseVisit(visit.id, self.seen_left))


@dataclass(frozen=True)
class CloseVisit:
    """One visit ends at a given time: a named one or one without a name."""

    visit_id: UUID
    at: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visit = known_visit(session, self.visit_id)
        if visit.left is not None:
            raise ChangedElsewhere(say("This visit has already ended."))
        visit.left = max(self.at, visit.arrived)
        message = say("{who} left at {at}", who=who_came(visit), at=to_wall(self.at).time())
        return change_of(visit.id, visit.visitor_id, message, Reopen(visit.id, visit.left))


@dataclass(frozen=True)
class CountUnnamed:
    """Somebody has come who gives no name: no less welcome, and counted."""

    visit_id: UUID
    band: Band
    at: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        session.add(Visit(id=self.visit_id, band=self.band, arrived=self.at))
        message = say("Unnamed: {who} +1", who=BANDS[self.band])
        return change_of(self.visit_id, None, message, RemoveVisit(self.visit_id))


@dataclass(frozen=True)
class RemoveVisit:
    """The check-in was a mistake."""

    visit_id: UUID
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visit = known_visit(session, self.visit_id)
        visit.removed = True
        message = say("Taken back: {who} has not come", who=who_came(visit))
        return change_of(visit.id, visit.visitor_id, message, PutBackVisit(visit.id))


@dataclass(frozen=True)
class PutBackVisit:
    """The check-in was right after all."""

    visit_id: UUID
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visit = session.get_one(Visit, self.visit_id)
        if visit.visitor_id and visit.left is None and open_visit(session, visit.visitor_id):
            raise Refused(say("{who} has come back since.", who=who_came(visit)))
        if visit.left is not None:
            refuse_overlap(session, visit, visit.left)
        visit.removed = False
        message = say("Put back: the visit of {who}", who=who_came(visit))
        return change_of(visit.id, visit.visitor_id, message, RemoveVisit(visit.id))


def arrive(session: Session, visitor: Visitor, visit_id: UUID, at: datetime) -> None:
    """Add the visit. Raises Refused when she is here already; the database is asked last."""
    here = open_visit(session, visitor.id)
    if here is not None:
        raise Refused(
            say(
                "{who} has been here since {at}.",
                who=named(visitor),
                at=to_wall(here.arrived).time(),
            )
        )
    session.add(Visit(id=visit_id, visitor_id=visitor.id, arrived=at))
    try:
        session.flush()
    except IntegrityError as error:
        raise Refused(say("{who} is already checked in.", who=named(visitor))) from error


def open_visit(session: Session, visitor_id: UUID) -> Visit | None:
    return session.scalar(
        select(Visit).where(
            Visit.visitor_id == visitor_id, Visit.left.is_(None), Visit.removed.is_(False)
        )
    )


def refuse_overlap(session: Session, visit: Visit, left: datetime) -> None:
    """Nobody is here twice at once, not in the past either; a forgotten visit has only its beginning."""
    other = session.scalar(
        select(Visit)
        .where(Visit.visitor_id == visit.visitor_id, Visit.removed.is_(False), Visit.id != visit.id)
        .where(Visit.arrived < left)
        .where(
            or_(Visit.left.is_(None), Visit.left > visit.arrived, Visit.arrived >= visit.arrived)
        )
        .order_by(Visit.arrived)
        .limit(1)
    )
    if other is None or visit.visitor_id is None:
        return
    who, came = named(known_visitor(session, visit.visitor_id)), to_wall(other.arrived)
    if other.left is None or other.forgotten:
        words = say(
            "{who} came on {day} at {at} already.", who=who, day=came.date(), at=came.time()
        )
    else:
        words = say(
            "{who} was here on {day} from {at} to {left} already.",
            who=who,
            day=came.date(),
            at=came.time(),
            left=to_wall(other.left).time(),
        )
    raise Refused(words)


def known_visitor(session: Session, visitor_id: UUID) -> Visitor:
    """Raises ChangedElsewhere when she was removed in the meantime."""
    found = session.get(Visitor, visitor_id)
    if found is None or found.removed:
        raise ChangedElsewhere(say("This person is no longer in the list."))
    return found


def named(visitor: Visitor) -> PersonName:
    return PersonName(visitor.id, visitor.name)


def who_came(visit: Visit) -> PersonName | Message:
    if visit.visitor is not None:
        return named(visit.visitor)
    return BANDS[visit.band or Band.ADULT]


def known_visit(session: Session, visit_id: UUID) -> Visit:
    """Raises ChangedElsewhere when it was removed in the meantime."""
    found = session.get(Visit, visit_id)
    if found is None or found.removed:
        raise ChangedElsewhere(say("This visit is no longer there."))
    return found


def change_of(visit_id: UUID, visitor_id: UUID | None, message: Message, undo: Action) -> Change:
    """About the visit, and about who came."""
    topics = {about(Kind.VISITS, *([visitor_id] if visitor_id else []), visit_id)}
    return Change(message, frozenset(topics), undo)
