"""The index people are found by: in a file FTS5, on a server a table of keys; one way to ask both.

This is the one place of the features that asks which database it is, because neither way serves the
other: among a million people two short beginnings ("an b") meet in 2 ms in FTS5, whose lists of
numbers are merged in order, and in 100 ms by probing a table; PostgreSQL merges them itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, delete, insert, or_, select, text
from sqlalchemy.orm import Session

from app.database.remembered import remembered
from app.visitors.model import NameWord, VisitorKey

AFTER_ALL = "~"
"""After every letter and digit a key may hold, byte by byte."""
SPELLINGS = 2
"""So often one person may be met under one beginning: by her names and their spellings."""
AT_ONCE = 400
"""Values in one statement."""


@dataclass(frozen=True)
class Wanted:
    """One typed word: the keys it may be as a whole, and those it may be the beginning of."""

    whole: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()

    def as_whole(self, word: frozenset[str]) -> "Wanted":
        """The same word, and no longer one; the end of a telephone number stays an end."""
        return Wanted(self.whole | word, self.beginnings - word)


def numbers_matching(session: Session, wanted: Sequence[Wanted], limit: int) -> list[int]:
    """Numbers of people who have a key for every word; of a file the newest in the list first.

    A server gives whom it meets first: putting all 60,000 who fit a short beginning in order costs
    45 ms among 100,000 people, and who came lately is looked for anyway.
    """
    if not wanted:
        return []
    if not _on_file(session):
        found = session.connection().execute(_by_keys(wanted, limit * SPELLINGS)).scalars()
        return list(dict.fromkeys(found))[:limit]
    asked = " AND ".join(_asked(word) for word in wanted)
    return list(session.scalars(_FIND, {"asked": asked, "most": limit}))


def write(session: Session, keys: Mapping[int, frozenset[str]]) -> None:
    """Replace the keys of the people with these numbers; no keys: found no more."""
    numbers = list(keys)
    forget(session, numbers)
    if _on_file(session):
        rows = [{"n": one, "keys": " ".join(sorted(keys[one]))} for one in numbers if keys[one]]
        if rows:
            session.execute(_INSERT, rows)
    else:
        pairs = [{"token": key, "number": one} for one in numbers for key in keys[one]]
        if pairs:
            session.execute(insert(VisitorKey), pairs)
    _learn(session, {key for found in keys.values() for key in found if key[0].isalpha()})


def forget(session: Session, numbers: Iterable[int]) -> None:
    every = list(numbers)
    if _on_file(session):
        if every:
            session.execute(_DELETE, [{"n": one} for one in every])
        return
    for start in range(0, len(every), AT_ONCE):
        part = every[start : start + AT_ONCE]
        session.execute(delete(VisitorKey).where(VisitorKey.number.in_(part)))


def name_words(session: Session) -> list[str]:
    """Every different word of a name there is or was: what a mistyped word may have meant.

    11,000 at a million people; kept beside the index, because telling the keys apart took 300 ms.
    """
    return remembered(session, "words", lambda: list(session.scalars(select(NameWord.word))))


def _learn(session: Session, words: Iterable[str]) -> None:
    every = sorted(words)
    for start in range(0, len(every), AT_ONCE):
        part = every[start : start + AT_ONCE]
        known = set(session.scalars(select(NameWord.word).where(NameWord.word.in_(part))))
        new = [{"word": word} for word in part if word not in known]
        if new:
            session.execute(insert(NameWord), new)


def _on_file(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


_FIND = text(
    "SELECT rowid FROM visitor_find WHERE visitor_find MATCH :asked ORDER BY rowid DESC LIMIT :most"
)
_INSERT = text("INSERT INTO visitor_find (rowid, keys) VALUES (:n, :keys)")
_DELETE = text("DELETE FROM visitor_find WHERE rowid = :n")


def _asked(word: Wanted) -> str:
    """In FTS5's own language; keys hold letters and digits only, so that quoting is enough."""
    ways = [f'"{key}"' for key in sorted(word.whole)]
    ways += [f'"{key}"*' for key in sorted(word.beginnings)]
    return f"({' OR '.join(ways)})"


def _by_keys(wanted: Sequence[Wanted], limit: int) -> Select[int]:
    """The longest word is the rarest: its people are looked at, whether they have the others too."""
    first, *others = sorted(wanted, key=_shortest)
    key = VisitorKey.__table__.alias()
    found = select(key.c.number).where(_fits(first, key.c.token))
    for word in others:
        also = VisitorKey.__table__.alias()
        theirs = (also.c.number == key.c.number, _fits(word, also.c.token))
        found = found.where(select(also.c.number).where(*theirs).exists())
    return found.limit(limit)


def _shortest(word: Wanted) -> int:
    """Smaller for what fewer people have."""
    return -min(len(key) for key in word.whole | word.beginnings) - 10 * (not word.beginnings)


def _fits(word: Wanted, token: ColumnElement[str]) -> ColumnElement[bool]:
    ways = [_begins(token, key) for key in sorted(word.beginnings)]
    if word.whole:
        ways.append(token.in_(sorted(word.whole)))
    return or_(*ways)


def _begins(token: ColumnElement[str], key: str) -> ColumnElement[bool]:
    return and_(token >= key, token < key + AFTER_ALL)
