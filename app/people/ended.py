"""Deleting what may no longer be kept: needs for an event that is over, and what an ended consent carried.

Work that is due: it is done when somebody signs in and hourly, and cannot be taken back.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, func, or_, select
from sqlalchemy.orm import Session

from app.accessibility.model import Need
from app.action import Change, Kind, about
from app.events.model import EventSession
from app.language import say_count
from app.permission import Permission
from app.visitors.model import Consent, SensitiveGroup


@dataclass(frozen=True)
class EndedCount:
    """How many rows `ForgetEnded` would delete; with none there is nothing to do."""

    today: date
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> int:
        return sum(
            session.scalar(select(func.count()).select_from(table).where(ended)) or 0
            for table, ended in (
                (Need, _need_ended(self.today)),
                (SensitiveGroup, _group_ended(self.today)),
            )
        )


@dataclass(frozen=True)
class ForgetEnded:
    """Delete needs and target groups whose event's last day or consent is over; the consents stay."""

    today: date
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def perform(self, session: Session) -> Change:
        people = set(session.scalars(select(Need.visitor_id).where(_need_ended(self.today))))
        people |= set(
            session.scalars(select(SensitiveGroup.visitor_id).where(_group_ended(self.today)))
        )
        session.execute(delete(Need).where(_need_ended(self.today)), execution_options=_PLAIN)
        session.execute(
            delete(SensitiveGroup).where(_group_ended(self.today)), execution_options=_PLAIN
        )
        message = say_count(
            "What {n} person told us was deleted: its time is over",
            "What {n} people told us was deleted: its time is over",
            len(people),
        )
        return Change(message, frozenset({about(Kind.NEEDS, *people)}))


_PLAIN = {"synchronize_session": False}
"""Nothing of it is loaded; SQLAlchemy cannot evaluate the inner question in Python."""


def _need_ended(today: date) -> ColumnElement[bool]:
    midnight = datetime.combine(today, time())
    not_over = select(EventSession.event_id).where(EventSession.ends >= midnight)
    event_over = Need.event_id.is_not(None) & Need.event_id.not_in(not_over)
    return or_(event_over, Need.consent_id.in_(_over(today)))


def _group_ended(today: date) -> ColumnElement[bool]:
    return SensitiveGroup.consent_id.in_(_over(today))


def _over(today: date) -> Select[UUID]:
    return select(Consent.id).where(or_(Consent.until < today, Consent.withdrawn.is_not(None)))
