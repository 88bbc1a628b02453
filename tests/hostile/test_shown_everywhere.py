"""Hostile texts on every screen, in every tip, in every drawer and on every paper: plain text."""

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from tests.app.sheets.reading import pages, text_of
from tests.hostile.looking import look
from tests.hostile.naughty import ALL, FEW, SPY, seen
from tests.hostile.screens import DRAWERS, SCREENS, Window, needs_paper, on_site, sheet
from tests.hostile.world import make_world, sign_in
from ui import theme
from ui.desk import QtDesk
from ui.kit.drawer import Drawer

Opens = Callable[[str], Window]
SLOW = 2.0
"""Seconds of work that no screen may take."""
WORST = seen(f"{SPY} {FEW['markup']} {FEW['a format']} " + "Ŵ" * 200)
"""As long as a record takes it, so that no screen may be slow or narrow."""
ALL_SHOWN = {name: seen(text) for name, text in ALL.items() if seen(text)}
TYPED = SPY + FEW["the unseen"] + "a" * 10_000


@pytest.fixture
def window(
    file_desk: Desk, qtbot: QtBot, qapp: QApplication, shared_cache: Path
) -> Iterator[Callable[[str], Window]]:
    """Opens the window on a centre in which everything is called so."""
    gc.disable()  # as in the program: a widget must not be collected on a reading thread
    theme.apply(qapp, "light", 1.0, shared_cache)
    qt_desk = QtDesk(file_desk)
    opened: list[Window] = []

    def open_it(text: str) -> Window:
        world = make_world(file_desk, text)
        sign_in(file_desk, text)
        opened.append(Window(file_desk, qt_desk, qtbot, world))
        return opened[0]

    yield open_it
    for one in opened:
        shiboken6.delete(one.view)
    qtbot.waitUntil(lambda: qt_desk.is_idle)
    qt_desk.close()
    gc.collect()
    gc.enable()


def test_every_screen_and_paper_shows_it_as_it_is(window: Opens, tmp_path: Path) -> None:
    opened = window(WORST)
    show_everywhere(opened, WORST)
    for paper in papers(opened, tmp_path):
        assert SPY[:20] in text_of(paper)


@pytest.mark.long
@pytest.mark.parametrize("text", ALL_SHOWN.values(), ids=ALL_SHOWN)
def test_every_screen_and_every_text(window: Opens, tmp_path: Path, text: str) -> None:
    opened = window(text)
    show_everywhere(opened, text)
    for paper in papers(opened, tmp_path):
        assert len(pages(paper)) == 1


def show_everywhere(window: Window, text: str) -> None:
    for name, screen in SCREENS.items():
        begun = time.process_time()
        screen(window)
        window.settle()
        took = time.process_time() - begun
        assert took < SLOW, f"{name} took {took:.1f} s"
        assert text in look(window.view), f"{name} does not show it"


def papers(window: Window, folder: Path) -> list[bytes]:
    """Every paper there is, saved from its own page."""
    on_site(window)
    window.tab.on_site.save_to(folder / "evacuation.pdf")
    sheet(window)
    window.tab.events.sheet.save_to(folder / "sheet.pdf")
    needs_paper(window)
    window.tab.save_list_to(folder / "prepare.pdf")
    window.settle()
    return [path.read_bytes() for path in sorted(folder.glob("*.pdf"))]


def test_every_drawer_refuses_ten_thousand_letters_and_keeps_them(window: Opens) -> None:
    type_everywhere(window("Anna"), TYPED)


@pytest.mark.long
@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_every_drawer_and_every_text(window: Opens, text: str) -> None:
    type_everywhere(window("Anna"), text)


def type_everywhere(window: Window, text: str) -> None:
    for name, opens in DRAWERS.items():
        opens(window)
        window.settle()
        begun = time.process_time()
        typed = fill(window.drawers()[-1], text)
        QTest.keyClick(window.drawers()[-1], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        window.settle()
        took = time.process_time() - begun
        assert took < SLOW, f"{name} took {took:.1f} s"
        look(window.view)
        for drawer in window.drawers():
            assert_refused(drawer)
            assert [text_in(one) for one in fields(drawer)] == typed, f"{name} lost what was typed"


def fill(drawer: Drawer, text: str) -> list[str]:
    """Types it into every line, and answers what stands there then."""
    for field in fields(drawer):
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)
    return [text_in(one) for one in fields(drawer)]


def fields(drawer: Drawer) -> list[QLineEdit | QPlainTextEdit]:
    lines = [one for one in drawer.findChildren(QLineEdit) if isinstance(one.parent(), QWidget)]
    found = [*lines, *drawer.findChildren(QPlainTextEdit)]
    return [one for one in found if one.isVisible()]


def text_in(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def assert_refused(drawer: Drawer) -> None:
    """It is still open: a sentence says why."""
    notes = [one for one in drawer.findChildren(QWidget, "dangerbox") if one.isVisible()]
    errors = [one for one in drawer.findChildren(QLabel) if one.property("role") == "error"]
    waits = drawer.primary is not None and not drawer.primary.isEnabled()
    assert notes or any(one.isVisible() and one.text() for one in errors) or waits, look(drawer)
