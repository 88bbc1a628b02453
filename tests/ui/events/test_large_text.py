"""The events tab with text of 200 % on a screen of 1366 × 768."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events.events_page import EventsPage
from ui.kit.scroll import Scroll

Show = Callable[[], EventsPage]


@pytest.fixture
def text_size() -> float:
    return 2.0


@pytest.fixture
def tab(show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot) -> EventsPage:
    event = make_event(file_desk, start="12:00", end="13:00")
    make_registration(file_desk, event.event_id, make_visitor(file_desk, "Oto", "Kalns"))
    shown = show()
    shown.window().resize(1222, 648)
    settle(qt_desk, qtbot)
    qtbot.waitUntil(lambda: shown.width() == 1222)
    return shown


def page_of(widget: QWidget, tab: EventsPage) -> Scroll:
    return next(page for page in tab.findChildren(Scroll) if page.isAncestorOf(widget))


def test_no_button_and_no_name_is_cut(tab: EventsPage) -> None:
    buttons = [one for one in tab.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) > 6
    cut = [one.text() for one in buttons if one.width() < one.minimumSizeHint().width()]
    assert cut == []
    page = page_of(tab.view, tab)
    assert page.widget().width() <= page.viewport().width()


def test_the_session_stands_under_the_agenda(tab: EventsPage) -> None:
    def top(widget: QWidget) -> int:
        return widget.mapTo(tab, QPoint(0, 0)).y()

    assert top(tab.view) >= top(tab.agenda) + tab.agenda.height()


def test_enter_in_the_agenda_brings_the_find_box_into_sight(tab: EventsPage, qtbot: QtBot) -> None:
    box, page = tab.view.entry.box, page_of(tab.view, tab)

    def is_seen() -> bool:
        place = box.rect().translated(box.mapTo(page.viewport(), QPoint(0, 0)))
        return page.viewport().rect().contains(place)

    assert not is_seen()
    tab.agenda.setFocus()
    QTest.keyClick(tab.agenda, Qt.Key.Key_Return)
    assert box.hasFocus()
    qtbot.waitUntil(is_seen)
