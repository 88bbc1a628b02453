"""Accounts: a one-time password that really opens the desk, roles, switching off."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.errors import Refused
from app.permission import Role
from app.sign_in import sign_in
from app.staff.queries import MustChangePassword, StaffList, StaffRow
from tests.ui.settings.conftest import INESE, PASSWORD, Opened
from ui.settings.account import AccountDrawer
from ui.settings.own_password import OwnPasswordSection
from ui.settings.staff import StaffSection


@pytest.fixture
def section(opened: Opened) -> StaffSection:
    found = opened.show("staff")
    assert isinstance(found, StaffSection)
    return found


def drawer(section: StaffSection) -> AccountDrawer:
    (found,) = section.window().findChildren(AccountDrawer)
    return found


def accept(opened: Opened, form: AccountDrawer) -> None:
    QTest.keyClick(form.given_name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.settle()


def open_row(opened: Opened, section: StaffSection, name: str) -> AccountDrawer:
    row = next(one for one in section.table.rows if one.name == name)
    section.table.opened.emit(row)
    opened.settle()
    return drawer(section)


def fill_zane(form: AccountDrawer, opener: str) -> str:
    QTest.keyClicks(form.given_name, "Zane")
    QTest.keyClicks(form.family_name, "Kokina")
    QTest.keyClicks(form.user_name, "Zane")
    QTest.keyClicks(form.one_time.mine.line, opener)
    return form.one_time.password


def people(opened: Opened) -> dict[str, StaffRow]:
    return {row.name: row for row in opened.ask(StaffList())}


def enters(opened: Opened, user_name: str, password: str) -> bool:
    folders = opened.view.folders
    assert folders is not None
    try:
        database, _ = sign_in(folders, user_name, password, opened.desk.clock)
    except Refused:
        return False
    database.close()
    return True


def test_a_new_person_signs_in_with_her_one_time_password(
    opened: Opened, section: StaffSection
) -> None:
    section.new()
    one_time = fill_zane(drawer(section), PASSWORD)
    accept(opened, drawer(section))
    zane = people(opened)["Zane Kokina"]
    assert zane.details.roles == {Role.FRONT_DESK}
    assert enters(opened, "zane", one_time)
    assert opened.ask(MustChangePassword(zane.id))


def test_nobody_is_added_at_an_empty_desk(opened: Opened, section: StaffSection) -> None:
    section.new()
    form = drawer(section)
    fill_zane(form, "guessed words")
    accept(opened, form)
    assert form.isVisible()
    assert form.given_name.text() == "Zane"
    assert form.refusal == "Your password is not right."
    assert list(people(opened)) == ["Inese Gavare"]
    form.dismiss()


def test_a_taken_user_name_leaves_the_other_one_her_password(
    opened: Opened, section: StaffSection
) -> None:
    section.new()
    form = drawer(section)
    fill_zane(form, PASSWORD)
    form.user_name.setText("inese")
    accept(opened, form)
    assert "taken" in form.refusal
    assert enters(opened, "inese", PASSWORD)
    form.dismiss()


def test_the_last_administrator_cannot_be_switched_off(
    opened: Opened, section: StaffSection
) -> None:
    form = open_row(opened, section, "Inese Gavare")
    assert form.other is not None
    form.other.click()
    opened.settle()
    assert form.refusal == "Inese Gavare is the last administrator. Name another one first."
    assert people(opened)["Inese Gavare"].active
    form.dismiss()


def test_ones_own_role_asks_for_the_password(opened: Opened, section: StaffSection) -> None:
    form = open_row(opened, section, "Inese Gavare")
    form.roles[Role.COORDINATOR].click()
    accept(opened, form)
    assert form.refusal == "Your password is not right."
    assert people(opened)["Inese Gavare"].details == replace(INESE, roles=frozenset(Role))
    QTest.keyClicks(form.one_time.mine.line, PASSWORD)
    accept(opened, form)
    roles = people(opened)["Inese Gavare"].details.roles
    assert roles == frozenset(Role) - {Role.COORDINATOR}


def test_a_forgotten_password_is_given_anew(opened: Opened, section: StaffSection) -> None:
    section.new()
    first = fill_zane(drawer(section), PASSWORD)
    accept(opened, drawer(section))
    opened.qtbot.waitUntil(lambda: not section.window().findChildren(AccountDrawer))
    form = open_row(opened, section, "Zane Kokina")
    form.one_time.tick.click()
    QTest.keyClicks(form.one_time.mine.line, PASSWORD)
    second = form.one_time.password
    accept(opened, form)
    assert not enters(opened, "zane", first)
    assert enters(opened, "zane", second)


def test_everybody_changes_her_own_password(opened: Opened) -> None:
    section = opened.show("password")
    assert isinstance(section, OwnPasswordSection)
    for old, entered in (("guessed words", False), (PASSWORD, True)):
        section.old.line.setText(old)
        for line in section.new_password.lines:
            line.setText("four other good words")
        QTest.keyClick(section.old.line, Qt.Key.Key_Return)
        opened.settle()
        assert enters(opened, "inese", "four other good words") is entered
    assert section.old.text() == ""
