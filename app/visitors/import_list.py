"""A list of visitors taken in as one step that can be taken back whole."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.database.journal import by_whom
from app.errors import ChangedElsewhere, Refused
from app.exchange.people import PersonLine
from app.ids import new_id
from app.language import Message, say, say_count
from app.permission import Permission
from app.text import digits, fold
from app.visitors.details import VisitorDetails
from app.visitors.finding_keys import write_keys
from app.visitors.model import (
    Consent,
    How,
    Organisation,
    OrganisationKind,
    Purpose,
    Visit,
    Visitor,
    VisitorRole,
)
from app.visitors.register import WORDING, next_number, write_details

CONSENT_YEARS = 1


@dataclass(frozen=True)
class NewPerson:
    """One line of the list, ready to be written; ``organisation`` is a name."""

    visitor_id: UUID
    line_number: int
    details: VisitorDetails
    organisation: str = ""
    photo: bool = False


@dataclass(frozen=True)
class SamePerson:
    """A line of the list and the person who is already known under that name."""

    line_number: int
    name: str
    known_id: UUID
    known_name: str
    known_year: int | None


@dataclass(frozen=True)
class Preview:
    """What an import would do: who is new, who is there already."""

    new: tuple[NewPerson, ...]
    known: tuple[SamePerson, ...]

    @property
    def message(self) -> Message:
        return say(
            "{new}, {known}",
            new=say_count("{n} new person", "{n} new people", len(self.new)),
            known=say_count("{n} already there", "{n} already there", len(self.known)),
        )


@dataclass(frozen=True)
class ImportPreview:
    """Which of these people are new: nobody of that name and year, or telephone, is known."""

    people: tuple[NewPerson, ...]
    permission: ClassVar[Permission] = Permission.IMPORT

    def answer(self, session: Session) -> Preview:
        known = _known(session)
        new: list[NewPerson] = []
        same: list[SamePerson] = []
        for person in self.people:
            found = next((known[mark] for mark in _marks(person.details) if mark in known), None)
            if found is None:
                new.append(person)
                mine = _Known(person.visitor_id, _name(person.details), person.details.birth_year)
                known.update(dict.fromkeys(_marks(person.details), mine))
            else:
                name = _name(person.details)
                same.append(SamePerson(person.line_number, name, found.id, found.name, found.year))
        return Preview(tuple(new), tuple(same))


@dataclass(frozen=True)
class ImportVisitors:
    """Write all these people down in one turn."""

    import_id: UUID
    people: tuple[NewPerson, ...]
    at: datetime
    permission: ClassVar[Permission] = Permission.IMPORT

    def perform(self, session: Session) -> Change:
        if not self.people:
            raise Refused(say("Nobody in this list is new."))
        if session.scalar(select(Visitor.id).where(Visitor.import_id == self.import_id).limit(1)):
            raise ChangedElsewhere(say("This list is already loaded."))
        organisations = self._organisations(session)
        number = next_number(session)
        visitors = []
        for step, person in enumerate(self.people):
            details = replace(
                person.details.checked(),
                organisation_id=organisations.get(fold(person.organisation)),
            )
            visitor = Visitor(
                id=person.visitor_id,
                number=number + step,
                import_id=self.import_id,
                registered=self.at,
            )
            write_details(session, visitor, details)
            visitors.append(visitor)
        session.add_all(visitors)
        session.flush()
        write_keys(session, visitors)
        session.add_all(self._photo_consents(session))
        message = say_count("{n} person loaded", "{n} people loaded", len(visitors))
        return _change(message, RemoveImport(self.import_id))

    def _organisations(self, session: Session) -> dict[str, UUID]:
        """Ids by folded name; the ones not known yet are made, as part of the import."""
        active = select(Organisation).where(Organisation.removed.is_(False))
        found = {fold(one.name): one.id for one in session.scalars(active)}
        for person in self.people:
            key = fold(person.organisation)
            if key and key not in found:
                made = Organisation(
                    id=new_id(),
                    name=person.organisation,
                    kind=OrganisationKind.OTHER,
                    contact="",
                    import_id=self.import_id,
                )
                session.add(made)
                found[key] = made.id
        session.flush()
        return found

    def _photo_consents(self, session: Session) -> list[Consent]:
        until = _in_years(self.at.date(), CONSENT_YEARS)
        return [
            Consent(
                id=new_id(),
                visitor_id=person.visitor_id,
                purpose=Purpose.PHOTO,
                wording=WORDING,
                given=self.at,
                how=How.SIGNED,
                taken_by=by_whom(session),
                until=until,
            )
            for person in self.people
            if person.photo
        ]


@dataclass(frozen=True)
class RemoveImport:
    """Take a whole list out again; people who have visited since stay."""

    import_id: UUID
    permission: ClassVar[Permission] = Permission.IMPORT

    def perform(self, session: Session) -> Change:
        count = _mark(session, self.import_id, removed=True)
        message = say_count("{n} person taken out again", "{n} people taken out again", count)
        return _change(message, PutBackImport(self.import_id))


@dataclass(frozen=True)
class PutBackImport:
    """Put a whole list back in."""

    import_id: UUID
    permission: ClassVar[Permission] = Permission.IMPORT

    def perform(self, session: Session) -> Change:
        count = _mark(session, self.import_id, removed=False)
        message = say_count("{n} person loaded", "{n} people loaded", count)
        return _change(message, RemoveImport(self.import_id))


def people_from(lines: Iterable[PersonLine]) -> tuple[NewPerson, ...]:
    """Lines as they were read, each with an id of its own."""
    return tuple(
        NewPerson(
            new_id(),
            line.line_number,
            VisitorDetails(
                given_name=line.given_name,
                family_name=line.family_name,
                birth_year=line.birth_year,
                town=line.town,
                phone=line.phone,
                email=line.email,
                language=line.language,
                roles=frozenset({VisitorRole(line.role)}) if line.role in _ROLES else frozenset(),
            ),
            line.organisation,
            line.photo_consent is True,
        )
        for line in lines
    )


_ROLES = frozenset(VisitorRole)


@dataclass(frozen=True)
class _Known:
    id: UUID
    name: str
    year: int | None


def _name(details: VisitorDetails) -> str:
    return f"{details.family_name} {details.given_name}".strip()


def _marks(details: VisitorDetails) -> list[tuple[str, str]]:
    """By which two lines are one person: names (in either order) and year, or names and telephone."""
    names = " ".join(sorted((fold(details.given_name), fold(details.family_name))))
    marks = [(names, str(details.birth_year or ""))]
    if phone := digits(details.phone)[-8:]:
        marks.append((names, phone))
    return marks


def _known(session: Session) -> dict[tuple[str, str], _Known]:
    found: dict[tuple[str, str], _Known] = {}
    for one in session.scalars(select(Visitor).where(Visitor.removed.is_(False))):
        details = VisitorDetails(
            one.given_name, one.family_name, birth_year=one.birth_year, phone=one.phone
        )
        for mark in _marks(details):
            found.setdefault(mark, _Known(one.id, one.list_name, one.birth_year))
    return found


def _mark(session: Session, import_id: UUID, *, removed: bool) -> int:
    visited = select(Visit.visitor_id).where(
        Visit.removed.is_(False), Visit.visitor_id.is_not(None)
    )
    wanted = select(Visitor).where(Visitor.import_id == import_id, Visitor.removed.is_(not removed))
    if removed:
        wanted = wanted.where(Visitor.id.not_in(visited))
    people = list(session.scalars(wanted))
    for one in people:
        one.removed = removed
    write_keys(session, people)
    ids = select(Visitor.id).where(Visitor.import_id == import_id, Visitor.removed.is_(removed))
    session.flush()
    for consent in session.scalars(select(Consent).where(Consent.visitor_id.in_(ids))):
        consent.removed = removed
    used = select(Visitor.organisation_id).where(
        Visitor.removed.is_(False), Visitor.organisation_id.is_not(None)
    )
    organisations = select(Organisation).where(Organisation.import_id == import_id)
    if removed:
        organisations = organisations.where(Organisation.id.not_in(used))
    for organisation in session.scalars(organisations):
        organisation.removed = removed
    return len(people)


def _in_years(day: date, years: int) -> date:
    """29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _change(message: Message, undo: Action) -> Change:
    topics = frozenset({about(Kind.VISITORS), about(Kind.ORGANISATIONS)})
    return Change(message, topics, undo)
