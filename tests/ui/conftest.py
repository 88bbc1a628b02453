"""What tests of the window may ask for: a desk with threads, a dressed application."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from ui import theme
from ui.desk import QtDesk
from ui.immortal import keep_the_constants

keep_the_constants()


@pytest.fixture(autouse=True)
def garbage_on_the_main_thread() -> Iterator[None]:
    """As in the program: a widget must not be collected on a reading thread."""
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # modules and classes stay: looking through them all took 0.13 s after each test
    gc.enable()


@pytest.fixture(autouse=True)
def no_button_stays_pressed(qapp: QApplication) -> Iterator[None]:
    """While Qt believes one is down, nothing scrolls into sight in any later test."""
    yield
    assert qapp.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture
def qt_desk(file_desk: Desk, qtbot: QtBot) -> Iterator[QtDesk]:
    made = QtDesk(file_desk)
    yield made
    settle(made, qtbot)
    made.close()


@pytest.fixture(scope="session")
def sheets(shared_cache: Path) -> Path:
    """Where prepared style sheets are kept from test to test."""
    return shared_cache


@pytest.fixture
def text_size() -> float:
    """1.0 is 100 %; a module of tests may say another."""
    return 1.0


@pytest.fixture
def looks(qapp: QApplication, sheets: Path, text_size: float) -> Iterator[Path]:
    """The light look; gives where the sheets are kept."""
    theme.apply(qapp, "light", text_size, sheets)
    yield sheets
    theme.apply(qapp, "light", 1.0, sheets)


@pytest.fixture
def large_text(qapp: QApplication, sheets: Path) -> Iterator[None]:
    """Text of 200 % where nothing else dresses the program."""
    theme.apply(qapp, "light", 2.0, sheets)
    yield
    theme.apply(qapp, "light", 1.0, sheets)


def settle(desk: QtDesk, qtbot: QtBot) -> None:
    """Wait until every question and action asked so far has been answered."""
    qtbot.waitUntil(lambda: desk.is_idle, timeout=10_000)
