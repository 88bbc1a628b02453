"""Which of many people are worth comparing: they share a name in some spelling, or a way to reach them.

Comparing each with each would take hours at 100,000 people. They are sorted into drawers instead, by
pairs of words of their names, by telephone and by e-mail, and only those of one drawer meet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, product

from rapidfuzz.distance import OSA

from app.text import keys, name_tokens
from app.visitors.same_person import Facts, phone_end, plain_email

Pair = tuple[int, int]
"""Two places in the list of people, the smaller first."""
Drawers = Mapping[Pair, list[int]]
"""People by every two words of their names."""
MOST_WORDS = 6
SHORTEST = 4
"""A slip is forgiven in words of so many letters."""
AT_ONCE = 300
"""In a fuller drawer each meets only so many who follow; nobody looks through more."""


def worth_comparing(people: Sequence[Facts]) -> set[Pair]:
    spellings = _Spellings(people)
    drawers: dict[Pair, list[int]] = defaultdict(list)
    for place in range(len(people)):
        for pair in combinations(spellings.of[place], 2):  # whichever is the family name
            drawers[pair].append(place)
    found: set[Pair] = set()
    found.update(_same_contact(people))
    found.update(_same_names(people, drawers))
    found.update(_a_slip_apart(people, drawers, spellings))
    found.update(_one_name(people, spellings))
    return found


class _Spellings:
    """Words of names as numbers: all spellings of one word have the same number.

    ``of`` are the numbers of each person's words, in order.
    """

    def __init__(self, people: Sequence[Facts]) -> None:
        self._number: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._same: list[int] = []
        names = {
            name for one in people for name in (one.given_name, one.family_name, one.other_names)
        }
        learnt = {name: [self._learn(word) for word in name_tokens(name)] for name in sorted(names)}
        final = {name: {self._root(one) for one in found} for name, found in learnt.items()}
        self.of = [
            sorted(final[one.given_name] | final[one.family_name] | final[one.other_names])[
                :MOST_WORDS
            ]
            for one in people
        ]
        self.near = self._neighbours()

    def _learn(self, word: str) -> int:
        known = self._words.get(word)
        if known is not None:
            return known
        spelled = keys(word)
        numbers = {self._root(self._number[key]) for key in spelled if key in self._number}
        if not numbers:
            self._same.append(len(self._same))
            numbers = {self._same[-1]}
        chosen = min(numbers)
        for one in numbers:
            self._same[one] = chosen
        for key in spelled:
            self._number.setdefault(key, chosen)
        self._words[word] = chosen
        return chosen

    def _root(self, number: int) -> int:
        while self._same[number] != number:
            number = self._same[number]
        return number

    def _neighbours(self) -> dict[int, set[int]]:
        """Words one typing error apart: what is left without one letter is what they share."""
        shared: dict[str, list[str]] = defaultdict(list)
        for key in self._number:
            if len(key) >= SHORTEST:
                for rest in {key, *(key[:n] + key[n + 1 :] for n in range(len(key)))}:
                    shared[rest].append(key)
        near: dict[int, set[int]] = defaultdict(set)
        for alike in shared.values():
            for one, other in combinations(alike, 2):
                if OSA.distance(one, other, score_cutoff=1) == 1:
                    a, b = self._root(self._number[one]), self._root(self._number[other])
                    if a != b:
                        near[a].add(b)
                        near[b].add(a)
        return near


def _same_contact(people: Sequence[Facts]) -> Iterator[Pair]:
    drawers: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(people):
        for contact in (phone_end(one.phone), plain_email(one.email)):
            if contact:
                drawers[contact].append(place)
    for drawer in drawers.values():
        if len(drawer) > 1:
            yield from _meeting(drawer)


def _same_names(people: Sequence[Facts], drawers: Drawers) -> Iterator[Pair]:
    for drawer in drawers.values():
        if len(drawer) == 1:
            continue
        if len(drawer) > AT_ONCE:
            drawer.sort(key=lambda place: people[place].birth_year or 0)
        for a, b in _meeting(drawer):
            if _years_may_be_one(people[a], people[b]):
                yield a, b


def _a_slip_apart(
    people: Sequence[Facts], drawers: Drawers, spellings: _Spellings
) -> Iterator[Pair]:
    """Of one name just the same, and of one year, unless that is not known."""
    for pair, drawer in drawers.items():
        for other in _slips(pair, spellings):
            if pair < other and other in drawers:
                for a, b in product(drawer[:AT_ONCE], drawers[other][:AT_ONCE]):
                    year, likely = people[a].birth_year, people[b].birth_year
                    if a != b and (year == likely or not year or not likely):
                        yield min(a, b), max(a, b)


def _slips(pair: Pair, spellings: _Spellings) -> Iterator[Pair]:
    for mistyped, right in (pair, pair[::-1]):
        for near in spellings.near.get(mistyped, ()):
            yield min(near, right), max(near, right)


def _one_name(people: Sequence[Facts], spellings: _Spellings) -> Iterator[Pair]:
    """Somebody of whom one name only is known, and those of that name and year."""
    lone: dict[Pair, list[int]] = defaultdict(list)
    for place, one in enumerate(people):
        if len(spellings.of[place]) == 1 and one.birth_year:
            lone[spellings.of[place][0], one.birth_year].append(place)
    for place, one in enumerate(people if lone else ()):
        for word in spellings.of[place]:
            for other in islice(lone.get((word, one.birth_year or 0), ()), AT_ONCE):
                if other != place:
                    yield min(place, other), max(place, other)


def _meeting(drawer: Sequence[int]) -> Iterable[Pair]:
    if len(drawer) <= AT_ONCE:
        yield from combinations(drawer, 2)
        return
    for n, one in enumerate(drawer):
        for other in drawer[n + 1 : n + 1 + AT_ONCE // 10]:
            yield min(one, other), max(one, other)


def _years_may_be_one(a: Facts, b: Facts) -> bool:
    """The same, not known, or one typing error apart while the telephones do not speak against it."""
    if not a.birth_year or not b.birth_year or a.birth_year == b.birth_year:
        return True
    if a.phone and b.phone and a.phone != b.phone:
        return False
    return OSA.distance(str(a.birth_year), str(b.birth_year), score_cutoff=1) == 1
