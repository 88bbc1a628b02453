"""Who somebody new may already be: same or similar names, swapped names, the same telephone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database.base import THIS_CENTRE
from app.language import Message, say
from app.likeness import likely
from app.permission import Permission
from app.text import LONGEST, digits, keys, name_tokens, typed_keys
from app.visitors.finding_index import Wanted, name_words, numbers_matching
from app.visitors.finding_keys import shortened, whole_or_beginning
from app.visitors.model import Visitor
from app.visitors.rows import VisitorRow, rows_of

MOST = 3
SHORTEST = 2
SHORTEST_PHONE = 7
MOST_ALIKE = 200


@dataclass(frozen=True)
class Likeness:
    """Somebody who may be the same person, and why."""

    row: VisitorRow
    reason: Message
    weight: int


@dataclass(frozen=True)
class PossibleDuplicates:
    """At most three people who may be the one being written down, likeliest first."""

    given_name: str
    family_name: str
    phone: str = ""
    birth_year: int | None = None
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[Likeness, ...]:
        same_phones = _same_phone(session, self.phone)
        candidates = _alike(session, self._words()) | same_phones
        rows = {row.id: row for row in rows_of(session, list(candidates))}
        found = [self._weigh(row, same_phones) for row in rows.values()]
        return tuple(sorted((one for one in found if one), key=lambda one: -one.weight)[:MOST])

    def _words(self) -> tuple[frozenset[str], ...]:
        """Keys of each name; one letter says nothing yet, and too long a name will be refused."""
        names = (self.given_name.strip(), self.family_name.strip())
        if not all(SHORTEST <= len(name) <= LONGEST for name in names):
            return ()
        spelt = [typed_keys(name) for name in names]
        return tuple(word for words in spelt for word in words) if all(spelt) else ()

    def _weigh(self, row: VisitorRow, same_phones: set[UUID]) -> Likeness | None:
        same_phone = row.id in same_phones
        given, family = _key(self.given_name), _key(self.family_name)
        same = given & _key(row.given_name) and family & _key(row.family_name)
        swapped = given & _key(row.family_name) and family & _key(row.given_name)
        same_year = self.birth_year is not None and self.birth_year == row.birth_year
        other_year = bool(self.birth_year and row.birth_year) and not same_year
        weight = (
            (6 if same else 5 if swapped else 3) + 3 * same_phone + 2 * same_year - 2 * other_year
        )
        return Likeness(row, _reason(bool(same), bool(swapped), same_phone), weight)


def _reason(same: bool, swapped: bool, same_phone: bool) -> Message:
    if same_phone:
        return say("the same telephone")
    if same:
        return say("the same name")
    return say("the same names, swapped") if swapped else say("a similar name")


def _key(name: str) -> frozenset[str]:
    return frozenset(key for token in name_tokens(name) for key in keys(token))


def _alike(session: Session, words: Iterable[frozenset[str]]) -> set[UUID]:
    """People with every word, or with one that a slip of the finger makes of it."""
    every = tuple(words)
    if not every:
        return set()
    known = name_words(session)
    wanted = [
        Wanted(shortened(word) | {one for key in word for one in likely(key, known, most=8)})
        for word in every
    ]
    return set(_ids(session, numbers_matching(session, wanted, MOST_ALIKE)))


def _same_phone(session: Session, phone: str) -> set[UUID]:
    """The last eight digits are the number; before them may stand a country."""
    number = digits(phone)
    if len(number) < SHORTEST_PHONE:
        return set()
    ends = whole_or_beginning(frozenset({number[-8:]}))
    return set(
        _ids(session, numbers_matching(session, [Wanted(beginnings=ends.beginnings)], MOST_ALIKE))
    )


def _ids(session: Session, numbers: Iterable[int]) -> Iterable[UUID]:
    here = Visitor.centre_id == THIS_CENTRE
    return session.scalars(
        select(Visitor.id).where(here, Visitor.number.in_(numbers), Visitor.removed.is_(False))
    )
