"""The month, the list of several days, and which view is shown."""

from datetime import date, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.bookings.queries import SpanBoard
from app.centre.actions import SetOpeningHours
from app.desk import Desk
from app.slot import Place
from tests.making.bookings import THURSDAY, make_booking, slot
from tests.ui.bookings.by_hand import K, Rooms, Show, press
from tests.ui.conftest import settle
from ui.bookings.day_model import DAY, TITLE, DayModel
from ui.bookings.form import BookingDrawer
from ui.bookings.span import Shown, Span, View
from ui.bookings.strips import strips_of
from ui.desk import QtDesk

FRIDAY = THURSDAY + timedelta(days=1)


def test_a_month_is_walked_in_words_and_enter_opens_the_day(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    file_desk.do(SetOpeningHours(FRIDAY.weekday(), None, (time(9), time(20))))
    make_booking(file_desk, rooms["Class"], "10:00", "12:30", day=FRIDAY)
    tab = show()
    tab.views.choose(View.MONTH)
    settle(qt_desk, qtbot)
    month = tab.views.month
    month.setFocus()
    assert month.accessibleDescription() == "Thursday, 15 October · Hall: closed"
    for key in (K.Key_Down, K.Key_Right):
        QTest.keyClick(month, key)
    assert month.accessibleDescription() == (
        "Friday, 16 October · Class: 1 booking, 2.5 h of 11 h (23 %)"
    )
    assert month.accessibleName() == "Month of all rooms: October 2026"
    QTest.keyClick(month, K.Key_N)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    assert drawer.place.place() == Place(rooms["Class"], slot("9:00", "9:30", FRIDAY))
    drawer.dismiss()
    month.setFocus()
    QTest.keyClick(month, K.Key_PageDown)
    settle(qt_desk, qtbot)
    assert month.month is not None
    assert month.month.first == date(2026, 11, 1)
    QTest.keyClick(month, K.Key_PageUp)
    settle(qt_desk, qtbot)
    QTest.keyClick(month, K.Key_Return)
    settle(qt_desk, qtbot)
    assert tab.planner.hasFocus()
    assert tab.planner.board is not None
    assert tab.planner.board.dates == (FRIDAY,)


def test_the_list_of_a_week_moves_by_day_and_what_is_shown_is_kept(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "14:00", "15:00")
    make_booking(file_desk, rooms["Hall"], "10:00", "11:00", "Early")
    make_booking(file_desk, rooms["Class"], "9:00", "10:00", "Exam", day=FRIDAY)
    tab = show()
    press(tab, K.Key_2, modifiers=Qt.KeyboardModifier.AltModifier)
    settle(qt_desk, qtbot)
    QTest.keyClick(tab.views.lanes, K.Key_4, Qt.KeyboardModifier.AltModifier)
    settle(qt_desk, qtbot)
    assert tab.list.hasFocus()
    model = tab.list.model()
    assert isinstance(model, DayModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    texts = [[model.index(row, column).data() for column in (DAY, TITLE)] for row in range(3)]
    assert texts == [["Th 15 Oct", "Early"], ["Th 15 Oct", "Choir"], ["Fr 16 Oct", "Exam"]]
    spoken = model.index(1, DAY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Hall, Thursday, 15 October, 14:00–15:00, Choir")
    chosen = tab.list.card()
    assert chosen is not None
    assert chosen.id == choir, "what comes next is chosen, not what is past"
    for key in (K.Key_M, K.Key_PageDown, K.Key_Right, K.Key_Return):
        QTest.keyClick(tab.list, key)
    settle(qt_desk, qtbot)
    monday = THURSDAY - timedelta(days=3)
    card = file_desk.ask(SpanBoard(monday, 7)).card(choir)
    assert card is not None
    assert card.place == Place(rooms["Class"], slot("14:00", "15:00", FRIDAY))
    tab.views.span.picked.emit(Span.MONTH)
    settle(qt_desk, qtbot)
    assert tab.views.shown == Shown(THURSDAY, View.LIST, Span.MONTH)
    assert tab.views.title.date.text() == "October 2026"
    assert tester.model() is model


def test_months_and_weeks_are_stepped_over_their_ends() -> None:
    last = Shown(date(2027, 1, 31), View.MONTH, Span.MONTH)
    assert [last.stepped(n).first for n in (-1, 1)] == [date(2026, 12, 1), date(2027, 2, 1)]
    assert (last.stepped(1).days, last.days) == (28, 31)
    sunday = Shown(date(2026, 11, 1), View.WEEK, Span.WEEK)
    assert (sunday.first, sunday.stepped(1).first) == (date(2026, 10, 26), date(2026, 11, 2))
    assert sunday.as_view(View.LIST).days == 7
    assert sunday.as_view(View.DAY).days == 1


def test_the_hour_that_is_left_out_cannot_be_booked_on_the_board(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    spring, autumn = date(2027, 3, 28), date(2026, 10, 25)
    night = make_booking(file_desk, rooms["Hall"], "1:00", "2:00", day=spring)
    tab = show()
    tab.show_day(spring)
    settle(qt_desk, qtbot)
    tab.planner.choose(night)
    press(tab, K.Key_M, *[K.Key_Down] * 8)
    assert tab.planner.ghost is not None
    assert tab.planner.ghost.heading() == "No such time"
    press(tab, K.Key_Escape)
    assert tab.planner.board is not None
    change = strips_of(tab.planner.board)[0].change
    assert change is not None
    assert (change.slot, change.twice) == (slot("3:00", "4:00", spring), False)
    assert not tab.grab().isNull()
    tab.show_day(autumn)
    settle(qt_desk, qtbot)
    change = strips_of(tab.planner.board)[0].change
    assert change is not None
    assert (change.slot, change.twice) == (slot("3:00", "4:00", autumn), True)
