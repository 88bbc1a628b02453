"""Who may have been meant when nobody is written just as typed: one or two slips are forgiven."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA
from sqlalchemy.orm import Session

from app.likeness import likely
from app.scripts import is_cyrillic
from app.text import keys, name_tokens
from app.visitors.finding_index import Wanted, name_words, numbers_matching
from app.visitors.finding_keys import whole_or_beginning
from app.visitors.ranking import Fitting, fitting, nearest_first

ENOUGH = 10
CANDIDATES = 100
FAR = 9

Word = frozenset[str]


def guesses(session: Session, typed: Sequence[Word], text: str = "") -> list[Fitting]:
    """At most ``ENOUGH`` people, the fewest slips first; numbers are never guessed."""
    known = name_words(session)
    near = [_near(word, known) for word in typed]
    written = name_tokens(text)
    if len(written) == len(near):
        near = [words | _swapped(one) for words, one in zip(near, written, strict=True)]
    found: dict[int, Fitting] = {}
    for wanted in _from_the_likeliest(typed, near):
        new = [n for n in numbers_matching(session, wanted, CANDIDATES) if n not in found]
        found |= {one.number: one for one in fitting(session, new)}
        if len(found) >= ENOUGH:
            break
    near_first = nearest_first(found.values())
    return sorted(near_first, key=lambda one: _slips(typed, one.keys))[:ENOUGH]


def _near(word: Word, known: Sequence[str]) -> frozenset[str]:
    return frozenset(one for key in word if not key.isdigit() for one in likely(key, known))


def _swapped(word: str) -> frozenset[str]:
    """Two neighbours swapped in the script they were typed in: ``бю`` is three letters in Latin."""
    if not is_cyrillic(word):
        return frozenset()
    pairs = range(len(word) - 1)
    slips = (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in pairs)
    return frozenset(key for slip in slips for key in keys(slip))


def _from_the_likeliest(typed: Sequence[Word], near: Sequence[Word]) -> Iterator[list[Wanted]]:
    """One word mistyped and the others whole; then the others begun; then all mistyped."""
    begun = [whole_or_beginning(word) for word in typed]
    whole = [one.as_whole(word) for one, word in zip(begun, typed, strict=True)]
    for others in (whole, begun):
        for place, words in enumerate(near):
            if words:
                wanted = list(others)
                wanted[place] = Wanted(whole=words)
                yield wanted
    if len(typed) > 1:
        yield [
            Wanted(one.whole | words, one.beginnings)
            for one, words in zip(begun, near, strict=True)
        ]


def _slips(typed: Sequence[Word], keys: frozenset[str]) -> int:
    """How far the typed words are from the nearest words of this name, together."""
    return sum(
        min((_distance(key, to) for key in word for to in keys), default=FAR) for word in typed
    )


def _distance(key: str, to: str) -> int:
    return 0 if to.startswith(key) else OSA.distance(key, to, score_cutoff=FAR)
