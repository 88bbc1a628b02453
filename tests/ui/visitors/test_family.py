"""The page of a family: who is ticked beforehand, coming to an event, who may collect the children."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.events.board import BoardOfSession, SessionBoard
from app.people.on_site import OnSiteCount
from app.visitors.collectors import CollectorsOf
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.visitors.collector_drawer import CollectorDrawer
from ui.visitors.family_page import FamilyPage

Show = Callable[[str], DeskView]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def family(file_desk: Desk) -> dict[str, UUID]:
    mother = make_visitor(file_desk, "Anna", "Bērziņa", birth_year=1987)
    family = {"Anna": mother}
    for name, year in (("Annija", 2015), ("Toms", 2022)):
        family[name] = make_visitor(file_desk, name, "Bērziņa", birth_year=year, guardian_id=mother)
    return family


@pytest.fixture
def open_page(show: Show, qtbot: QtBot, qt_desk: QtDesk) -> Callable[[UUID], FamilyPage]:
    def open_it(visitor_id: UUID) -> FamilyPage:
        view = show("visitors")
        view.show_tab("visitors", visitor_id)
        settle(qt_desk, qtbot)
        side = view.tab().card  # type: ignore[attr-defined]
        side.show_family()
        settle(qt_desk, qtbot)
        page: FamilyPage = side.family
        return page

    return open_it


def texts(page: FamilyPage) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_all_who_are_not_in_are_ticked_when_nothing_begins(
    family: dict[str, UUID], open_page: Callable[[UUID], FamilyPage]
) -> None:
    page = open_page(family["Anna"])
    assert set(page._ticked()) == set(family.values())
    assert page._event.isHidden()
    assert "3 people" in texts(page)


def test_those_on_the_list_of_what_begins_now_come_and_are_present(
    family: dict[str, UUID],
    open_page: Callable[[UUID], FamilyPage],
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
) -> None:
    event = make_event(file_desk, start="12:30", end="14:00", title="Ceramics")
    for name in ("Anna", "Annija"):
        make_registration(file_desk, event.event_id, family[name])
    page = open_page(family["Anna"])
    assert set(page._ticked()) == {family["Anna"], family["Annija"]}
    assert "Check in both together" in page._together.text()
    assert "Ceramics, 12:30" in page._event.text()
    assert "The others can be checked in later." in texts(page)
    qtbot.keyClick(page, Qt.Key.Key_K, ALT)
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 2
    board = file_desk.ask(SessionBoard(event.session_id))
    assert isinstance(board, BoardOfSession)
    assert sum(1 for row in board.rows if row.came) == 2
    qtbot.keyClick(page.window(), Qt.Key.Key_Z, CTRL)
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 0


def test_without_the_tick_they_are_only_checked_in(
    family: dict[str, UUID],
    open_page: Callable[[UUID], FamilyPage],
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
) -> None:
    event = make_event(file_desk, start="12:30", end="14:00")
    make_registration(file_desk, event.event_id, family["Annija"])
    page = open_page(family["Anna"])
    page._event.click()
    qtbot.keyClick(page, Qt.Key.Key_K, ALT)
    settle(qt_desk, qtbot)
    board = file_desk.ask(SessionBoard(event.session_id))
    assert isinstance(board, BoardOfSession)
    assert not any(row.came for row in board.rows)
    assert file_desk.ask(OnSiteCount()) == 1


def test_who_may_collect_is_written_down_and_taken_away(
    family: dict[str, UUID],
    open_page: Callable[[UUID], FamilyPage],
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
) -> None:
    children = (family["Annija"], family["Toms"])
    page = open_page(family["Toms"])
    assert "Anna Bērziņa (parent or guardian)" in texts(page)
    page._add_collector()
    drawer = page.window().findChild(CollectorDrawer)
    assert drawer is not None
    qtbot.keyClick(drawer.who, Qt.Key.Key_Return, CTRL)
    settle(qt_desk, qtbot)
    assert file_desk.ask(CollectorsOf(children)) == ()
    assert "Write who may collect the child." in drawer._refusal.label.text()
    qtbot.keyClicks(drawer.who, "Ausma Kalna")
    settle(qt_desk, qtbot)
    qtbot.keyClick(drawer.who, Qt.Key.Key_Return, CTRL)
    settle(qt_desk, qtbot)
    assert [row.said_by for row in file_desk.ask(CollectorsOf(children))] == ["Anna Bērziņa"] * 2
    assert "Ausma Kalna" in texts(page)
    assert "said by Anna Bērziņa, 15/10/2026" in texts(page)
    gone = next(one for one in page.findChildren(Button) if "may no longer" in one.accessibleName())
    gone.click()
    settle(qt_desk, qtbot)
    assert file_desk.ask(CollectorsOf(children)) == ()
    qtbot.keyClick(page.window(), Qt.Key.Key_Z, CTRL)
    settle(qt_desk, qtbot)
    assert len(file_desk.ask(CollectorsOf(children))) == 2


def test_a_child_whose_guardian_we_do_not_know_has_the_page_too(
    open_page: Callable[[UUID], FamilyPage], file_desk: Desk
) -> None:
    alone = make_visitor(file_desk, "Rūta", birth_year=2018, guardian_name="Vecāmāte")
    page = open_page(alone)
    assert "Vecāmāte (parent or guardian)" in texts(page)
