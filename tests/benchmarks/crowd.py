"""A crowd of invented people in a database: as many as wanted, the same each time."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import chain, islice
from uuid import UUID

from sqlalchemy import text

from app.alphabet import place_in_the_alphabet
from app.database.base import THIS_CENTRE
from app.database.engine import Database
from app.sample.names import LATVIAN_MEN, LATVIAN_WOMEN, UKRAINIAN_WOMEN
from app.visitors.finding_keys import keys_of
from app.visitors.model import Visitor

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
    dialect = database.engine.dialect.name
    centre, when = _plain(THIS_CENTRE, dialect), REGISTERED.replace(tzinfo=None)
    rows = [
        {
            "id": _plain(one.id, dialect),
            "centre": centre,
            "number": one.number,
            "given": one.given_name,
            "family": one.family_name,
            "sort": one.sort_name,
            "year": one.birth_year,
            "phone": one.phone,
            "when": _plain(when, dialect),
        }
        for one in visitors
    ]
    keys = {one.number: keys_of(one) for one in visitors}
    lately = [one for one in visitors if one.number <= VISITED]
    visits = [
        {
            "id": _plain(UUID(int=(8 << 76) | (2 << 62) | one.number), dialect),
            "centre": centre,
            "visitor": _plain(one.id, dialect),
            "arrived": _plain(when + timedelta(minutes=9 * one.number), dialect),
            "left": _plain(when + timedelta(minutes=9 * one.number + 40), dialect),
        }
        for one in lately
    ]
    words = [
        {"word": word}
        for word in sorted({k for found in keys.values() for k in found if k[0].isalpha()})
    ]
    with database.writing() as session:
        session.execute(_VISITOR, rows)
        if visits:
            session.execute(_VISIT, visits)
        session.execute(_WORD, words)
        if dialect == "sqlite":
            session.execute(_FIND, [{"n": n, "keys": " ".join(found)} for n, found in keys.items()])
        else:
            cursor = session.connection().connection.cursor()
            with cursor.copy("COPY visitor_key (token, number) FROM STDIN") as copy:
                for n, found in keys.items():
                    for key in found:
                        copy.write_row((key, n))


def _plain(one: UUID | datetime, dialect: str) -> object:
    """As SQLAlchemy writes it: a file has neither ids nor moments of its own."""
    if dialect != "sqlite":
        return one
    return one.hex if isinstance(one, UUID) else one.isoformat(" ", "microseconds")


_VISITOR = text(
    "INSERT INTO visitor (id, centre_id, removed, number, given_name, family_name, sort_name,"
    " other_names, birth_year, town, phone, email, language, roles, guardian_name, registered)"
    " VALUES (:id, :centre, false, :number, :given, :family, :sort, '', :year, 'Preiļi', :phone, '',"
    " 'lv', '', '', :when)"
)
_VISIT = text(
    'INSERT INTO visit (id, centre_id, removed, visitor_id, arrived, "left", forgotten)'
    " VALUES (:id, :centre, false, :visitor, :arrived, :left, false)"
)
_WORD = text("INSERT INTO name_word (word) VALUES (:word) ON CONFLICT DO NOTHING")
_FIND = text("INSERT INTO visitor_find (rowid, keys) VALUES (:n, :keys)")
_ANALYZE = text("ANALYZE")
