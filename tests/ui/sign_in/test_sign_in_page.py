"""Signing in and unlocking as somebody does it: by keys, with nothing typed lost."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.clock import StandingClock
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.sign_in.locked import LockedPage
from ui.sign_in.page import SignInPage

NOW = datetime(2026, 10, 15, 8, 2)


def shown(page: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()


@pytest.fixture
def page(qtbot: QtBot) -> SignInPage:
    made = SignInPage("inese", NOW)
    shown(made, qtbot)
    qtbot.waitUntil(made.password.line.hasFocus)
    return made


def button(page: QWidget, text: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.accessibleName() == text)


def texts(page: QWidget) -> set[str]:
    return {label.text() for label in page.findChildren(Label) if label.isVisible()}


def test_enter_signs_in_the_last_person(page: SignInPage, qtbot: QtBot) -> None:
    assert {"08:02", "Thursday, 15 October"} <= texts(page)
    QTest.keyClicks(page.password.line, "three words")
    with qtbot.waitSignal(page.wanted) as wanted:
        QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    assert wanted.args == ["inese", "three words"]
    assert not button(page, "Sign in").isEnabled()


def test_somebody_new_begins_with_the_user_name(qtbot: QtBot) -> None:
    page = SignInPage("", NOW)
    shown(page, qtbot)
    qtbot.waitUntil(page.user_name.hasFocus)
    with qtbot.assertNotEmitted(page.wanted):
        QTest.keyClick(page.user_name, Qt.Key.Key_Return)
    QTest.keyClicks(page.user_name, "zane")
    QTest.keyClick(page.user_name, Qt.Key.Key_Return)
    assert page.password.line.hasFocus()


def test_a_refusal_is_said_and_the_password_can_be_typed_over(
    page: SignInPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.password.line, "wrong")
    QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    page.say("The user name or the password is not right.")
    assert "The user name or the password is not right." in texts(page)
    assert page.password.line.hasFocus()
    QTest.keyClicks(page.password.line, "right")
    assert page.password.text() == "right"
    with qtbot.waitSignal(page.wanted):
        QTest.keyClick(page.password.line, Qt.Key.Key_Return)


def test_what_is_typed_while_the_program_loads_stays(page: SignInPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.password.line, "three")
    page.set_ready()
    QTest.keyClicks(page.password.line, " words")
    assert page.password.text() == "three words"
    anew = SignInPage("inese", NOW)
    qtbot.addWidget(anew)
    anew.put_back(page.typed())
    assert anew.typed() == page.typed()


def test_the_recovery_sheet(page: SignInPage, qtbot: QtBot) -> None:
    QTest.keyClick(button(page, "I forgot my password"), Qt.Key.Key_Return)
    assert page.code.hasFocus()
    with qtbot.assertNotEmitted(page.recovery_wanted):
        QTest.keyClick(page.new_password.line, Qt.Key.Key_Return)
    QTest.keyClicks(page.code, "aaaaa-bbbbb")
    QTest.keyClicks(page.new_password.line, "new words here")
    with qtbot.waitSignal(page.recovery_wanted) as wanted:
        QTest.keyClick(page.new_password.line, Qt.Key.Key_Return)
    assert wanted.args == ["aaaaa-bbbbb", "inese", "new words here"]
    page.say("The code of the recovery sheet is not right. Look at each group again.")
    assert page.code.hasFocus()


def test_below_1000_px_the_panel_lies_on_top(page: SignInPage, qtbot: QtBot) -> None:
    page.resize(900, 600)
    qtbot.waitUntil(lambda: page._panel.width() == page.width())
    assert page._panel.height() < 100
    assert "08:02" not in texts(page)


def test_unlocking_by_enter(qtbot: QtBot) -> None:
    page = LockedPage("Inese Gavare")
    shown(page, qtbot)
    qtbot.waitUntil(page.password.line.hasFocus)
    assert "Inese Gavare" in texts(page)
    with qtbot.assertNotEmitted(page.wanted):
        QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    QTest.keyClicks(page.password.line, "wrong")
    with qtbot.waitSignal(page.wanted) as wanted:
        QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    assert wanted.args == ["wrong"]
    page.wrong()
    assert "The password is not right." in texts(page)
    assert page.password.line.hasFocus()
    QTest.keyClicks(page.password.line, "right")
    assert page.password.text() == "right"


def test_another_person_takes_over(qtbot: QtBot) -> None:
    page = LockedPage("Inese Gavare")
    shown(page, qtbot)
    with qtbot.waitSignal(page.other_person):
        QTest.keyClick(button(page, "Another person will work"), Qt.Key.Key_Return)


def test_the_locked_page_has_the_clock_which_goes_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.sign_in.side_panel.TICK", 1)
    clock = StandingClock.at_wall(NOW)
    page = LockedPage("Inese Gavare", clock)
    shown(page, qtbot)
    assert {"The desk is locked", "08:02", "Thursday, 15 October"} <= texts(page)
    assert "English" not in texts(page)
    clock.advance(timedelta(hours=16))
    qtbot.waitUntil(lambda: {"00:02", "Friday, 16 October"} <= texts(page))
