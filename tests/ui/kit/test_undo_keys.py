"""Ctrl+Z belongs to the typing only while there is typing to take back."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.date_field import TimeChoice
from ui.kit.forms import LongTextField, NumberField, TextField
from ui.kit.search_box import SearchLine
from ui.kit.undo_keys import forget_typing, install_undo_keys

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def undone() -> list[str]:
    return []


def in_window(qtbot: QtBot, field: QWidget, undone: list[str]) -> QWidget:
    """The window; hold it, or it goes with its field."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    install_undo_keys(app)
    window = QWidget()
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), window)
    shortcut.activated.connect(lambda: undone.append("action"))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    return window


@pytest.mark.parametrize("kind", [TextField, LongTextField])
def test_typing_first_then_the_action(
    qtbot: QtBot, undone: list[str], kind: type[TextField] | type[LongTextField]
) -> None:
    field = kind()
    window = in_window(qtbot, field, undone)
    assert window.isActiveWindow()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (field.text(), undone) == ("", [])
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert undone == ["action"]


def test_after_an_action_the_key_takes_back_the_action(qtbot: QtBot, undone: list[str]) -> None:
    box = SearchLine("Find", ["Name"], "F2")
    window = in_window(qtbot, box, undone)
    assert window.isActiveWindow()
    qtbot.keyClicks(box, "berz")
    box.clear()
    qtbot.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert (box.text(), undone) == ("", ["action"])
    qtbot.keyClicks(box, "an")
    forget_typing()
    qtbot.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert (box.text(), undone) == ("an", ["action", "action"])


def test_numbers_and_times_obey_too(qtbot: QtBot, undone: list[str]) -> None:
    for field in (NumberField(3), TimeChoice(time(9))):
        window = in_window(qtbot, field, undone)
        assert window.isActiveWindow()
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert undone == ["action", "action"]
