"""What every test may ask for: a database of either kind, a clock that stands, a desk."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine, Table, create_engine, text

from app import tables
from app.clock import StandingClock
from app.database import keys
from app.database.engine import Database, open_file, open_server
from app.database.keys import Key
from app.database.upgrade import ready_file, ready_server
from app.desk import Desk
from app.ids import new_id
from app.language import Language, use
from app.permission import Role, SignedIn
from tests import postgres

assert tables.MODELS

NOW = datetime(2026, 10, 15, 11, 48)
"""Thursday; wall-clock time at the centre."""
KEY = Key(bytes(range(32)))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--benchmarks", action="store_true", help="measure speed against raw limits")
    parser.addoption("--long", action="store_true", help="hostile and soak runs too")


def pytest_configure(config: pytest.Config) -> None:
    """The usual run tries the same examples each time, however slow the machine; ``--long`` new ones."""
    settings.register_profile("usual", derandomize=True, deadline=None)
    settings.register_profile("long", deadline=None)
    settings.load_profile("long" if config.getoption("--long") else "usual")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for switch, mark in (("--benchmarks", "benchmark"), ("--long", "long")):
        if not config.getoption(switch):
            skipped = pytest.mark.skip(reason=f"runs with {switch}")
            for item in items:
                if item.get_closest_marker(mark):
                    item.add_marker(skipped)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Tests read English sentences: the message ids."""
    use(Language.EN)
    yield
    use(Language.EN)


@pytest.fixture(scope="session", autouse=True)
def usual_cost(pytestconfig: pytest.Config) -> Iterator[keys.Cost]:
    """What passwords cost outside the tests. Argon2id is slow on purpose, 0.2 s each time; at its real cost it is tried with ``--long``."""
    usual = keys.USUAL
    if not pytestconfig.getoption("--long"):
        keys.USUAL = keys.Cost(passes=1, memory_kib=8, lanes=1)
    yield usual
    keys.USUAL = usual


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock.at_wall(NOW)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file of this version with nothing in it, made once and copied."""
    path = tmp_path_factory.mktemp("template") / "kopa.db"
    ready_file(path, KEY).close()
    return path


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For what is slow to make and never changed, like the sample: one for all workers."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared" / "cache"


@pytest.fixture(scope="session")
def server() -> Iterator[Callable[[], str]]:
    """Gives addresses of fresh PostgreSQL databases of this version."""
    bin_folder = postgres.binaries()
    if bin_folder is None:
        pytest.skip(postgres.HOW_TO_GET_IT)
    numbers = count(1)
    with postgres.running_server(bin_folder) as folder:
        address = f"postgresql+psycopg://postgres@/{{}}?host={folder}"
        root = create_engine(address.format("postgres"), isolation_level="AUTOCOMMIT")
        with root.connect() as connection:
            connection.execute(text("CREATE DATABASE empty"))
        ready_server(address.format("empty")).close()

        def fresh() -> str:
            name = f"centre_{next(numbers)}"
            with root.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name} TEMPLATE empty"))
            return address.format(name)

        yield fresh
        root.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def open_database(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[[], Database]]:
    """Opens the same fresh database as often as asked: each time as another desk would."""
    opened: list[Database] = []
    used: list[str] = []
    if kind == "sqlite":
        path = tmp_path / "kopa.db"
        shutil.copy(request.getfixturevalue("empty_file"), path)
    else:
        emptied: list[str] = request.getfixturevalue("emptied")
        address = emptied.pop() if emptied else request.getfixturevalue("server")()
        used.append(address)

    def open_it() -> Database:
        database = open_file(path, KEY) if kind == "sqlite" else open_server(address)
        opened.append(database)
        return database

    yield open_it
    for database in opened:
        database.close()
    for one in used:
        _empty(one)
        emptied.append(one)


@pytest.fixture(scope="session")
def emptied() -> list[str]:
    """Addresses of PostgreSQL databases that a test has used and that are empty again."""
    return []


def _empty(address: str) -> None:
    engine = create_engine(address)
    make_empty(engine)
    engine.dispose()


def make_empty(engine: Engine) -> None:
    """In 2 ms what TRUNCATE takes 40 for (it makes each file anew), and a new copy 150."""
    there = [one for one in tables.METADATA.sorted_tables if has(engine, one)]
    rows = [f'DELETE FROM "{one.name}"' for one in reversed(there)]
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            in_any_order = "SET LOCAL session_replication_role = replica"
            connection.exec_driver_sql("; ".join([in_any_order, *rows]))
        else:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = on")
            for row in [*rows, "INSERT INTO visitor_find (visitor_find) VALUES ('delete-all')"]:
                connection.exec_driver_sql(row)
        connection.execute(text("UPDATE turn SET number = number + 1, house = number + 1"))


def has(engine: Engine, table: Table) -> bool:
    """Whether its rows go: the turn stays, by which a desk knows that what it remembers is old."""
    return table.name != "turn" and table.info.get("only") in (None, engine.dialect.name)


@pytest.fixture
def database(open_database: Callable[[], Database]) -> Database:
    return open_database()


@pytest.fixture
def somebody() -> SignedIn:
    """May do everything: she has all three roles."""
    return SignedIn(new_id(), "Inese Gavare", frozenset(Role))


@pytest.fixture
def desk(database: Database, clock: StandingClock, somebody: SignedIn) -> Desk:
    made = Desk(database, clock, name="front desk")
    made.sign_in(somebody)
    return made


@pytest.fixture
def other_desk(
    open_database: Callable[[], Database], clock: StandingClock, somebody: SignedIn
) -> Desk:
    """A second window on the same database."""
    made = Desk(open_database(), clock, name="office")
    made.sign_in(somebody)
    return made


@pytest.fixture
def file_desk(
    empty_file: Path, tmp_path: Path, clock: StandingClock, somebody: SignedIn
) -> Iterator[Desk]:
    """A desk on a file only: for tests of the window, where the kind of database does not matter."""
    path = tmp_path / "window.db"
    shutil.copy(empty_file, path)
    database = open_file(path, KEY)
    made = Desk(database, clock, name="front desk")
    made.sign_in(somebody)
    yield made
    database.close()
