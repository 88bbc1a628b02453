"""The keys by which a visitor is found: folded names, the telephone from its end, card, year."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.text import digits, name_keys
from app.visitors import finding_index
from app.visitors.finding_index import Wanted
from app.visitors.model import Visitor

SHORTEST_END = 4
"""Digits of a telephone number that are enough to look for it."""
LONGEST_KEY = 64
PHONE = "9x"
"""Before a telephone number written backwards, so that its end is a beginning; nobody types it."""


def keys_of(visitor: Visitor) -> frozenset[str]:
    """Never of needs or sensitive groups: what is no key cannot be looked for."""
    names = name_keys(visitor.given_name, visitor.family_name, visitor.other_names)
    found = set(shortened(names))
    phone = digits(visitor.phone)[-15:]
    if len(phone) >= SHORTEST_END:
        found.add(PHONE + phone[::-1])
    found.add(str(visitor.number))
    found.add(f"{visitor.number:05}")
    if visitor.birth_year:
        found.add(str(visitor.birth_year))
    return frozenset(found)


def shortened(keys: Iterable[str]) -> frozenset[str]:
    """As they are stored: looked for in the same length, an endless word is found too."""
    return frozenset(key[:LONGEST_KEY] for key in keys)


def whole_or_beginning(word: frozenset[str]) -> Wanted:
    """Numbers are typed whole, or are the end of a telephone number; names by their beginning."""
    numbers = {key for key in word if key.isdigit()}
    ends = {PHONE + key[::-1] for key in numbers if len(key) >= SHORTEST_END}
    return Wanted(frozenset(numbers), frozenset(word - numbers | ends))


def write_keys(session: Session, visitors: Iterable[Visitor]) -> None:
    """Replace the keys of these visitors; a removed one has none."""
    none: frozenset[str] = frozenset()
    finding_index.write(
        session, {one.number: none if one.removed else keys_of(one) for one in visitors}
    )
