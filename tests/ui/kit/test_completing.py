"""A line goes on with the likeliest words, and never keeps what the person did not want."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kit.completing import CompletingField

K = Qt.Key


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[CompletingField]:
    made = CompletingField()
    made.set_known(["Preiļi", "Preiļu pagasts", "Ārdava"])
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    shiboken6.delete(made)


@pytest.mark.parametrize(
    ("typed", "stands", "added"),
    [
        ("pr", "Preiļi", "eiļi"),
        ("PREIL", "Preiļi", "i"),
        ("preilu", "Preiļu pagasts", " pagasts"),
        ("preilu p", "Preiļu pagasts", "agasts"),
        ("ard", "Ārdava", "ava"),
        ("Preisa", "Preisa", ""),
        ("x", "x", ""),
        ("-", "-", ""),
        (" ", " ", ""),
    ],
)
def test_it_goes_on_with_the_likeliest(
    line: CompletingField, typed: str, stands: str, added: str
) -> None:
    QTest.keyClicks(line, typed)
    assert (line.text(), line.selectedText()) == (stands, added)


def test_backspace_takes_away_what_was_added_and_then_letters(line: CompletingField) -> None:
    QTest.keyClicks(line, "pr")
    for stands in ("pr", "p", ""):
        QTest.keyClick(line, K.Key_Backspace)
        assert line.text().casefold() == stands
    QTest.keyClicks(line, "pr")
    assert line.text() == "Preiļi"


def test_in_the_middle_of_a_word_nothing_is_added(line: CompletingField) -> None:
    line.setText("reiļos")
    line.setCursorPosition(0)
    QTest.keyClicks(line, "P")
    assert line.text() == "Preiļos"


def test_what_stood_there_chosen_whole_is_replaced(line: CompletingField) -> None:
    line.setText("Preiļi")
    line.selectAll()
    QTest.keyClicks(line, "a")
    assert line.text() == "Ārdava"


def test_the_arrow_shows_all_known_words(line: CompletingField, qtbot: QtBot) -> None:
    QTest.keyClick(line, K.Key_Down)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, K.Key_Down)
    QTest.keyClick(popup, K.Key_Down)
    QTest.keyClick(popup, K.Key_Return)
    assert line.text() == "Preiļu pagasts"
