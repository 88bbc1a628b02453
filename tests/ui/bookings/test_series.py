"""A series by keyboard: from the booking drawer to its dates, and one of its dates changed later."""

from datetime import date, time, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bookings.queries import DayBoard, OneBooking
from app.bookings.repeats import Every, weekly
from app.bookings.series_queries import SeriesOf
from app.desk import Desk
from app.slot import Place
from tests.making.bookings import THURSDAY, details, make_booking, make_series, slot
from tests.ui.bookings.by_hand import K, Rooms, Show
from tests.ui.conftest import settle
from ui.bookings.form import BookingDrawer
from ui.bookings.repeat_fields import How, RepeatFields
from ui.bookings.scope_drawer import CancelScopeDrawer, EditScopeDrawer
from ui.bookings.series_drawer import SeriesDrawer
from ui.bookings.series_more import LongerSeriesDrawer, SkippedDatesDrawer
from ui.bookings.tab import BookingsTab
from ui.desk import QtDesk

NEXT = THURSDAY + timedelta(days=7)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def form_of(tab: BookingsTab) -> BookingDrawer:
    assert isinstance(tab.drawers.shown, BookingDrawer)
    return tab.drawers.shown


def within(tab: BookingsTab, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in tab.window().findChildren(kind) if one.isVisible()]


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def titles(desk: Desk, day: date) -> list[str]:
    return [card.title for card in desk.ask(DayBoard(day)).cards]


def test_booked_ten_times_but_for_a_clash_by_keyboard(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    clash = THURSDAY + timedelta(days=14)
    make_booking(file_desk, rooms["Hall"], "13:00", "14:00", "Exam", day=clash)
    tab = show()
    tab.book(Place(rooms["Hall"], slot("13:00", "15:00")))
    form = form_of(tab)
    QTest.keyClicks(form.name, "Choir")
    form.repeating.choice.setFocus()
    press(K.Key_Down)
    assert form.repeating.choice.currentText() == "Every week"
    assert form.primary is not None
    assert "See the dates" in form.primary.text()
    press(K.Key_Return, CONTROL)
    (series,) = within(tab, SeriesDrawer)
    assert isinstance(series, SeriesDrawer)
    qtbot.waitUntil(lambda: len(series.rows.rows) == 10)
    assert series.primary is not None
    assert "Book 9 times" in series.primary.text(), "one date clashes"

    press(K.Key_N, ALT)
    qtbot.waitUntil(series.rows.undecided()[0].choice.hasFocus)
    press(K.Key_Down)
    assert series.rows._lines[2].choice.currentText() == "Another room: Class"
    assert "Book 10 times" in series.primary.text()
    assert series.next.isHidden(), "nothing is left to decide"
    press(K.Key_Tab)
    assert series.rows._lines[3].choice.hasFocus()
    press(K.Key_Backtab)
    press(K.Key_Backtab)
    assert series.rows._lines[1].choice.hasFocus()
    press(K.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: tab.drawers.shown is None)
    settle(qt_desk, qtbot)
    board = file_desk.ask(DayBoard(clash))
    assert {card.title: card.room_id for card in board.cards}["Choir"] == rooms["Class"]
    assert titles(file_desk, THURSDAY) == ["Choir"]
    assert titles(file_desk, date(2026, 11, 19)) == ["Choir"]


def test_a_refused_series_keeps_what_was_chosen(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.book(Place(rooms["Hall"], slot("13:00", "15:00")))
    form = form_of(tab)
    QTest.keyClicks(form.name, "Choir")
    form.repeating.choice.set_value(How(Every.WEEK))
    form.keep()
    (series,) = within(tab, SeriesDrawer)
    assert isinstance(series, SeriesDrawer)
    qtbot.waitUntil(lambda: len(series.rows.rows) == 10)
    make_booking(file_desk, rooms["Hall"], "14:00", "15:00", "Quicker", day=NEXT)
    series.accepted.emit()
    qtbot.waitUntil(series.refusal.isVisible)
    assert "22 Oct: Hall is taken: “Quicker”, 14:00–15:00." in series.refusal.label.text()
    qtbot.waitUntil(lambda: len(series.rows.undecided()) == 1)
    assert series.fields.times.value() == 10
    press_escape = Qt.Key.Key_Escape
    QTest.keyClick(series, press_escape)
    assert form.isVisible()
    assert form.name.text() == "Choir"


def test_a_broken_pattern_is_told_beside_its_fields(qtbot: QtBot, show: Show, rooms: Rooms) -> None:
    fields = RepeatFields(How(Every.WEEK), THURSDAY, THURSDAY)
    qtbot.addWidget(fields)
    fields.show()
    fields.times.setValue(10_000)
    assert "at most 366 dates" in fields.trouble.label.text()
    assert fields.repeat() is None
    assert fields.times.value() == 10_000
    fields.times.setValue(3)
    assert not fields.trouble.isVisible()
    assert fields.until.day() == date(2026, 10, 29)
    fields.until.set_day(date(2026, 11, 12))
    assert fields.times.value() == 5
    fields.days[3].setChecked(False)
    assert "at least one weekday" in fields.trouble.label.text()
    fields.how.setCurrentIndex(fields.how.count() - 1)
    fields.another.set_day(NEXT)
    fields.add.click()
    repeat = fields.repeat()
    assert repeat is not None
    assert repeat.chosen == (THURSDAY, NEXT)


def series_in(desk: Desk, rooms: Rooms) -> list[UUID]:
    said = details(rooms["Hall"], "13:00", "15:00", "Choir", day=NEXT, holder="Seniors")
    return make_series(desk, said, weekly(NEXT, NEXT + timedelta(days=28)))[1]


def test_this_and_those_that_follow(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    ids = series_in(file_desk, rooms)
    make_booking(file_desk, rooms["Hall"], "15:00", "16:00", "Exam", day=NEXT + timedelta(days=21))
    tab = show()
    tab.show_day(NEXT + timedelta(days=7))
    tab.drawers.edit(ids[1])
    settle(qt_desk, qtbot)
    form = form_of(tab)
    qtbot.waitUntil(form.repeating.card.isVisible)
    form.place.start.set_time(time(13, 30))
    form.place.end.set_time(time(15, 30))
    form.accepted.emit()
    (scope,) = within(tab, EditScopeDrawer)
    assert isinstance(scope, EditScopeDrawer)
    qtbot.waitUntil(lambda: scope.cards is not None and scope.cards.isVisible())
    assert scope.primary is not None
    assert "Change 1 booking" in scope.primary.text()
    press(K.Key_2, ALT)
    qtbot.waitUntil(lambda: "Change 3 bookings" in scope.primary.text())
    said = [card.accessibleDescription() for card in scope.cards.cards]
    assert said[1] == "Changes 3 of 4 bookings 12 Nov: Hall is taken: “Exam”, 15:00–16:00."
    (choice,) = scope._combos.values()
    assert choice.currentText() == "Leave at 13:00–15:00"
    scope.accepted.emit()
    qtbot.waitUntil(lambda: tab.drawers.shown is None)
    starts = [file_desk.ask(OneBooking(id_)).details.place.slot.start for id_ in ids]
    assert [f"{start:%H:%M}" for start in starts] == ["13:00", "13:30", "13:30", "13:00", "13:30"]


def test_cancelling_asks_which(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    ids = series_in(file_desk, rooms)
    alone = make_booking(file_desk, rooms["Class"], "9:00", "10:00", "Yoga", day=NEXT)
    tab = show()
    cards = {card.id: card for card in file_desk.ask(DayBoard(NEXT)).cards}
    tab.drawers.cancel(cards[alone])
    settle(qt_desk, qtbot)
    assert titles(file_desk, NEXT) == ["Choir"]
    tab.drawers.cancel(cards[ids[0]])
    settle(qt_desk, qtbot)
    (scope,) = within(tab, CancelScopeDrawer)
    assert isinstance(scope, CancelScopeDrawer)
    qtbot.waitUntil(lambda: scope.cards is not None and scope.cards.isVisible())
    press(K.Key_3, ALT)
    assert scope.primary is not None
    qtbot.waitUntil(lambda: "Cancel 5 bookings" in scope.primary.text())
    press(K.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: tab.drawers.shown is None)
    assert all(file_desk.ask(OneBooking(id_)).cancelled for id_ in ids)


def test_more_dates_and_those_left_out(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    ids = series_in(file_desk, rooms)
    tab = show()
    tab.drawers.edit(ids[0])
    settle(qt_desk, qtbot)
    form = form_of(tab)
    qtbot.waitUntil(form.repeating.card.isVisible)
    form.repeating._longer()
    (longer,) = within(tab, LongerSeriesDrawer)
    assert isinstance(longer, LongerSeriesDrawer)
    longer.until.set_day(date(2026, 12, 3))
    qtbot.waitUntil(lambda: len(longer.rows.rows) == 2)
    first = longer.rows.rows[0]
    longer.rows._made[first.day] = next(way for way in first.ways if way.place is None)
    longer.accepted.emit()
    qtbot.waitUntil(lambda: tab.drawers.shown is None)
    card = file_desk.ask(SeriesOf(ids[0]))
    assert card is not None
    assert (card.to_come, card.skipped) == (6, 1)
    tab.drawers.edit(ids[0])
    settle(qt_desk, qtbot)
    form = form_of(tab)
    qtbot.waitUntil(form.repeating.card.isVisible)
    form.repeating._skipped()
    (skipped,) = within(tab, SkippedDatesDrawer)
    assert isinstance(skipped, SkippedDatesDrawer)
    qtbot.waitUntil(lambda: len(skipped.rows.rows) == 1)
    assert not skipped.rows.places(), "left out by wish: nobody wishes it back by himself"
    choice = skipped.rows._lines[0].choice
    choice.setFocus()
    press(K.Key_Down)
    skipped.accepted.emit()
    qtbot.waitUntil(lambda: tab.drawers.shown is None)
    assert titles(file_desk, first.day) == ["Choir"]
