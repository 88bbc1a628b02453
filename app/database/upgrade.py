"""Bringing a database to this version: on a copy first, checked, then swapped."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from app.database.engine import Database, open_file, open_server
from app.database.keys import Key
from app.errors import BrokenUpgrade, CannotOpen, NewerDatabase
from app.language import say

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0001"
"""The version this program writes; a test compares it with the newest file in ``migrations``."""


def ready_file(path: Path, key: Key, migrations: Path = MIGRATIONS, head: str = HEAD) -> Database:
    """Open the encrypted file at this version, upgrading it when it is older or new.

    Raises WrongKey, DamagedDatabase, NewerDatabase, BrokenUpgrade or CannotOpen; the file is then
    as it was.
    """
    database = open_file(path, key)
    found = version_of(database)
    if found == head:
        return database
    if found is None:
        return _closed_on_error(database, lambda: _make(database, migrations))
    _refuse_newer(database, found, migrations)
    database.close()
    _upgrade_copy(path, key, migrations)
    return open_file(path, key)


def ready_server(address: str, migrations: Path = MIGRATIONS, head: str = HEAD) -> Database:
    """The same for PostgreSQL, in one transaction."""
    database = open_server(address)
    found = version_of(database)
    if found != head:
        if found is not None:
            _refuse_newer(database, found, migrations)
        _closed_on_error(database, lambda: _make(database, migrations))
    return database


def version_of(database: Database) -> str | None:
    """None for a database without tables. Raises CannotOpen where the tables are not ours."""
    with database.reading() as session:
        tables = inspect(session.connection()).get_table_names()
        if "alembic_version" in tables:
            found = session.scalar(text("SELECT version_num FROM alembic_version"))
            return str(found) if found is not None else None
    if tables:
        database.close()
        raise CannotOpen(say("This database belongs to another program."))
    return None


def _refuse_newer(database: Database, found: str, migrations: Path) -> None:
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory(str(migrations)).walk_revisions()}
    if found not in known:
        database.close()
        raise NewerDatabase(
            say("A newer version of the program has used this database. Install the newer version.")
        )


def _closed_on_error(database: Database, work: Callable[[], None]) -> Database:
    try:
        work()
    except SQLAlchemyError as error:
        database.close()
        raise BrokenUpgrade(
            say("The database could not be prepared. Nothing was changed.")
        ) from error
    return database


def _make(database: Database, migrations: Path) -> None:
    with database.engine.connect() as connection:
        _migrate(connection, migrations)


def _upgrade_copy(path: Path, key: Key, migrations: Path) -> None:
    copy = path.with_suffix(".upgrade")
    _remove(copy)
    copy_file(path, copy, key)
    database = open_file(copy, key)
    try:
        with database.engine.connect() as connection:
            _migrate(connection, migrations)
            _check(connection)
            connection.rollback()
            # Outside a transaction: inside one it fails with "database table is locked".
            _raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except Exception as error:
        database.close()
        _remove(copy)
        raise BrokenUpgrade(
            say("The upgrade did not succeed. Your data is as it was; use the earlier version.")
        ) from error
    database.close()
    _swap(copy, path)


def copy_file(source: Path, target: Path, key: Key) -> None:
    """A whole copy through the backup interface; copying the file damaged 12 of 12 copies."""
    database = open_file(source, key)
    other = open_file(target, key)
    try:
        with database.engine.connect() as reader, other.engine.connect() as writer:
            _raw(reader).backup(_raw(writer))
    finally:
        database.close()
        other.close()


def _migrate(connection: Connection, migrations: Path) -> None:
    from alembic import command  # 100 ms, and needed only when something is to be upgraded
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    on_file = connection.dialect.name == "sqlite"
    if on_file:
        # Batch migration drops and remakes tables: with foreign keys on, children would be deleted.
        _raw(connection).execute("PRAGMA foreign_keys = 0")
    try:
        with connection.begin():
            command.upgrade(config, "head")
    finally:
        if on_file:
            _raw(connection).execute("PRAGMA foreign_keys = 1")


def faults(database: Database) -> list[str]:
    """What is not whole, in the database's own words; empty when all is well.

    ``integrity_check`` alone passed 140 of 1,000 single-bit flips that changed what was written;
    SQLCipher's own check of every page's signature finds those too.
    """
    if not database.is_file:
        return []
    with database.reading() as session:
        return _file_faults(session.connection())


def _file_faults(connection: Connection) -> list[str]:
    forged = [str(row) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
    if forged:
        return forged  # the other checks would raise on such a page instead of naming it
    found = [str(row) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    verdicts = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return found + [verdict for verdict in verdicts if verdict != "ok"]


def _check(connection: Connection) -> None:
    if found := _file_faults(connection):
        raise ValueError(f"The migrated copy is not whole: {len(found)} faults")


def _swap(copy: Path, path: Path) -> None:
    """A stale write-ahead log over a new file makes it "malformed": remove it first."""
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    os.replace(copy, path)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _raw(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
