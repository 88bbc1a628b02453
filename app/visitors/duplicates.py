"""Who somebody new may already be, by the two rules of `app.visitors.same_person`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database.base import THIS_CENTRE
from app.language import Message
from app.likeness import likely
from app.permission import Permission
from app.text import LONGEST, digits, typed_keys
from app.visitors.finding_index import Wanted, name_words, numbers_matching
from app.visitors.finding_keys import shortened, whole_or_beginning
from app.visitors.model import Visitor
from app.visitors.rows import VisitorRow, rows_of
from app.visitors.same_person import Comparison, Facts, compare, is_certain, is_likely

MOST = 3
SHORTEST = 2
SHORTEST_PHONE = 7
MOST_ALIKE = 200


@dataclass(frozen=True)
class Likeness:
    """Somebody who may be the same person, and why."""

    row: VisitorRow
    reasons: tuple[Message, ...]
    is_certain: bool
    """The strict rule: nobody new is written down before somebody says that they are two."""


@dataclass(frozen=True)
class PossibleDuplicates:
    """At most three people who may be the one being written down, likeliest first."""

    facts: Facts
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[Likeness, ...]:
        found = sorted(
            alike(session, self.facts), key=lambda one: (-is_certain(one[1]), -one[1].weight)
        )[:MOST]
        rows = {row.id: row for row in rows_of(session, [id_ for id_, _ in found])}
        return tuple(
            Likeness(rows[id_], likeness.reasons, is_certain(likeness)) for id_, likeness in found
        )


def certain_duplicates(session: Session, facts: Facts) -> list[Visitor]:
    """Who this is, by the strict rule."""
    ids = [id_ for id_, likeness in alike(session, facts) if is_certain(likeness)]
    return [session.get_one(Visitor, id_) for id_ in ids]


def facts_of(one: Visitor) -> Facts:
    return Facts(
        one.given_name, one.family_name, one.other_names, one.birth_year, one.phone, one.email
    )


def alike(session: Session, facts: Facts) -> list[tuple[UUID, Comparison]]:
    """Those of the people in the list who are alike by the broad rule, in no order."""
    numbers = _numbers_alike(session, _words(facts)).union(_same_phone(session, facts.phone))
    people = session.scalars(
        select(Visitor).where(
            Visitor.centre_id == THIS_CENTRE,
            Visitor.number.in_(numbers),
            Visitor.removed.is_(False),
        )
    )
    found = [(one.id, compare(facts, facts_of(one))) for one in people]
    return [(id_, likeness) for id_, likeness in found if is_likely(likeness)]


def _words(facts: Facts) -> tuple[frozenset[str], ...]:
    """Keys of each name; one letter says nothing yet, and too long a name will be refused."""
    names = (facts.given_name.strip(), facts.family_name.strip())
    if not all(SHORTEST <= len(name) <= LONGEST for name in names):
        return ()
    spelt = [typed_keys(name) for name in names]
    return tuple(word for words in spelt for word in words) if all(spelt) else ()


def _numbers_alike(session: Session, words: Sequence[frozenset[str]]) -> set[int]:
    """People with every word, or with one that a slip of the finger makes of it."""
    if not words:
        return set()
    known = name_words(session)
    wanted = [
        Wanted(shortened(word) | {one for key in word for one in likely(key, known, most=8)})
        for word in words
    ]
    return set(numbers_matching(session, wanted, MOST_ALIKE))


def _same_phone(session: Session, phone: str) -> Iterable[int]:
    """The last eight digits are the number; before them may stand a country."""
    number = digits(phone)
    if len(number) < SHORTEST_PHONE:
        return ()
    ends = whole_or_beginning(frozenset({number[-8:]}))
    return numbers_matching(session, [Wanted(beginnings=ends.beginnings)], MOST_ALIKE)
