"""The real program from an empty folder: centre, sheet, desk, lock, unlock, sign out, sign in."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.clock import StandingClock
from app.folders import folders_in
from app.language import Language
from ui.desk_view import DeskView
from ui.first_start.page import FirstStartPage
from ui.program import Program
from ui.sign_in.locked import LockedPage
from ui.sign_in.page import SignInPage

PASSWORD = "three words here"


@pytest.fixture
def program(tmp_path: Path, shared_cache: Path, clock: StandingClock, qtbot: QtBot) -> Program:
    made = Program(replace(folders_in(tmp_path), cache=shared_cache), clock)
    qtbot.addWidget(made.window, before_close_func=lambda _: made.close())
    made.start()
    return made


def page(program: Program) -> QWidget:
    pages = program.window.centralWidget()
    assert isinstance(pages, QStackedWidget)
    shown = pages.currentWidget()
    assert shown is not None
    return shown


def create_the_centre(program: Program, qtbot: QtBot) -> None:
    form = page(program)
    assert isinstance(form, FirstStartPage)
    form.centre.name.setText("Preiļu kopienas resursu centrs")
    form.language_chosen.emit(Language.EN)
    form = page(program)
    assert isinstance(form, FirstStartPage)
    form.person.given_name.setText("Inese")
    form.person.user_name.setText("Inese")
    for line in form.person.password.lines:
        line.setText(PASSWORD)
    QTest.keyClick(form.create_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hasattr(form, "step") and form.step.is_idle, timeout=20_000)
    QTest.keyClick(form.step.open_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.view is not None and program.is_idle, timeout=20_000)


def try_password(program: Program, password: str, qtbot: QtBot) -> None:
    here = page(program)
    assert isinstance(here, (SignInPage, LockedPage))
    here.password.line.setText(password)
    QTest.keyClick(here.password.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.is_idle, timeout=20_000)


def test_from_an_empty_folder_to_the_second_sign_in(program: Program, qtbot: QtBot) -> None:
    create_the_centre(program, qtbot)
    assert isinstance(page(program), DeskView)
    program._idle.for_long.emit()
    assert isinstance(page(program), LockedPage)
    try_password(program, "wrong words", qtbot)
    assert isinstance(page(program), LockedPage)
    try_password(program, PASSWORD, qtbot)
    view = page(program)
    assert isinstance(view, DeskView)
    view.sign_out_wanted.emit()
    assert isinstance(page(program), SignInPage)
    qtbot.waitUntil(lambda: program.is_idle, timeout=20_000)
    try_password(program, "wrong words", qtbot)
    assert isinstance(page(program), SignInPage)
    try_password(program, PASSWORD, qtbot)
    assert isinstance(page(program), DeskView)


def test_the_sample_leaves_the_centres_own_place_free(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    form = page(program)
    assert isinstance(form, FirstStartPage)
    form.sample_wanted.emit()
    qtbot.waitUntil(lambda: program.view is not None and program.is_idle, timeout=60_000)
    assert isinstance(page(program), DeskView)
    assert not folders_in(tmp_path).database.exists()
    assert not folders_in(tmp_path).settings.exists()
