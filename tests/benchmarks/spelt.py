"""Is the wanted person among the first ten, however the name is spelt: 500 spellings by kind."""

import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from app.database.engine import Database
from app.visitors.search import VisitorsMatching

SPELLINGS = Path(__file__).parent / "spellings.csv"
FIRST = 10


class Spelling(NamedTuple):
    """``typed`` is how somebody may look for the person; ``kind`` in what way it differs."""

    kind: str
    given: str
    family: str
    typed: str


def spellings() -> list[Spelling]:
    with SPELLINGS.open(encoding="utf-8", newline="") as file:
        return [Spelling(**row) for row in csv.DictReader(file)]


def wanted_people() -> list[tuple[str, str, int, str]]:
    """Each once, to be put among the crowd."""
    names = dict.fromkeys((one.given, one.family) for one in spellings())
    return [(given, family, 1980, "") for given, family in names]


def recall(database: Database) -> tuple[float, Counter[str], list[Spelling]]:
    """The share that was found, and what was missed."""
    every, missed = spellings(), []
    with database.reading() as session:
        for one in every:
            rows = VisitorsMatching(one.typed, FIRST).answer(session).rows
            if not any(
                (row.given_name, row.family_name) == (one.given, one.family) for row in rows
            ):
                missed.append(one)
    return 1 - len(missed) / len(every), Counter(one.kind for one in missed), missed
