"""The centre: a field saves itself when it is left, and undo brings it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.centre.details import LARGEST_LOGO
from app.centre.queries import CentreForm
from tests.ui.settings.conftest import CENTRE, Opened, type_into, write
from ui.kit.labels import Label
from ui.settings.centre import CentreSection

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8ffff3f0005fe02fedccc59e70000000049454e44ae426082"
)


@pytest.fixture
def section(opened: Opened) -> CentreSection:
    found = opened.show("centre")
    assert isinstance(found, CentreSection)
    return found


def said(section: CentreSection) -> str:
    labels = section.findChildren(Label)
    return " ".join(one.text() for one in labels if one.property("role") == "error")


def test_leaving_a_field_saves_it_once(opened: Opened, section: CentreSection) -> None:
    line = section.line("address")
    line.setFocus()
    type_into(line, "Kārsavas iela 4")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    opened.settle()
    assert opened.ask(CentreForm()).address == "Kārsavas iela 4"
    opened.undo()
    assert opened.ask(CentreForm()) == CENTRE
    assert line.text() == ""
    assert not opened.desk.can_undo


def test_a_centre_without_a_name_stays_typed_and_is_told(
    opened: Opened, section: CentreSection
) -> None:
    write(section.line("name"), "")
    opened.settle()
    assert "Write the name of the centre." in said(section)
    assert opened.ask(CentreForm()).name == CENTRE.name


def test_two_fields_one_after_the_other(opened: Opened, section: CentreSection) -> None:
    write(section.line("name_in_english"), " Preiļi  Centre ")
    write(section.line("name_in_ukrainian"), "Центр")
    opened.settle()
    found = opened.ask(CentreForm())
    assert (found.name_in_english, found.name_in_ukrainian) == ("Preiļi Centre", "Центр")
    assert section.line("name_in_english").text() == "Preiļi Centre"


def test_house_rules_are_saved_when_left_and_taken_back(
    opened: Opened, section: CentreSection
) -> None:
    rules = section.rules("house_rules")
    rules.setFocus()
    QTest.keyClicks(rules, "Shoes off.")
    QTest.keyClick(rules, Qt.Key.Key_Return)
    QTest.keyClicks(rules, "Cups washed.")
    QTest.keyClick(rules, Qt.Key.Key_Tab)
    opened.settle()
    assert opened.ask(CentreForm()).house_rules == "Shoes off.\nCups washed."
    opened.undo()
    assert opened.ask(CentreForm()) == CENTRE
    assert rules.text() == ""


@pytest.mark.parametrize(
    ("content", "kept"),
    [(PNG, PNG), (b"GIF89a", None), (PNG + bytes(LARGEST_LOGO), None)],
    ids=["a picture", "no PNG", "too large"],
)
def test_a_logo(
    opened: Opened, section: CentreSection, tmp_path: Path, content: bytes, kept: bytes | None
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    section.logos["logo"].take(path)
    section.logos["funder_logo"].take(path)
    opened.settle()
    assert opened.ask(CentreForm()).logo == kept
    assert opened.ask(CentreForm()).funder_logo == kept
    assert ("at most 512 KiB" in said(section)) == (kept is None)
