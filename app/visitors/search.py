"""Finding people by any beginning of any part of a name, in any order and any script."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from app.language import sort_key
from app.likeness import likely
from app.permission import Permission
from app.text import digits, fold, typed_keys
from app.visitors.finding_keys import SHORTEST_END
from app.visitors.model import Visitor, VisitorKey
from app.visitors.rows import VisitorRow, rows_of

AFTER_ANY_LETTER = "~"
CANDIDATES = 400
FEW_GUESSES = 5

Word = frozenset[str]


class How(StrEnum):
    """How well the answer fits what was typed; Enter may check in only on ``EXACT``."""

    EXACT = "exact"
    SHARED = "shared"
    """Several people have just this name: the person at the desk must look."""
    GUESS = "guess"
    """Nobody fits; these may have been meant (a typing error)."""
    NONE = "none"


@dataclass(frozen=True)
class Matches:
    """The people found, best first, for exactly this ``text``."""

    text: str
    rows: tuple[VisitorRow, ...]
    how: How
    more: bool = False


@dataclass(frozen=True)
class VisitorsMatching:
    """People whose names fit every typed word, or whose telephone or card number was typed.

    Order: whole words before beginnings, on site today, seen lately, then the language's alphabet.
    """

    text: str
    limit: int = 50
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> Matches:
        typed = _typed(self.text)
        if not typed:
            return Matches(self.text, (), How.NONE)
        ids = _fitting(session, [_begins_with(word) for word in typed])
        if not ids:
            return self._guesses(session, typed)
        rows = rows_of(session, ids, tuple(key for word in typed for key in word))
        keys = _keys_of(session, ids)
        rows.sort(key=lambda row: _rank(row, typed, keys[row.id]))
        how = How.SHARED if _is_shared(rows) else How.EXACT
        more = len(rows) > self.limit
        return Matches(self.text, tuple(rows[: self.limit]), how, more)

    def _guesses(self, session: Session, typed: Sequence[Word]) -> Matches:
        known = list(session.scalars(select(VisitorKey.token).distinct()))
        meant = [_meant(word, known) for word in typed]
        if not all(meant):
            return Matches(self.text, (), How.NONE)
        ids = _fitting(session, [VisitorKey.token.in_(word) for word in meant])
        rows = rows_of(session, ids[:CANDIDATES], ())
        rows.sort(key=lambda row: sort_key(row.list_name))
        how = How.GUESS if rows else How.NONE
        return Matches(self.text, tuple(rows[:FEW_GUESSES]), how)


def _typed(text: str) -> tuple[Word, ...]:
    """A telephone number may be typed with blanks: then it is one word of digits."""
    number = digits(text)
    if len(number) >= SHORTEST_END and not any(letter.isalpha() for letter in text):
        return (frozenset({number}),)
    return typed_keys(text)


def _begins_with(word: Word) -> ColumnElement[bool]:
    """Numbers are typed whole; names by their beginning."""
    token = VisitorKey.token
    return or_(
        *(
            token == key if key.isdigit() else and_(token >= key, token < key + AFTER_ANY_LETTER)
            for key in sorted(word)
        )
    )


def _meant(word: Word, known: list[str]) -> frozenset[str]:
    """Known words one or two slips from what was typed; numbers are never guessed."""
    return frozenset(
        found for key in word if not key.isdigit() for found in likely(key, known) if len(found) > 2
    )


def _fitting(session: Session, conditions: Sequence[ColumnElement[bool]]) -> list[UUID]:
    wanted = select(Visitor.id).where(Visitor.removed.is_(False))
    for condition in conditions:
        wanted = wanted.where(Visitor.id.in_(select(VisitorKey.visitor_id).where(condition)))
    return list(session.scalars(wanted.limit(CANDIDATES)))


def _keys_of(session: Session, ids: Sequence[UUID]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = {one: set() for one in ids}
    rows = session.execute(
        select(VisitorKey.visitor_id, VisitorKey.token).where(VisitorKey.visitor_id.in_(ids))
    )
    for visitor_id, token in rows:
        found[visitor_id].add(token)
    return found


def _rank(row: VisitorRow, typed: Sequence[Word], keys: set[str]) -> tuple[object, ...]:
    whole = sum(1 for word in typed if word & keys)
    lately = -row.last.toordinal() if row.last else 0
    return (-whole, row.since is None, lately, sort_key(row.list_name))


def _is_shared(rows: Sequence[VisitorRow]) -> bool:
    """The first two have one name: only the year or the place tells them apart."""
    return len(rows) > 1 and fold(rows[0].list_name) == fold(rows[1].list_name)
