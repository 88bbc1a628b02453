"""The tour: drives the real window through the main job on the sample centre, a picture a step.

Everything is done as a person does it: keys, clicks and drags on the real widgets. A step that does
not come to what it says fails the tour.
"""

import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import StandingClock
from app.folders import folders_in
from app.settings import Settings, write_settings

DAY = datetime(2026, 10, 15, 11, 48)
"""The fixed day: a Thursday of the sample centre, wall-clock time."""
PATIENCE = 20.0
"""Seconds a step may wait for the window to come to what was asked."""


class StepFailed(Exception):  # noqa: N818 - the sentence says what failed
    """What was expected of the window did not come."""


@dataclass(frozen=True)
class Told:
    """One line of ``tour.json``."""

    step: str
    sentence: str
    ok: bool


class Guide:
    """Presses keys in the real window and waits until it has answered."""

    def __init__(self, out: Path, language: str, look: str, size: tuple[int, int]) -> None:
        from ui.program import Program

        self.out = out
        out.mkdir(parents=True, exist_ok=True)
        self._home = tempfile.TemporaryDirectory(prefix="kopa-tour-", ignore_cleanup_errors=True)
        folders = folders_in(Path(self._home.name)).make()
        write_settings(folders.settings, Settings(look=look, language=language))
        self.clock = StandingClock.at_wall(DAY)
        self.told: list[Told] = []
        self._size = size
        self.program = Program(folders, self.clock)
        self.folders = folders

    def close(self) -> None:
        self.program.window.close()
        _let_events_pass()
        self._home.cleanup()

    def start(self) -> None:
        self.program.start(self._size)

    def step(self, name: str, sentence: str, does: Callable[[], None]) -> bool:
        """Do one step, keep its picture; False when it failed."""
        try:
            does()
            self.settle()
            ok = True
        except (StepFailed, AssertionError) as failure:
            sentence = f"{sentence} — {failure}"
            ok = False
        self.told.append(Told(name, sentence, ok))
        picture = self.program.window.grab()
        picture.save(str(self.out / f"{len(self.told):02}_{name}.png"))
        return ok

    def write(self) -> None:
        lines = json.dumps([asdict(one) for one in self.told], ensure_ascii=False, indent=1)
        (self.out / "tour.json").write_text(lines + "\n", encoding="utf-8")

    # what a person can do

    def keys(self, *keys: str) -> None:
        """Press keys such as ``Ctrl+3``, ``F2``, ``Enter`` where the focus is."""
        for key in keys:
            press(self.focused(), key)
            _let_events_pass()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.focused(), letter) if letter.isascii() else _type_one(
                self.focused(), letter
            )
        _let_events_pass()

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.program.window

    def settle(self) -> None:
        """Until every question and action has been answered and painted."""
        self.wait(lambda: self.program.is_idle, "the window to come to rest")
        _let_events_pass()

    def wait(self, until: Callable[[], object], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not until():
            _let_events_pass()
            if time.monotonic() > end:
                raise StepFailed(f"waited in vain for {what}")
            time.sleep(0.002)
        _let_events_pass()

    def said(self) -> str:
        """What stands in the slot of the last action."""
        view = self.program.view
        return view.last_action.text if view is not None else ""


def press(widget: QWidget, key: str) -> None:
    from PySide6.QtGui import QKeySequence

    combination = QKeySequence(key)[0]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def _type_one(widget: QWidget, letter: str) -> None:
    """A letter that has no key of its own in QTest, as an input method would send it."""
    from PySide6.QtGui import QKeyEvent

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)


def _let_events_pass() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def tour(out: str, language: str, look: str, size: str) -> int:
    """0 when every step came to what it says, 1 when one failed."""
    from ui.tour_steps import walk

    width, _, height = size.partition("x")
    guide = Guide(Path(out), language, look, (int(width), int(height)))
    try:
        ok = walk(guide)
        guide.write()
    finally:
        guide.close()
    for told in guide.told:
        print(f"{'ok ' if told.ok else 'NOT'} {told.step}: {told.sentence}")  # noqa: T201
    return 0 if ok else 1
