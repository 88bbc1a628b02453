"""The week: of one room on the same board, and of all rooms as lanes."""

from datetime import time, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bookings.board import BookingCard, Column
from app.bookings.queries import SpanBoard
from app.centre.actions import SetOpeningHours
from app.desk import Desk
from app.errors import Refused
from app.slot import Place
from tests.making.bookings import THURSDAY, make_booking, make_closure, slot
from tests.ui.bookings.by_hand import LEFT, NO, K, Rooms, Show, drag, move, point, press
from tests.ui.conftest import settle
from ui.bookings.form import BookingDrawer
from ui.bookings.lanes import Lanes
from ui.bookings.span import View
from ui.bookings.strips import strips_of
from ui.bookings.tab import BookingsTab
from ui.desk import QtDesk

MONDAY = THURSDAY - timedelta(days=3)
WEDNESDAY, FRIDAY = THURSDAY - timedelta(days=1), THURSDAY + timedelta(days=1)
THU = 3
"""Thursday's column."""


def card_of(desk: Desk, booking_id: object) -> BookingCard:
    board = desk.ask(SpanBoard(MONDAY, 7))
    return next(card for card in board.cards if card.id == booking_id)


def week_of_hall(tab: BookingsTab, qt_desk: QtDesk, qtbot: QtBot) -> None:
    """From the day by keys: R."""
    tab.planner.setFocus()
    press(tab, K.Key_R)
    settle(qt_desk, qtbot)
    tab.planner.setFocus()


def lanes_of(tab: BookingsTab, qt_desk: QtDesk, qtbot: QtBot) -> Lanes:
    tab.views.choose(View.WEEK)
    settle(qt_desk, qtbot)
    tab.views.lanes.setFocus()
    return tab.views.lanes


def keys(lanes: Lanes, *wanted: K) -> None:
    for key in wanted:
        QTest.keyClick(lanes, key)


def in_cell(lanes: Lanes, row: int, column: int, down: int = 30) -> QPoint:
    return lanes.grid.box(row, column).topLeft().toPoint() + QPoint(30, down)


def test_in_the_week_of_a_room_arrows_go_to_other_days(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    make_booking(file_desk, rooms["Hall"], "10:30", "12:00", "Exam", day=FRIDAY)
    make_booking(file_desk, rooms["Class"], "10:00", "11:00", "Elsewhere", day=WEDNESDAY)
    tab = show()
    week_of_hall(tab, qt_desk, qtbot)
    board = tab.planner.board
    assert board is not None
    assert [column.day for column in board.columns] == [MONDAY + timedelta(n) for n in range(7)]
    tab.planner.choose(choir)
    press(tab, K.Key_M, K.Key_Right)
    assert tab.planner.accessibleDescription() == (
        "Hall, Friday, 16 October, from 10:00 to 11:00. Hall is taken: “Exam”, 10:30–12:00."
    )
    assert tab.planner.ghost is not None
    assert tab.planner.ghost.columns_not_free == {Column(rooms["Hall"], FRIDAY)}
    press(tab, K.Key_Left, K.Key_Left, K.Key_Down, K.Key_Return)
    settle(qt_desk, qtbot)
    assert card_of(file_desk, choir).place == Place(
        rooms["Hall"], slot("10:15", "11:15", WEDNESDAY)
    )
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert card_of(file_desk, choir).place == Place(rooms["Hall"], slot("10:00", "11:00"))


def test_a_booking_is_dragged_to_another_day_and_its_end_stays_on_its_own(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    tab = show()
    week_of_hall(tab, qt_desk, qtbot)
    drag(tab, point(tab, THU, "10:30"), point(tab, 0, "14:40"))
    settle(qt_desk, qtbot)
    assert card_of(file_desk, choir).slot == slot("14:15", "15:15", MONDAY)
    drag(tab, point(tab, 0, "15:15", 0.49), point(tab, 2, "17:00", 0.49))
    settle(qt_desk, qtbot)
    assert card_of(file_desk, choir).slot == slot("14:15", "17:00", MONDAY)
    drag(tab, point(tab, 1, "9:00"), point(tab, 1, "10:30"))
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    there = slot("9:00", "10:30", MONDAY + timedelta(days=1))
    assert drawer.place.place() == Place(rooms["Hall"], there)


def test_each_day_of_a_week_is_open_and_closed_as_it_is(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    for weekday in range(5):
        file_desk.do(SetOpeningHours(weekday, None, (time(9), time(20))))
    make_closure(file_desk, None, "9:00", "20:00", "Repairs")
    board = file_desk.ask(SpanBoard(MONDAY, 7))
    closed = [board.is_closed(Column(rooms["Hall"], day)) for day in board.dates]
    assert closed == [False, False, False, True, False, True, True]
    strips = [strip for strip in strips_of(board) if strip.column.room_id == rooms["Hall"]]
    assert [strip.is_closed for strip in strips] == [False] * 5 + [True] * 2
    tab = show()
    week_of_hall(tab, qt_desk, qtbot)
    interface = QAccessible.queryAccessibleInterface(tab.planner)
    assert interface.text(QAccessible.Text.Name) == (
        "Week of a room: Hall, 12–18 October, 0 bookings"
    )


def test_lanes_are_walked_opened_and_booked_by_keys(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Class"], "10:00", "11:00", day=FRIDAY)
    tab = show()
    lanes = lanes_of(tab, qt_desk, qtbot)
    assert lanes.accessibleDescription() == "Hall, Thursday, 15 October, 0 bookings"
    keys(lanes, K.Key_Down, K.Key_Right)
    assert lanes.accessibleDescription() == "Class, Friday, 16 October, 1 booking"
    keys(lanes, K.Key_N)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    place = drawer.place.place()
    assert place is not None
    assert (place.room_id, place.slot.start.date()) == (rooms["Class"], FRIDAY)
    drawer.dismiss()
    lanes.setFocus()
    keys(lanes, K.Key_Return)
    settle(qt_desk, qtbot)
    assert tab.planner.hasFocus()
    assert tab.planner.board is not None
    assert (tab.planner.board.day, tab.planner.board.days) == (FRIDAY, 1)
    assert tab.planner.spot is not None
    assert tab.planner.spot.place.room_id == rooms["Class"]
    QTest.keyClick(tab.planner, K.Key_2, Qt.KeyboardModifier.AltModifier)
    settle(qt_desk, qtbot)
    assert lanes.hasFocus()
    keys(lanes, K.Key_R)
    settle(qt_desk, qtbot)
    assert tab.planner.hasFocus()
    assert tab.planner.board.only is not None


def test_a_chip_is_moved_by_keys_and_keeps_its_time(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    make_booking(file_desk, rooms["Class"], "10:30", "12:00", "Exam", day=FRIDAY)
    tab = show()
    lanes = lanes_of(tab, qt_desk, qtbot)
    keys(lanes, K.Key_Tab)
    assert lanes.accessibleDescription() == (
        "Hall, Thursday, 15 October, 10:00–11:00, Choir, Association"
    )
    keys(lanes, K.Key_M, K.Key_Down, K.Key_Right)
    why = "Class, Friday, 16 October, from 10:00 to 11:00. Class is taken: “Exam”, 10:30–12:00."
    assert lanes.accessibleDescription() == why
    keys(lanes, K.Key_Down, K.Key_Return)
    settle(qt_desk, qtbot)
    assert card_of(file_desk, choir).place == Place(rooms["Small"], slot("10:00", "11:00", FRIDAY))
    assert lanes.card is not None
    assert lanes.card.id == choir
    keys(lanes, K.Key_E, K.Key_Down, K.Key_Return)
    settle(qt_desk, qtbot)
    assert card_of(file_desk, choir).slot == slot("10:00", "11:15", FRIDAY)
    keys(lanes, K.Key_D)
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    drawer.dismiss()
    lanes.setFocus()
    keys(lanes, K.Key_C)
    settle(qt_desk, qtbot)
    assert [card.title for card in file_desk.ask(SpanBoard(MONDAY, 7)).cards] == ["Exam"]


def test_a_chip_is_dragged_to_another_cell_or_springs_back(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    make_booking(file_desk, rooms["Class"], "10:30", "12:00", "Exam", day=FRIDAY)
    said: list[Refused] = []
    qt_desk.refused.connect(said.append)
    tab = show()
    lanes = lanes_of(tab, qt_desk, qtbot)
    _drag(lanes, in_cell(lanes, 0, THU), in_cell(lanes, 1, THU + 1))
    settle(qt_desk, qtbot)
    assert [str(one) for one in said] == ["Class is taken: “Exam”, 10:30–12:00."]
    assert card_of(file_desk, choir).place == Place(rooms["Hall"], slot("10:00", "11:00"))
    _drag(lanes, in_cell(lanes, 0, THU), in_cell(lanes, 2, 0))
    settle(qt_desk, qtbot)
    assert card_of(file_desk, choir).place == Place(rooms["Small"], slot("10:00", "11:00", MONDAY))
    where = in_cell(lanes, 1, 0, 60)
    QTest.mouseDClick(lanes.viewport(), LEFT, NO, where)
    QTest.mouseRelease(lanes.viewport(), LEFT, NO, where)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    place = drawer.place.place()
    assert place is not None
    assert (place.room_id, place.slot.start.date()) == (rooms["Class"], MONDAY)


def _drag(lanes: Lanes, begin: QPoint, end: QPoint) -> None:
    view = lanes.viewport()
    QTest.mousePress(view, LEFT, NO, begin)
    move(view, begin + QPoint(0, 8), NO)
    move(view, end, NO)
    QTest.mouseRelease(view, LEFT, NO, end)
