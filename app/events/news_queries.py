"""Whom to tell that an event was cancelled or moved, by the way each agreed to, and who knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from app.bookings.model import Room
from app.bookings.telling_model import ToldBy
from app.bookings.telling_queries import Spot
from app.clock import to_wall
from app.events.details import SessionPlace
from app.events.model import (
    Event,
    EventSession,
    RegisteredSession,
    Registration,
    RegistrationStatus,
)
from app.events.news import EXPECTED, was_of
from app.events.news_model import EventNews, Informed, What
from app.events.record import place_of
from app.language import sort_key
from app.permission import Permission
from app.visitors.consents import agreed, withdrew
from app.visitors.model import Purpose, Visitor
from app.visitors.naming import name_in_lists

MOST = 1000
BESIDE = frozenset({What.MOVED, What.PLACE})
"""News that stands beside whether it takes place at all, and does not overtake it."""


@dataclass(frozen=True)
class ReachedBy:
    """How somebody may be reached: what she took back is not here, what she agreed to comes first."""

    way: ToldBy
    phone: str = ""
    email: str = ""
    through: str = ""
    """The guardian, when hers is the telephone."""
    no_calls: bool = False


@dataclass(frozen=True)
class NewsRow:
    """One person and one thing she must hear; ``here`` is None when it is the whole event."""

    news_id: UUID
    visitor_id: UUID
    name: str
    reached: ReachedBy
    what: What
    here: Spot | None
    was: Spot | None
    told_at: datetime | None = None
    how: ToldBy | None = None
    informed_id: UUID | None = None

    @property
    def id(self) -> tuple[UUID, UUID]:
        return self.news_id, self.visitor_id

    @property
    def told(self) -> bool:
        return self.told_at is not None


@dataclass(frozen=True)
class NewsOf:
    """Everything those on the list of an event must hear, the newest first; told rows too.

    While the whole event is cancelled nobody need hear of one of its dates.
    """

    event_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[NewsRow, ...]:
        found = session.scalars(
            select(EventNews)
            .where(EventNews.event_id == self.event_id, ~EventNews.removed)
            .order_by(EventNews.arose.desc(), EventNews.id.desc())
        ).all()
        whole = any(one.session_id is None and one.what is What.CANCELLED for one in found)
        off = whole and session.get_one(Event, self.event_id).cancelled
        overtaken: set[tuple[UUID | None, What | None]] = set()
        rows: list[NewsRow] = []
        for news in found:
            about = news.session_id, news.what if news.what in BESIDE else None
            if news.what is What.PLACE and not _takes_place(session, news):
                continue
            if about not in overtaken:
                overtaken.add(about)
                people = sorted(_people(session, news), key=lambda row: sort_key(row.name))
                of_date = news.session_id is not None
                rows += [row for row in people if row.told or not (off and of_date)]
        return tuple(rows)


@dataclass(frozen=True)
class HowManyKnow:
    """Of those who must hear something of an event, how many know it all, and how many they are."""

    event_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[int, int]:
        rows = NewsOf(self.event_id).answer(session)
        people = {row.visitor_id for row in rows}
        unaware = {row.visitor_id for row in rows if not row.told}
        return len(people) - len(unaware), len(people)


def _people(session: Session, news: EventNews) -> Iterator[NewsRow]:
    """Those who were on the list when it arose, and whoever was told."""
    guardian = aliased(Visitor)
    today = to_wall(session.info["now"]).date()
    her = (Registration.event_id == news.event_id, Registration.visitor_id == Visitor.id)
    on_list = exists().where(*her, ~Registration.removed, *_concerned(news))
    rows = session.execute(
        select(
            Visitor.id,
            Visitor.number,
            Visitor.given_name,
            Visitor.family_name,
            Visitor.phone,
            Visitor.email,
            withdrew(Purpose.PHONE),
            withdrew(Purpose.EMAIL),
            Visitor.id.in_(agreed(Purpose.PHONE, today)),
            Visitor.id.in_(agreed(Purpose.EMAIL, today)),
            guardian.given_name,
            guardian.family_name,
            guardian.phone,
            guardian.email,
            Informed.id,
            Informed.told_at,
            Informed.how,
        )
        .outerjoin(
            Informed,
            and_(Informed.visitor_id == Visitor.id, Informed.news_id == news.id, ~Informed.removed),
        )
        .outerjoin(guardian, and_(guardian.id == Visitor.guardian_id, ~guardian.removed))
        .where(~Visitor.removed, or_(on_list, Informed.id.is_not(None)))
        .limit(MOST)
    )
    here, was = _spots(session, news)
    for id_, number, given, family, *reach, informed_id, told_at, how in rows:
        yield NewsRow(
            news.id,
            id_,
            name_in_lists(given, family, number),
            _reached(*reach),
            news.what,
            here,
            was,
            to_wall(told_at) if told_at else None,
            how,
            informed_id,
        )


def _concerned(news: EventNews) -> tuple[ColumnElement[bool], ...]:
    if news.what is What.PLACE:
        return (
            Registration.status == RegistrationStatus.REGISTERED,
            Registration.moved_up.is_not(None),
        )
    concerned = (
        Registration.status.in_(EXPECTED),
        Registration.registered <= news.arose,
        *_for_session(news.session_id),
    )
    if news.what is What.STANDS_AGAIN:
        return (*concerned, Registration.visitor_id.in_(_told_it_is_off(news)))
    return concerned


def _told_it_is_off(news: EventNews) -> Select[Any]:
    """Whoever never heard that it is cancelled comes anyway."""
    return (
        select(Informed.visitor_id)
        .join(EventNews, EventNews.id == Informed.news_id)
        .where(
            EventNews.event_id == news.event_id,
            EventNews.session_id.is_not_distinct_from(news.session_id),
            EventNews.what == What.CANCELLED,
            ~EventNews.removed,
            ~Informed.removed,
        )
    )


def _takes_place(session: Session, news: EventNews) -> bool:
    """Nobody need hear of a place at what is over or cancelled."""
    ahead = (
        select(EventSession.id)
        .join(Event, Event.id == EventSession.event_id)
        .where(
            Event.id == news.event_id,
            ~Event.cancelled,
            ~EventSession.removed,
            EventSession.ends > to_wall(session.info["now"]),
        )
    )
    return session.scalar(ahead.limit(1)) is not None


def _for_session(session_id: UUID | None) -> tuple[ColumnElement[bool], ...]:
    """Who is on the list for single dates only hears of those."""
    if session_id is None:
        return ()
    hers = RegisteredSession.registration_id == Registration.id
    return (
        or_(
            ~exists().where(hers),
            exists().where(hers, RegisteredSession.session_id == session_id),
        ),
    )


def _reached(*facts: Any) -> ReachedBy:
    phone, email, no_calls, no_mail, calls, mail, given, family, her_phone, her_email = facts
    phone, email = "" if no_calls else phone, "" if no_mail else email
    through = ""
    if not phone and not email and not no_calls and (her_phone or her_email):
        through, phone, email = f"{given} {family}".strip(), her_phone or "", her_email or ""
    if phone and (calls or not (mail and email)):
        way = ToldBy.PHONE
    else:
        way = ToldBy.EMAIL if email else ToldBy.IN_PERSON
    return ReachedBy(way, phone, email, through, no_calls)


def _spots(session: Session, news: EventNews) -> tuple[Spot | None, Spot | None]:
    date = session.get(EventSession, news.session_id) if news.session_id else None
    was = was_of(news)
    return (
        _spot(session, place_of(date)) if date else None,
        _spot(session, was) if was else None,
    )


def _spot(session: Session, place: SessionPlace) -> Spot:
    room = session.get(Room, place.room_id) if place.room_id else None
    return Spot(room.name if room else place.place, place.slot)
