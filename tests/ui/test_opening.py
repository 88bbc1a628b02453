"""The first frame, and what is typed into it."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.opening import Opening

ROOT = Path(__file__).parent.parent.parent


def test_it_tells_once_that_it_was_painted(qtbot: QtBot) -> None:
    told: list[bool] = []
    page = Opening(lambda: told.append(True), takes_keys=True)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.repaint()
    qtbot.waitUntil(lambda: bool(told))
    page.repaint()
    qtbot.wait(20)
    assert told == [True]


def test_it_keeps_what_is_typed(qtbot: QtBot) -> None:
    page = Opening(takes_keys=True)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    assert page.field is not None
    QTest.keyClicks(page.field, "berz")
    assert page.typed == "berz"
    assert page.rect().contains(page.field.geometry())


def test_without_a_box_nothing_is_typed(qtbot: QtBot) -> None:
    page = Opening(takes_keys=False)
    qtbot.addWidget(page)
    assert page.field is None
    assert page.typed == ""


def test_behind_the_first_frame_nothing_heavy_was_imported() -> None:
    script = (
        "import sys\nimport ui.opening\n"
        "print(*(name for name in ('sqlalchemy', 'ui.program', 'app.language', 'logging.handlers',"
        " 'qt_material', 'concurrent.futures.thread') if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == ""
