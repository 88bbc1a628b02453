"""One box by the time, and the keys of a row."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.clock import StandingClock
from app.desk import Desk
from app.events.board import SessionBoard
from app.events.model import Absence
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events.entry import MARK, REGISTER
from ui.events.events_page import EventsPage
from ui.events.stay_drawer import StayDrawer

Show = Callable[[], EventsPage]
K = Qt.Key


@pytest.mark.parametrize(
    ("minutes", "mode"),
    [(-61, REGISTER), (-60, MARK), (59 + 24 * 60, MARK), (60 + 24 * 60, REGISTER)],
)
def test_the_box_marks_from_an_hour_before_until_a_day_after(
    show: Show, file_desk: Desk, clock: StandingClock, minutes: int, mode: int
) -> None:
    event = make_event(file_desk, start="14:00", end="15:00")
    tab = show()
    clock.advance(timedelta(hours=2, minutes=12 + minutes))  # from 11:48
    tab.choose(event.session_id)
    board = file_desk.ask(SessionBoard(event.session_id))
    tab.view.show_board(board)
    assert tab.view.entry.mode.current == mode
    tab.view.entry.mode.choose(1 - mode)
    tab.view.show_board(board)
    assert tab.view.entry.mode.current == 1 - mode  # chosen by hand


def test_the_keys_of_a_row(
    show: Show, file_desk: Desk, clock: StandingClock, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, start="11:00", end="13:00")
    mother = make_visitor(file_desk, "Anna", "Kalna")
    child = make_visitor(file_desk, "Oto", "Kalns", guardian_id=mother)
    alone = make_visitor(file_desk, "Zane", "Ozola")
    for visitor in (mother, child, alone):
        make_registration(file_desk, event.event_id, visitor)
    table = show().view.table

    def press(row: int, key: Qt.Key) -> None:
        table.setFocus()
        table.choose(table.rows[row].registration_id)
        settle(qt_desk, qtbot)
        QTest.keyClick(table, key)
        settle(qt_desk, qtbot)

    press(0, K.Key_F)
    assert [row.came is not None for row in table.rows] == [True, True, False]
    press(2, K.Key_N)
    assert table.rows[2].absence is Absence.NO_SHOW
    press(2, K.Key_E)  # not seen while something else is written: nothing happens
    assert table.rows[2].absence is Absence.NO_SHOW
    clock.advance(timedelta(minutes=30))
    press(0, K.Key_L)
    assert table.model().index(0, 5).data() == "11:48–12:18"
    press(0, K.Key_T)
    drawer = table.window().findChild(StayDrawer)
    assert drawer is not None
    drawer.left_at.setText("10.00")
    drawer.keep()
    settle(qt_desk, qtbot)
    assert "cannot leave before coming" in drawer.left_at.accessibleDescription()
    drawer.left_at.setText("")
    drawer.keep()
    settle(qt_desk, qtbot)
    assert table.rows[0].left is None


def test_when_it_is_over_the_others_did_not_come(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, start="9:00", end="10:00")
    for name in ("Kalna", "Ozola"):
        make_registration(file_desk, event.event_id, make_visitor(file_desk, "Anna", name))
    tab = show()
    tab.choose(event.session_id)
    settle(qt_desk, qtbot)
    assert tab.view.verbs.others.isVisible()
    tab.view.verbs.others.click()
    settle(qt_desk, qtbot)
    assert file_desk.ask(SessionBoard(event.session_id)).missed == 2
    assert not tab.view.verbs.others.isVisible()
