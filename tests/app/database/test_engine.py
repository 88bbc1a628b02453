"""Opening the encrypted file: how it is set, and which of five things is wrong with it, in words."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from app.database.engine import PRAGMAS, WRITING, open_file, open_server
from app.database.keys import Key
from app.database.upgrade import faults
from app.errors import CannotOpen, DamagedDatabase, WrongKey
from tests.conftest import KEY

PAGE = 4096


def write_a_word(path: Path) -> None:
    database = open_file(path, KEY)
    with database.writing() as session:
        session.execute(text("CREATE TABLE word (text TEXT)"))
        session.execute(text("INSERT INTO word VALUES ('Kristīne Ozola')"))
    database.close()


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x10
    path.write_bytes(content)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kopa.db"


def test_what_was_written_is_there_and_unreadable_from_outside(path: Path) -> None:
    write_a_word(path)
    database = open_file(path, KEY)
    with database.reading() as session:
        assert session.scalar(text("SELECT text FROM word")) == "Kristīne Ozola"
    database.close()
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert "Kristīne".encode() not in content
    assert b"SQLite format" not in content


@pytest.mark.parametrize("way", ["writing", "reading"])
def test_every_connection_has_the_pragmas(path: Path, way: str) -> None:
    database = open_file(path, KEY)
    with getattr(database, way)() as session:
        found = {name: session.scalar(text(f"PRAGMA {name}")) for name in PRAGMAS}
    database.close()
    assert found == (PRAGMAS | WRITING if way == "writing" else PRAGMAS)


def test_a_pragma_that_does_not_hold_is_not_passed_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "synchronous", 7)
    with pytest.raises(CannotOpen, match=r"safely.*synchronous"):
        open_file(path, KEY)


def test_a_reader_cannot_write(path: Path) -> None:
    write_a_word(path)
    database = open_file(path, KEY)
    with (
        database.reading() as session,
        pytest.raises(Exception, match="readonly"),
    ):
        session.execute(text("DELETE FROM word"))
    database.close()


def test_what_raises_leaves_nothing(path: Path) -> None:
    write_a_word(path)
    database = open_file(path, KEY)

    def delete_and_fail() -> None:
        with database.writing() as session:
            session.execute(text("DELETE FROM word"))
            raise LookupError

    with pytest.raises(LookupError):
        delete_and_fail()
    with database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM word")) == 1
    database.close()


def test_another_key_is_told_from_damage(path: Path) -> None:
    write_a_word(path)
    before = path.read_bytes()
    with pytest.raises(WrongKey, match="locked with another key"):
        open_file(path, Key(bytes(32)))
    assert path.read_bytes() == before


def test_a_damaged_first_page_is_damage(path: Path) -> None:
    write_a_word(path)
    flip(path, 100)
    with pytest.raises(DamagedDatabase, match=r"damaged: kopa\.db\. Restore"):
        open_file(path, KEY)


def test_one_flipped_bit_is_found(path: Path) -> None:
    write_a_word(path)
    whole = open_file(path, KEY)
    assert faults(whole) == []
    whole.close()
    flip(path, PAGE + 2000)
    database = open_file(path, KEY)
    assert [fault for fault in faults(database) if "page 2" in fault]
    database.close()


def test_a_plain_sqlite_file_is_not_ours(path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE visitor (name TEXT)")
    plain.commit()
    plain.close()
    with pytest.raises(DamagedDatabase, match="not encrypted"):
        open_file(path, KEY)


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    write_a_word(path)
    assert path.read_bytes()[:16] == KEY.salt


def test_a_folder_in_its_place_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(CannotOpen, match=r"cannot be read: kopa\.db"):
        open_file(path, KEY)


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="does not answer"):
        open_server(f"postgresql+psycopg://nobody@/none?host={tmp_path}")


def test_an_error_does_not_name_what_was_written(path: Path) -> None:
    write_a_word(path)
    database = open_file(path, KEY)
    with pytest.raises(Exception, match="no such table") as caught, database.writing() as session:
        session.execute(text("INSERT INTO missing VALUES (:name)"), {"name": "Kristīne Ozola"})
    database.close()
    assert "Kristīne" not in str(caught.value)
