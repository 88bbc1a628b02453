"""Who somebody new may already be: same or similar names, swapped names, the same telephone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.language import Message, say
from app.likeness import likely
from app.permission import Permission
from app.text import digits, keys, last_four, name_tokens
from app.visitors.finding_keys import name_words
from app.visitors.model import Visitor, VisitorKey
from app.visitors.rows import VisitorRow, rows_of

MOST = 3
SHORTEST = 2


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
        candidates = _alike(session, self._words()) | _same_phone(session, self.phone)
        rows = {row.id: row for row in rows_of(session, list(candidates))}
        found = [self._weigh(row, session) for row in rows.values()]
        return tuple(sorted((one for one in found if one), key=lambda one: -one.weight)[:MOST])

    def _words(self) -> tuple[frozenset[str], ...]:
        """Keys of each name; a name of one letter says nothing yet."""
        names = (self.given_name.strip(), self.family_name.strip())
        if not all(len(name) >= SHORTEST for name in names):
            return ()
        return tuple(keys(token) for name in names for token in name_tokens(name))

    def _weigh(self, row: VisitorRow, session: Session) -> Likeness | None:
        same_phone = bool(self.phone) and row.id in _same_phone(session, self.phone)
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
    words = tuple(words)
    if not words:
        return set()
    known = name_words(session)
    found: set[UUID] | None = None
    for word in words:
        near = set(word) | {one for key in word for one in likely(key, known, most=8)}
        fitting = set(
            session.scalars(select(VisitorKey.visitor_id).where(VisitorKey.token.in_(near)))
        )
        found = fitting if found is None else found & fitting
    return found or set()


def _same_phone(session: Session, phone: str) -> set[UUID]:
    number = digits(phone)
    if len(number) < 7:
        return set()
    ends = session.execute(
        select(Visitor.id, Visitor.phone)
        .join(VisitorKey, VisitorKey.visitor_id == Visitor.id)
        .where(and_(Visitor.removed.is_(False), or_(VisitorKey.token == last_four(phone))))
    )
    return {one.id for one in ends if digits(one.phone)[-8:] == number[-8:]}
