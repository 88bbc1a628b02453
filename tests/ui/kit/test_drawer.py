from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.drawer import Drawer
from ui.kit.forms import TextField


class Place:
    """A window with a page that opens a drawer, and another page to hide behind."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.pages = QStackedWidget()
        self.window.setCentralWidget(self.pages)
        self.page, self.lock = QWidget(), QWidget()
        self.before = QLineEdit()
        QVBoxLayout(self.page).addWidget(self.before)
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.lock)
        self.window.resize(1366, 768)

    def open_drawer(self) -> Drawer:
        drawer = Drawer(self.page, "New visitor", width=452)
        self.first, self.second = TextField(), TextField()
        drawer.column.addWidget(self.first)
        drawer.column.addWidget(self.second)
        drawer.set_verbs("Register", "Only save")
        drawer.open()
        return drawer


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    made = Place()
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    made.before.setFocus()
    return made


def test_it_stands_at_the_right_edge_and_takes_the_focus(place: Place) -> None:
    drawer = place.open_drawer()
    assert place.first.hasFocus()
    assert drawer.panel.geometry().right() == place.window.rect().right()
    assert drawer.panel.width() == 452
    place.window.resize(1600, 800)
    assert drawer.panel.geometry().right() == place.window.rect().right()


def test_escape_closes_and_the_focus_returns(qtbot: QtBot, place: Place) -> None:
    drawer = place.open_drawer()
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(place.first, Qt.Key.Key_Escape)
    assert place.before.hasFocus()


def test_tab_never_leaves_it(qtbot: QtBot, place: Place) -> None:
    drawer = place.open_drawer()
    seen = []
    for _ in range(8):
        focused = place.window.focusWidget()
        assert focused is not None
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert all(drawer.isAncestorOf(widget) for widget in seen)
    assert seen[:2] == [place.first, place.second]
    assert len(set(seen)) == 5  # two fields, two verbs, the cross


def test_ctrl_enter_is_the_primary_verb(qtbot: QtBot, place: Place) -> None:
    drawer = place.open_drawer()
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(drawer.accepted):
        qtbot.keyClick(place.second, Qt.Key.Key_Return, control)
    assert drawer.primary is not None
    drawer.primary.setEnabled(False)
    with qtbot.assertNotEmitted(drawer.accepted):
        qtbot.keyClick(place.second, Qt.Key.Key_Return, control)


def test_the_lock_hides_it_and_nothing_typed_is_lost(qtbot: QtBot, place: Place) -> None:
    drawer = place.open_drawer()
    qtbot.keyClicks(place.second, "Anna")
    place.second.setFocus()
    place.pages.setCurrentWidget(place.lock)
    assert not drawer.isVisible()
    place.pages.setCurrentWidget(place.page)
    assert drawer.isVisible()
    assert place.second.text() == "Anna"
    assert place.second.hasFocus()
