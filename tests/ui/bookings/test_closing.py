"""Closing over bookings, whom to tell and the waiting list, by keyboard in their drawers."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bookings.actions import BookRoom
from app.bookings.queries import DayBoard
from app.bookings.room_queries import ClosuresFrom
from app.desk import Desk
from app.errors import Refused
from app.ids import new_id
from app.slot import Place
from tests.making.bookings import THURSDAY, details, make_booking, slot
from tests.making.events import make_event
from tests.ui.bookings.by_hand import K, Rooms, Show
from tests.ui.conftest import settle
from ui.bookings.closure import ClosureDrawer
from ui.bookings.form import BookingDrawer
from ui.bookings.tab import BookingsTab
from ui.bookings.telling import TellingDrawer
from ui.bookings.waiting import WaitingDrawer
from ui.desk import QtDesk

FRIDAY = date(2026, 10, 16)
CONTROL = Qt.KeyboardModifier.ControlModifier


def line_of(tab: BookingsTab, text: str) -> None:
    """Choose a line of the menu More…"""
    menu = tab.more.menu_now()
    next(one for one in menu.actions() if one.text() == text).trigger()


def in_focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_room_is_closed_and_what_lay_there_is_told(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Hall"], "10:00", "11:00", day=FRIDAY)
    make_booking(file_desk, rooms["Class"], "12:00", "13:00", "Dance", day=FRIDAY, people=4)
    tab = show()
    assert tab.calls.to_tell.isHidden()
    line_of(tab, "Close rooms…")
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, ClosureDrawer)
    there = drawer.in_the_way
    assert [row.title for row in there.rows] == ["Choir", "Dance"]
    assert [row.others for row in there.rows] == [(), ()]
    drawer.fields.room.set_value(rooms["Class"])
    drawer.fields.room.picked.emit(rooms["Class"])
    settle(qt_desk, qtbot)
    assert there.question.label.text() == ("1 booking lies in this time. What should become of it?")
    assert [button.text() for button in there.move_buttons] == ["Move to Small", "Move to Hall"]
    drawer.fields.reason.setFocus()
    QTest.keyClicks(in_focus(), "Floor")
    there.ways.cards[0].setFocus()
    QTest.keyClick(in_focus(), K.Key_Down)
    QTest.keyClick(in_focus(), K.Key_Down)
    assert drawer.primary is not None
    assert drawer.primary.accessibleName() == "Close and cancel 1 booking"
    there.table.setFocus()
    QTest.keyClick(there.table, K.Key_Space)
    assert there.counted.text() == "told 1 of 1"
    QTest.keyClick(there.table, K.Key_Space)
    QTest.keyClick(there.table, K.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    assert len(file_desk.ask(ClosuresFrom(THURSDAY))) == 1
    assert [card.title for card in file_desk.ask(DayBoard(FRIDAY)).cards] == ["Choir"]
    assert tab.calls.to_tell.accessibleName() == "Whom to tell: 1 booking"
    QTest.keyClick(tab.calls.to_tell, K.Key_Return)
    settle(qt_desk, qtbot)
    telling = tab.drawers.shown
    assert isinstance(telling, TellingDrawer)
    assert telling.words.text() == (
        "“Dance” is cancelled: Fri, 16 Oct 12:00–13:00, Class. Reason: Floor"
    )
    QTest.keyClick(telling.table, K.Key_Space)
    settle(qt_desk, qtbot)
    assert telling.counted.text() == "told 1 of 1"
    assert tab.calls.to_tell.isHidden()
    telling.dismiss()
    qt_desk.undo()
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert len(file_desk.ask(DayBoard(FRIDAY)).cards) == 2
    assert file_desk.ask(ClosuresFrom(THURSDAY)) == ()


def test_closing_begins_with_the_day_that_is_shown(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.show_day(date(2026, 10, 22))
    tab.drawers.close_rooms()
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, ClosureDrawer)
    assert (drawer.fields.first.day(), drawer.fields.last.day()) == (date(2026, 10, 22),) * 2


def test_it_is_said_that_an_event_stays(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_event(file_desk, rooms["Class"], day=FRIDAY)
    tab = show()
    tab.drawers.close_rooms(rooms["Class"])
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, ClosureDrawer)
    model = drawer.in_the_way.table.model()
    assert "stays: an event" in [model.index(0, n).data() for n in range(model.columnCount())]


def test_a_booking_is_moved_out_of_the_way_first(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Class"], "12:00", "13:00", "Dance", day=FRIDAY, people=20)
    tab = show()
    tab.drawers.close_rooms(rooms["Class"])
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, ClosureDrawer)
    (move,) = drawer.in_the_way.move_buttons
    QTest.keyClick(move, K.Key_Return)
    settle(qt_desk, qtbot)
    assert drawer.in_the_way.isHidden()
    (card,) = file_desk.ask(DayBoard(FRIDAY)).cards
    assert card.room_id == rooms["Hall"]


def test_who_finds_a_room_taken_waits_and_is_booked_when_it_comes_free(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "14:00", "15:00")
    tab = show()
    tab.book(Place(rooms["Hall"], slot("14:00", "15:00")))
    form = tab.drawers.shown
    assert isinstance(form, BookingDrawer)
    QTest.keyClicks(form.name, "Rehearsal")
    settle(qt_desk, qtbot)
    QTest.keyClick(form.name, K.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    wait = form.offers[-1]
    assert wait.accessibleName() == "Put on the waiting list"
    QTest.keyClick(wait, K.Key_Return)
    settle(qt_desk, qtbot)
    assert tab.drawers.shown is None
    assert tab.calls.waiting.isHidden()
    tab.planner.setFocus()
    tab.planner.choose(choir)
    QTest.keyClick(tab.planner, K.Key_C)
    settle(qt_desk, qtbot)
    assert tab.calls.waiting.accessibleName() == "Waiting list: 1 could have a room now"
    QTest.keyClick(tab.calls.waiting, K.Key_Return)
    settle(qt_desk, qtbot)
    waiting = tab.drawers.shown
    assert isinstance(waiting, WaitingDrawer)
    assert waiting.words.text() == "Wanted: Hall. Hall can be had now."
    waiting.table.setFocus()
    QTest.keyClick(waiting.table, K.Key_Return)
    settle(qt_desk, qtbot)
    assert [card.title for card in file_desk.ask(DayBoard(THURSDAY)).cards] == ["Rehearsal"]
    assert waiting.table.rows == ()
    assert waiting.hint.text().startswith("Nobody waits.")
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert [row.title for row in waiting.table.rows] == ["Rehearsal"]


def test_what_is_refused_in_the_list_stays_there(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Hall"], "14:00", "15:00")
    try:
        file_desk.do(BookRoom(new_id(), details(rooms["Hall"], "14:00", "15:00", "Dance")))
    except Refused as refusal:
        file_desk.do(refusal.offers[-1].action)
    tab = show()
    line_of(tab, "Waiting list…")
    settle(qt_desk, qtbot)
    waiting = tab.drawers.shown
    assert isinstance(waiting, WaitingDrawer)
    assert not waiting.book.isEnabled()
    assert "Hall is taken: “Choir”" in waiting.words.text()
    QTest.keyClick(waiting.any_room, K.Key_Return)
    settle(qt_desk, qtbot)
    assert waiting.book.isEnabled()
    assert waiting.any_room.accessibleName() == "Only this room"
    QTest.keyClick(waiting.off, K.Key_Return)
    settle(qt_desk, qtbot)
    assert waiting.table.rows == ()
