"""Who the people of a group are: pasted names matched with the list, a class, last time's people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.events.listed import comes_to
from app.events.model import (
    OUT,
    Attendance,
    Event,
    EventSession,
    Registration,
    RegistrationStatus,
)
from app.events.pasted_names import PastedName
from app.events.places import places_of
from app.events.record import own_event
from app.permission import Permission
from app.text import fold
from app.visitors.duplicates import alike
from app.visitors.model import Organisation, Visitor
from app.visitors.rows import VisitorRow, rows_of
from app.visitors.same_name import Names
from app.visitors.same_person import Comparison, Facts, Said

MOST_CANDIDATES = 5
LATEST_EVENTS = 12


class Outcome(StrEnum):
    """What came of a line."""

    FOUND = "found"
    NEW = "new"
    DOUBTFUL = "doubtful"
    """Never tied to anybody by itself: somebody must choose."""
    LISTED = "listed"
    """She is on the list already."""
    GONE = "gone"
    """She cancelled, or was taken off the list."""
    TWICE = "twice"
    """An earlier line is the same person."""


@dataclass(frozen=True)
class GroupRow:
    """One person of the group; ``candidates`` the likeliest first, of a found one just her."""

    line: int
    text: str
    outcome: Outcome
    candidates: tuple[VisitorRow, ...]
    given_name: str = ""
    family_name: str = ""
    year: int | None = None
    organisation_id: UUID | None = None
    """Written in the line, and known here."""


@dataclass(frozen=True)
class Group:
    """Everybody who was looked for, and how many places are free (None: as many as come)."""

    rows: tuple[GroupRow, ...]
    free: int | None
    waiting: int


@dataclass(frozen=True)
class MatchNames:
    """Pasted names against the list of visitors; ``session_ids`` as in ``Facts``."""

    event_id: UUID
    people: tuple[PastedName, ...]
    session_ids: frozenset[UUID] = frozenset()
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> Group:
        given = _known_given_names(session, self.people)
        listed = _on_the_list(session, self.event_id)
        rows = [_matched(session, one, given, listed) for one in self.people]
        known = _organisations_in(session, self.people)
        rows = [
            replace(row, organisation_id=known.get(fold(one.organisation)))
            for row, one in zip(rows, self.people, strict=True)
        ]
        return _group(session, self.event_id, _each_once(rows), self.session_ids)


@dataclass(frozen=True)
class Source:
    """Whence a whole group can come."""

    organisation_id: UUID | None
    session_id: UUID | None
    name: str
    people: int
    at: datetime | None = None


@dataclass(frozen=True)
class GroupSources:
    """Organisations and classes with people in them, then who came to the latest sessions."""

    event_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[Source, ...]:
        members = session.execute(
            select(Organisation.id, Organisation.name, func.count())
            .join(Visitor, Visitor.organisation_id == Organisation.id)
            .where(~Organisation.removed, ~Visitor.removed)
            .group_by(Organisation.id, Organisation.name)
            .having(func.count() > 1)
            .order_by(Organisation.name)
        )
        came = session.execute(
            select(EventSession.id, Event.title, func.count(), EventSession.starts)
            .join(Event, Event.id == EventSession.event_id)
            .join(Attendance, Attendance.session_id == EventSession.id)
            .where(~EventSession.removed, ~Event.removed, ~Event.confidential, ~Attendance.removed)
            .group_by(EventSession.id, Event.title, EventSession.starts)
            .order_by(EventSession.starts.desc())
            .limit(LATEST_EVENTS)
        )
        return (
            *(Source(None, id_, title, many, at) for id_, title, many, at in came),
            *(Source(id_, None, name, many) for id_, name, many in members),
        )


@dataclass(frozen=True)
class PeopleOf:
    """Everybody of a source, by name."""

    event_id: UUID
    source: Source
    session_ids: frozenset[UUID] = frozenset()
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> Group:
        wanted = select(Visitor.id).where(~Visitor.removed).order_by(Visitor.sort_name)
        if self.source.organisation_id is not None:
            wanted = wanted.where(Visitor.organisation_id == self.source.organisation_id)
        else:
            wanted = wanted.join(Attendance, Attendance.visitor_id == Visitor.id).where(
                Attendance.session_id == self.source.session_id, ~Attendance.removed
            )
        listed = _on_the_list(session, self.event_id)
        found = rows_of(session, list(session.scalars(wanted)))
        rows = tuple(
            GroupRow(
                line,
                row.name,
                _known_outcome(row.id, listed),
                (row,),
            )
            for line, row in enumerate(found, 1)
        )
        return _group(session, self.event_id, rows, self.session_ids)


def _group(
    session: Session, event_id: UUID, rows: tuple[GroupRow, ...], session_ids: frozenset[UUID]
) -> Group:
    event = own_event(session, event_id)
    waiting = session.scalar(
        select(func.count()).where(
            Registration.event_id == event_id,
            Registration.status == RegistrationStatus.WAITLISTED,
            ~Registration.removed,
        )
    )
    return Group(rows, places_of(session, event).free(session_ids), waiting or 0)


def _on_the_list(session: Session, event_id: UUID) -> dict[UUID, RegistrationStatus]:
    """Without those whose every date was taken away."""
    rows = session.execute(
        select(Registration.visitor_id, Registration.status)
        .distinct()
        .join(EventSession, EventSession.event_id == Registration.event_id)
        .where(
            Registration.event_id == event_id,
            ~Registration.removed,
            ~EventSession.removed,
            comes_to(EventSession.id),
        )
    )
    return dict(rows.all())


def _known_outcome(visitor_id: UUID, listed: Mapping[UUID, RegistrationStatus]) -> Outcome:
    if visitor_id not in listed:
        return Outcome.FOUND
    return Outcome.GONE if listed[visitor_id] in OUT else Outcome.LISTED


def _organisations_in(session: Session, people: Sequence[PastedName]) -> dict[str, UUID]:
    if not any(one.organisation for one in people):
        return {}
    rows = session.execute(
        select(Organisation.name, Organisation.id).where(
            ~Organisation.removed, ~Organisation.retired
        )
    )
    return {fold(name): id_ for name, id_ in rows}


def _each_once(rows: Sequence[GroupRow]) -> tuple[GroupRow, ...]:
    """Whoever stands in two lines is one person; doubtful ones are for somebody to decide."""
    seen: set[object] = set()
    found = []
    for row in rows:
        doubtful = row.outcome is Outcome.DOUBTFUL
        who: object = (fold(row.text),) if row.outcome is Outcome.NEW else row.candidates[0].id
        found.append(replace(row, outcome=Outcome.TWICE) if who in seen and not doubtful else row)
        if not doubtful:
            seen.add(who)
    return tuple(found)


def _known_given_names(session: Session, people: Sequence[PastedName]) -> frozenset[str]:
    """Of the pasted words, those that somebody here has as a given name."""
    words = {word for one in people for word in one.words}
    found = select(Visitor.given_name).where(Visitor.given_name.in_(sorted(words))).distinct()
    return frozenset(session.scalars(found))


def _matched(
    session: Session,
    one: PastedName,
    given: frozenset[str],
    listed: Mapping[UUID, RegistrationStatus],
) -> GroupRow:
    given_name, family_name = _names_of(one, given)
    facts = Facts(given_name, family_name, "", one.year)
    found = sorted(alike(session, facts), key=lambda pair: -pair[1].weight)[:MOST_CANDIDATES]
    known = {row.id: row for row in rows_of(session, [id_ for id_, _ in found])}
    rows = tuple(known[id_] for id_, _ in found)
    outcome = _outcome([comparison for _, comparison in found])
    if outcome is Outcome.FOUND:
        rows = rows[:1]
        outcome = _known_outcome(rows[0].id, listed)
    return GroupRow(one.line, one.text, outcome, rows, given_name, family_name, one.year)


def _names_of(one: PastedName, given: frozenset[str]) -> tuple[str, str]:
    """Lists put the surname first, unless a known given name stands there and none behind it."""
    first, *rest = one.words
    if not rest:
        return first, ""
    if first in given and rest[-1] not in given:
        return " ".join(one.words[:-1]), rest[-1]
    return " ".join(rest), first


def _outcome(found: list[Comparison]) -> Outcome:
    """Found only when one alone has the names, and nothing speaks against her."""
    same = [one for one in found if one.names >= Names.SWAPPED and one.year is not Said.OTHER]
    if not found:
        return Outcome.NEW
    sure = len(same) == 1 and same[0].year in (Said.SAME, Said.UNKNOWN)
    return Outcome.FOUND if sure and same[0] is found[0] else Outcome.DOUBTFUL
