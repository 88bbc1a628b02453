"""Two people side by side, before they become one, and what would best be kept of each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.events.model import Registration
from app.permission import Permission
from app.visitors.details import VisitorDetails
from app.visitors.model import Visit, Visitor
from app.visitors.register import details_of


@dataclass(frozen=True)
class Side:
    """One of the two; needs and consents are not looked at: they all stay."""

    id: UUID
    number: int
    details: VisitorDetails
    organisation: str
    guardian: str
    registered: datetime
    """Wall-clock time."""
    visits: int
    events: int


@dataclass(frozen=True)
class BothPeople:
    """``shared`` events have both on their list: they become one place."""

    older: Side
    newer: Side
    shared: int


@dataclass(frozen=True)
class TwoPeople:
    """Both, the one who has been in the list for longer first; None when one is no longer there."""

    pair: tuple[UUID, UUID]
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def answer(self, session: Session) -> BothPeople | None:
        found = [session.get(Visitor, one) for one in self.pair]
        there = [one for one in found if one is not None and not one.removed]
        if len(there) < len(self.pair):
            return None
        older, newer = sorted(there, key=lambda one: one.number)
        events = [_events(session, one.id) for one in (older, newer)]
        sides = [
            _side(session, one, len(hers)) for one, hers in zip((older, newer), events, strict=True)
        ]
        return BothPeople(sides[0], sides[1], len(events[0] & events[1]))


def suggested(older: VisitorDetails, newer: VisitorDetails) -> dict[str, bool]:
    """For every field whether the newer is the better one: never an empty one over a filled one."""
    names = ("given_name", "family_name")
    better = {
        name: _is_better(getattr(older, name), getattr(newer, name))
        for name in VisitorDetails.__dataclass_fields__
    }
    fuller = _fullness(newer, names) > _fullness(older, names)
    better.update(dict.fromkeys(names, fuller))
    return better


def _is_better(older: Any, newer: Any) -> bool:
    """What was said last is truer."""
    return bool(newer) and newer != older


def _fullness(details: VisitorDetails, names: tuple[str, ...]) -> tuple[int, int, int]:
    """More words, then more of the letters that are lost where a keyboard lacks them, then longer."""
    text = " ".join(getattr(details, name) for name in names).strip()
    return len(text.split()), sum(not sign.isascii() for sign in text), len(text)


def _side(session: Session, visitor: Visitor, events: int) -> Side:
    visits = select(func.count()).where(Visit.visitor_id == visitor.id, Visit.removed.is_(False))
    guardian = visitor.guardian.name if visitor.guardian else visitor.guardian_name
    return Side(
        id=visitor.id,
        number=visitor.number,
        details=details_of(visitor),
        organisation=visitor.organisation.name if visitor.organisation else "",
        guardian=guardian,
        registered=to_wall(visitor.registered),
        visits=session.scalar(visits) or 0,
        events=events,
    )


def _events(session: Session, visitor_id: UUID) -> set[UUID]:
    return set(
        session.scalars(
            select(Registration.event_id).where(
                Registration.visitor_id == visitor_id, Registration.removed.is_(False)
            )
        )
    )
