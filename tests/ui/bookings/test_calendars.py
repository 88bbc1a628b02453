"""Calendars in and out by keyboard alone: the menu, the drawers, the file, one undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.bookings.queries import DayBoard
from app.desk import Desk
from app.language import words
from tests.app.exchange.test_calendar_dates import calendar
from tests.making.bookings import THURSDAY, make_booking, make_closure
from tests.ui.bookings.by_hand import CONTROL, K, Rooms, Show
from tests.ui.conftest import settle
from ui.bookings import calendar_export, calendar_import
from ui.bookings.calendar_export import CalendarExportDrawer
from ui.bookings.calendar_import import CalendarImportDrawer
from ui.bookings.calendar_preview import AGAINST, LEFT, LOAD, TAKEN
from ui.bookings.tab import BookingsTab
from ui.desk import QtDesk

ENTRIES = (
    "UID:1\nDTSTART:20261015T120000\nDURATION:PT1H\nSUMMARY:Choir\nLOCATION:Hall",
    "UID:2\nDTSTART:20261015T150000\nDURATION:PT1H\nSUMMARY:Sewing\nLOCATION:Hall",
    "UID:3\nDTSTART:20261015T180000\nDURATION:PT1H\nSUMMARY:Painters meet\nLOCATION:Hall",
    "UID:4\nDTSTART:20261015T090000\nDURATION:PT1H\nSUMMARY:Yoga\nLOCATION:The park",
)


def choose(tab: BookingsTab, line: str) -> None:
    """As Enter on a line of the menu does; without a screen no window comes back after a menu."""
    menu = tab.more.menu_now()
    action = next(one for one in menu.actions() if one.text().startswith(line))
    action.trigger()
    menu.deleteLater()


def titles(desk: Desk) -> list[str]:
    return sorted(card.title for card in desk.ask(DayBoard(THURSDAY)).cards)


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    path = tmp_path / "hall.ics"
    path.write_text(calendar(*ENTRIES))
    return path


def test_alt_m_opens_the_menu_from_the_board(show: Show, rooms: Rooms) -> None:
    tab = show()
    seen: list[str] = []

    def look_and_close() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.extend(line.text() for line in menu.actions())
        QTest.keyClick(menu, K.Key_Escape)

    QTimer.singleShot(0, look_and_close)
    QTest.keyClick(tab.planner, K.Key_M, Qt.KeyboardModifier.AltModifier)
    assert {"Calendar for other programs…", "Load a calendar…"} <= set(seen)


def test_a_calendar_is_looked_at_and_loaded_with_the_keys_and_one_undo_takes_it_out(
    show: Show,
    rooms: Rooms,
    qt_desk: QtDesk,
    file_desk: Desk,
    incoming: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_booking(file_desk, rooms["Hall"], "15:30", "16:30", "Held")
    make_closure(file_desk, rooms["Hall"], "18:00", "19:00", "Painting")
    tab = show()
    choose(tab, "Load a calendar")
    drawer = tab.drawers.shown
    assert isinstance(drawer, CalendarImportDrawer)
    assert drawer.choose.hasFocus()
    monkeypatch.setattr(calendar_import, "choose_file", lambda *_: incoming)
    QTest.keyClick(drawer.choose, K.Key_Space)
    settle(qt_desk, qtbot)
    page = drawer.page
    shown = [
        [row.title if n == LEFT else row.date.title for row in table.rows]
        for n, table in enumerate(page.tables)
    ]
    assert shown == [["Choir"], ["Sewing"], ["Painters meet"], ["Yoga"]]
    assert drawer.primary is not None
    assert drawer.primary.text().strip() == "Book 1 date"

    against = page.tables[AGAINST]
    QTest.keyClick(page.tiles[AGAINST], K.Key_Space)
    assert page.reason.hasFocus()  # first say why
    QTest.keyClick(against, K.Key_Space)
    assert page.reason.hasFocus()
    QTest.keyClicks(page.reason, "They paint the hall themselves")
    QTest.keyClick(page.reason, K.Key_Tab)
    assert against.hasFocus()
    QTest.keyClick(against, K.Key_Space)
    settle(qt_desk, qtbot)
    assert drawer.primary.text().strip() == "Book 2 dates"
    QTest.keyClick(page.tiles[LOAD], K.Key_Space)
    assert page.tables[LOAD].hasFocus()
    QTest.keyClick(page.tables[LOAD], K.Key_Space)
    settle(qt_desk, qtbot)
    assert drawer.primary.text().strip() == "Book 1 date"
    QTest.keyClick(page.tables[LOAD], K.Key_Space)
    settle(qt_desk, qtbot)
    assert [words(one) for one in page.tables[TAKEN].rows[0].why] == [
        "Hall is taken: “Held”, 15:30–16:30."
    ]

    QTest.keyClick(drawer, K.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    assert titles(file_desk) == ["Choir", "Held", "Painters meet"]
    assert drawer.report.note.label.text() == "2 dates booked. Ctrl+Z takes all dates out again."
    assert [line.title for line in drawer.report.table.rows] == ["Yoga", "Sewing"]
    drawer.report.save_to(incoming.with_name("report.txt"), drawer._report)
    settle(qt_desk, qtbot)
    assert "Not loaded: 2" in incoming.with_name("report.txt").read_text("utf-8-sig")
    QTest.keyClick(drawer, K.Key_Return, CONTROL)
    assert tab.drawers.shown is None
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert titles(file_desk) == ["Held"]


def test_what_is_no_calendar_is_said_and_another_file_may_follow(
    show: Show, rooms: Rooms, qt_desk: QtDesk, incoming: Path, qtbot: QtBot
) -> None:
    tab = show()
    tab.drawers.calendar_in()
    drawer = tab.drawers.shown
    assert isinstance(drawer, CalendarImportDrawer)
    wrong = incoming.with_name("list.ics")
    wrong.write_text("Name;Phone\n")
    drawer.read(wrong)
    settle(qt_desk, qtbot)
    assert drawer.refusal.label.text() == "This is not a calendar. Choose an .ics file."
    assert drawer.primary is not None
    assert not drawer.primary.isEnabled()
    drawer.read(incoming)
    settle(qt_desk, qtbot)
    assert drawer.refusal.isHidden()
    assert drawer.primary.isEnabled()


def test_a_room_is_saved_as_a_calendar_with_the_keys(
    show: Show,
    rooms: Rooms,
    qt_desk: QtDesk,
    file_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_booking(file_desk, rooms["Hall"], "15:00", "16:00", "Choir")
    make_booking(file_desk, rooms["Class"], "15:00", "16:00", "Lesson")
    tab = show()
    choose(tab, "Calendar for other programs")
    drawer = tab.drawers.shown
    assert isinstance(drawer, CalendarExportDrawer)
    QTest.keyClick(drawer.all_rooms, K.Key_Space)
    QTest.keyClick(drawer, K.Key_Return, CONTROL)
    assert drawer.refusal.label.text() == "Choose at least one room."
    QTest.keyClick(drawer.rooms[rooms["Hall"]], K.Key_Space)
    path = tmp_path / "Hall"
    monkeypatch.setattr(calendar_export, "save_file_as", lambda *_: path)
    QTest.keyClick(drawer, K.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    assert drawer.note.label.text() == "1 entry saved: Hall.ics"
    written = path.with_suffix(".ics").read_text("utf-8")
    assert "SUMMARY:Choir" in written
    assert "X-WR-CALNAME:Hall" in written
    assert "Lesson" not in written


def test_a_calendar_with_nothing_in_these_days_says_so(
    show: Show, rooms: Rooms, qt_desk: QtDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "old.ics"
    path.write_text(calendar("UID:1\nDTSTART:20201015T120000\nDURATION:PT1H\nLOCATION:Hall"))
    tab = show()
    choose(tab, "Load a calendar")
    drawer = tab.drawers.shown
    assert isinstance(drawer, CalendarImportDrawer)
    drawer.read(path)
    settle(qt_desk, qtbot)
    assert "Nothing in this calendar" in drawer.endless.label.text()
    assert not drawer.page.isVisible()


def test_a_date_over_days_says_when_it_ends(
    show: Show, rooms: Rooms, qt_desk: QtDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "days.ics"
    start, end = "DTSTART:20261016T120000", "DTEND:20261018T130000"
    path.write_text(calendar(f"UID:1\n{start}\n{end}\nSUMMARY:Camp\nLOCATION:Hall"))
    tab = show()
    choose(tab, "Load a calendar")
    drawer = tab.drawers.shown
    assert isinstance(drawer, CalendarImportDrawer)
    drawer.read(path)
    settle(qt_desk, qtbot)
    table = drawer.page.tables[TAKEN]
    assert table.model().index(0, 1).data() == "12:00 – 18/10/2026 13:00"
    assert "no reason helps" in drawer.page._title.text()
