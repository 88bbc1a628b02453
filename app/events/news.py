"""Noting what those on a list must hear; called by whatever cancels or moves an event.

Open news means that people believe something that is no longer so. What brings back what they
believe takes it away while nobody was told; once somebody was, the way back is news itself.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.events.details import SessionPlace
from app.events.model import Event, EventSession, Registration, RegistrationStatus
from app.events.news_model import EventNews, Informed, What
from app.ids import new_id
from app.slot import Slot

EXPECTED = (RegistrationStatus.REGISTERED, RegistrationStatus.WAITLISTED)


def event_cancelled(session: Session, event: Event) -> None:
    """Nobody need come to any of the dates that lie ahead."""
    ahead = any(_ahead(session, one.ends) for one in event.sessions if not one.removed)
    if _take_away(session, event.id, None, What.STANDS_AGAIN) or not ahead:
        return
    _note(session, event.id, None, What.CANCELLED)


def event_restored(session: Session, event: Event) -> None:
    if not _take_away(session, event.id, None, What.CANCELLED) and _told_of(
        session, event.id, None, What.CANCELLED
    ):
        _note(session, event.id, None, What.STANDS_AGAIN)


def date_gone(session: Session, gone: EventSession) -> None:
    """One date does not take place, the others do."""
    for what in (What.STANDS_AGAIN, What.ADDED):
        if _take_away(session, gone.event_id, gone.id, what):
            return
    if _ahead(session, gone.ends):
        _note(session, gone.event_id, gone.id, What.CANCELLED)


def date_back(session: Session, back: EventSession) -> None:
    """A date is new, or takes place after all."""
    ids = back.event_id, back.id
    if _take_away(session, *ids, What.CANCELLED) or not _ahead(session, back.ends):
        return
    told = _told_of(session, *ids, What.CANCELLED)
    _note(session, *ids, What.STANDS_AGAIN if told else What.ADDED)


def date_moved(session: Session, moved: EventSession, was: SessionPlace, now: SessionPlace) -> None:
    """The date was at ``was`` and is ``now`` elsewhere or at another time."""
    if was == now or not _ahead(session, max(was.slot.end, now.slot.end)):
        return
    last = _last(session, moved.event_id, moved.id, What.MOVED)
    if last is None or _anybody_told(session, last):
        _note(session, moved.event_id, moved.id, What.MOVED, was)
    elif was_of(last) == now:
        last.removed = True


def places_given(session: Session, event_id: UUID) -> None:
    """Whether there is anybody who waited and must hear that she has a place."""
    session.flush()
    moved = select(Registration.id).where(
        Registration.event_id == event_id, Registration.moved_up.is_not(None)
    )
    there = _last(session, event_id, None, What.PLACE)
    anybody = session.scalar(moved.limit(1)) is not None
    if there is not None:
        there.removed = not anybody
    elif anybody:
        _note(session, event_id, None, What.PLACE)


def was_of(news: EventNews) -> SessionPlace | None:
    """Where people believe it to be."""
    if news.was_starts is None or news.was_ends is None:
        return None
    return SessionPlace(Slot(news.was_starts, news.was_ends), news.was_room_id, news.was_place)


def _note(
    session: Session,
    event_id: UUID,
    session_id: UUID | None,
    what: What,
    was: SessionPlace | None = None,
) -> None:
    if not _anybody_expected(session, event_id):
        return
    news = _last(session, event_id, session_id, what, removed=True)
    if news is None:
        news = EventNews(id=new_id(), event_id=event_id, session_id=session_id, what=what)
        session.add(news)
    news.removed = False
    news.arose = _now(session)
    news.was_room_id, news.was_place = (was.room_id, was.place) if was else (None, "")
    news.was_starts, news.was_ends = (was.slot.start, was.slot.end) if was else (None, None)


def _take_away(session: Session, event_id: UUID, session_id: UUID | None, what: What) -> bool:
    """False when there is no such news, or somebody has heard it."""
    news = _last(session, event_id, session_id, what)
    if news is None or _anybody_told(session, news):
        return False
    news.removed = True
    return True


def _told_of(session: Session, event_id: UUID, session_id: UUID | None, what: What) -> bool:
    news = _last(session, event_id, session_id, what)
    return news is not None and _anybody_told(session, news)


def _last(
    session: Session, event_id: UUID, session_id: UUID | None, what: What, *, removed: bool = False
) -> EventNews | None:
    of_session: ColumnElement[bool] = EventNews.session_id == session_id
    return session.scalars(
        select(EventNews)
        .where(
            EventNews.event_id == event_id,
            of_session if session_id else EventNews.session_id.is_(None),
            EventNews.what == what,
            EventNews.removed == removed,
        )
        .order_by(EventNews.id.desc())
        .limit(1)
    ).first()


def _anybody_told(session: Session, news: EventNews) -> bool:
    told = select(Informed.id).where(Informed.news_id == news.id, ~Informed.removed)
    return session.scalar(told.limit(1)) is not None


def _anybody_expected(session: Session, event_id: UUID) -> bool:
    expected = select(Registration.id).where(
        Registration.event_id == event_id,
        Registration.status.in_(EXPECTED),
        ~Registration.removed,
    )
    return session.scalar(expected.limit(1)) is not None


def _ahead(session: Session, ends: datetime) -> bool:
    return ends > to_wall(_now(session))


def _now(session: Session) -> datetime:
    now: datetime = session.info["now"]
    return now
