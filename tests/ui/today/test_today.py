"""The Today page: what is counted, who came, heads without a name by one key."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.people.on_site import OnSiteCount
from tests.making.bookings import make_room
from tests.making.events import make_event
from tests.making.visitors import make_visit, make_visitor
from tests.ui.conftest import settle
from ui import theme
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.kit.cards import Tile
from ui.kit.labels import Label
from ui.today.tab import TodayTab


@pytest.fixture
def show(
    qt_desk: QtDesk, qtbot: QtBot, qapp: QApplication, shared_cache: Path
) -> Iterator[Callable[[], DeskView]]:
    theme.apply(qapp, "light", 1.0, shared_cache)
    views: list[DeskView] = []

    def show_it() -> DeskView:
        view = DeskView(qt_desk)
        views.append(view)
        view.resize(1366, 768)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        settle(qt_desk, qtbot)
        return view

    yield show_it
    for view in views:
        shiboken6.delete(view)
    settle(qt_desk, qtbot)


def today(view: DeskView) -> TodayTab:
    tab = view.tab()
    assert isinstance(tab, TodayTab)
    return tab


def test_the_day_at_a_glance(
    file_desk: Desk, show: Callable[[], DeskView], qtbot: QtBot, qt_desk: QtDesk
) -> None:
    make_visit(file_desk, make_visitor(file_desk), minutes_ago=66)
    make_event(file_desk, make_room(file_desk, "Workshop"))
    view = show()
    numbers = [tile.accessibleName() for tile in today(view).findChildren(Tile)]
    assert numbers[:2] == ["1 visit today", "1 in the centre now"]
    assert "1 event today" in numbers
    texts = [label.text() for label in today(view).findChildren(Label)]
    assert "Pottery for families" in texts
    assert "Anna Bērziņa" in texts
    assert "Workshop" in texts


def test_a_head_without_a_name_by_one_key(
    file_desk: Desk, show: Callable[[], DeskView], qtbot: QtBot, qt_desk: QtDesk
) -> None:
    view = show()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view, Qt.Key.Key_2, both)
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 1
    assert view.last_action.text == "Unnamed: a young person +1"


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_F4, "F4"), (Qt.Key.Key_F6, "F6")])
def test_a_key_for_one_person_says_where_people_are_chosen(
    show: Callable[[], DeskView], qtbot: QtBot, key: Qt.Key, name: str
) -> None:
    view = show()
    qtbot.keyClick(view, key)
    assert view.last_action.text == (
        f"Choose a visitor first, then {name}. The list of visitors: Ctrl+2."
    )


def test_privacy_mode_covers_the_arrivals(
    file_desk: Desk, show: Callable[[], DeskView], qtbot: QtBot, qt_desk: QtDesk
) -> None:
    make_visit(file_desk, make_visitor(file_desk))
    view = show()
    qtbot.keyClick(view, Qt.Key.Key_F8)
    settle(qt_desk, qtbot)
    texts = [
        label.text() for label in today(view).arrivals.findChildren(Label) if label.isVisible()
    ]
    assert "A. B." in texts
    assert "Anna Bērziņa" not in texts


@pytest.mark.parametrize(("width", "in_a_row"), [(1366, 5), (900, 3), (640, 2)])
def test_a_narrow_page_goes_on_below(
    show: Callable[[], DeskView], qtbot: QtBot, width: int, in_a_row: int
) -> None:
    tab = today(show())
    tab.setParent(None)
    tab.resize(width - 212, 700)
    tab.show()
    qtbot.waitExposed(tab)
    first_row = {tile.y() for tile in tab._tiles[:in_a_row]}
    assert len(first_row) == 1
    assert max(tile.geometry().right() for tile in tab._tiles) <= tab.width()
    shiboken6.delete(tab)
