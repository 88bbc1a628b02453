"""Somebody on a list has heard that an event was cancelled or moved; and taking that back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.bookings.telling_model import ToldBy
from app.database.cells import Cells
from app.database.journal import by_whom
from app.errors import ChangedElsewhere
from app.events.model import Event
from app.events.news_model import EventNews, Informed
from app.language import Message, say
from app.permission import Permission
from app.visitors.visits import known_visitor, named


@dataclass(frozen=True)
class Inform:
    """She knows now."""

    informed_id: UUID
    news_id: UUID
    visitor_id: UUID
    how: ToldBy
    at: datetime
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        news = session.get(EventNews, self.news_id)
        if news is None or news.removed:
            raise ChangedElsewhere(say("There is nothing to tell any more: it was taken back."))
        told = select(Informed.id).where(
            Informed.news_id == news.id, Informed.visitor_id == self.visitor_id, ~Informed.removed
        )
        if session.scalar(told) is not None:
            raise ChangedElsewhere(say("Somebody has told them already."))
        informed = Informed(
            id=self.informed_id,
            news_id=news.id,
            visitor_id=known_visitor(session, self.visitor_id).id,
            told_at=self.at,
            told_by_id=by_whom(session),
            how=self.how,
        )
        session.add(informed)
        return _change(session, informed, TakeBackInformed(informed.id))


@dataclass(frozen=True)
class TakeBackInformed:
    """She is to be told after all."""

    informed_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        informed = session.get(Informed, self.informed_id)
        if informed is None or informed.removed:
            raise ChangedElsewhere(say("They are still to be told."))
        informed.removed = True
        return _change(session, informed, PutBackInformed(informed.id))


@dataclass(frozen=True)
class PutBackInformed:
    """She did know."""

    informed_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        informed = session.get(Informed, self.informed_id)
        if informed is None or not informed.removed:
            raise ChangedElsewhere(say("Somebody has told them already."))
        informed.removed = False
        return _change(session, informed, TakeBackInformed(informed.id))


def merge_informed(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """Two people who are one have heard what either of them has."""
    known = set(cells.session.scalars(_of(kept_id).with_only_columns(Informed.news_id)))
    for hers in cells.session.scalars(_of(gone_id)).all():
        if hers.news_id in known:
            cells.write(hers, "removed", True)
        else:
            cells.write(hers, "visitor_id", kept_id)


def _of(visitor_id: UUID) -> Select[Any]:
    return select(Informed).where(Informed.visitor_id == visitor_id, ~Informed.removed)


def _change(session: Session, informed: Informed, undo: Action) -> Change:
    news = session.get_one(EventNews, informed.news_id)
    values = {
        "who": named(known_visitor(session, informed.visitor_id)),
        "title": session.get_one(Event, news.event_id).title,
    }
    said: Message = (
        say("{who} is to be told of “{title}”", **values)
        if informed.removed
        else say("{who} has been told of “{title}”", **values)
    )
    return Change(said, frozenset({about(Kind.EVENTS, news.event_id)}), undo)
