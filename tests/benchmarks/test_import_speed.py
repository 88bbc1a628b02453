"""A list of 100,000 people taken in, while a second desk goes on working on the same file.

Beside it the same rows written by bare ``sqlite3`` calls of the same library in one transaction:
no search keys, no rules, no other desk let in.
"""

import csv
import multiprocessing
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from sqlalchemy import text

from app.clock import StandingClock, SystemClock
from app.database.engine import Database, open_file
from app.database.journal import take_turn
from app.database.upgrade import ready_file
from app.desk import Desk
from app.exchange.people import read_people
from app.ids import new_id
from app.permission import Role, SignedIn
from app.visitors.details import VisitorDetails
from app.visitors.import_list import ImportVisitors
from app.visitors.import_preview import ImportPreview, NewPerson, people_from
from app.visitors.queries import VisitorCount
from app.visitors.register import RegisterVisitor
from tests.conftest import KEY

pytestmark = pytest.mark.benchmark

PEOPLE = 100_000
LONGEST_IMPORT = 60.0
LONGEST_WAIT = 0.2


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "kopa.db"
    ready_file(made, KEY).close()
    return made


def test_100_000_people_come_in_and_nobody_waits(
    path: Path, tmp_path: Path, clock: StandingClock, somebody: SignedIn, capsys
) -> None:
    database = open_file(path, KEY)
    desk = Desk(database, clock, "front desk")
    desk.sign_in(somebody)
    file = written_list(tmp_path / "list.csv")
    began = perf_counter()
    found = read_people(file)
    read = perf_counter()
    preview = desk.ask(ImportPreview(people_from(found.rows)))
    looked = perf_counter()
    assert len(preview.new) + len(preview.known) + len(preview.maybe) == PEOPLE
    told: list[float] = []
    with working(path) as waits:
        change = desk.do(ImportVisitors(new_id(), preview.new, clock.now()), told.append)
    done = perf_counter()
    assert change.message.n == len(preview.new)
    with working(path) as waits_of_undo:
        desk.undo()
    undone = perf_counter()
    assert desk.ask(VisitorCount()) == len(waits) + len(waits_of_undo)
    raw = raw_rows(database, preview.new)
    database.close()
    with capsys.disabled():
        sys.stdout.write(
            f"\n{PEOPLE} lines: read {read - began:.1f} s, compared {looked - read:.1f} s, "
            f"written {done - looked:.1f} s ({len(told)} parts; bare rows {raw:.1f} s), "
            f"taken back {undone - done:.1f} s\n"
            f"a second desk waited for its turn at most {max(waits) * 1000:.0f} ms ({len(waits)} registrations), "
            f"while it was taken back {max(waits_of_undo) * 1000:.0f} ms\n"
        )
    assert done - began <= LONGEST_IMPORT
    assert max(waits) <= LONGEST_WAIT
    assert max(waits_of_undo) <= LONGEST_WAIT
    assert told == sorted(told)


def written_list(path: Path) -> Path:
    chance = random.Random(7)
    given = [
        f"{a}{b}"
        for a in ("An", "Jā", "Ie", "Zan", "Tom", "Ēr", "Mār")
        for b in ("a", "is", "eva", "ņa")
    ]
    family = [
        f"{a}{b}{c}"
        for a in ("Bērz", "Kaln", "Liep", "Oz", "Zār", "Šķ")
        for b in "aeiouāēī"
        for c in ("iņa", "ols", "kāne", "ška", "ženko", "vičs")
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(
            ["Uzvārds", "Vārds", "Dzimšanas gads", "Tālrunis", "E-pasts", "Pagasts", "Skola"]
        )
        for number in range(PEOPLE):
            out.writerow(
                [
                    chance.choice(family) + chance.choice(("", "", "-Liepa")),
                    f"{chance.choice(given)} {chance.choice(given)}",
                    chance.randint(1930, 2020),
                    f"2{number:07}",
                    f"p{number}@piemers.lv",
                    chance.choice(("Preiļi", "Aglona", "Riebiņi", "Vārkava")),
                    f"{chance.randint(1, 60)}. vidusskola",
                ]
            )
    return path


@contextmanager
def working(path: Path) -> Iterator[list[float]]:
    """Another desk, in a process of its own: registers people, and tells how long it waited for its turn."""
    ways = multiprocessing.get_context("spawn")
    end, told = ways.Event(), ways.Queue()
    desk = ways.Process(target=register_people, args=(path, end, told))
    desk.start()
    waits: list[float] = [told.get()]  # it is there
    yield waits
    end.set()
    while (took := told.get()) is not None:
        waits.append(took)
    desk.join()


def register_people(path: Path, end: Any, told: Any) -> None:
    desk = Desk(open_file(path, KEY), SystemClock(), "other desk")
    desk.sign_in(SignedIn(new_id(), "Zane", frozenset(Role)))
    while not end.wait(0.037):
        details = VisitorDetails("Citas", "Durvis")
        desk.do(RegisterVisitor(new_id(), details, desk.clock.now()))
        begin = perf_counter()
        with desk.database.writing() as session:
            take_turn(session)
            told.put(perf_counter() - begin)
    desk.database.close()
    told.put(None)


def raw_rows(database: Database, people: tuple[NewPerson, ...]) -> float:
    """The same cells in a bare table of the same file, by the library itself."""
    rows = [
        (
            one.visitor_id.hex,
            one.details.given_name,
            one.details.family_name,
            one.details.birth_year,
            one.details.phone,
            one.details.email,
            one.details.town,
        )
        for one in people
    ]
    with database.writing() as session:
        session.execute(text("CREATE TABLE bare (id PRIMARY KEY, a, b, c, d, e, f)"))
        bare = session.connection().connection.dbapi_connection
        begin = perf_counter()
        bare.executemany("INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        took = perf_counter() - begin
        session.execute(text("DROP TABLE bare"))
    return took
