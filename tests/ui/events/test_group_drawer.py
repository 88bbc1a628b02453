"""Pasted names: the sure ones go at once, the doubtful one stays until somebody has chosen."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.events.details import SessionPlace
from app.events.sessions import AddSession
from app.ids import new_id
from tests.making.bookings import slot
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events.events_page import EventsPage
from ui.events.group_drawer import GroupDrawer
from ui.events.group_rows import Who

Show = Callable[[], EventsPage]
PASTED = "Briška Niks 2009\nLiepnia Elīna\nOzola Marta 2016"


def test_the_sure_ones_go_and_the_doubtful_one_waits_for_a_decision(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_event(file_desk, capacity=2)
    make_visitor(file_desk, "Niks", "Briška", birth_year=2009)
    elina = make_visitor(file_desk, "Elīna", "Liepiņa", birth_year=2015)
    view = show().view
    view.register_group()
    drawer = view.window().findChild(GroupDrawer)
    assert drawer is not None
    assert drawer.primary is not None
    assert drawer.other is not None
    assert drawer.names.hasFocus()
    drawer.names.setPlainText(PASTED)
    qtbot.waitUntil(lambda: len(drawer.rows.rows) == 3)
    settle(qt_desk, qtbot)
    assert not drawer.primary.isEnabled()
    QTest.keyClick(drawer.names, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qt_desk, qtbot)
    assert view.board is not None
    assert view.board.rows == ()
    drawer.other.click()
    settle(qt_desk, qtbot)
    assert [row.list_name for row in view.board.rows] == ["Briška Niks", "Ozola Marta"]
    (choice,) = drawer.rows.undecided()
    assert "Alt+N" in drawer.next.toolTip()
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    settle(qt_desk, qtbot)
    assert choice.value() == Who(elina)
    assert "number 1 in line" in drawer.places.label.text()
    QTest.keyClick(drawer.names, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qt_desk, qtbot)
    assert {row.list_name: row.line for row in view.board.rows}["Liepiņa Elīna"] == 1
    assert view.window().findChild(GroupDrawer) is None


def test_one_date_of_a_course_and_the_family_with_a_key(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk)
    other = AddSession(
        new_id(), event.event_id, None, SessionPlace(slot("17:30", "19:30", date(2026, 10, 22)))
    )
    file_desk.do(other)
    mother = make_visitor(file_desk, "Anna", "Kalna")
    make_visitor(file_desk, "Oto", "Kalns", guardian_id=mother)
    make_registration(file_desk, event.event_id, mother)
    page = show()
    view = page.view
    view.entry.dates.set_value(frozenset({event.session_id}))
    view.table.setFocus()
    view.table.choose(view.table.rows[0].registration_id)
    settle(qt_desk, qtbot)
    QTest.keyClick(view.table, Qt.Key.Key_A)
    settle(qt_desk, qtbot)
    assert [row.list_name for row in view.table.rows] == ["Kalna Anna", "Kalns Oto"]
    page.choose(other.session_id)
    settle(qt_desk, qtbot)
    assert [row.list_name for row in view.table.rows] == ["Kalna Anna"]
