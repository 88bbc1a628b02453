"""The program's first page, by what lies in the data folder: the real window, files moved away."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.clock import StandingClock
from app.folders import Folders, Found, folders_in
from app.language import Language
from app.settings import Settings, write_settings
from app.sign_in import first_start
from tests.app.test_sign_in import CHEAP, PASSWORD, WANTED
from ui.desk_view import DeskView
from ui.first_start.page import FirstStartPage
from ui.kit.buttons import Button
from ui.kit.forms import LongTextField
from ui.kit.labels import Label
from ui.program import Program
from ui.sign_in.missing import MissingPage
from ui.sign_in.page import SignInPage

AGAIN = "I put it back: look again"


@pytest.fixture
def folders(tmp_path: Path, shared_cache: Path, clock: StandingClock) -> Folders:
    made = replace(folders_in(tmp_path), cache=shared_cache).make()
    first_start(made, WANTED, clock, CHEAP)[0].close()
    write_settings(made.settings, Settings(language="en"))
    return made


@pytest.fixture
def started(
    folders: Folders, clock: StandingClock, qtbot: QtBot
) -> Iterator[Callable[[], Program]]:
    made: list[Program] = []

    def start() -> Program:
        program = Program(folders, clock)
        made.append(program)
        qtbot.addWidget(program.window, before_close_func=lambda _: program.close())
        program.start()
        qtbot.waitUntil(lambda: program.is_idle, timeout=20_000)
        return program

    yield start
    for program in made:
        qtbot.waitUntil(lambda one=program: one.is_idle, timeout=20_000)
        program.view = None  # it goes with its window, before the focus has left it


def page(program: Program) -> QWidget:
    shown = program.window.page
    assert shown is not None
    return shown


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def names(page: QWidget) -> set[str]:
    return {one.accessibleName() for one in page.findChildren(Button) if one.isVisible()}


def press(page: QWidget, name: str) -> None:
    found = next(one for one in page.findChildren(Button) if one.accessibleName() == name)
    QTest.keyClick(found, Qt.Key.Key_Return)


def sign_in(program: Program, qtbot: QtBot) -> None:
    here = page(program)
    assert isinstance(here, SignInPage)
    here.user_name.setText("inese")
    here.password.line.setText(PASSWORD)
    QTest.keyClick(here.password.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.is_idle, timeout=20_000)
    assert isinstance(page(program), DeskView)


def test_a_missing_key_file_is_named_and_first_start_is_not_offered(
    folders: Folders, started: Callable[[], Program], qtbot: QtBot
) -> None:
    kept = folders.keys.read_bytes()
    folders.keys.unlink()
    program = started()
    here = page(program)
    assert isinstance(here, MissingPage)
    assert "The key file is missing" in texts(here)
    assert "The recovery sheet alone does not open the data" in texts(here)
    assert here.findChild(LongTextField).text() == str(folders.keys)
    assert "Begin a new centre here" not in names(here)
    press(here, AGAIN)
    assert "The file is still not there." in texts(here)
    folders.keys.write_bytes(kept)
    press(here, AGAIN)
    sign_in(program, qtbot)


def test_a_missing_database_is_named_and_can_be_brought_back(
    folders: Folders, started: Callable[[], Program], qtbot: QtBot, tmp_path: Path
) -> None:
    folders.database.rename(tmp_path / "elsewhere.db")
    program = started()
    here = page(program)
    assert isinstance(here, MissingPage)
    assert "The database is missing" in texts(here)
    assert here.findChild(LongTextField).text() == str(folders.database)
    (tmp_path / "elsewhere.db").rename(folders.database)
    press(here, AGAIN)
    sign_in(program, qtbot)


def test_without_the_database_a_new_centre_may_begin(
    folders: Folders, started: Callable[[], Program]
) -> None:
    folders.database.unlink()
    program = started()
    press(page(program), "Begin a new centre here")
    assert isinstance(page(program), FirstStartPage)
    assert folders.keys.exists()  # nothing has happened yet


def test_an_interrupted_first_start_is_finished_by_signing_in(
    folders: Folders, started: Callable[[], Program], qtbot: QtBot
) -> None:
    folders.database.rename(folders.making)
    program = started()
    assert "The first start was interrupted" in texts(page(program))
    press(page(program), "Sign in")
    sign_in(program, qtbot)
    assert folders.found() is Found.WHOLE


def test_the_page_speaks_another_language(folders: Folders, started: Callable[[], Program]) -> None:
    folders.keys.unlink()
    program = started()
    here = page(program)
    assert isinstance(here, MissingPage)
    here.language_chosen.emit(Language.LV)
    anew = page(program)
    assert isinstance(anew, MissingPage)
    assert anew is not here
    assert program.settings.language == "lv"


def test_whole_and_nothing(folders: Folders, started: Callable[[], Program]) -> None:
    assert isinstance(page(started()), SignInPage)
    folders.keys.unlink()
    folders.database.unlink()
    assert isinstance(page(started()), FirstStartPage)
