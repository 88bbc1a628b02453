"""Opening the database: an encrypted file on this computer, or a PostgreSQL server for several desks."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from app.database.keys import Key
from app.errors import CannotOpen, DamagedDatabase, WrongKey
from app.language import say

PRAGMAS = {
    "foreign_keys": 1,
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: with NORMAL a power cut lost acknowledged rows in 357 of 400 trials
    "secure_delete": 1,
    "busy_timeout": 10_000,  # milliseconds
    "cache_size": -32_000,  # KiB; below this, encryption costs half as much again
    "temp_store": 2,  # memory: nothing personal in an unencrypted temporary file
}
PATIENCE = 10.0
"""Seconds somebody waits for her turn before she is told that the database is held."""
WRITING = {"busy_timeout": 20}
"""Milliseconds. SQLite looks ever more seldom, in the end every 100 ms, and who came later goes before:
one of 8 desks then waited 7 s. Asking anew after 20 ms, none looks less often than every 10."""


class Database:
    """One open database with a way to write and a way to read; ``interrupt`` ends a long read."""

    def __init__(self, writing: Engine, reading: Engine) -> None:
        self.engine = writing
        self._writing = sessionmaker(writing, expire_on_commit=False, info={"writes": True})
        self._reading_engine = reading
        self._reading = sessionmaker(reading, expire_on_commit=False)
        self._readers: set[Any] = set()
        self._lock = threading.Lock()

    @property
    def is_file(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: committed when the block ends, kept nothing of when it raises."""
        with self._writing.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with self._reading() as session:
            reader = session.connection().connection.dbapi_connection
            with self._lock:
                self._readers.add(reader)
            try:
                yield session
            finally:
                with self._lock:
                    self._readers.discard(reader)
                session.rollback()

    def interrupt(self) -> None:
        """End the reads under way; each raises in its own thread."""
        with self._lock:
            for reader in self._readers:
                stop = getattr(reader, "interrupt", None) or reader.cancel_safe
                stop()

    def close(self) -> None:
        self.engine.dispose()
        self._reading_engine.dispose()


def open_file(path: Path, key: Key) -> Database:
    """Open or create the encrypted file. Raises WrongKey, DamagedDatabase or CannotOpen."""
    _look_at_first_bytes(path, key)
    database = Database(
        _file_engine(path, key, writing=True), _file_engine(path, key, writing=False)
    )
    try:
        with database.writing() as session:
            session.execute(text("SELECT count(*) FROM sqlite_master"))
    except DBAPIError as error:
        database.close()
        raise _why(path, error) from error
    return database


def open_server(address: str) -> Database:
    """Connect to PostgreSQL 15 or later. Raises CannotOpen with what the server said."""

    def engine() -> Engine:
        return create_engine(
            address,
            pool_pre_ping=True,
            hide_parameters=True,
            # A plan kept for all beginnings suits none: 21 ms against 9 to find somebody.
            connect_args={"connect_timeout": 10, "prepare_threshold": None},
        )

    if not address.startswith("postgresql+psycopg://"):
        raise _no_address()
    try:
        database = Database(engine(), engine())
        event.listen(database.engine, "begin", _stand_in_line)
    except (ArgumentError, ValueError) as error:
        raise _no_address() from error
    try:
        with database.reading() as session:
            session.execute(text("SELECT 1"))
    except OperationalError as error:
        database.close()
        raise CannotOpen(
            say("The shared database does not answer. Check the network, then try again.")
        ) from error
    return database


def _no_address() -> CannotOpen:
    """Without the address itself: it may hold a password."""
    return CannotOpen(
        say(
            "This is not the address of a shared database. "
            "It looks like postgresql+psycopg://user@server/name."
        )
    )


def _look_at_first_bytes(path: Path, key: Key) -> None:
    try:
        with path.open("rb") as file:
            first = file.read(16)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotOpen(
            say("The database file cannot be read: {name}.", name=path.name)
        ) from error
    if not first:
        return
    if len(first) < len(key.salt):
        raise DamagedDatabase(
            say("The database file is damaged: {name}. Restore the last backup.", name=path.name)
        )
    if first == b"SQLite format 3\0":
        raise DamagedDatabase(say("This database is not encrypted, so it is not one of ours."))
    if first != key.salt:
        raise WrongKey(
            say("This database was locked with another key. Use the key file that belongs to it.")
        )


def _why(path: Path, error: DBAPIError) -> CannotOpen:
    words = str(error.orig).lower()
    if "not a database" in words or "malformed" in words or "disk i/o" in words:
        return DamagedDatabase(
            say("The database file is damaged: {name}. Restore the last backup.", name=path.name)
        )
    if "locked" in words:
        return CannotOpen(say("Another program holds the database. Close it, then try again."))
    return CannotOpen(say("The database file cannot be opened: {name}.", name=path.name))


def _file_engine(path: Path, key: Key, *, writing: bool) -> Engine:
    from sqlcipher3 import dbapi2

    def connect() -> Any:
        connection = dbapi2.connect(
            str(path), timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        # The key comes first of all; ``execute`` would quote it, and it is hexadecimal only.
        connection.execute(f'PRAGMA key = "{key.pragma}"')
        pragmas = PRAGMAS | WRITING if writing else PRAGMAS
        for pragma, wanted in pragmas.items():
            connection.execute(f"PRAGMA {pragma} = {wanted}").fetchall()
        if not writing:
            connection.execute("PRAGMA query_only = 1")
        _assert_pragmas(connection, pragmas)
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        hide_parameters=True,  # names of visitors must not reach the log
    )
    event.listen(engine, "begin", _wait_for_turn if writing else _begin)
    return engine


def _stand_in_line(connection: Any) -> None:
    """A server gives a lock of its own to those who wait in the order in which they came.

    For the row of the turn, which changes under them, it does not: of 64 desks one waited 17 s.
    """
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(1265594465)")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


def _wait_for_turn(connection: Any) -> None:
    """Deferred beginnings ended in "database is locked" in 195 to 289 of 480 trials."""
    until = monotonic() + PATIENCE
    while True:
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as error:
            if "locked" not in str(error.orig) or monotonic() > until:
                raise
        else:
            return


def _assert_pragmas(connection: Any, pragmas: dict[str, Any]) -> None:
    for pragma, wanted in pragmas.items():
        (found,) = connection.execute(f"PRAGMA {pragma}").fetchone()
        if found != wanted:
            raise CannotOpen(say("The database cannot be opened safely ({what}).", what=pragma))
