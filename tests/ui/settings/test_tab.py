"""The list of sections: keys, rooms under theirs, and what a role does not see."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.permission import Role, SignedIn
from app.settings import Settings
from tests.ui.settings.conftest import Opened, open_tab
from ui.settings.centre import CentreSection
from ui.settings.look import LookSection


def titles(opened: Opened) -> list[str]:
    return [opened.tab.list.item(row).text() for row in range(opened.tab.list.count())]


def test_rooms_stand_under_their_section(opened: Opened) -> None:
    found = titles(opened)
    start = found.index("Rooms")
    assert found[start + 1 : start + 3] == ["Great hall", "Study room"]


def test_the_arrow_keys_go_through_the_sections(opened: Opened) -> None:
    opened.tab.list.setFocus()
    QTest.keyClick(opened.tab.list, Qt.Key.Key_Down)
    QTest.keyClick(opened.tab.list, Qt.Key.Key_Down)
    opened.settle()
    assert isinstance(opened.tab.section, CentreSection)
    assert opened.tab.list.hasFocus()


def test_a_room_in_the_list_is_shown(opened: Opened) -> None:
    row = titles(opened).index("Study room")
    opened.tab.list.setCurrentRow(row)
    opened.settle()
    assert opened.tab.section.title.text() == "Study room"


@pytest.mark.parametrize(
    ("role", "hidden"),
    [(Role.FRONT_DESK, {"People and roles", "Recovery sheet"}), (Role.ADMINISTRATOR, set())],
)
def test_what_a_role_does_not_see(opened: Opened, role: Role, hidden: set[str]) -> None:
    person = opened.desk.signed_in
    assert person is not None
    opened.desk.sign_in(SignedIn(person.staff_id, person.name, frozenset({role})))
    other = open_tab(opened.desk, opened.view, opened.qtbot)
    assert {"People and roles", "Recovery sheet"} - set(titles(other)) == hidden


def test_what_may_not_be_changed_says_why(opened: Opened) -> None:
    person = opened.desk.signed_in
    assert person is not None
    opened.desk.sign_in(SignedIn(person.staff_id, person.name, frozenset({Role.FRONT_DESK})))
    section = open_tab(opened.desk, opened.view, opened.qtbot).show("centre")
    assert isinstance(section, CentreSection)
    assert section.line("name").isReadOnly()
    assert "administrator" in section.why_not()


def test_a_look_is_wanted_at_once(opened: Opened) -> None:
    section = opened.show("look")
    assert isinstance(section, LookSection)
    told: list[Settings] = []
    opened.tab.settings_changed.connect(told.append)
    section.looks.setFocus()
    QTest.keyClick(opened.tab.focusWidget() or section, Qt.Key.Key_Right)
    assert told == [Settings(look="dark")]
