"""A list of visitors taken in part by part, as one step that can be taken back whole.

A part is written in one short turn, so that other desks go on meanwhile; the parts share one
``import_id``, and their numbers follow one another but for people other desks write down between.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, ClassVar, cast
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from app.action import Action, Change, Kind, about
from app.database.base import THIS_CENTRE
from app.database.journal import by_whom
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.language import Message, say, say_count
from app.permission import Permission
from app.text import fold
from app.visitors.finding_keys import write_keys
from app.visitors.import_preview import NewPerson
from app.visitors.model import (
    Consent,
    How,
    Organisation,
    OrganisationKind,
    Purpose,
    Visitor,
)
from app.visitors.named_elsewhere import named_elsewhere
from app.visitors.register import next_number, write_details
from app.visitors.wordings import newest

CONSENT_YEARS = 1
PART, PART_BACK = 400, 200
"""People written in one turn, and taken out or put back in one: a few hundredths of a second."""


@dataclass(frozen=True)
class ImportVisitors:
    """Write these people down, from the ``begin``-th on; ``first`` is the number of the very first."""

    import_id: UUID
    people: tuple[NewPerson, ...]
    at: datetime
    begin: int = 0
    first: int = 0
    permission: ClassVar[Permission] = Permission.IMPORT

    def perform(self, session: Session) -> Change:
        if not self.people:
            raise Refused(say("Nobody in this list is new."))
        if not self.begin:
            _refuse_if_loaded(session, self.import_id)
        end = min(self.begin + PART, len(self.people))
        part = self.people[self.begin : end]
        number = next_number(session)
        first, last = self.first or number, number + len(part) - 1
        drafts = self._drafts(session, part, number)
        session.execute(insert(Visitor), [vars(one) for one in drafts])
        write_keys(session, cast("list[Visitor]", drafts))
        if consents := self._photo_consents(session, part):
            session.execute(insert(Consent), consents)
        undo = RemoveImport(self.import_id, first, last)
        rest = None if end == len(self.people) else replace(self, begin=end, first=first)
        message = say_count("{n} person loaded", "{n} people loaded", end)
        return _change(message, undo, rest, end / len(self.people))

    def _drafts(self, session: Session, part: Sequence[NewPerson], number: int) -> list["_Draft"]:
        organisations = self._organisations(session, part)
        drafts = []
        for step, person in enumerate(part):
            draft = _Draft()
            write_details(session, cast("Visitor", draft), person.details.checked())
            draft.id, draft.number = person.visitor_id, number + step
            draft.import_id, draft.registered = self.import_id, self.at
            draft.removed = False
            if organisation := organisations.get(fold(person.organisation)):
                draft.organisation_id = organisation.id
            drafts.append(draft)
        return drafts

    def _organisations(
        self, session: Session, part: Sequence[NewPerson]
    ) -> dict[str, Organisation]:
        """By folded name; the ones not known yet are made, as part of the import."""
        wanted = {fold(one.organisation): one.organisation for one in part if one.organisation}
        if not wanted:
            return {}
        active = select(Organisation).where(Organisation.removed.is_(False))
        found = {fold(one.name): one for one in session.scalars(active)}
        for key, name in wanted.items():
            if key and key not in found:
                made = Organisation(
                    id=new_id(),
                    name=name,
                    kind=OrganisationKind.OTHER,
                    contact="",
                    import_id=self.import_id,
                )
                session.add(made)
                found[key] = made
        session.flush()
        return found

    def _photo_consents(self, session: Session, part: Sequence[NewPerson]) -> list[dict[str, Any]]:
        same = {
            "purpose": Purpose.PHOTO,
            "wording": newest(Purpose.PHOTO),
            "given": self.at,
            "how": How.SIGNED,
            "taken_by": by_whom(session),
            "until": _in_years(self.at.date(), CONSENT_YEARS),
        }
        return [
            {"id": new_id(), "visitor_id": person.visitor_id, **same}
            for person in part
            if person.photo
        ]


class _Draft:
    """A row of `Visitor` before it is written: as objects of the ORM they take three times as long."""

    id: UUID
    number: int
    import_id: UUID
    registered: datetime
    removed: bool
    organisation_id: UUID | None
    given_name: str
    family_name: str
    list_name = Visitor.list_name


@dataclass(frozen=True)
class RemoveImport:
    """Take a list out again, its numbers ``first`` to ``last``; who is on any other list since stays.

    ``begin`` is the number it has come to, ``done`` how many people are out.
    """

    import_id: UUID
    first: int
    last: int
    begin: int = 0
    done: int = 0
    permission: ClassVar[Permission] = Permission.IMPORT

    def perform(self, session: Session) -> Change:
        begin = max(self.begin, self.first)
        end = min(begin + PART_BACK - 1, self.last)
        people = [one for one in _part(session, self.import_id, begin, end) if not one.removed]
        known = _known_since(session, people)
        leaving = [one for one in people if one.id not in known]
        _mark(session, leaving, removed=True)
        done = self.done + len(leaving)
        rest = replace(self, begin=end + 1, done=done) if end < self.last else None
        if rest is None:
            _mark_organisations(session, self.import_id, removed=True)
        message = say_count("{n} person taken out again", "{n} people taken out again", done)
        undo = PutBackImport(self.import_id, self.first, self.last)
        return _change(message, undo, rest, _share(self.first, end, self.last))


@dataclass(frozen=True)
class PutBackImport:
    """Put a list back in, its numbers ``first`` to ``last``; ``begin`` and ``done`` as above."""

    import_id: UUID
    first: int
    last: int
    begin: int = 0
    done: int = 0
    permission: ClassVar[Permission] = Permission.IMPORT

    def perform(self, session: Session) -> Change:
        begin = max(self.begin, self.first)
        end = min(begin + PART_BACK - 1, self.last)
        if begin == self.first:
            _mark_organisations(session, self.import_id, removed=False)
        people = [one for one in _part(session, self.import_id, begin, end) if one.removed]
        _mark(session, people, removed=False)
        done = self.done + len(people)
        rest = replace(self, begin=end + 1, done=done) if end < self.last else None
        message = say_count("{n} person loaded", "{n} people loaded", done)
        undo = RemoveImport(self.import_id, self.first, self.last)
        return _change(message, undo, rest, _share(self.first, end, self.last))


def _refuse_if_loaded(session: Session, import_id: UUID) -> None:
    if session.scalar(select(Visitor.id).where(Visitor.import_id == import_id).limit(1)):
        raise ChangedElsewhere(say("This list is already loaded."))


def _part(session: Session, import_id: UUID, begin: int, end: int) -> list[Visitor]:
    here = select(Visitor).where(
        Visitor.centre_id == THIS_CENTRE, Visitor.number.between(begin, end)
    )
    return [one for one in session.scalars(here) if one.import_id == import_id]


def _known_since(session: Session, people: Sequence[Visitor]) -> frozenset[UUID]:
    """Who has visited, is on a list, or has told us something."""
    if not people:
        return frozenset()
    ids = [one.id for one in people]
    came = select(Consent.id).where(
        Consent.visitor_id.in_(ids), Consent.given == people[0].registered
    )
    return named_elsewhere(session, ids, set(session.scalars(came)))


def _mark(session: Session, people: Sequence[Visitor], *, removed: bool) -> None:
    """With the consents that came with them, and no others."""
    ids = [one.id for one in people]
    if not ids:
        return
    mark = {"removed": removed}
    quickly = {"synchronize_session": False}  # otherwise each row is compared with each id
    mine = Visitor.id.in_(ids)
    session.execute(update(Visitor).where(mine).values(mark), execution_options=quickly)
    for one in people:
        set_committed_value(one, "removed", removed)
    write_keys(session, people)
    came = Consent.visitor_id.in_(ids), Consent.given == people[0].registered
    session.execute(update(Consent).where(*came).values(mark), execution_options=quickly)


def _mark_organisations(session: Session, import_id: UUID, *, removed: bool) -> None:
    """Those that came with the list; one that somebody else belongs to stays."""
    session.flush()
    mine = session.scalars(select(Organisation).where(Organisation.import_id == import_id)).all()
    used: frozenset[UUID | None] = frozenset()
    if removed and mine:
        ids = [one.id for one in mine]
        members = select(Visitor.organisation_id).where(
            Visitor.removed.is_(False), Visitor.organisation_id.in_(ids)
        )
        used = frozenset(session.scalars(members.distinct()))
    for one in mine:
        if one.id not in used:
            one.removed = removed


def _in_years(day: date, years: int) -> date:
    """29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _share(first: int, end: int, last: int) -> float:
    return (end - first + 1) / (last - first + 1)


def _change(message: Message, undo: Action, rest: Action | None, share: float) -> Change:
    topics = frozenset({about(Kind.VISITORS), about(Kind.ORGANISATIONS)})
    return Change(message, topics, undo, rest=rest, share=share)
