"""Finding a free room and booking it."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.slot import Place
from tests.making.bookings import slot
from tests.ui.bookings.by_hand import CONTROL, K, Rooms, Show
from tests.ui.conftest import settle
from ui.bookings.find import FindDrawer
from ui.bookings.form import BookingDrawer
from ui.desk import QtDesk


def test_finding_a_room_and_booking_it(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.show_this("find")
    finder = tab.drawers.shown
    assert isinstance(finder, FindDrawer)
    finder.people.setValue(25)
    finder.search()
    settle(qt_desk, qtbot)
    assert finder.primary is not None
    assert finder.primary.text().strip() == "Book 08:00–10:00"
    QTest.keyClick(finder.people, K.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    assert drawer.place.place() == Place(rooms["Class"], slot("8:00", "10:00"))
    assert drawer.place.people.value() == 25
