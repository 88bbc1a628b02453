"""Bringing a database to this version, and leaving it as it was when that is not possible."""

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text

from app.database.engine import Database, open_file
from app.database.keys import Key
from app.database.upgrade import (
    HEAD,
    MIGRATIONS,
    copy_file,
    faults,
    ready_file,
    ready_server,
    version_of,
)
from app.errors import BrokenUpgrade, CannotOpen, NewerDatabase, WrongKey
from tests.conftest import KEY

ENV = (MIGRATIONS / "env.py").read_text(encoding="utf-8")

FIRST = '''"""Two tables; the child goes with its parent."""

from alembic import op

revision, down_revision = "0001", None


def upgrade():
    op.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT)")
    op.execute(
        "CREATE TABLE child (id INTEGER PRIMARY KEY,"
        " parent_id INTEGER REFERENCES parent ON DELETE CASCADE)"
    )
'''
SECOND = '''"""The parent table is remade, as SQLite needs it for most changes."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"


def upgrade():
    with op.batch_alter_table("parent", recreate="always") as table:
        table.add_column(sa.Column("short_name", sa.String()))
'''
BROKEN = '''"""Takes away the parents, then fails."""

from alembic import op

revision, down_revision = "0002", "0001"


def upgrade():
    op.execute("DELETE FROM parent")
    op.execute("ALTER TABLE missing ADD COLUMN name TEXT")
'''
ORPHANS = '''"""Leaves children without parents."""

from alembic import op

revision, down_revision = "0002", "0001"


def upgrade():
    op.execute("DELETE FROM parent")
'''


def migrations(folder: Path, *steps: str) -> Path:
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text(ENV, encoding="utf-8")
    for number, step in enumerate(steps, 1):
        (folder / "versions" / f"{number:04}.py").write_text(step, encoding="utf-8")
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kopa.db"


@pytest.fixture
def old(path: Path, tmp_path: Path) -> Path:
    """A file of version 0001 with one parent and one child."""
    database = ready_file(path, KEY, migrations(tmp_path / "old", FIRST), "0001")
    with database.writing() as session:
        session.execute(text("INSERT INTO parent VALUES (1, 'Anna')"))
        session.execute(text("INSERT INTO child VALUES (1, 1)"))
    database.close()
    return path


def counts(database: Database) -> tuple[int | None, int | None]:
    with database.reading() as session:
        return (
            session.scalar(text("SELECT count(*) FROM parent")),
            session.scalar(text("SELECT count(*) FROM child")),
        )


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [HEAD]


def test_a_new_file_is_made_at_this_version(path: Path) -> None:
    database = ready_file(path, KEY)
    assert version_of(database) == HEAD
    assert faults(database) == []
    database.close()


def test_an_upgrade_keeps_the_children_of_a_remade_table(old: Path, tmp_path: Path) -> None:
    database = ready_file(old, KEY, migrations(tmp_path / "new", FIRST, SECOND), "0002")
    assert version_of(database) == "0002"
    assert counts(database) == (1, 1)
    assert faults(database) == []
    database.close()
    assert not list(old.parent.glob("*.upgrade*"))


@pytest.mark.parametrize("step", [BROKEN, ORPHANS], ids=["fails", "leaves orphans"])
def test_an_upgrade_that_does_not_succeed_leaves_the_file_as_it_was(
    old: Path, tmp_path: Path, step: str
) -> None:
    before = old.read_bytes()
    with pytest.raises(BrokenUpgrade, match="Your data is as it was"):
        ready_file(old, KEY, migrations(tmp_path / "new", FIRST, step), "0002")
    assert old.read_bytes() == before
    assert not list(old.parent.glob("*.upgrade*"))
    database = open_file(old, KEY)
    assert (version_of(database), counts(database)) == ("0001", (1, 1))
    database.close()


def test_a_first_preparation_that_fails_says_so(path: Path, tmp_path: Path) -> None:
    broken = FIRST.replace("CREATE TABLE child", "CREATE TABEL child")
    with pytest.raises(BrokenUpgrade, match="Nothing was changed"):
        ready_file(path, KEY, migrations(tmp_path / "new", broken), "0001")
    database = open_file(path, KEY)
    assert version_of(database) is None
    database.close()


def test_a_newer_database_is_not_touched(old: Path, tmp_path: Path) -> None:
    ready_file(old, KEY, migrations(tmp_path / "new", FIRST, SECOND), "0002").close()
    before = old.read_bytes()
    with pytest.raises(NewerDatabase, match="Install the newer version"):
        ready_file(old, KEY, tmp_path / "old", "0001")
    assert old.read_bytes() == before


def test_tables_of_another_program_are_not_touched(path: Path) -> None:
    database = open_file(path, KEY)
    with database.writing() as session:
        session.execute(text("CREATE TABLE invoice (id INTEGER)"))
    database.close()
    with pytest.raises(CannotOpen, match="belongs to another program"):
        ready_file(path, KEY)


def test_another_key_does_not_begin_an_upgrade(old: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongKey):
        ready_file(old, Key(bytes(32)), migrations(tmp_path / "new", FIRST, SECOND), "0002")
    assert not list(old.parent.glob("*.upgrade*"))


def test_a_copy_holds_what_is_still_in_the_log(old: Path, tmp_path: Path) -> None:
    """Copying the file alone would miss what has not left the write-ahead log."""
    database = open_file(old, KEY)
    with database.writing() as session:
        session.execute(text("INSERT INTO parent VALUES (2, 'Olena')"))
    copy_file(old, tmp_path / "copy.db", KEY)
    database.close()
    copied = open_file(tmp_path / "copy.db", KEY)
    assert counts(copied) == (2, 1)
    copied.close()


def test_the_same_on_a_server(server: Callable[[], str]) -> None:
    address = server()
    database = ready_server(address)
    assert version_of(database) == HEAD
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(NewerDatabase, match="Install the newer version"):
        ready_server(address)
