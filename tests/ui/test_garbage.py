"""Garbage is collected on the main thread only."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from ui.garbage import MainThreadGarbage


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[MainThreadGarbage]:
    yield MainThreadGarbage()
    gc.enable()


def test_python_itself_no_longer_collects(garbage: MainThreadGarbage) -> None:
    assert not gc.isenabled()


def test_a_cycle_goes_when_the_timer_comes(garbage: MainThreadGarbage, qtbot: QtBot) -> None:
    gone: list[bool] = []

    class Cycle:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            gone.append(True)

    Cycle()
    held = [[] for _ in range(5000)]
    timer = garbage.findChild(QTimer)
    assert isinstance(timer, QObject)
    qtbot.waitUntil(lambda: bool(gone), timeout=5000)
    assert held
