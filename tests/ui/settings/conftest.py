"""A founded centre on a file with its key file, and the settings tab over it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import tables
from app.action import Question
from app.centre.details import CentreDetails, FirstStart, StaffDetails
from app.clock import StandingClock
from app.database.keys import Cost
from app.desk import Desk
from app.folders import folders_in
from app.sign_in import first_start
from ui.desk import QtDesk
from ui.settings.section import Section
from ui.settings.tab import SettingsTab

assert tables.MODELS

CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
PASSWORD = "three words here"
CENTRE = CentreDetails("Preiļi Resource Centre", "Resource Centre", "Preiļu novads")
INESE = StaffDetails("Inese", "Gavare", "inese")
Answer = TypeVar("Answer")


@dataclass
class Opened:
    """The tab as a person has it before her."""

    desk: Desk
    view: QtDesk
    tab: SettingsTab
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until everything asked, and asked again because of a change, is answered."""
        for _ in range(5):
            self.qtbot.waitUntil(lambda: self.view.is_idle, timeout=20_000)
            QApplication.processEvents()

    def show(self, name: str) -> Section:
        self.tab.show_this(name)
        self.settle()
        section = self.tab.section
        assert section.isVisible()
        return section

    def ask(self, question: Question[Answer]) -> Answer:
        return self.desk.ask(question)

    def undo(self) -> None:
        self.view.undo()
        self.settle()


def write(line: QLineEdit | QWidget, text: str) -> None:
    """Replace what stands in a field by typing, then leave it."""
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    type_into(line, text)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def type_into(line: QLineEdit, text: str) -> None:
    """As an input method does: keyClicks knows no letters beyond Latin-1."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line, event)


@pytest.fixture
def opened(tmp_path: Path, clock: StandingClock, qtbot: QtBot) -> Iterator[Opened]:
    folders = folders_in(tmp_path).make()
    rooms = (("Great hall", 80), ("Study room", 16))
    wanted = FirstStart(CENTRE, INESE, PASSWORD, rooms=rooms)
    database, inese = first_start(folders, wanted, clock, CHEAP)
    desk = Desk(database, clock, name="front desk")
    desk.sign_in(inese)
    view = QtDesk(desk)
    view.folders = folders
    yield open_tab(desk, view, qtbot)
    qtbot.waitUntil(lambda: view.is_idle, timeout=20_000)
    view.close()


def open_tab(desk: Desk, view: QtDesk, qtbot: QtBot) -> Opened:
    tab = SettingsTab(view)
    qtbot.addWidget(tab)
    view.changed.connect(lambda change: tab.on_topics(change.topics))
    tab.resize(1154, 704)
    tab.show()
    tab.shown()
    made = Opened(desk, view, tab, qtbot)
    made.settle()
    return made
