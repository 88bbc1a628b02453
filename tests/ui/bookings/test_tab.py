"""The bookings tab through real keys and a real mouse."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bookings.queries import DayBoard
from app.bookings.status import CancelBooking
from app.desk import Desk
from app.errors import Refused
from app.language import Language, use
from app.slot import Place
from tests.making.bookings import THURSDAY, at, make_booking, make_closure, make_room, slot
from tests.ui.conftest import settle
from ui import theme
from ui.bookings.day_model import STATE, TIME, TITLE, DayModel
from ui.bookings.find import FindDrawer
from ui.bookings.form import BookingDrawer
from ui.bookings.tab import LIST, BookingsTab
from ui.desk import QtDesk

Show = Callable[[], BookingsTab]
Rooms = dict[str, UUID]
NO = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def place_of(desk: Desk, booking_id: UUID) -> Place:
    card = desk.ask(DayBoard(THURSDAY)).card(booking_id)
    assert card is not None
    return card.place


def point(tab: BookingsTab, column: int, clock: str, across: float = 0.3) -> QPoint:
    geometry = tab.planner.geometry_
    x = geometry.x(column) + geometry.column_width * across
    return QPointF(x, geometry.y(at(clock))).toPoint()


def drag(tab: BookingsTab, begin: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NO) -> None:
    view = tab.planner.viewport()
    QTest.mousePress(view, LEFT, modifiers, begin)
    move(view, begin + QPoint(0, 8), modifiers)
    move(view, end, modifiers)
    QTest.mouseRelease(view, LEFT, modifiers, end)


def move(view: QWidget, to: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    """With the button held, which QTest.mouseMove does not do."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(to), view.mapToGlobal(QPointF(to)), LEFT, LEFT, modifiers
    )
    QApplication.sendEvent(view, event)


def press(tab: BookingsTab, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
    for key in keys:
        QTest.keyClick(tab.planner, key, modifiers)


K = Qt.Key


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
    QTest.keyClick(drawer.name, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qt_desk, qtbot)
    (card,) = file_desk.ask(DayBoard(THURSDAY)).cards
    assert (card.title, card.place) == ("Rehearsal", Place(rooms["Class"], slot("13:00", "14:30")))
    assert tab.drawers.shown is None


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
    assert tab.planner.accessibleDescription() == "Hall, from 11:30 to 12:00, free"
    press(tab, K.Key_Right)
    press(tab, K.Key_Down, modifiers=SHIFT)
    press(tab, K.Key_Return)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    assert drawer.place.place() == Place(rooms["Class"], slot("11:30", "12:30"))


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


def test_the_form_answers_while_one_chooses(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Hall"], "12:00", "14:00", "Exam")
    tab = show()
    tab.book(Place(rooms["Hall"], slot("13:00", "15:00")))
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    settle(qt_desk, qtbot)
    note = drawer.place.answer.note
    assert note is not None
    assert note.label.text() == "Hall is taken: “Exam”, 12:00–14:00."
    drawer.place.answer.taken.emit(Place(rooms["Class"], slot("13:00", "15:00")))
    qtbot.waitUntil(lambda: "is free" in answer_of(drawer))
    assert answer_of(drawer) == "The room is free from 13:00 to 15:00"
    drawer.place.start.set_time(at("16:00").time())
    drawer.place.start.changed.emit(at("16:00").time())
    assert drawer.place.end.at() == at("18:00").time()


def answer_of(drawer: BookingDrawer) -> str:
    note = drawer.place.answer.note
    return note.label.text() if note else ""


def test_a_refused_form_keeps_what_was_typed_and_offers_a_way_out(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.book(Place(rooms["Hall"], slot("13:00", "15:00")))
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    drawer.keep()
    assert file_desk.ask(DayBoard(THURSDAY)).cards == ()
    QTest.keyClicks(drawer.name, "Rehearsal")
    settle(qt_desk, qtbot)
    make_booking(file_desk, rooms["Hall"], "14:00", "15:00", "Quicker")
    drawer.keep()
    settle(qt_desk, qtbot)
    assert drawer.isVisible()
    assert drawer.name.text() == "Rehearsal"
    refusal = drawer.refusal
    assert refusal is not None
    assert "“Quicker”" in refusal.label.text()
    drawer.offers[0].click()
    settle(qt_desk, qtbot)
    cards = {card.title: card.room_id for card in file_desk.ask(DayBoard(THURSDAY)).cards}
    assert cards == {"Quicker": rooms["Hall"], "Rehearsal": rooms["Class"]}


def test_opening_a_booking_and_saving_a_change(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00", holder="Seniors", people=5)
    tab = show()
    tab.planner.choose(choir)
    press(tab, K.Key_Return)
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    assert drawer.holder.text() == "Seniors"
    drawer.name.setText("Mixed choir")
    drawer.pending.click()
    drawer.keep()
    settle(qt_desk, qtbot)
    (card,) = file_desk.ask(DayBoard(THURSDAY)).cards
    assert (card.title, card.pending, card.people, card.holder) == (
        "Mixed choir",
        True,
        5,
        "Seniors",
    )


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
    QTest.keyClick(finder.people, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    assert drawer.place.place() == Place(rooms["Class"], slot("8:00", "10:00"))
    assert drawer.place.people.value() == 25


def test_the_list_shows_the_same_day_with_the_same_verbs(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00")
    gone = make_booking(file_desk, rooms["Class"], "9:00", "10:00", "Gone", pending=True)
    file_desk.do(CancelBooking(gone))
    make_closure(file_desk, None, "18:00", "19:00", "Fire drill")
    tab = show()
    tab.views.choose(LIST)
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


def test_days_go_by(show: Show, rooms: Rooms, qt_desk: QtDesk, qtbot: QtBot) -> None:
    tab = show()
    press(tab, K.Key_PageDown)
    settle(qt_desk, qtbot)
    assert tab.planner.board is not None
    assert tab.planner.board.day == THURSDAY + timedelta(days=1)
    tab.jump_to_now()
    settle(qt_desk, qtbot)
    assert tab.planner.board.day == THURSDAY


def test_a_booking_of_another_day_is_brought_to_sight(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    far = make_booking(file_desk, rooms["Small"], day=THURSDAY + timedelta(days=9))
    tab = show()
    tab.show_this(far)
    qtbot.waitUntil(lambda: tab.planner.spot is not None and tab.planner.spot.booking_id == far)


def test_parts_of_a_hall_open_and_fold(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_room(file_desk, "Part A", part_of_id=rooms["Hall"])
    tab = show()
    assert tab.planner.board is not None
    assert [room.name for room in tab.planner.board.columns] == ["Hall", "Class", "Small"]
    QTest.keyClicks(tab.planner, "+")
    settle(qt_desk, qtbot)
    assert [room.name for room in tab.planner.board.columns] == ["Hall", "Part A", "Class", "Small"]
    QTest.keyClicks(tab.planner, "-")
    settle(qt_desk, qtbot)
    assert len(tab.planner.board.columns) == 3


def test_without_rooms_the_page_says_what_to_do(show: Show) -> None:
    tab = show()
    assert not tab.planner.isVisible()
    went: list[tuple[str, object]] = []
    tab.go.connect(lambda name, what: went.append((name, what)))
    tab._empty.wanted.emit()
    assert went == [("settings", "rooms")]


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


@pytest.mark.parametrize("look", ["light 1", "dark 1", "contrast 2", "light 2"])
def test_every_look_paints_everything(
    show: Show, rooms: Rooms, file_desk: Desk, looks: Path, look: str
) -> None:
    """All signs at once: pending, tentative, private, an event's, closed, buffers, parts, a ghost."""
    part = make_room(file_desk, "Part", part_of_id=rooms["Hall"], setup_minutes=30)
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00", pending=True, tentative=True)
    make_booking(file_desk, part, "14:00", "14:20", "A long title", private=True, people=3)
    make_closure(file_desk, None, "16:00", "18:00", "Fire drill")
    use(Language.UK)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    name, size = look.split()
    theme.apply(app, name, float(size), looks)
    try:
        tab = show()
        tab.planner.choose(choir)
        press(tab, K.Key_M, K.Key_Right)
        picture = tab.grab().toImage()
        assert tab.width() == 1154
        assert len({picture.pixel(x, y) for x in range(0, 1154, 7) for y in range(0, 704, 7)}) > 5
    finally:
        theme.apply(app, "light", 1.0, looks)
