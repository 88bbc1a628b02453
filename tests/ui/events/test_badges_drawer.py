"""Badges and certificates from the page of the sheet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk import Desk
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events import badges_drawer, sheet_page
from ui.events.badge_choices import Paper
from ui.events.badges_drawer import BadgesDrawer
from ui.events.events_page import EventsPage

Show = Callable[[], EventsPage]


@pytest.fixture
def drawer(show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot) -> BadgesDrawer:
    event = make_event(file_desk, title="Pottery", start="10:00", end="11:30")
    make_attendance(file_desk, event.session_id, make_visitor(file_desk, "Oto", "Kalns"))
    late = make_visitor(file_desk, "Anna", "Ozola", language="lv")
    make_registration(file_desk, event.event_id, late)
    page = show()
    page.show_this(("sheet", event.session_id))
    settle(qt_desk, qtbot)
    page.sheet.badges.click()
    settle(qt_desk, qtbot)
    (found,) = page.sheet.findChildren(BadgesDrawer) or page.window().findChildren(BadgesDrawer)
    return found


def texts(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def test_badges_are_saved_with_and_without_languages(
    drawer: BadgesDrawer, qt_desk: QtDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    assert drawer.preview.pages == 1
    drawer.save_to(tmp_path / "badges")
    drawer.choices.spoken.click()
    drawer.save_to(tmp_path / "plain")
    settle(qt_desk, qtbot)
    (spoken,), (plain,) = texts(tmp_path / "badges.pdf"), texts(tmp_path / "plain.pdf")
    assert "Ozola" in spoken
    assert ["Latviešu" in spoken, "Latviešu" in plain] == [True, False]


def test_ctrl_s_saves_the_badges_and_afterwards_the_sheet(
    drawer: BadgesDrawer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, name: str, _kinds: str) -> None:
        asked.append(name)

    for place in (badges_drawer, sheet_page):
        monkeypatch.setattr(place, "save_file_as", ask)
    sheet = drawer.window().findChildren(sheet_page.SheetPage)[0]
    QTest.keyClick(drawer, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(asked) == 1)
    drawer.dismiss()
    QTest.keyClick(sheet, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[0] != asked[1]


def test_a_certificate_is_for_who_came_and_gets_its_number_on_paper(
    drawer: BadgesDrawer, qt_desk: QtDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    drawer.choices.papers.choose(Paper.CERTIFICATES)
    drawer.save_to(tmp_path / "certificates")
    settle(qt_desk, qtbot)
    (text,) = texts(tmp_path / "certificates.pdf")
    assert "Oto Kalns" in text
    assert "A-2026-001" in text
    printer = QPrinter()
    printer.setResolution(72)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(drawer.said) as said:
        drawer.print_on(printer)
    assert said.args == ["Sent to the printer", "ok"]


def test_what_cannot_be_done_is_said_in_its_place(
    drawer: BadgesDrawer,
    qt_desk: QtDesk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(badges_drawer, "has_printer", lambda: False)
    drawer.choose_and_print()
    assert "Ctrl+S" in drawer.trouble.label.text()
    drawer.save_to(tmp_path / "nowhere" / "badges.pdf")
    settle(qt_desk, qtbot)
    assert "folder" in drawer.trouble.label.text()
