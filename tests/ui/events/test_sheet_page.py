"""The page of the sheet: a true preview, and a number only when it is saved or printed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database.journal import Entry
from app.desk import Desk
from app.events.model import IssuedSheet
from app.events.plan import RemoveEvent
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events import sheet_page
from ui.events.events_page import EventsPage
from ui.events.sheet_options import Scope

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
    qtbot.waitUntil(tab.sheet.trouble.isVisible)
    assert tab.sheet.save.isEnabled()
    tab.sheet.save_to(tmp_path / "again")
    settle(qt_desk, qtbot)
    assert said[1:] == ["Sheet 2026-0002 saved"], "the number that came to no paper is free"


def test_an_event_taken_away_while_its_sheet_is_made_is_said_and_uses_no_number(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    event = make_event(file_desk, start="12:00", end="13:00")
    tab = show()
    tab.show_this(event.session_id)
    settle(qt_desk, qtbot)
    tab.print_page()
    settle(qt_desk, qtbot)
    qt_desk.changed.connect(
        lambda _: file_desk.do(RemoveEvent(event.event_id)),
        Qt.ConnectionType.SingleShotConnection,
    )
    tab.sheet.save_to(tmp_path / "list")
    text = tab.sheet.trouble.label
    qtbot.waitUntil(lambda: "no longer there" in text.text())
    assert not tab.sheet.progress.is_running
    assert not (tmp_path / "list.pdf").exists()
    with file_desk.database.reading() as session:
        assert session.query(IssuedSheet).count() == 0


def test_printing_issues_the_sheet_and_fills_the_paper(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = opened(show, file_desk, qt_desk, qtbot)
    printer = QPrinter()
    printer.setResolution(72)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    tab.sheet.print_on(printer)
    with qtbot.waitSignal(tab.said) as said:
        settle(qt_desk, qtbot)
    assert said.args == ["Sheet 2026-0001 sent to the printer", "ok"]
    assert (tmp_path / "printed.pdf").stat().st_size > 5000
    assert issued(file_desk) == 1


def test_two_keys_print_on_the_usual_printer(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+P and Enter, typed faster than the desk answers."""
    event = make_event(file_desk, start="12:00", end="13:00")
    tab = show()
    printer = QPrinter()
    printed: list[QPrinter] = []
    monkeypatch.setattr(sheet_page, "has_printer", lambda: True)
    monkeypatch.setattr(sheet_page, "usual_printer", lambda: printer)
    monkeypatch.setattr(tab.sheet, "print_on", printed.append)
    tab.show_this(event.session_id)
    tab.print_page()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(qt_desk, qtbot)
    assert printed == [printer]


def test_without_a_printer_it_says_what_to_do_and_uses_no_number(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = opened(show, file_desk, qt_desk, qtbot)
    monkeypatch.setattr(sheet_page, "has_printer", lambda: False)
    for press in (tab.sheet.print, tab.sheet.other):
        tab.sheet.trouble.hide()
        press.click()
        assert "Ctrl+S" in tab.sheet.trouble.label.text()
    assert issued(file_desk) == 0


def test_a_batch_of_the_day_is_one_file_and_can_be_stopped(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    make_event(file_desk, start="15:00", end="16:00", title="Choir")
    make_event(file_desk, start="10:00", end="11:00", title="Elsewhere", day=date(2026, 10, 20))
    tab = opened(show, file_desk, qt_desk, qtbot)
    tab.sheet.choices.scope.set_value(Scope.DAY)
    qtbot.waitUntil(lambda: tab.sheet.preview.pages == 2)
    said: list[str] = []
    tab.said.connect(lambda text, _kind: said.append(text))
    tab.sheet.save_to(tmp_path / "day")
    settle(qt_desk, qtbot)
    assert said == ["Sheets 2026-0001–0002 saved"]
    texts = [page.extract_text() for page in PdfReader(tmp_path / "day.pdf").pages]
    assert ["Pottery" in texts[0], "Choir" in texts[1]] == [True, True]
    tab.sheet.save_to(tmp_path / "stopped")
    tab.sheet.progress.stop()
    settle(qt_desk, qtbot)
    qtbot.waitUntil(tab.sheet.trouble.isVisible)
    assert not (tmp_path / "stopped.pdf").exists()
    with file_desk.database.reading() as session:
        assert session.query(IssuedSheet).count() == 2


def test_a_confidential_event_takes_choices_away(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = opened(show, file_desk, qt_desk, qtbot, confidential=True)
    assert tab.sheet.choices.guarded.isVisible()
    assert not tab.sheet.choices.organisation.isEnabled()
