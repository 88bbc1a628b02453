"""Duplicates by keyboard: the list of pairs, side by side, merged or said to be two, taken back."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.people.likely_duplicates import LikelyDuplicates
from app.permission import Role, SignedIn
from app.visitors.details import VisitorDetails
from app.visitors.queries import VisitorCard
from app.visitors.register import EditVisitor
from tests.making.visitors import make_double
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.visitors.duplicates_page import DuplicatesPage
from ui.visitors.merge_drawer import MergeDrawer

Show = Callable[[str], DeskView]


@pytest.fixture
def twice(people: dict[str, UUID], file_desk: Desk) -> UUID:
    """Anna once more: another town, another telephone, her year not known."""
    return make_double(file_desk, "Anna", "Berzina", town="Aglona", phone="29111222")


@pytest.fixture
def page(show: Show, twice: UUID, qtbot: QtBot, qt_desk: QtDesk) -> DuplicatesPage:
    view = show("visitors")
    view.show_tab("visitors", "duplicates")
    settle(qt_desk, qtbot)
    found = view.findChild(DuplicatesPage)
    assert found is not None
    assert found.isVisible()
    return found


def press(qtbot: QtBot, desk: QtDesk, *keys: Qt.Key) -> None:
    """Keys go where the keyboard is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        settle(desk, qtbot)


def press_with(qtbot: QtBot, desk: QtDesk, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)
    settle(desk, qtbot)


def drawer_of(page: DuplicatesPage) -> MergeDrawer:
    found = page.window().findChild(MergeDrawer)
    assert found is not None
    return found


def details(desk: Desk, visitor_id: UUID) -> VisitorDetails:
    card = desk.ask(VisitorCard(visitor_id))
    assert card is not None
    return card.details


def test_merged_by_keys_and_taken_back(
    *,
    page: DuplicatesPage,
    people: dict[str, UUID],
    twice: UUID,
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
) -> None:
    (pair,) = page.table.rows
    assert pair.id == (people["Anna"], twice)
    press(qtbot, qt_desk, Qt.Key.Key_Return)
    drawer = drawer_of(page)
    chosen = [choice.value() for choice in drawer._choices.values()]
    assert chosen == [False, False, True, True]  # name and year of the older, town and telephone
    press(qtbot, qt_desk, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left)
    press_with(qtbot, qt_desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = details(file_desk, people["Anna"])
    assert (kept.family_name, kept.birth_year) == ("Bērziņa", 1987)
    assert (kept.town, kept.phone) == ("Preiļi", "29111222")
    assert file_desk.ask(VisitorCard(twice)) is None
    assert not page.table.rows
    assert page._nobody.isVisible()
    press_with(qtbot, qt_desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert details(file_desk, people["Anna"]).phone == ""
    assert [row.id for row in page.table.rows] == [(people["Anna"], twice)]


def test_alt_n_says_that_they_are_two(
    page: DuplicatesPage, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    press(qtbot, qt_desk, Qt.Key.Key_Return)
    press_with(qtbot, qt_desk, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert file_desk.ask(LikelyDuplicates()).count == 0
    assert not page.table.rows
    press_with(qtbot, qt_desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(page.table.rows) == 1


def test_delete_says_so_in_the_list_and_the_next_pair_is_chosen(
    page: DuplicatesPage, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    for _ in range(2):
        make_double(file_desk, "Zane", "Liepa", birth_year=1990)
    page.reload()
    settle(qt_desk, qtbot)
    before = page.table.rows
    page.table.choose(before[0].id)
    press(qtbot, qt_desk, Qt.Key.Key_Delete)
    assert page.table.rows == before[1:]
    assert page.table.current_row() == before[1]


def test_who_was_changed_meanwhile_is_not_merged_and_the_form_stays(
    *, page: DuplicatesPage, twice: UUID, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    press(qtbot, qt_desk, Qt.Key.Key_Return)
    file_desk.do(EditVisitor(twice, details(file_desk, twice), VisitorDetails("Anna", "Liepa")))
    press_with(qtbot, qt_desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    drawer = drawer_of(page)
    assert drawer.isVisible()
    assert "Look at both again" in drawer._note.label.text()
    assert details(file_desk, twice).family_name == "Liepa"


def test_telephones_are_masked_in_the_drawer(
    page: DuplicatesPage, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    press(qtbot, qt_desk, Qt.Key.Key_Return)
    shown = [label.text() for label in drawer_of(page).findChildren(Label)]
    assert "29111222" not in shown
    assert any("XXXX222" in text for text in shown)


def test_esc_leads_back_to_the_card(
    page: DuplicatesPage, people: dict[str, UUID], qtbot: QtBot, qt_desk: QtDesk
) -> None:
    press(qtbot, qt_desk, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_privacy_mode_shows_initials(page: DuplicatesPage, qtbot: QtBot, qt_desk: QtDesk) -> None:
    press(qtbot, qt_desk, Qt.Key.Key_F8)
    cells = [str(page.table.model().index(0, n).data()) for n in range(2)]
    assert all(cell.startswith("A. B.") for cell in cells)


def test_only_who_may_register_is_offered_them(
    show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk, somebody: SignedIn
) -> None:
    only = SignedIn(somebody.staff_id, somebody.name, frozenset({Role.ADMINISTRATOR}))
    file_desk.sign_in(only)
    view = show("visitors")
    offered = [b.text().strip() for b in view.findChildren(Button) if b.isVisible()]
    assert "Duplicates" not in offered
