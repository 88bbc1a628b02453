"""The keys by which a visitor is found: folded names, ends of the telephone number, card, year."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from app.text import digits, name_keys
from app.visitors.model import Visitor, VisitorKey

SHORTEST_END = 4
LONGEST_KEY = 64
FIRST_LETTER = "a"
"""Digits stand before letters, byte by byte."""


def keys_of(visitor: Visitor) -> frozenset[str]:
    """Never of needs or sensitive groups: what is no key cannot be looked for."""
    names = name_keys(visitor.given_name, visitor.family_name, visitor.other_names)
    found = {key[:LONGEST_KEY] for key in names}
    phone = digits(visitor.phone)[-15:]
    found.update(phone[-length:] for length in range(SHORTEST_END, len(phone) + 1))
    found.add(str(visitor.number))
    found.add(f"{visitor.number:05}")
    if visitor.birth_year:
        found.add(str(visitor.birth_year))
    return frozenset(found)


def write_keys(session: Session, visitors: Iterable[Visitor]) -> None:
    """Replace the keys of these visitors; a removed one has none."""
    people = list(visitors)
    session.execute(delete(VisitorKey).where(VisitorKey.visitor_id.in_([one.id for one in people])))
    rows = [
        {"token": key, "visitor_id": one.id}
        for one in people
        if not one.removed
        for key in keys_of(one)
    ]
    if rows:
        session.execute(insert(VisitorKey), rows)


def forget_keys(session: Session, visitor_id: UUID) -> None:
    session.execute(delete(VisitorKey).where(VisitorKey.visitor_id == visitor_id))


def name_words(session: Session) -> list[str]:
    """Every different key that is no number: what a mistyped word may have meant.

    Steps through the index from one word to the next: there are 11,000 at a million people, and
    reading all keys to tell them apart took 300 ms at 20,000.
    """
    word = (
        select(func.min(VisitorKey.token).label("token"))
        .where(VisitorKey.token >= FIRST_LETTER)
        .cte("word", recursive=True)
    )
    after = select(func.min(VisitorKey.token)).where(VisitorKey.token > word.c.token)
    words = word.union_all(select(after.scalar_subquery()).where(word.c.token.is_not(None)))
    found = session.scalars(select(words.c.token).where(words.c.token.is_not(None)))
    return list(found)
