"""Opening hours, closed days and rooms, public holidays."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bookings.room_queries import ClosuresFrom
from app.centre.queries import OpeningWeek
from app.slot import Slot
from tests.ui.settings.conftest import Opened
from ui.bookings.closure import ClosureDrawer
from ui.settings.hours import HoursSection
from ui.settings.school_holidays import SchoolHolidayDrawer

TODAY = date(2026, 10, 15)


@pytest.fixture
def section(opened: Opened) -> HoursSection:
    found = opened.show("hours")
    assert isinstance(found, HoursSection)
    return found


def drawer(section: HoursSection) -> ClosureDrawer:
    (found,) = section.window().findChildren(ClosureDrawer)
    return found


def test_the_week_as_it_was_founded(section: HoursSection) -> None:
    assert [day.open.isChecked() for day in section.days] == [True] * 6 + [False]
    assert section.days[5].opens.at() == time(10)


def test_a_closed_day_and_back(opened: Opened, section: HoursSection) -> None:
    QTest.keyClick(section.days[5].open, Qt.Key.Key_Space)
    opened.settle()
    assert opened.ask(OpeningWeek())[5] is None
    opened.undo()
    assert opened.ask(OpeningWeek())[5] == (time(10), time(16))
    assert section.days[5].open.isChecked()


def test_a_typed_time_is_saved(opened: Opened, section: HoursSection) -> None:
    closes = section.days[0].closes
    line = closes.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "21:10")
    QTest.keyClick(line, Qt.Key.Key_Return)
    opened.settle()
    assert opened.ask(OpeningWeek())[0] == (time(9), time(21, 10))


def test_closing_before_opening_is_told_and_stays_typed(
    opened: Opened, section: HoursSection
) -> None:
    closes = section.days[0].closes
    line = closes.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "8:00")
    QTest.keyClick(line, Qt.Key.Key_Return)
    opened.settle()
    assert section.days[0].said == "The centre must close after it opens."
    assert opened.ask(OpeningWeek())[0] == (time(9), time(20))
    assert closes.at() == time(8)


def test_the_centre_is_closed_for_a_day(opened: Opened, section: HoursSection) -> None:
    section.new()
    form = drawer(section)
    opened.settle()
    form.fields.first.set_day(date(2026, 11, 2))
    form.fields.last.set_day(date(2026, 11, 3))
    form.fields.reason.setFocus()
    QTest.keyClicks(form.fields.reason, "Inventory")
    QTest.keyClick(form.fields.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.settle()
    (row,) = opened.ask(ClosuresFrom(TODAY))
    assert row.details.slot == Slot(datetime(2026, 11, 2), datetime(2026, 11, 4))
    assert row.details.room_id is None
    assert [one.id for one in section.table.rows] == [row.id]


def test_a_closure_without_a_reason_stays_open(opened: Opened, section: HoursSection) -> None:
    section.new()
    form = drawer(section)
    opened.settle()
    assert form.primary is not None
    form.primary.click()
    opened.settle()
    assert form.isVisible()
    assert form.fields.reason.accessibleDescription() == "Write why it is closed."
    assert opened.ask(ClosuresFrom(TODAY)) == ()
    form.dismiss()
    QApplication.processEvents()


def test_the_holidays_of_a_year_and_their_undo(opened: Opened, section: HoursSection) -> None:
    section.year.set_value(2027)
    section.holidays.click()
    opened.settle()
    days = {row.details.slot.start.date() for row in opened.ask(ClosuresFrom(TODAY))}
    assert {date(2027, 11, 18), date(2027, 6, 24)} <= days
    opened.undo()
    assert opened.ask(ClosuresFrom(TODAY)) == ()


def test_what_is_closed_is_opened_again(opened: Opened, section: HoursSection) -> None:
    section.holidays.click()
    opened.settle()
    before = len(section.table.rows)
    section.table.setCurrentIndex(section.table.model().index(0, 0))
    section.remove.click()
    opened.settle()
    assert len(section.table.rows) == before - 1


def test_a_school_holiday_is_entered_and_taken_out(opened: Opened, section: HoursSection) -> None:
    QTest.keyClick(section.school.add, Qt.Key.Key_Return)
    (form,) = section.window().findChildren(SchoolHolidayDrawer)
    form.first.set_day(date(2026, 12, 21))
    assert form.last.day() == date(2026, 12, 21)
    QTest.keyClick(form.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.settle()
    assert form.refusal.label.text() == "Write what the school holiday is called."
    form.last.set_day(date(2027, 1, 1))
    QTest.keyClicks(form.name, "Winter")
    QTest.keyClick(form.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.settle()
    (row,) = section.school.table.rows
    assert (row.first, row.last, row.name) == (date(2026, 12, 21), date(2027, 1, 1), "Winter")
    section.school.table.choose(row.id)
    QTest.keyClick(section.school.remove, Qt.Key.Key_Return)
    opened.settle()
    assert section.school.table.rows == ()
