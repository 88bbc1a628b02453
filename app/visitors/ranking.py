"""Which of the people found stand first: whole words, in the centre now, seen lately, the alphabet."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import String, bindparam, func, select, type_coerce
from sqlalchemy.orm import Session

from app.database.base import THIS_CENTRE
from app.language import sort_key
from app.text import name_keys
from app.visitors.model import Visit, Visitor


class Fitting(NamedTuple):
    """Somebody who fits what was typed, with what the order needs and no more."""

    number: int
    list_name: str
    keys: frozenset[str]
    last: Any
    """As the driver gives it: text of a file, a moment of a server; only compared."""
    is_here: bool


def fitting(session: Session, numbers: Sequence[int]) -> list[Fitting]:
    """One question, few columns, no objects; in no order."""
    if not numbers:
        return []
    found = session.connection().execute(_PEOPLE, {"centre": THIS_CENTRE, "numbers": list(numbers)})
    return [
        Fitting(
            number, f"{family} {given}", name_keys(given, family, other, str(year)), last, is_here
        )
        for number, given, family, other, year, last, is_here in found
    ]


def whole_words(typed: Iterable[frozenset[str]], one: Fitting) -> int:
    """How many of the typed words are whole words of the name, the year or the number."""
    number = str(one.number)
    return sum(
        not word.isdisjoint(one.keys) or number in word or number.zfill(5) in word for word in typed
    )


def nearest_first(found: Iterable[Fitting]) -> list[Fitting]:
    """In the centre now, then by the last visit, then by the alphabet of the reader."""
    by_name = sorted(found, key=lambda one: (sort_key(one.list_name), one.number))
    return sorted(
        by_name, key=lambda one: (one.is_here, one.last is not None, one.last), reverse=True
    )


_person, _visit = Visitor.__table__.c, Visit.__table__.c
_MINE = (_visit.visitor_id == _person.id, _visit.removed.is_(False))
_PEOPLE = select(
    _person.number,
    _person.given_name,
    _person.family_name,
    _person.other_names,
    _person.birth_year,
    type_coerce(select(func.max(_visit.arrived)).where(*_MINE).scalar_subquery(), String),
    select(_visit.id).where(*_MINE, _visit.left.is_(None)).exists(),
).where(
    _person.centre_id == bindparam("centre"),
    _person.number.in_(bindparam("numbers", expanding=True)),
    _person.removed.is_(False),
)
