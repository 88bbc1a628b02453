"""Dragging on the board: moving, resizing, drawing, and springing back."""

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.action import Change
from app.bookings.queries import DayBoard
from app.desk import Desk
from app.errors import Refused
from app.events.queries import AgendaDay
from app.language import words
from app.slot import Place
from tests.making.bookings import THURSDAY, make_booking, slot
from tests.making.events import make_event
from tests.ui.bookings.by_hand import (
    CONTROL,
    LEFT,
    NO,
    SHIFT,
    K,
    Rooms,
    Show,
    drag,
    place_of,
    point,
)
from tests.ui.conftest import settle
from ui.bookings.form import BookingDrawer
from ui.desk import QtDesk


def test_dragging_a_booking_moves_it(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    tab = show()
    drag(tab, point(tab, 0, "10:30"), point(tab, 1, "14:40"))
    settle(qt_desk, qtbot)
    assert place_of(file_desk, choir) == Place(rooms["Class"], slot("14:15", "15:15"))
    settle(qt_desk, qtbot)
    assert tab.planner.spot is not None
    assert tab.planner.spot.booking_id == choir
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert place_of(file_desk, choir) == Place(rooms["Hall"], slot("10:00", "11:00"))


def test_dragging_the_block_of_an_event_moves_its_session(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, rooms["Hall"], start="10:00", end="11:00")
    said: list[Change] = []
    qt_desk.changed.connect(said.append)
    tab = show()
    drag(tab, point(tab, 0, "10:30"), point(tab, 1, "14:40"))
    settle(qt_desk, qtbot)
    (card,) = file_desk.ask(DayBoard(THURSDAY)).cards
    assert card.place == Place(rooms["Class"], slot("14:15", "15:15"))
    (row,) = file_desk.ask(AgendaDay(THURSDAY))
    assert (row.session_id, row.start) == (event.session_id, card.slot.start)
    assert [words(one.message) for one in said] == [
        "“Pottery for families” moved to Class, 15 Oct, 14:15–15:15"
    ]
    qt_desk.undo()
    settle(qt_desk, qtbot)
    (card,) = file_desk.ask(DayBoard(THURSDAY)).cards
    assert card.place == Place(rooms["Hall"], slot("10:00", "11:00"))


def test_a_drop_on_a_clash_springs_back_and_says_why(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    make_booking(file_desk, rooms["Class"], "14:00", "16:00", "Exam", holder="School")
    said: list[Refused] = []
    qt_desk.refused.connect(said.append)
    tab = show()
    drag(tab, point(tab, 0, "10:30"), point(tab, 1, "14:40"))
    settle(qt_desk, qtbot)
    assert [str(one) for one in said] == ["Class is taken: “Exam” (School), 14:00–16:00."]
    assert place_of(file_desk, choir).room_id == rooms["Hall"]
    assert tab.planner.ghost is None


def test_dragging_an_end_makes_it_longer_by_five_minutes_with_shift(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    tab = show()
    tab.planner.choose(choir)
    handle = point(tab, 0, "11:00", 0.49)
    drag(tab, handle, point(tab, 0, "12:20", 0.49), SHIFT)
    settle(qt_desk, qtbot)
    assert place_of(file_desk, choir).slot == slot("10:00", "12:20")


def test_a_click_is_no_drag(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    tab = show()
    QTest.mouseClick(tab.planner.viewport(), LEFT, NO, point(tab, 0, "10:30"))
    settle(qt_desk, qtbot)
    assert tab.planner.spot is not None
    assert tab.planner.spot.booking_id == choir
    assert place_of(file_desk, choir).slot == slot("10:00", "11:00")


def test_drawing_free_time_books_it(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    drag(tab, point(tab, 1, "13:00"), point(tab, 1, "14:30"))
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    QTest.keyClicks(drawer.name, "Rehearsal")
    settle(qt_desk, qtbot)
    QTest.keyClick(drawer.name, K.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    (card,) = file_desk.ask(DayBoard(THURSDAY)).cards
    assert (card.title, card.place) == ("Rehearsal", Place(rooms["Class"], slot("13:00", "14:30")))
    assert tab.drawers.shown is None


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_booking_confirms_it(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Hall"], "10:00", "11:00", pending=True)
    tab = show()
    spot = point(tab, 0, "10:30")
    view = tab.planner.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, view.mapToGlobal(spot))
    QApplication.sendEvent(view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    confirm = next(action for action in menu.actions() if action.text() == "Confirm")
    confirm.trigger()
    menu.close()
    settle(qt_desk, qtbot)
    assert not file_desk.ask(DayBoard(THURSDAY)).cards[0].pending


def test_a_double_click_opens_a_booking_or_books_free_time(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    tab = show()
    for column, title in ((0, "Choir"), (1, "")):
        where = point(tab, column, "10:10")
        QTest.mouseDClick(tab.planner.viewport(), LEFT, NO, where)
        QTest.mouseRelease(tab.planner.viewport(), LEFT, NO, where)
        settle(qt_desk, qtbot)
        drawer = tab.drawers.shown
        assert isinstance(drawer, BookingDrawer)
        assert drawer.name.text() == title
        drawer.dismiss()
