"""What every test may ask for: a database of either kind, a clock that stands, a desk."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text

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
from tests.spares import Spare, Spares

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


@pytest.fixture(scope="session")
def spare_files(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spares]:
    def make() -> Spare:
        path = tmp_path_factory.mktemp("spare") / "kopa.db"
        shutil.copy(empty_file, path)
        return Spare(open_file(path, KEY), lambda: open_file(path, KEY))

    spares = Spares(make)
    yield spares
    spares.close()


@pytest.fixture(scope="session")
def spare_servers(server: Callable[[], str]) -> Iterator[Spares]:
    def make() -> Spare:
        address = server()
        return Spare(open_server(address), lambda: open_server(address))

    spares = Spares(make)
    yield spares
    spares.close()


@pytest.fixture
def open_database(kind: str, request: pytest.FixtureRequest) -> Iterator[Callable[[], Database]]:
    """Opens the same empty database as often as asked: each time as another desk would."""
    name = "spare_files" if kind == "sqlite" else "spare_servers"
    spares: Spares = request.getfixturevalue(name)
    spare = spares.take()
    opened: list[Database] = []

    def open_it() -> Database:
        opened.append(spare.open_again() if opened else spare.database)
        return opened[-1]

    yield open_it
    for database in opened[1:]:
        database.close()
    spares.give_back(spare)


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
def file_desk(spare_files: Spares, clock: StandingClock, somebody: SignedIn) -> Iterator[Desk]:
    """A desk on a file only: for tests of the window, where the kind of database does not matter."""
    spare = spare_files.take()
    made = Desk(spare.database, clock, name="front desk")
    made.sign_in(somebody)
    yield made
    spare_files.give_back(spare)
