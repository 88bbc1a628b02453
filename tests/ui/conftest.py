"""What tests of the window may ask for: a desk with threads, a dressed application."""

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pytestqt.qtbot import QtBot

from app.desk import Desk
from ui.desk import QtDesk
from ui.immortal import keep_the_constants

keep_the_constants()


@pytest.fixture(autouse=True)
def garbage_on_the_main_thread() -> Iterator[None]:
    """As in the program: a widget must not be collected on a reading thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def qt_desk(file_desk: Desk, qtbot: QtBot) -> Iterator[QtDesk]:
    made = QtDesk(file_desk)
    yield made
    settle(made, qtbot)
    made.close()


def settle(desk: QtDesk, qtbot: QtBot) -> None:
    """Wait until every question and action asked so far has been answered."""
    qtbot.waitUntil(lambda: desk.is_idle, timeout=10_000)
