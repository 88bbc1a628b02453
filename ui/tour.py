"""The tour: drives the real window through the main job on the sample centre, a picture a step.

Everything is done as a person does it: keys, clicks and drags on the real widgets. A step that does
not come to what it says fails the tour.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.action import Question
from app.clock import StandingClock
from app.folders import Folders, own_folders
from app.settings import Settings, write_settings
from ui.kit.scroll import Scroll

if TYPE_CHECKING:
    from ui.desk_view import DeskView

Answer = TypeVar("Answer")
DAY = datetime(2026, 10, 15, 11, 48)
"""The fixed day: a Thursday of the sample centre, wall-clock time."""
PASSWORD = "tikai paraugam"  # noqa: S105 - opens the sample centre only
PATIENCE = 30.0
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
        folders = Folders(Path(self._home.name), own_folders().cache).make()
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
        from app.sample import USER_NAME, place_sample

        place_sample(self.folders, self.clock, PASSWORD)
        settings = replace(self.program.settings, last_user_name=USER_NAME)
        self.program.settings = settings
        self.program.start(self._size)

    def step(self, name: str, sentence: str, does: Callable[[], None]) -> bool:
        """Do one step, keep its picture; False when it failed."""
        try:
            does()
            self.settle()
            self._expect_nothing_cut()
            ok = True
        except Exception as failure:  # told in tour.json and by the exit status
            sentence = f"{sentence} — {type(failure).__name__}: {failure}"
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
            if letter.isascii():
                QTest.keyClicks(self.focused(), letter)
            else:
                _type_one(self.focused(), letter)
        _let_events_pass()

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.program.window

    def ask(self, question: Question[Answer]) -> Answer:
        """What the desk answers: to choose people of the sample by what they are."""
        answers: list[Answer] = []
        desk = self.program.desk
        if desk is None:
            raise StepFailed("nobody is signed in")
        desk.ask(question, answers.append)
        self.wait(lambda: answers, "an answer")
        return answers[0]

    def _expect_nothing_cut(self) -> None:
        """No page and no drawer needs more width than there is: its right end would be out of sight."""
        window = self.program.window
        for page in window.findChildren(Scroll):
            over = page.mapTo(window, page.rect().bottomRight()).x() - window.width()
            if page.isVisible() and over >= 0:
                raise StepFailed(f"a page stands {over} px out at the right")

    @property
    def view(self) -> DeskView:
        if self.program.view is None:
            raise StepFailed("nobody is signed in")
        return self.program.view

    def expect(self, what: object, why: str) -> None:
        if not what:
            raise StepFailed(why)

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

    def close_drawers(self) -> None:
        """What an earlier step left open."""
        from ui.kit.drawer import Drawer

        for drawer in self.program.window.findChildren(Drawer):
            drawer.dismiss()
        self.settle()

    def said(self) -> str:
        """What stands in the slot of the last action."""
        view = self.program.view
        return view.last_action.text if view is not None else ""


MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


def press(widget: QWidget, combination: str) -> None:
    """Press keys written as on a keyboard: ``Ctrl+Shift+2``, ``Return``."""
    *held, name = combination.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= MODIFIERS[one]
    QTest.keyClick(widget, Qt.Key[f"Key_{name}"], modifiers)


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
        print(f"{'ok ' if told.ok else 'NOT'} {told.step}: {told.sentence}")
    return 0 if ok else 1
