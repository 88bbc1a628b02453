"""Groups, late entries, people without a name and those not seen, as they are done at the desk."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import StandingClock
from app.desk import Desk
from app.ids import new_id
from app.people.on_site import OnSiteCount
from app.visitors.arrivals import LastArrivals
from app.visitors.consents import GiveConsent
from app.visitors.model import How, Purpose
from app.visitors.queries import VisitorCard, VisitorCount, Visitors, Who
from tests.making.visitors import make_organisation, make_visit
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.visitors.doing_drawer import DoingDrawer
from ui.visitors.group_drawer import GroupDrawer
from ui.visitors.late_drawer import LateVisitDrawer
from ui.visitors.not_seen_page import NotSeenPage
from ui.visitors.register import RegisterDrawer
from ui.visitors.visits_box import VisitsBox

Show = Callable[[str], DeskView]
TODAY = date(2026, 10, 15)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def left_at(drawer: LateVisitDrawer, text: str) -> None:
    line = drawer.went.lineEdit()
    assert line is not None
    drawer.went.setFocus()
    line.selectAll()
    write(text)
    press(Qt.Key.Key_Return, CTRL)


def test_a_group_by_keys(show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk) -> None:
    make_organisation(file_desk, "Pensionāru biedrība")
    view = show("visitors")
    press(Qt.Key.Key_G, ALT)
    settle(qt_desk, qtbot)
    drawer = view.findChild(GroupDrawer)
    assert drawer is not None
    press(Qt.Key.Key_Return, CTRL)
    settle(qt_desk, qtbot)
    assert drawer.refusal.isVisible()
    drawer.name.setFocus()
    drawer.name.setText("pensionāru biedrība")
    for _ in range(4):
        press(Qt.Key.Key_Tab)
    write("12")
    assert drawer.total.text() == "12 people in all"
    press(Qt.Key.Key_Return, CTRL)
    settle(qt_desk, qtbot)
    (line,) = file_desk.ask(LastArrivals(TODAY))
    assert (line.name, line.heads) == ("Pensionāru biedrība", 12)
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 0


def test_a_late_entry_says_what_is_odd_and_keeps_what_was_typed(
    *, people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    view = show("visitors")
    view.tab().show_this(people["Anna"])
    settle(qt_desk, qtbot)
    box = view.findChild(VisitsBox)
    assert box is not None
    box.enter_late()
    drawer = view.findChild(LateVisitDrawer)
    assert drawer is not None
    assert drawer.day.day() == date(2026, 10, 14)
    left_at(drawer, "9.30")
    settle(qt_desk, qtbot)
    assert drawer.refusal.isVisible()
    left_at(drawer, "12.3x")
    assert drawer.went.at() is None
    left_at(drawer, "12.30")
    settle(qt_desk, qtbot)
    card = file_desk.ask(VisitorCard(people["Anna"]))
    assert card is not None
    assert card.visit_count == 1
    assert card.row.last == date(2026, 10, 14)


def test_without_a_name_in_the_register(
    show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    view = show("visitors")
    view.tab().new()
    settle(qt_desk, qtbot)
    drawer = view.findChild(RegisterDrawer)
    assert drawer is not None
    drawer._given.setText("Anna")
    drawer._unnamed.click()
    assert not drawer._given.isEnabled()
    drawer.accepted.emit()
    qtbot.waitUntil(lambda: file_desk.ask(VisitorCount()) == 1, timeout=10_000)
    settle(qt_desk, qtbot)
    (row,) = file_desk.ask(Visitors(Who.ON_SITE, TODAY))
    assert row.list_name == "No. 00001"


def test_what_for_from_the_card(
    *, people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    make_visit(file_desk, people["Anna"])
    view = show("visitors")
    view.tab().show_this(people["Inese"])
    settle(qt_desk, qtbot)
    press(Qt.Key.Key_D, ALT)
    assert view.findChild(DoingDrawer) is None
    view.tab().show_this(people["Anna"])
    settle(qt_desk, qtbot)
    press(Qt.Key.Key_D, ALT)
    assert view.findChild(DoingDrawer) is not None


def test_who_was_not_seen_and_may_be_called(
    *,
    people: dict[str, UUID],
    show: Show,
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
    clock: StandingClock,
) -> None:
    for name in ("Юлія", "Anna"):  # Anna has no telephone
        agreed = (Purpose.PHONE, How.SPOKEN, date(2028, 1, 1), file_desk.clock.now())
        file_desk.do(GiveConsent(new_id(), people[name], *agreed))
    clock.advance(timedelta(weeks=10))
    view = show("visitors")
    view.show_tab("visitors", "not seen")
    page = view.findChild(NotSeenPage)
    assert page is not None
    settle(qt_desk, qtbot)
    assert [row.list_name for row in page.table.rows] == ["Шевченко Юлія"]
    page.weeks.choose(2)
    settle(qt_desk, qtbot)
    assert not page.table.rows
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
