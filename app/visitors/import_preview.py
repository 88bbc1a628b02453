"""What taking a list in would do: who is new, who is there already, who may be."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.people import PersonLine
from app.ids import new_id
from app.language import Message, say, say_count
from app.likeness import one_error
from app.permission import Permission
from app.text import digits, fold
from app.visitors.details import VisitorDetails
from app.visitors.model import Visitor, VisitorRole

AT_ONCE = 2000
_ROLES = frozenset(VisitorRole)
_folded = lru_cache(maxsize=65536)(fold)


@dataclass(frozen=True)
class NewPerson:
    """One line of the list, ready to be written; ``organisation`` is a name."""

    visitor_id: UUID
    line_number: int
    details: VisitorDetails
    organisation: str = ""
    photo: bool = False

    @property
    def list_name(self) -> str:
        return f"{self.details.family_name} {self.details.given_name}".strip()


@dataclass(frozen=True)
class Known:
    """Somebody who is in the centre's list, or stands on an earlier line of the same file."""

    id: UUID
    name: str
    year: int | None
    phone: str
    line_number: int = 0
    """Of the file; 0 for somebody in the centre's list."""


@dataclass(frozen=True)
class SamePerson:
    """A line of the list and who is, or may be, the same."""

    person: NewPerson
    known: Known

    @property
    def line_number(self) -> int:
        return self.person.line_number


@dataclass(frozen=True)
class Preview:
    """What an import would do. ``maybe`` stays out until somebody says it is another person."""

    new: tuple[NewPerson, ...]
    known: tuple[SamePerson, ...]
    maybe: tuple[SamePerson, ...] = ()

    @property
    def message(self) -> Message:
        return say(
            "{new}, {known}, {maybe}",
            new=say_count("{n} new person", "{n} new people", len(self.new)),
            known=say_count("{n} already there", "{n} already there", len(self.known)),
            maybe=say_count("{n} possible duplicate", "{n} possible duplicates", len(self.maybe)),
        )

    @property
    def left_out(self) -> bool:
        """Whether somebody of the list would not be loaded."""
        return bool(self.known or self.maybe)

    def chosen(self, others: Iterable[int]) -> tuple[NewPerson, ...]:
        """The new people, and those of ``maybe`` (by line) who were said to be other people."""
        lines = frozenset(others)
        more = [one.person for one in self.maybe if one.line_number in lines]
        return tuple(sorted((*self.new, *more), key=lambda one: one.line_number))


@dataclass(frozen=True)
class ImportPreview:
    """Compares a list with everybody known: 100,000 lines with a million people in seconds.

    The same: the same names in either order, and the same year or telephone. Perhaps the same: the
    same names, and a year that is missing on one side or one slip away.
    """

    people: tuple[NewPerson, ...]
    permission: ClassVar[Permission] = Permission.IMPORT

    def answer(self, session: Session) -> Preview:
        names = [_names(one.details.given_name, one.details.family_name) for one in self.people]
        known = _known(session, frozenset(names))
        new: list[NewPerson] = []
        same: list[SamePerson] = []
        maybe: list[SamePerson] = []
        for name, person in zip(names, self.people, strict=True):
            here = known[name]
            mine = _as_known(person)
            if (found := _first(_is_same, mine, here)) is not None:
                same.append(SamePerson(person, found))
            elif (found := _first(_may_be_same, mine, here)) is not None:
                maybe.append(SamePerson(person, found))
            else:
                new.append(person)
                here.append(mine)
        return Preview(tuple(new), tuple(same), tuple(maybe))


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


def _known(
    session: Session, wanted: frozenset[tuple[str, ...]]
) -> dict[tuple[str, ...], list[Known]]:
    """Only those who share their names with somebody of the list are kept in memory."""
    found: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    everybody = select(
        Visitor.id, Visitor.given_name, Visitor.family_name, Visitor.birth_year, Visitor.phone
    ).where(Visitor.removed.is_(False))
    people = session.execute(everybody.execution_options(yield_per=AT_ONCE))
    for visitor_id, given, family, year, phone in people:
        names = _names(given, family)
        if names in wanted:
            known = Known(visitor_id, f"{family} {given}".strip(), year, digits(phone)[-8:])
            found[names].append(known)
    return found


def _names(given: str, family: str) -> tuple[str, ...]:
    return tuple(sorted((_folded(given), _folded(family))))


def _as_known(person: NewPerson) -> Known:
    details = person.details
    phone = digits(details.phone)[-8:]
    return Known(person.visitor_id, person.list_name, details.birth_year, phone, person.line_number)


def _is_same(mine: Known, other: Known) -> bool:
    return mine.year == other.year or (bool(mine.phone) and mine.phone == other.phone)


def _may_be_same(mine: Known, other: Known) -> bool:
    if mine.year is None or other.year is None:
        return True
    return one_error(str(mine.year), str(other.year))


def _first(
    fits: Callable[[Known, Known], bool], mine: Known, known: Iterable[Known]
) -> Known | None:
    return next((one for one in known if fits(mine, one)), None)
