"""Finding people by any beginning of any part of a name, in any order and any script."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database.remembered import remembered
from app.permission import Permission
from app.text import LONGEST, digits, name_keys, typed_keys
from app.visitors.card_code import number_of
from app.visitors.finding_index import AFTER_ALL, numbers_matching
from app.visitors.finding_keys import SHORTEST_END, shortened, whole_or_beginning
from app.visitors.guessing import guesses
from app.visitors.model import Visit, Visitor
from app.visitors.ranking import fitting, nearest_first, whole_words
from app.visitors.rows import VisitorRow, rows_by_number

CANDIDATES = 100
LATELY = 500
"""The newest visits, whose people are never lost among the many who fit a short beginning."""

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
        typed = typed_words(self.text)
        if not typed:
            return Matches(self.text, (), How.NONE)
        found = fitting(session, candidates(session, typed))
        if not found:
            return self._guesses(session, typed)
        whole = {one.number: whole_words(typed, one) for one in found}
        found = sorted(nearest_first(found), key=lambda one: -whole[one.number])
        best = sum(1 for one in found if whole[one.number] == whole[found[0].number])
        how = How.SHARED if best > 1 else How.EXACT
        matched = tuple(key for word in typed for key in word)
        rows = rows_by_number(session, [one.number for one in found[: self.limit]], matched)
        return Matches(self.text, rows, how, len(found) > self.limit)

    def _guesses(self, session: Session, typed: Sequence[Word]) -> Matches:
        rows = rows_by_number(session, [one.number for one in guesses(session, typed, self.text)])
        return Matches(self.text, rows, How.GUESS if rows else How.NONE)


def typed_words(text: str) -> tuple[Word, ...]:
    """The code of a card, or a telephone number, may be typed with blanks: it is one word of digits.

    A pasted letter is no name: each word is one more question to the database, so what is longer
    than a name may be is cut, and a word said twice counts once.
    """
    text = text[:LONGEST]
    if card := number_of(text):
        return (frozenset({str(card)}),)
    number = digits(text)
    if len(number) >= SHORTEST_END and not any(letter.isalpha() for letter in text):
        return (frozenset({number}),)
    return tuple(dict.fromkeys(shortened(word) for word in typed_keys(text)))


def candidates(session: Session, typed: Sequence[Word]) -> list[int]:
    """Numbers of at most ``CANDIDATES`` people who fit every word.

    When more fit a short beginning, those who have a whole word of it and those who came lately
    are looked for first; the rest is the newest in the list.
    """
    begins = [whole_or_beginning(word) for word in typed]
    found = numbers_matching(session, begins, CANDIDATES + 1)
    if len(found) <= CANDIDATES:
        return found
    whole = [one.as_whole(word) for one, word in zip(begins, typed, strict=True)]
    first = dict.fromkeys(numbers_matching(session, whole, CANDIDATES))
    first |= dict.fromkeys(_lately(session, typed))
    first |= dict.fromkeys(found)
    return list(first)[:CANDIDATES]


def _lately(session: Session, typed: Sequence[Word]) -> list[int]:
    """Of the people of the newest visits those who fit; matched in memory."""
    newest: list[tuple[str, int]] = remembered(session, "lately", lambda: _newest(session))
    fit = [{number for key in word for number in _beginning_with(key, newest)} for word in typed]
    return sorted(set.intersection(*fit))


def _newest(session: Session) -> list[tuple[str, int]]:
    """Every key of everybody who came lately, in the order of the keys."""
    people = session.execute(_LATEST)
    return sorted({(key, number) for number, *names in people for key in name_keys(*names)})


def _beginning_with(key: str, every: list[tuple[str, int]]) -> list[int]:
    first = bisect_left(every, (key, 0))
    last = bisect_left(every, (key + AFTER_ALL, 0), first)
    return [number for _, number in every[first:last]]


_LATEST = (
    select(Visitor.number, Visitor.given_name, Visitor.family_name, Visitor.other_names)
    .join(Visit, Visit.visitor_id == Visitor.id)
    .where(Visit.removed.is_(False), Visitor.removed.is_(False))
    .order_by(Visit.arrived.desc())
    .limit(LATELY)
)
