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
from app.text import digits, typed_keys
from app.visitors.finding_keys import SHORTEST_END, name_words
from app.visitors.model import Visit, Visitor, VisitorKey
from app.visitors.rows import VisitorRow, rows_of

AFTER_ANY_LETTER = "~"
CANDIDATES = 400
FEW_GUESSES = 5

Word = frozenset[str]


class How(StrEnum):
    """How well the answer fits what was typed; Enter may check in only on ``EXACT``."""

    EXACT = "exact"
    SHARED = "shared"
    """Several people fit equally well: the person at the desk must look and choose."""
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

    Order: whole words before beginnings, in the centre now, seen lately, then the alphabet.
    """

    text: str
    limit: int = 50
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> Matches:
        typed = _typed(self.text)
        if not typed:
            return Matches(self.text, (), How.NONE)
        ids = _candidates(session, typed)
        if not ids:
            return self._guesses(session, typed)
        rows = rows_of(session, ids, tuple(key for word in typed for key in word))
        whole = _whole_words(session, ids, typed)
        rows.sort(key=lambda row: _rank(row, whole[row.id]))
        best = sum(1 for row in rows if whole[row.id] == whole[rows[0].id])
        how = How.SHARED if best > 1 else How.EXACT
        return Matches(self.text, tuple(rows[: self.limit]), how, len(rows) > self.limit)

    def _guesses(self, session: Session, typed: Sequence[Word]) -> Matches:
        known = name_words(session)
        meant = [or_(_begins_with(word), _may_mean(word, known)) for word in typed]
        rows = rows_of(session, _fitting(session, meant))
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


def _may_mean(word: Word, known: Sequence[str]) -> ColumnElement[bool]:
    """Known words one or two slips from what was typed; numbers are never guessed."""
    meant = {one for key in word if not key.isdigit() for one in likely(key, known)}
    return VisitorKey.token.in_(sorted(meant))


def _candidates(session: Session, typed: Sequence[Word]) -> list[UUID]:
    """Whole words first, then who is in the centre: the rest of a short beginning is cut off."""
    begins = [_begins_with(word) for word in typed]
    whole = [VisitorKey.token.in_(sorted(word)) for word in typed]
    here = select(Visit.visitor_id).where(Visit.left.is_(None), Visit.removed.is_(False))
    found = dict.fromkeys(_fitting(session, whole))
    found |= dict.fromkeys(_fitting(session, begins, Visitor.id.in_(here)))
    if len(found) < CANDIDATES:
        found |= dict.fromkeys(_fitting(session, begins))
    return list(found)[:CANDIDATES]


def _fitting(
    session: Session, conditions: Sequence[ColumnElement[bool]], *more: ColumnElement[bool]
) -> list[UUID]:
    wanted = select(Visitor.id).where(Visitor.removed.is_(False), *more)
    for condition in conditions:
        wanted = wanted.where(Visitor.id.in_(select(VisitorKey.visitor_id).where(condition)))
    return list(session.scalars(wanted.limit(CANDIDATES)))


def _whole_words(session: Session, ids: Sequence[UUID], typed: Sequence[Word]) -> dict[UUID, int]:
    """How many of the typed words are whole words of each person's name."""
    every_key = sorted(frozenset().union(*typed))
    found: dict[UUID, set[str]] = {one: set() for one in ids}
    rows = session.execute(
        select(VisitorKey.visitor_id, VisitorKey.token).where(
            VisitorKey.visitor_id.in_(ids), VisitorKey.token.in_(every_key)
        )
    )
    for visitor_id, token in rows:
        found[visitor_id].add(token)
    return {one: sum(1 for word in typed if word & keys) for one, keys in found.items()}


def _rank(row: VisitorRow, whole: int) -> tuple[object, ...]:
    lately = -row.last.toordinal() if row.last else 0
    return (-whole, row.since is None, lately, sort_key(row.list_name), row.number)
