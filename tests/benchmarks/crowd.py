"""A crowd of invented people in a database: as many as wanted, the same each time."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import chain, islice
from typing import Any
from uuid import UUID

from sqlalchemy import insert, text

from app.alphabet import place_in_the_alphabet
from app.database.engine import Database
from app.sample.names import LATVIAN_MEN, LATVIAN_WOMEN, UKRAINIAN_WOMEN
from app.visitors.finding_keys import keys_of
from app.visitors.model import Visit, Visitor

FAMILIES = 9_000
"""Different family names: with the given names about 11,000 words, as among a million people."""
CHUNK = 20_000
VISITED = 20_000
"""So many of them were here lately, one after the other."""
REGISTERED = datetime(2026, 1, 1, tzinfo=UTC)
LATIN = [
    "ba",
    "be",
    "bi",
    "bo",
    "bē",
    "ča",
    "da",
    "de",
    "di",
    "do",
    "dra",
    "ga",
    "gre",
    "gu",
    "ja",
    "ju",
    "ka",
    "kal",
    "kle",
    "ko",
    "krū",
    "la",
    "le",
    "liep",
    "lī",
    "ma",
    "me",
    "mi",
    "mur",
    "na",
    "ne",
    "ņi",
    "o",
    "pa",
    "pe",
    "pu",
    "ra",
    "ro",
    "rū",
    "sa",
    "si",
    "sku",
    "ste",
    "šķi",
    "ta",
    "ti",
    "tru",
    "u",
    "va",
    "ve",
    "vil",
    "vī",
    "za",
    "zie",
    "žu",
]
CYRILLIC = [
    "ба",
    "бо",
    "бі",
    "ва",
    "ве",
    "га",
    "гна",
    "гри",
    "да",
    "до",
    "жу",
    "за",
    "зи",
    "ка",
    "ко",
    "кри",
    "ла",
    "ле",
    "лу",
    "ма",
    "ми",
    "мо",
    "на",
    "не",
    "о",
    "па",
    "по",
    "ра",
    "ро",
    "са",
    "се",
    "си",
    "та",
    "те",
    "ту",
    "хо",
    "ша",
    "ше",
    "ща",
    "ю",
    "я",
]
ENDS = (("ņš", "ņa"), ("is", "e"), ("s", "a"), ("āns", "āne"), ("ovs", "ova"), ("nieks", "niece"))
CYRILLIC_ENDS = ("енко", "ук", "ко", "ська", "ич", "юк")


def people(count: int) -> Iterator[tuple[str, str, int, str]]:
    """Given name, family name, year, telephone; some family names are as common as in life."""
    chance = random.Random(7)
    latin, cyrillic = _families()
    weights = [1 / (place + 20) for place in range(len(latin))]
    often = chance.choices(latin, weights, k=100_000)
    often_too = chance.choices(cyrillic, weights[: len(cyrillic)], k=20_000)
    for _ in range(count):
        year = 1935 + int(chance.random() * 85)
        phone = f"+3712{int(chance.random() * 10_000_000):07}"
        if chance.random() < 0.15:
            yield chance.choice(UKRAINIAN_WOMEN), chance.choice(often_too), year, phone
            continue
        his, hers = chance.choice(often)
        woman = chance.random() < 0.6
        yield (
            (chance.choice(LATVIAN_WOMEN), hers, year, phone)
            if woman
            else (chance.choice(LATVIAN_MEN), his, year, phone)
        )


@cache
def _families() -> tuple[list[tuple[str, str]], list[str]]:
    chance = random.Random(11)
    latin: dict[str, tuple[str, str]] = {}
    while len(latin) < FAMILIES:
        stem = "".join(chance.choices(LATIN, k=chance.choice((2, 2, 3))))
        his, hers = chance.choice(ENDS)
        latin.setdefault(stem, ((stem + his).title(), (stem + hers).title()))
    cyrillic: dict[str, None] = {}
    while len(cyrillic) < FAMILIES // 6:
        stem = "".join(chance.choices(CYRILLIC, k=2))
        cyrillic.setdefault((stem + chance.choice(CYRILLIC_ENDS)).title(), None)
    return list(latin.values()), list(cyrillic)


def fill(database: Database, count: int, first: Sequence[tuple[str, str, int, str]] = ()) -> None:
    """Write so many people with their keys, past the actions: those would take hours."""
    every = chain(first, people(count))
    number = 0
    while chunk := list(islice(every, min(CHUNK, count - number))):
        visitors = [visitor(number + n, *one) for n, one in enumerate(chunk, 1)]
        _write(database, visitors)
        number += len(chunk)
    with database.writing() as session:
        session.execute(_ANALYZE)


def visitor(number: int, given: str, family: str, year: int, phone: str) -> Visitor:
    return Visitor(
        id=UUID(int=(7 << 76) | (2 << 62) | number),
        number=number,
        given_name=given,
        family_name=family,
        sort_name=place_in_the_alphabet(f"{family} {given}"),
        other_names="",
        birth_year=year,
        phone=phone,
        registered=REGISTERED,
        removed=False,
    )


def _write(database: Database, visitors: list[Visitor]) -> None:
    keys = {one.number: keys_of(one) for one in visitors}
    words = {key for found in keys.values() for key in found if key[0].isalpha()}
    with database.writing() as session:
        session.execute(insert(Visitor.__table__), [_columns(one) for one in visitors])
        if visits := [_visit(one) for one in visitors if one.number <= VISITED]:
            session.execute(insert(Visit.__table__), visits)
        session.execute(_WORD, [{"word": word} for word in sorted(words)])
        if database.is_file:
            session.execute(_FIND, [{"n": n, "keys": " ".join(found)} for n, found in keys.items()])
        else:
            pairs = ((key, n) for n, found in keys.items() for key in found)
            with session.connection().connection.cursor().copy(_COPY) as copy:
                for pair in pairs:
                    copy.write_row(pair)


def _columns(one: Visitor) -> dict[str, Any]:
    return {
        "id": one.id,
        "number": one.number,
        "given_name": one.given_name,
        "family_name": one.family_name,
        "sort_name": one.sort_name,
        "birth_year": one.birth_year,
        "phone": one.phone,
        "registered": one.registered,
    }


def _visit(one: Visitor) -> dict[str, Any]:
    """Forty minutes, one after the other every nine."""
    arrived = REGISTERED + timedelta(minutes=9 * one.number)
    return {
        "id": UUID(int=(8 << 76) | (2 << 62) | one.number),
        "visitor_id": one.id,
        "arrived": arrived,
        "left": arrived + timedelta(minutes=40),
        "forgotten": False,
    }


_WORD = text("INSERT INTO name_word (word) VALUES (:word) ON CONFLICT DO NOTHING")
_FIND = text("INSERT INTO visitor_find (rowid, keys) VALUES (:n, :keys)")
_COPY = "COPY visitor_key (token, number) FROM STDIN"
_ANALYZE = text("ANALYZE")
