"""The page of the programme: what is planned shows at once, large print, saved and copied."""

from datetime import date
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from pytestqt.qtbot import QtBot

from app.desk import Desk
from tests.making.events import make_event
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events.programme_page import ProgrammePage


def test_the_next_month_is_drawn_saved_and_copied(
    file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot, looks: Path, tmp_path: Path
) -> None:
    make_event(file_desk, place="The yard", title="Leaves and tea", day=date(2026, 11, 7))
    make_event(file_desk, place="The yard", title="In October", day=date(2026, 10, 31))
    page = ProgrammePage(qt_desk)
    qtbot.addWidget(page)
    qt_desk.changed.connect(lambda change: page.on_topics(change.topics))
    page.resize(1154, 704)
    page.show()
    page.shown()
    settle(qt_desk, qtbot)
    assert page.line.text() == "1 line on the poster"
    page.large.setChecked(True)
    saved = tmp_path / "november.pdf"
    page.when_drawn(lambda: page.save_to(saved))
    qtbot.waitUntil(saved.exists)
    settle(qt_desk, qtbot)
    text = PdfReader(saved).pages[0].extract_text()
    assert "Leaves and tea" in text
    assert "In October" not in text
    page.copy.click()
    assert "7 Nov" in QGuiApplication.clipboard().text()
    page.back.click()
    settle(qt_desk, qtbot)
    assert page.month.text() == "October 2026"
    if not QPrinterInfo.availablePrinterNames():
        page.print_page()
        assert "no printer" in page.trouble.label.text()
