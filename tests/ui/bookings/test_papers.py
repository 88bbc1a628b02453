"""The drawer that prints, by keyboard alone: the true paper, and a plain word without a printer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.language import Language
from tests.app.sheets.reading import pages, text_of
from tests.making.bookings import make_booking
from tests.ui.bookings.by_hand import CONTROL, K, Rooms, Show
from tests.ui.conftest import settle
from ui.bookings import papers
from ui.bookings.paper_wish import PaperWish, Sheet
from ui.bookings.papers import PapersDrawer
from ui.bookings.tab import BookingsTab
from ui.desk import QtDesk

Open = Callable[[], PapersDrawer]


@pytest.fixture(autouse=True)
def choices_of_the_day() -> Iterator[None]:
    PapersDrawer.last = PaperWish()
    yield
    PapersDrawer.last = PaperWish()


@pytest.fixture
def tab(file_desk: Desk, rooms: Rooms, show: Show) -> BookingsTab:
    make_booking(file_desk, rooms["Class"], "10:00", "11:00", "Choir", holder="Lions")
    make_booking(file_desk, rooms["Class"], "12:00", "13:00", "Secret", private=True)
    return show()


@pytest.fixture
def opened(tab: BookingsTab, qt_desk: QtDesk, qtbot: QtBot) -> Open:
    def open_it() -> PapersDrawer:
        tab.print_page()
        drawer = tab.drawers.shown
        assert isinstance(drawer, PapersDrawer)
        drawn(drawer, qt_desk, qtbot)
        return drawer

    return open_it


def drawn(drawer: PapersDrawer, desk: QtDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(drawer._pdf))
    settle(desk, qtbot)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def test_a_door_plan_is_chosen_drawn_and_saved_without_a_mouse(
    tab: BookingsTab,
    opened: Open,
    qt_desk: QtDesk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    press(K.Key_Right)
    drawer = opened()
    assert drawer.choices.room.currentText() == "Class"
    assert (drawer.preview.pages, drawer.choices.sheets.value()) == (1, Sheet.WEEK)
    press(K.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: drawer.choices.sheets.value() is Sheet.DAY)  # a shortcut takes 0.1 s
    drawn(drawer, qt_desk, qtbot)
    drawer.choices.languages[Language.UK].setFocus()
    press(K.Key_Space)
    assert not drawer._pdf  # what is on the screen is no longer what was chosen
    asked: list[str] = []

    def name_it(_parent: object, _title: str, suggested: str, _kinds: str) -> Path:
        asked.append(suggested)
        return tmp_path / "door"

    monkeypatch.setattr(papers, "save_file_as", name_it)
    said: list[str] = []
    tab.said.connect(lambda text, _kind: said.append(text))
    press(K.Key_S, CONTROL)  # at once: it waits until the paper is drawn
    qtbot.waitUntil(lambda: bool(said))
    assert asked == ["Door plan Class 2026-10-15.pdf"]
    assert said == ["Saved: door.pdf"]
    text = text_of((tmp_path / "door.pdf").read_bytes())
    assert "Choir" in text
    assert "Зайнято" in text
    assert "Secret" not in text
    press(K.Key_Escape)
    assert tab.drawers.shown is None
    again = opened()
    assert again.choices.wish() == PaperWish(Sheet.DAY, (Language.LV, Language.UK))


def test_enter_prints_and_without_a_printer_says_what_to_do(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drawer = opened()
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    press(K.Key_Return)
    assert drawer.trouble.isVisible()
    assert "Save the paper as a PDF" in drawer.trouble.accessibleName()
    printer = QPrinter()
    printer.setResolution(72)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["One"]))
    monkeypatch.setattr(papers, "choose_printer", lambda *_: printer)
    press(K.Key_Return)
    (page,) = pages((tmp_path / "printed.pdf").read_bytes())
    assert page.mediabox.width > page.mediabox.height
    assert not drawer.trouble.isVisible()


def test_only_a_chosen_booking_is_confirmed(
    tab: BookingsTab, opened: Open, file_desk: Desk, rooms: Rooms, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    drawer = opened()
    confirmation = drawer.choices.sheets.cards[-1]
    assert not confirmation.isEnabled()
    press(K.Key_Escape)
    booking = make_booking(file_desk, rooms["Hall"], "14:00", "15:00", "Dance", holder="Guild")
    tab.show_this(booking)
    settle(qt_desk, qtbot)
    drawer = opened()
    press(K.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: drawer.choices.sheets.value() is Sheet.CONFIRMATION)
    drawn(drawer, qt_desk, qtbot)
    assert "Guild" in text_of(drawer._pdf)
    assert not drawer.choices.room.isVisible()
