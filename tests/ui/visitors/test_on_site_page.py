"""Who is in the centre now: counted, sent home, printed."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.ids import new_id
from app.people.on_site import OnSiteCount
from app.visitors.model import Band
from app.visitors.visits import CountUnnamed
from tests.making.visitors import make_visit
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
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
    shown._table.setFocus()
    qtbot.keyClick(shown._table, Qt.Key.Key_Down)
    qtbot.keyClick(shown._table, Qt.Key.Key_F4)
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
