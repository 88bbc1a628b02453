"""Who is in the centre now: counted, sent home, printed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.ids import new_id
from app.people.on_site import OnSiteCount
from app.visitors.activities import Doing, SetActivities
from app.visitors.consents import GiveConsent
from app.visitors.model import Activity, Band, How, Purpose
from app.visitors.visits import CountUnnamed
from tests.making.bookings import make_room
from tests.making.visitors import make_visit
from tests.making.visits import make_group
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.visitors.doing_drawer import DoingDrawer
from ui.visitors.on_site import OnSitePage

Show = Callable[[str], DeskView]


def page(show: Show, qtbot: QtBot, desk: QtDesk) -> OnSitePage:
    view = show("visitors")
    view.show_tab("visitors", "on site")
    settle(desk, qtbot)
    found = view.findChild(OnSitePage)
    assert found is not None
    assert found.isVisible()
    return found


def test_counted_and_sent_home(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    make_visit(file_desk, people["Anna"])
    shown = page(show, qtbot, qt_desk)
    shown._counters[Band.SENIOR].click()
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 2
    shown._all_left.click()
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 0
    assert not shown._all_left.isEnabled()


def test_f4_sends_the_chosen_one_home(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    make_visit(file_desk, people["Anna"])
    shown = page(show, qtbot, qt_desk)
    (foyer,) = shown._rooms.tables
    foyer.setFocus()
    qtbot.keyClick(foyer, Qt.Key.Key_Down)
    qtbot.keyClick(foyer, Qt.Key.Key_F4)
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 0


def test_the_evacuation_list_has_everybody(
    *,
    people: dict[str, UUID],
    show: Show,
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
    tmp_path: Path,
) -> None:
    make_visit(file_desk, people["Anna"])
    file_desk.do(CountUnnamed(new_id(), Band.CHILD, file_desk.clock.now()))
    shown = page(show, qtbot, qt_desk)
    path = tmp_path / "list.pdf"
    shown.save_to(path)
    settle(qt_desk, qtbot)
    text = "".join(leaf.extract_text() for leaf in PdfReader(path).pages)
    assert "Bērziņa Anna" in text


def test_rooms_in_the_order_of_the_board_and_the_foyer_last(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    hall = make_room(file_desk, "Workshop")
    make_room(file_desk, "Archive")
    visit_id = make_visit(file_desk, people["Anna"])
    make_visit(file_desk, people["Inese"])
    file_desk.do(SetActivities((visit_id,), Doing(), Doing(room_id=hall)))
    shown = page(show, qtbot, qt_desk)
    assert [table.accessibleName() for table in shown._rooms.tables] == ["Workshop", "Foyer"]
    assert shown._rooms._empty_rooms.text() == "Archive"
    shown.segments.choose(2)
    assert [row.list_name for row in shown._table.rows] == ["Bērziņa Anna", "Liepiņa Inese"]


def test_what_a_visit_is_for_in_four_keys(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    make_visit(file_desk, people["Anna"])
    shown = page(show, qtbot, qt_desk)
    (foyer,) = shown._rooms.tables
    foyer.setFocus()
    qtbot.keyClick(foyer, Qt.Key.Key_Down)
    qtbot.keyClick(foyer, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    settle(qt_desk, qtbot)
    drawer = shown.window().findChild(DoingDrawer)
    assert drawer is not None
    for key in (Qt.Key.Key_2, Qt.Key.Key_8):
        qtbot.keyClick(shown.window().focusWidget(), key)
    qtbot.keyClick(
        shown.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    settle(qt_desk, qtbot)
    (row,) = shown._rooms.tables[0].rows
    assert row.doing.activities == {Activity.COMPUTER, Activity.KITCHEN}
    assert "Computer · Kitchen" in shown._about(row)


def test_a_group_leaves_by_one_key(
    show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    make_group(file_desk, "Kori")
    shown = page(show, qtbot, qt_desk)
    assert shown._title.text() == "3 people in the centre now"
    (foyer,) = shown._rooms.tables
    foyer.setFocus()
    foyer.choose(foyer.rows[0].id)
    shown._left.click()
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 0


def test_the_paper_has_the_mark_also_when_the_page_was_never_opened(
    *,
    people: dict[str, UUID],
    show: Show,
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
    tmp_path: Path,
) -> None:
    make_visit(file_desk, people["Anna"])
    help_her = (Purpose.ASSISTANCE, How.SPOKEN, date(2027, 10, 15), file_desk.clock.now())
    file_desk.do(GiveConsent(new_id(), people["Anna"], *help_her))
    shown = show("visitors").findChild(OnSitePage)
    assert shown is not None
    path = tmp_path / "list.pdf"
    shown.save_to(path)
    settle(qt_desk, qtbot)
    text = "".join(leaf.extract_text() for leaf in PdfReader(path).pages)
    assert "Assist" in text


def test_it_prints_what_was_known_last_when_the_database_does_not_answer(
    *,
    people: dict[str, UUID],
    show: Show,
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_visit(file_desk, people["Anna"])
    shown = page(show, qtbot, qt_desk)
    shown._evacuation.look()
    settle(qt_desk, qtbot)
    monkeypatch.setattr(qt_desk, "ask", lambda *_: None)
    path = tmp_path / "list.pdf"
    shown.save_to(path)
    qtbot.waitUntil(path.exists, timeout=10_000)
    text = "".join(leaf.extract_text() for leaf in PdfReader(path).pages)
    assert "Bērziņa Anna" in text
