"""Files that are not what they should be: one plain sentence, and nothing is made or replaced."""

import json
import os
from pathlib import Path

import pytest

from app.cli import _parser
from app.clock import StandingClock
from app.database.engine import open_server
from app.errors import CannotOpen, DamagedDatabase, Refused
from app.folders import Folders, folders_in
from app.settings import Settings, read_settings
from app.sheets.beside import write_beside
from app.sign_in import first_start, sign_in
from tests.app.test_sign_in import CHEAP, PASSWORD, WANTED


@pytest.fixture
def folders(tmp_path: Path, clock: StandingClock) -> Folders:
    made = folders_in(tmp_path).make()
    first_start(made, WANTED, clock, CHEAP)[0].close()
    return made


@pytest.mark.parametrize("is_left", ["nothing", "an empty file"])
def test_a_lost_database_is_not_made_anew(
    folders: Folders, clock: StandingClock, is_left: str
) -> None:
    folders.database.unlink()
    if is_left == "an empty file":
        folders.database.touch()
    with pytest.raises(DamagedDatabase, match="Restore the last backup"):
        sign_in(folders, "inese", PASSWORD, clock)
    assert not folders.database.exists() or not folders.database.stat().st_size


@pytest.mark.parametrize(
    "wrapping",
    [{}, {"cost": [0, 0, 0]}, {"salt": ""}, {"cost": "much"}, {"nonce": None}, {"key": 7}],
    ids=str,
)
def test_a_damaged_wrapping_is_said_so(
    folders: Folders, clock: StandingClock, wrapping: dict[str, object]
) -> None:
    written = json.loads(folders.keys.read_text())
    written["people"]["inese"] = written["people"]["inese"] | wrapping if wrapping else {}
    folders.keys.write_text(json.dumps(written))
    with pytest.raises(DamagedDatabase, match="key file is damaged"):
        sign_in(folders, "inese", PASSWORD, clock)


def test_half_a_letter_is_only_a_wrong_password(folders: Folders, clock: StandingClock) -> None:
    with pytest.raises(CannotOpen, match="not right"):
        sign_in(folders, "inese", "\ud800 half a letter", clock)


@pytest.mark.parametrize(
    "written",
    [
        '{"language": "pl"}',
        '{"lock_after_minutes": -5, "privacy_after_minutes": 99999999}',
        '{"look": "neon", "size": 1}',
        "[" * 100_000,
        "[]",
        "\0",
        "",
    ],
    ids=lambda written: written[:40] or "nothing",
)
def test_strange_settings_are_left_at_their_defaults(tmp_path: Path, written: str) -> None:
    (tmp_path / "settings.json").write_text(written)
    assert read_settings(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize(
    "address", ["garbage", "sqlite:///x.db", "postgresql://a/b", "postgresql+psycopg://a:b:c:d/e"]
)
def test_what_is_no_address_is_said_without_it(address: str) -> None:
    with pytest.raises(CannotOpen, match="not the address") as refused:
        open_server(address)
    assert address not in str(refused.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where there are pipes")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(Refused, match="another file name"):
        write_beside(pipe, b"content")
    assert pipe.is_fifo()


@pytest.mark.parametrize("words", [["check"], ["sheet", "x.pdf"], ["import", "visitors", "x"]])
def test_who_signs_in_may_be_said_after_the_word(words: list[str]) -> None:
    wanted = _parser().parse_args([*words, "--user", "inese", "--database", "x"])
    assert (wanted.user, wanted.database) == ("inese", "x")
