"""The first start is interrupted at each of its steps; what is left is named and can be gone on from."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.clock import StandingClock
from app.database.keys import KeyFile
from app.errors import DamagedDatabase, Refused
from app.folders import Folders, Found, folders_in
from app.sign_in import first_start, make_recovery, sign_in, sign_in_with_recovery
from tests.app.test_sign_in import CHEAP, PASSWORD, WANTED

Move = Callable[[Path, Path], Path]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return folders_in(tmp_path / "own").make()


@pytest.fixture
def centre(folders: Folders, clock: StandingClock) -> Folders:
    first_start(folders, WANTED, clock, CHEAP)[0].close()
    return folders


@pytest.fixture
def orphan(centre: Folders) -> Folders:
    """A key file whose database was moved away."""
    centre.database.unlink()
    return centre


def names(folders: Folders) -> set[str]:
    return {path.name for path in folders.data.iterdir()}


def power_cuts(
    folders: Folders, to: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> list[Folders]:
    """Copies of the data folder as a power cut would leave it, before and after each renaming."""
    left: list[Folders] = []
    really = Path.replace

    def cut() -> None:
        copy = Folders(to / str(len(left)), folders.cache)
        shutil.copytree(folders.data, copy.data)
        left.append(copy)

    def replace(path: Path, target: Path) -> Path:
        cut()
        moved = really(path, target)
        cut()
        return moved

    cut()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace)
        first_start(folders, WANTED, clock, CHEAP)[0].close()
    cut()
    return left


def go_on(folders: Folders, clock: StandingClock) -> None:
    """Sign in where the centre is there, else begin again."""
    if folders.found() in (Found.NOTHING, Found.NO_DATABASE):
        first_start(folders, WANTED, clock, CHEAP)[0].close()
    sign_in(folders, "inese", PASSWORD, clock)[0].close()
    assert folders.found() is Found.WHOLE
    assert not folders.making.exists()


def test_every_power_cut_leaves_something_one_can_go_on_from(
    folders: Folders, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = power_cuts(folders, tmp_path / "cuts", clock, monkeypatch)
    found = [one.found() for one in left]
    assert found == [Found.NOTHING] * 2 + [Found.UNFINISHED] * 2 + [Found.WHOLE] * 2
    for one in left:
        go_on(one, clock)


def test_a_second_beginning_can_be_cut_too_and_never_loses_the_old_key(
    orphan: Folders, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = orphan.keys.read_bytes()
    left = power_cuts(orphan, tmp_path / "cuts", clock, monkeypatch)
    assert len(left) == 8
    for one in [*left, orphan]:
        go_on(one, clock)
        assert old in [path.read_bytes() for path in one.data.glob("kopa.keys*")]
        assert "kopa.keys.old-2026-10-15" in names(one)


def test_a_power_cut_in_the_middle_of_making_begins_anew(
    folders: Folders, clock: StandingClock
) -> None:
    folders.making.write_bytes(b"half a database")
    folders.making.with_name("kopa.db.making-wal").write_bytes(b"and its log")
    assert folders.found() is Found.NOTHING
    go_on(folders, clock)


@pytest.mark.parametrize("step", [0, 1], ids=["the key file", "the database"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_renaming_that_fails_leaves_no_file(
    folders: Folders, clock: StandingClock, monkeypatch: pytest.MonkeyPatch, step: int, when: str
) -> None:
    steps: list[Path] = []
    really = Path.replace

    def replace(path: Path, target: Path) -> Path:
        steps.append(path)
        if len(steps) - 1 != step:
            return really(path, target)
        if when == "after":
            really(path, target)
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace)
        with pytest.raises(OSError, match="disk full"):
            first_start(folders, WANTED, clock, CHEAP)
    assert names(folders) == set()
    go_on(folders, clock)


def test_a_database_that_cannot_be_made_leaves_no_file(
    folders: Folders, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(path: Path, _: object) -> None:
        path.write_bytes(b"half")
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr("app.sign_in.ready_file", break_off)
        with pytest.raises(OSError, match="disk full"):
            first_start(folders, WANTED, clock, CHEAP)
    assert names(folders) == set()


def test_a_failed_second_beginning_gives_the_old_key_its_name_back(
    orphan: Folders, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = orphan.keys.read_bytes()
    log = orphan.database.with_name("kopa.db-wal")
    log.write_bytes(b"what the lost database had not taken in yet")

    def break_off(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(KeyFile, "wrap", break_off)
        with pytest.raises(OSError, match="disk full"):
            first_start(orphan, WANTED, clock, CHEAP)
    assert names(orphan) == {"kopa.keys", "kopa.db-wal"}
    assert orphan.keys.read_bytes() == old
    go_on(orphan, clock)
    assert {"kopa.keys.old-2026-10-15", "kopa.db-wal.old-2026-10-15"} < names(orphan)


def test_two_beginnings_on_one_day_keep_both_old_keys(
    orphan: Folders, clock: StandingClock
) -> None:
    for _ in range(2):
        go_on(orphan, clock)
        orphan.database.unlink()
    assert {"kopa.keys.old-2026-10-15", "kopa.keys.old-2026-10-15-2"} < names(orphan)


def test_an_unfinished_start_is_not_finished_with_another_key(
    orphan: Folders, clock: StandingClock
) -> None:
    orphan.making.write_bytes(b"made with another key")
    with pytest.raises(DamagedDatabase, match=r"missing: .*kopa\.db\. "):
        sign_in(orphan, "inese", PASSWORD, clock)
    assert not orphan.database.exists()


def test_a_missing_database_is_named_with_its_place_whatever_the_password(
    orphan: Folders, clock: StandingClock
) -> None:
    for password in (PASSWORD, "wrong words"):
        with pytest.raises(DamagedDatabase) as refused:
            sign_in(orphan, "inese", password, clock)
        assert str(orphan.database) in str(refused.value)
        assert "put it back there" in str(refused.value)
    assert not orphan.database.exists()


def test_a_missing_key_file_is_named_with_its_place_and_the_sheet_does_not_replace_it(
    centre: Folders, clock: StandingClock
) -> None:
    code = make_recovery(centre, "inese", PASSWORD)
    kept = centre.keys.read_bytes()
    centre.keys.unlink()
    before = centre.database.read_bytes()
    tries: tuple[Callable[[], object], ...] = (
        lambda: sign_in(centre, "inese", PASSWORD, clock),
        lambda: sign_in_with_recovery(centre, code, "inese", "new words here", clock),
        lambda: first_start(centre, WANTED, clock, CHEAP),
    )
    for one in tries:
        with pytest.raises(Refused) as refused:
            one()
        assert str(centre.keys) in str(refused.value)
        assert "recovery sheet alone does not open" in str(refused.value)
    assert centre.database.read_bytes() == before
    assert not centre.keys.exists()
    centre.keys.write_bytes(kept)
    sign_in_with_recovery(centre, code, "inese", "new words here", clock)[0].close()
