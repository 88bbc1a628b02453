"""Finding a free room and booking it."""

from datetime import time, timedelta

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.slot import Place
from tests.making.bookings import THURSDAY, at, slot
from tests.ui.bookings.by_hand import CONTROL, K, Rooms, Show
from tests.ui.conftest import settle
from ui.bookings.find import FindDrawer
from ui.bookings.form import BookingDrawer
from ui.desk import QtDesk
from ui.kit.labels import Label


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
    assert finder.primary.text().strip() == "Book 12:00–14:00"
    QTest.keyClick(finder.people, K.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    assert drawer.place.place() == Place(rooms["Class"], slot("12:00", "14:00"))
    assert drawer.place.people.value() == 25


def test_nothing_past_is_proposed_today_and_all_of_another_day(
    show: Show, rooms: Rooms, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.show_day(THURSDAY - timedelta(days=1))
    tab.find_room()
    finder = tab.drawers.shown
    assert isinstance(finder, FindDrawer)
    wish = finder.wish()
    assert wish is not None
    assert (wish.day, wish.not_before) == (THURSDAY, at("12:00"))
    finder.when.set_value((time(8), time(12)))
    finder.search()
    settle(qt_desk, qtbot)
    said = [label.text() for label in finder.findChildren(Label)]
    assert "This part of the day is over." in said
    finder.day.set_day(THURSDAY + timedelta(days=1))
    finder.search()
    settle(qt_desk, qtbot)
    assert finder.primary is not None
    assert finder.primary.text().strip() == "Book 08:00–10:00"
