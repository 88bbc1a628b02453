"""How the names of two people lie to each other, in every spelling they may have."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from app.likeness import forgiven
from app.text import fold, keys, name_tokens

BEGINNING = 3
"""Letters by which a pet name is known: Kat(e), Kat(rīna)."""


class FullName(NamedTuple):
    """As it is written down; ``other`` are its other spellings and former names."""

    given: str
    family: str
    other: str = ""


class Names(IntEnum):
    """How two names lie to each other; a higher one weighs more."""

    OTHER = 0
    RELATED = 1
    """The family name is the same; the given one may be a pet name or an initial."""
    ALONE = 2
    """One of them has one name only, and it fits."""
    SLIP = 4
    """The same but for typing errors."""
    SWAPPED = 5
    SAME = 6


class Fit(IntEnum):
    """How words of a name fit those of another; nothing written fits nothing."""

    NONE = 0
    BEGINNING = 1
    SLIP = 2
    SAME = 3


class Word(NamedTuple):
    """One word of a name in one plain spelling, and in all by which it is looked for."""

    plain: str
    keys: frozenset[str]


Words = tuple[Word, ...]


def compare_names(a: FullName, b: FullName) -> tuple[Names, bool]:
    """And whether the given name is just the same."""
    given = _fit(_words(a.given), _words(b.given))
    return _names(a, b, given), given is Fit.SAME


def _names(a: FullName, b: FullName, given: Fit) -> Names:
    family = _fit(_words(a.family), _words(b.family))
    if given is Fit.SAME and family is Fit.SAME:
        return Names.SAME
    ours, theirs = _all_words(a), _all_words(b)
    whole = _fit(ours, theirs)
    both = min(len(ours), len(theirs)) > 1
    if whole is Fit.SAME and both:
        return Names.SWAPPED if _crossed(a, b) else Names.SAME
    if _by_other_names(a, b):
        return Names.SAME
    if whole >= Fit.SLIP:
        return Names.SLIP if both else Names.ALONE
    related = family is Fit.SAME and given is Fit.BEGINNING
    return Names.RELATED if related else Names.OTHER


def _crossed(a: FullName, b: FullName) -> bool:
    """The given name of one is the family name of the other, and the other way round."""
    return bool(
        _fit(_words(a.given), _words(b.family)) is Fit.SAME
        and _fit(_words(a.family), _words(b.given)) is Fit.SAME
    )


def _by_other_names(a: FullName, b: FullName) -> bool:
    """Every word of one name is known of the other, in its own script or as a former name."""
    for one, other in ((a, b), (b, a)):
        wanted = _all_words(one)
        known = _all_words(other) + _words(other.other)
        if len(wanted) > 1 and all(any(word.keys & key.keys for key in known) for word in wanted):
            return True
    return False


def _all_words(name: FullName) -> Words:
    return _words(name.given) + _words(name.family)


@lru_cache(maxsize=65536)
def _words(name: str) -> Words:
    return tuple(Word(fold(token), found) for token in name_tokens(name) if (found := keys(token)))


def _fit(ours: Words, theirs: Words) -> Fit:
    """Each word of the shorter name finds its own word in the longer one; the worst fit counts."""
    shorter, longer = sorted((ours, theirs), key=len)
    if not shorter:
        return Fit.NONE
    left, worst = list(longer), Fit.SAME
    for word in sorted(shorter, key=lambda one: -len(one.plain)):
        best = max(left, key=lambda one: _word_fit(word, one))
        worst = min(worst, _word_fit(word, best))
        left.remove(best)
    return worst


def _word_fit(a: Word, b: Word) -> Fit:
    if a.keys & b.keys:
        return Fit.SAME
    if _is_slip(a, b):
        return Fit.SLIP
    pairs = ((one, other) for one in a.keys for other in b.keys)
    return Fit.BEGINNING if any(_begins(one, other) for one, other in pairs) else Fit.NONE


def _is_slip(a: Word, b: Word) -> bool:
    """In any spelling, but never of words that are written longer: Anna is not Annija."""
    most = forgiven(min(a.plain, b.plain, key=len))
    if not most or abs(len(a.plain) - len(b.plain)) > most:
        return False
    return any(
        OSA.distance(one, other, score_cutoff=most) <= most for one in a.keys for other in b.keys
    )


def _begins(a: str, b: str) -> bool:
    """An initial, the same beginning as a pet name has, or a slip in a name of three letters."""
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) < BEGINNING:
        return len(shorter) == 1 and longer.startswith(shorter)
    return shorter[:BEGINNING] == longer[:BEGINNING] or OSA.distance(a, b, score_cutoff=1) == 1
