"""Everything the mouse can, by keys, with each step put into words."""

from datetime import time, timedelta

from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bookings.board import Board
from app.bookings.queries import DayBoard
from app.centre.actions import SetOpeningHours
from app.desk import Desk
from app.slot import Place
from tests.making.bookings import THURSDAY, make_booking, make_room, slot
from tests.making.bookings import at as moment
from tests.ui.bookings.by_hand import NO, SHIFT, K, Rooms, Show, place_of, press
from tests.ui.conftest import settle
from ui.bookings.cursor import at, to_book
from ui.bookings.form import BookingDrawer
from ui.bookings.tab import BookingsTab
from ui.desk import QtDesk

FRIDAY = THURSDAY + timedelta(days=1)


def _board(tab: BookingsTab) -> Board:
    assert tab.planner.board is not None
    return tab.planner.board


def _proposed(tab: BookingsTab) -> Place:
    """Where the form would book; it is closed again."""
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    place = drawer.place.place()
    assert place is not None
    drawer.dismiss()
    tab.planner.setFocus()
    return place


def test_moving_by_keys_speaks_at_each_step(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    make_booking(file_desk, rooms["Class"], "10:00", "12:00", "Exam")
    tab = show()
    tab.planner.choose(choir)
    press(tab, K.Key_M, K.Key_Right)
    assert tab.planner.accessibleDescription() == (
        "Class, from 10:00 to 11:00. Class is taken: “Exam”, 10:00–12:00."
    )
    press(tab, *[K.Key_Down] * 8)
    assert tab.planner.accessibleDescription() == "Class, from 12:00 to 13:00, free"
    press(tab, K.Key_Down, modifiers=SHIFT)
    press(tab, K.Key_Return)
    settle(qt_desk, qtbot)
    assert place_of(file_desk, choir) == Place(rooms["Class"], slot("12:05", "13:05"))


def test_start_end_and_escape(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    tab = show()
    tab.planner.choose(choir)
    press(tab, K.Key_S, K.Key_Up, K.Key_Return)
    settle(qt_desk, qtbot)
    press(tab, K.Key_E, K.Key_Down, K.Key_Down, K.Key_Return)
    settle(qt_desk, qtbot)
    assert place_of(file_desk, choir).slot == slot("9:45", "11:30")
    press(tab, K.Key_M, K.Key_Down, K.Key_Escape)
    settle(qt_desk, qtbot)
    assert place_of(file_desk, choir).slot == slot("9:45", "11:30")


def test_letters_work_on_a_ukrainian_keyboard(show: Show, rooms: Rooms, file_desk: Desk) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    tab = show()
    tab.planner.choose(choir)
    QTest.sendKeyEvent(QTest.KeyAction.Click, tab.planner, K(0x42C), "ь", NO)
    assert tab.planner.ghost is not None


def test_tab_goes_from_booking_to_booking_and_leaves(
    show: Show, rooms: Rooms, file_desk: Desk
) -> None:
    first = make_booking(file_desk, rooms["Hall"], "14:00", "15:00")
    second = make_booking(file_desk, rooms["Class"], "9:00", "10:00")
    tab = show()
    press(tab, K.Key_Home, K.Key_Tab)
    assert tab.planner.spot is not None
    assert tab.planner.spot.booking_id == first
    press(tab, K.Key_Tab)
    assert tab.planner.spot.booking_id == second
    press(tab, K.Key_Tab)
    assert not tab.planner.hasFocus()
    tab.planner.setFocus()
    press(tab, K.Key_Backtab, modifiers=SHIFT)
    assert tab.planner.spot.booking_id == first


def test_enter_on_free_time_books_there_and_shift_makes_it_longer(
    show: Show, rooms: Rooms, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    assert tab.planner.accessibleDescription() == "Hall, from 12:00 to 12:30, free"
    press(tab, K.Key_Right)
    press(tab, K.Key_Down, modifiers=SHIFT)
    press(tab, K.Key_Return)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    assert drawer.place.place() == Place(rooms["Class"], slot("12:00", "13:00"))


def test_a_new_booking_begins_after_now_and_after_what_is_booked(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Hall"], "9:00", "10:00")
    make_booking(file_desk, rooms["Hall"], "12:00", "14:00")
    tab = show()
    tab.planner.go_to(at(_board(tab), rooms["Hall"], moment("9:30")))
    press(tab, K.Key_N)
    assert _proposed(tab) == Place(rooms["Hall"], slot("14:00", "14:30"))
    tab.planner.go_to(at(_board(tab), rooms["Class"], moment("8:00")))
    tab.book_button.click()
    assert _proposed(tab) == Place(rooms["Class"], slot("12:00", "12:30"))


def test_a_booking_into_the_past_is_made_on_purpose(
    show: Show, rooms: Rooms, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.planner.go_to(at(_board(tab), rooms["Class"], moment("9:00")))
    press(tab, K.Key_Return)
    assert _proposed(tab) == Place(rooms["Class"], slot("9:00", "9:30"))


def test_on_another_day_a_new_booking_begins_when_the_centre_opens(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    file_desk.do(SetOpeningHours(FRIDAY.weekday(), None, (time(9), time(20))))
    tab = show()
    tab.show_day(FRIDAY)
    settle(qt_desk, qtbot)
    tab.setFocus()
    tab.book_button.click()
    assert _proposed(tab) == Place(rooms["Hall"], slot("9:00", "9:30", FRIDAY))
    press(tab, K.Key_N)  # in the planner one sees the cursor, and means it
    assert _proposed(tab) == Place(rooms["Hall"], slot("12:00", "12:30", FRIDAY))


def test_late_in_the_evening_nothing_past_is_proposed(
    show: Show, rooms: Rooms, file_desk: Desk
) -> None:
    tab = show()
    there = to_book(_board(tab), at(_board(tab), rooms["Hall"], moment("9:00")), moment("23:40"))
    assert there.slot.start == moment("23:45")


def test_cancel_and_duplicate_by_key(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00", people=7)
    tab = show()
    tab.planner.choose(choir)
    press(tab, K.Key_D)
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    assert (drawer.name.text(), drawer.place.people.value()) == ("Choir", 7)
    QTest.keyClick(drawer, K.Key_Escape)
    press(tab, K.Key_C)
    settle(qt_desk, qtbot)
    assert file_desk.ask(DayBoard(THURSDAY)).cards == ()


def test_days_go_by(show: Show, rooms: Rooms, qt_desk: QtDesk, qtbot: QtBot) -> None:
    tab = show()
    press(tab, K.Key_PageDown)
    settle(qt_desk, qtbot)
    assert tab.planner.board is not None
    assert tab.planner.board.day == THURSDAY + timedelta(days=1)
    tab.jump_to_now()
    settle(qt_desk, qtbot)
    assert tab.planner.board.day == THURSDAY


def test_parts_of_a_hall_open_and_fold(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_room(file_desk, "Part A", part_of_id=rooms["Hall"])
    tab = show()
    assert tab.planner.board is not None
    assert [room.name for room in tab.planner.board.shown] == ["Hall", "Class", "Small"]
    QTest.keyClicks(tab.planner, "+")
    settle(qt_desk, qtbot)
    assert [room.name for room in tab.planner.board.shown] == ["Hall", "Part A", "Class", "Small"]
    QTest.keyClicks(tab.planner, "-")
    settle(qt_desk, qtbot)
    assert len(tab.planner.board.columns) == 3


def test_a_screen_reader_meets_a_table_with_a_name(
    show: Show, rooms: Rooms, file_desk: Desk
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00", holder="Seniors")
    tab = show()
    tab.planner.choose(choir)
    interface = QAccessible.queryAccessibleInterface(tab.planner)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Rooms of the day: 3 rooms, 1 booking"
    assert interface.text(QAccessible.Text.Description) == (
        "Hall, 10:00–11:00, Choir, Seniors, Association"
    )
