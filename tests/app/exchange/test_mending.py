"""Letters that went through the wrong encoding once come back, and right ones are left alone."""

from datetime import date
from pathlib import Path

import pytest

from app.exchange.mending import mended
from app.exchange.people import open_people, read_people

NAMES = (
    "Bērziņa",
    "Šķēle",
    "Ģirts Čaklā",
    "Ūsiņš",
    "Ņina Žīgure",
    "Шевченко",
    "Юлія Єрмоленко",
    "Ґалаґан",
)
TODAY = date(2026, 10, 15)


def as_read_by(codec: str, name: str) -> str:
    """As a program shows it that takes the bytes of UTF-8 for ``codec``."""
    return "".join(
        bytes((one,)).decode(codec, "ignore") or chr(one) for one in name.encode("utf-8")
    )


@pytest.mark.parametrize("codec", ["cp1252", "cp1257", "cp1251", "iso8859-13"])
@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_name_is_mended(codec: str, name: str) -> None:
    assert mended(as_read_by(codec, name)) == name


@pytest.mark.parametrize(
    "name", [*NAMES, "Сірко", "Čā", "Ångström", "Anna", "«Ābele» Šī", "Дєд", ""]
)
def test_a_right_name_stays(name: str) -> None:
    assert mended(name) == name


@pytest.mark.parametrize("codec", ["cp1252", "cp1257"])
def test_a_damaged_file_is_offered_mended(tmp_path: Path, codec: str) -> None:
    text = "Vārds;Uzvārds\nŠarlote;Bērziņa\nJānis;Kārkliņš\n"
    path = tmp_path / "list.csv"
    path.write_text(as_read_by(codec, text), encoding="utf-8")
    found = read_people(path, today=TODAY)
    assert [(one.given_name, one.family_name) for one in found.rows] == [
        ("Šarlote", "Bērziņa"),
        ("Jānis", "Kārkliņš"),
    ]
    assert found.is_mended
    assert found.damage == (as_read_by(codec, "Vārds").replace("\x81", "\x81"), "Vārds")


def test_somebody_may_want_it_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name;Surname\nAnna;BÄ“rziÅ†a\nIvo;Zars\n", encoding="utf-8")
    file = open_people(path)
    assert [one.family_name for one in file.people(today=TODAY).rows] == ["Bērziņa", "Zars"]
    as_written = file.people(today=TODAY, mend=False)
    assert [one.family_name for one in as_written.rows] == ["Zars"]
    assert as_written.damage == ("BÄ“rziÅ†a", "Bērziņa")
    assert not as_written.is_mended
