"""The key file: everybody's password wraps the same key, and nobody learns more than that."""

import json
from pathlib import Path

import pytest

from app.database.keys import (
    Cost,
    Key,
    KeyFile,
    check_password,
    plain_recovery_code,
    recovery_code,
)
from app.errors import DamagedDatabase, Refused

CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
PASSWORD = "three words here"


@pytest.fixture
def keys(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "kopa.keys", CHEAP)


def test_each_person_opens_the_same_key(keys: KeyFile) -> None:
    key = Key.new()
    keys.wrap(key, "inese", PASSWORD)
    keys.wrap(key, "Zane ", "other words here")
    assert keys.unwrap("INESE", PASSWORD) == key
    assert keys.unwrap("zane", "other words here") == key
    assert keys.user_names() == {"inese", "zane"}


@pytest.mark.parametrize(
    ("user_name", "password"), [("inese", "wrong words"), ("nobody", PASSWORD), ("inese", "")]
)
def test_a_wrong_name_and_a_wrong_password_look_the_same(
    keys: KeyFile, user_name: str, password: str
) -> None:
    keys.wrap(Key.new(), "inese", PASSWORD)
    assert keys.unwrap(user_name, password) is None


def test_an_unknown_name_costs_as_much_as_a_wrong_password(
    keys: KeyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    stretched: list[str] = []

    def stretch(password: str, *_: object) -> bytes:
        stretched.append(password)
        return bytes(32)

    monkeypatch.setattr("app.database.keys._stretch", stretch)
    keys.wrap(Key.new(), "inese", PASSWORD)
    stretched.clear()
    keys.unwrap("nobody", "guess")
    assert stretched == ["guess"]


def test_a_new_password_ends_the_old_one(keys: KeyFile) -> None:
    key = Key.new()
    keys.wrap(key, "inese", PASSWORD)
    keys.wrap(key, "inese", "new words here")
    assert keys.unwrap("inese", PASSWORD) is None
    assert keys.unwrap("inese", "new words here") == key


def test_the_password_and_the_key_are_not_in_the_file(keys: KeyFile) -> None:
    key = Key.new()
    keys.wrap(key, "inese", PASSWORD)
    keys.wrap_recovery(key, "AAAAA-BBBBB")
    written = keys.path.read_bytes()
    for secret in (PASSWORD.encode(), key.raw, key.raw.hex().encode(), b"AAAAA"):
        assert secret not in written
    assert keys.path.stat().st_mode & 0o077 == 0
    assert "raw" not in repr(key)


def test_the_recovery_code_is_read_however_it_is_typed(keys: KeyFile) -> None:
    key, code = Key.new(), recovery_code()
    keys.wrap(key, "inese", PASSWORD)
    assert not keys.has_recovery()
    assert keys.unwrap_recovery(code) is None
    keys.wrap_recovery(key, code)
    assert keys.unwrap_recovery(code.lower().replace("-", "  ")) == key
    assert keys.unwrap_recovery(code.replace("0", "o").replace("1", "l")) == key
    assert keys.unwrap_recovery(recovery_code()) is None


def test_a_recovery_code_has_130_bits_and_no_letters_that_look_alike() -> None:
    code = plain_recovery_code(recovery_code())
    assert len(code) == 26
    assert not set(code) & set("ILOU")
    assert recovery_code() != recovery_code()


def test_the_last_wrapping_is_never_forgotten(keys: KeyFile) -> None:
    key = Key.new()
    keys.wrap(key, "inese", PASSWORD)
    keys.wrap(key, "zane", PASSWORD)
    keys.forget("inese")
    keys.forget("zane")
    assert keys.user_names() == {"zane"}
    keys.rename("zane", "zane.k")
    assert keys.unwrap("zane.k", PASSWORD) == key


def test_a_missing_key_file_says_so(keys: KeyFile) -> None:
    with pytest.raises(DamagedDatabase, match=r"missing: .*kopa\.keys\. It was moved"):
        keys.unwrap("inese", PASSWORD)


@pytest.mark.parametrize("written", ["", "{", "[]", '{"people": 1}', "\x00\x01", "null"])
def test_a_damaged_key_file_says_so(keys: KeyFile, written: str) -> None:
    keys.path.write_text(written, encoding="utf-8")
    with pytest.raises(DamagedDatabase, match=r"damaged: kopa\.keys"):
        keys.unwrap("inese", PASSWORD)


def test_a_torn_write_leaves_the_old_file(keys: KeyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    key = Key.new()
    keys.wrap(key, "inese", PASSWORD)

    def full(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="disk full"):
        keys.wrap(key, "zane", PASSWORD)
    assert keys.unwrap("inese", PASSWORD) == key
    assert keys.user_names() == {"inese"}


@pytest.mark.parametrize("password", ["", "1234567", "ābolu!"])
def test_too_short_a_password_is_refused_with_advice(password: str) -> None:
    with pytest.raises(Refused, match="at least 8 characters"):
        check_password(password)


def test_any_eight_characters_do() -> None:
    check_password("гарбуз з")


def test_a_key_file_that_asks_for_endless_work_is_damaged(keys: KeyFile) -> None:
    keys.wrap(Key.new(), "inese", PASSWORD)
    written = json.loads(keys.path.read_text(encoding="utf-8"))
    written["people"]["inese"]["cost"][1] = 8_388_608
    keys.path.write_text(json.dumps(written), encoding="utf-8")
    with pytest.raises(DamagedDatabase):
        keys.unwrap("inese", PASSWORD)
