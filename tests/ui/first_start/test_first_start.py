"""The first start as somebody does it: typed, refused in place, created, and the sheet tried."""

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.centre.details import LARGEST_LOGO, FirstStart
from app.centre.queries import CentreCard
from app.clock import StandingClock
from app.database.keys import Cost
from app.desk import Desk
from app.folders import Folders, folders_in
from app.language import Language
from app.sign_in import first_start
from ui.first_start.page import FirstStartPage

PASSWORD = "three words here"
CHEAP = Cost(passes=1, memory_kib=8, lanes=1)


@pytest.fixture
def page(qtbot: QtBot) -> FirstStartPage:
    made = FirstStartPage()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.centre.name.hasFocus)
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_into(widget: QWidget, text: str) -> None:
    """Key by key; ``QTest.keyClicks`` ends the process at a letter like š."""
    widget.setFocus()
    for letter in text:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(focused(), press)


def fill(page: FirstStartPage) -> None:
    type_into(page.centre.name, "Resource Centre of Preili")
    type_into(page.person.given_name, "Inese")
    type_into(page.person.family_name, "Gavare")
    for line in page.person.password.lines:
        type_into(line, PASSWORD)


def errors(page: FirstStartPage) -> set[str]:
    fields = (page.centre.name, page.person.given_name, page.person.user_name)
    return {text for field in fields if (text := field.accessibleDescription())}


def test_everything_typed_is_asked_for(page: FirstStartPage, qtbot: QtBot) -> None:
    fill(page)
    type_into(page.rooms.rows[0].name, "Great hall")
    page.rooms.rows[0].seats.setValue(80)
    QTest.keyClick(page.rooms.add_button, Qt.Key.Key_Return)
    assert focused() is page.rooms.rows[1].name
    page.hours.rows[1].open.setChecked(False)
    with qtbot.waitSignal(page.wanted) as wanted:
        QTest.keyClick(page.create_button, Qt.Key.Key_Return)
    (asked,) = wanted.args or []
    assert isinstance(asked, FirstStart)
    assert asked.centre.name == "Resource Centre of Preili"
    assert asked.person.user_name == "inese"
    assert asked.password == PASSWORD
    assert asked.rooms == (("Great hall", 80),)
    assert asked.week == (*([(time(9), time(20))] * 5), None, None)
    assert not page.create_button.isEnabled()


def test_what_is_missing_is_said_under_its_field_and_the_first_gets_the_focus(
    page: FirstStartPage, qtbot: QtBot
) -> None:
    type_into(page.person.given_name, "Inese")
    type_into(page.person.user_name, " gavare")
    with qtbot.assertNotEmitted(page.wanted):
        QTest.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    assert errors(page) == {"Write the name of the centre.", "Write a user name without blanks."}
    assert focused() is page.centre.name


@pytest.mark.parametrize(
    ("again", "wrong"), [("other words here", 1), ("", 1)], ids=["another", "none"]
)
def test_both_passwords_must_be_the_same(page: FirstStartPage, again: str, wrong: int) -> None:
    fill(page)
    page.person.password.lines[1].setText(again)
    QTest.keyClick(page.create_button, Qt.Key.Key_Return)
    assert focused() is page.person.password.lines[wrong]
    assert page.create_button.isEnabled()


def test_hours_that_end_before_they_begin(page: FirstStartPage, qtbot: QtBot) -> None:
    fill(page)
    page.hours.rows[0].closes.set_time(time(8))
    with qtbot.assertNotEmitted(page.wanted):
        QTest.keyClick(page.create_button, Qt.Key.Key_Return)
    assert focused() is page.hours.rows[0].opens


def test_the_user_name_follows_the_given_name_until_somebody_types_one(
    page: FirstStartPage,
) -> None:
    type_into(page.person.given_name, "Krišjānis")
    assert page.person.user_name.text() == "krisjanis"
    page.person.user_name.setText("kb")
    type_into(page.person.given_name, " Jānis")
    assert page.person.user_name.text() == "kb"


def test_a_room_taken_away_leaves_one_line_to_write_in(page: FirstStartPage) -> None:
    type_into(page.rooms.rows[0].name, "Great hall")
    page.rooms.rows[0].remove.click()
    assert page.rooms.rooms() == ()
    assert len(page.rooms.rows) == 1
    assert focused() is page.rooms.rows[0].name


def test_a_refusal_leaves_everything_typed(page: FirstStartPage) -> None:
    fill(page)
    QTest.keyClick(page.create_button, Qt.Key.Key_Return)
    before = page.typed()
    page.say("There is a centre on this computer already. Sign in instead.")
    assert page.typed() == before
    assert focused() is page.create_button


def test_another_language_keeps_what_was_typed(page: FirstStartPage, qtbot: QtBot) -> None:
    fill(page)
    page.rooms.add("Kitchen", 12)
    page.hours.rows[2].open.setChecked(True)
    with qtbot.waitSignal(page.language_chosen) as chosen:
        page.centre.language.picked.emit(Language.UK)
    assert chosen.args == [Language.UK]
    anew = FirstStartPage()
    qtbot.addWidget(anew)
    anew.put_back(page.typed())
    assert anew.typed() == page.typed()


@pytest.mark.parametrize(
    ("content", "taken"),
    [(b"\x89PNG....", True), (b"GIF89a", False), (b"\x89PNG" + bytes(LARGEST_LOGO), False)],
    ids=["picture", "another kind", "too large"],
)
def test_a_logo(page: FirstStartPage, tmp_path: Path, content: bytes, taken: bool) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    page.centre.use_logo(file)
    assert (page.centre.details().logo == content) is taken
    said = page.centre.logo_button.accessibleDescription()
    refusal = "The logo must be a PNG picture of at most 512 KiB."
    assert said == ("logo.png" if taken else refusal)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return folders_in(tmp_path).make()


def test_the_sheet_is_saved_tried_and_noted(
    page: FirstStartPage, folders: Folders, clock: StandingClock, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(page)
    with qtbot.waitSignal(page.wanted) as wanted:
        QTest.keyClick(page.create_button, Qt.Key.Key_Return)
    opened = first_start(folders, (wanted.args or [])[0], clock, CHEAP)
    desk_opened: list[bool] = []
    page.offer_recovery(folders, opened, clock, lambda: desk_opened.append(True))
    step = page.step
    qtbot.waitUntil(lambda: step.is_idle)
    assert not page.create_button.isVisible()
    step.save_to(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    type_into(step.code, "AAAAA")
    QTest.keyClick(step.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: step.is_idle)
    assert "does not open the data" in step.code.accessibleDescription()
    type_into(step.code, step._code.lower())
    QTest.keyClick(step.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: step.is_idle)
    assert focused() is step.open_button
    QTest.keyClick(step.open_button, Qt.Key.Key_Return)
    assert desk_opened == [True]
    desk = Desk(opened[0], clock)
    desk.sign_in(opened[1])
    assert desk.ask(CentreCard()).recovery_sheet_kept
    opened[0].close()


def test_the_desk_opens_without_a_sheet(
    page: FirstStartPage, folders: Folders, clock: StandingClock, qtbot: QtBot
) -> None:
    fill(page)
    with qtbot.waitSignal(page.wanted) as wanted:
        QTest.keyClick(page.create_button, Qt.Key.Key_Return)
    opened = first_start(folders, (wanted.args or [])[0], clock, CHEAP)
    desk_opened: list[bool] = []
    page.offer_recovery(folders, opened, clock, lambda: desk_opened.append(True))
    page.step.open_button.click()
    assert desk_opened == [True]
    opened[0].close()
