"""The page of the sheet: a true preview, and a number only when it is saved or printed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.database.journal import Entry
from app.desk import Desk
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events.events_page import EventsPage

Show = Callable[[], EventsPage]


def issued(desk: Desk) -> int:
    with desk.database.reading() as session:
        return session.query(Entry).filter(Entry.action == "IssueSheet").count()


def opened(show: Show, desk: Desk, qt_desk: QtDesk, qtbot: QtBot, **details: object) -> EventsPage:
    event = make_event(desk, start="12:00", end="13:00", title="Pottery", **details)
    make_registration(desk, event.event_id, make_visitor(desk, "Oto", "Kalns"))
    tab = show()
    tab.show_this(("sheet", event.session_id))
    settle(qt_desk, qtbot)
    return tab


def test_the_preview_follows_the_choices_and_gives_no_number(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = opened(show, file_desk, qt_desk, qtbot)
    preview = tab.sheet.preview
    upright = preview.view.document().pagePointSize(0)
    assert upright.height() > upright.width()
    pages = preview.pages
    QTest.keyClick(tab.sheet.choices.layout_, Qt.Key.Key_Down)
    tab.sheet.choices.blank.setValue(60)
    qtbot.waitUntil(lambda: preview.pages > pages)
    size = preview.view.document().pagePointSize(0)
    assert size.width() > size.height()
    preview.forward.click()
    assert preview.page == 1
    assert issued(file_desk) == 0
    QTest.keyClick(tab.sheet, Qt.Key.Key_Escape)
    assert not tab.sheet.isVisible()


def test_saving_issues_the_sheet_and_writes_it(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = opened(show, file_desk, qt_desk, qtbot)
    said: list[str] = []
    tab.said.connect(lambda text, _kind: said.append(text))
    tab.sheet.save_to(tmp_path / "list")
    settle(qt_desk, qtbot)
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    assert said == ["Sheet 2026-0001 saved"]
    tab.sheet.save_to(tmp_path / "nowhere" / "list.pdf")
    settle(qt_desk, qtbot)
    assert tab.sheet.trouble.isVisible()
    assert tab.sheet.save.isEnabled()


def test_printing_issues_the_sheet_and_fills_the_paper(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = opened(show, file_desk, qt_desk, qtbot)
    printer = QPrinter()
    printer.setResolution(72)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    tab.sheet.print_on(printer)
    settle(qt_desk, qtbot)
    assert (tmp_path / "printed.pdf").stat().st_size > 5000
    assert issued(file_desk) == 1


def test_a_confidential_event_takes_choices_away(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = opened(show, file_desk, qt_desk, qtbot, confidential=True)
    assert tab.sheet.choices.guarded.isVisible()
    assert not tab.sheet.choices.organisation.isEnabled()
