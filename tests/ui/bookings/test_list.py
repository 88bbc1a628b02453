"""The list: the same day, the same verbs."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.bookings.status import CancelBooking
from app.desk import Desk
from app.slot import Place
from tests.making.bookings import make_booking, make_closure, slot
from tests.ui.bookings.by_hand import K, Rooms, Show, place_of
from tests.ui.conftest import settle
from ui.bookings.day_model import STATE, TIME, TITLE, DayModel
from ui.bookings.span import View
from ui.desk import QtDesk


def test_the_list_shows_the_same_day_with_the_same_verbs(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    gone = make_booking(file_desk, rooms["Class"], "9:00", "10:00", "Gone", pending=True)
    file_desk.do(CancelBooking(gone))
    make_closure(file_desk, None, "18:00", "19:00", "Fire drill")
    tab = show()
    tab.views.choose(View.LIST)
    model = tab.list.model()
    assert isinstance(model, DayModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    texts = [
        [model.index(row, column).data() for column in (TIME, TITLE, STATE)] for row in range(3)
    ]
    assert texts == [
        ["09:00–10:00", "Gone", "Cancelled"],
        ["10:00–11:00", "Choir", "Confirmed"],
        ["18:00–19:00", "Fire drill", "Closed"],
    ]
    assert model.index(0, TITLE).data(Qt.ItemDataRole.FontRole).strikeOut()
    assert tab.list.counted() == "1 booking, 1 closure, 1 cancelled"
    tab.list.setFocus()
    tab.list.selectRow(1)
    for key in (K.Key_M, K.Key_Right, K.Key_Down, K.Key_Return):
        QTest.keyClick(tab.list, key)
    settle(qt_desk, qtbot)
    assert place_of(file_desk, choir) == Place(rooms["Class"], slot("10:15", "11:15"))
    assert tester.model() is model
