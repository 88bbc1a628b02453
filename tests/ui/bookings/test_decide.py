"""Waits for me, by keys alone: the list, a reason, yes and no."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bookings.queries import OneBooking
from app.desk import Desk
from tests.making.bookings import make_booking, make_room
from tests.ui.bookings.by_hand import CONTROL, K, Show
from tests.ui.conftest import settle
from ui.bookings.decide_drawer import DecideDrawer
from ui.desk import QtDesk


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)


def test_requests_are_decided_by_keys(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    short = make_room(file_desk, "Short", longest_minutes=30, capacity=10)
    long = make_booking(file_desk, short, "12:00", "13:00", "Rehearsal", pending=True, people=12)
    fine = make_booking(file_desk, short, "14:00", "14:30", "Talk", pending=True)
    tab = show()
    tab.show_this("decide")
    drawer = tab.drawers.shown
    assert isinstance(drawer, DecideDrawer)
    settle(qt_desk, qtbot)
    qtbot.waitUntil(drawer.list.hasFocus)
    assert [request.objections for request in drawer.requests] == [2, 0]
    assert drawer.primary is not None
    assert drawer.primary.text().strip() == "Approve with the reason"
    QTest.keyClick(focused(), K.Key_A)
    assert file_desk.ask(OneBooking(long)).details.pending  # it asks why instead
    type_in("The choir comes once a year")
    QTest.keyClick(focused(), K.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    details = file_desk.ask(OneBooking(long)).details
    assert (details.pending, details.override_reason) == (False, "The choir comes once a year")
    drawer.focus_first()
    QTest.keyClick(focused(), K.Key_R)
    type_in("Painted")
    drawer.focus_first()
    QTest.keyClick(focused(), K.Key_R)
    settle(qt_desk, qtbot)
    assert file_desk.ask(OneBooking(fine)).decision == "Painted"
    assert drawer.empty.isVisible()
