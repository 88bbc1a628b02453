"""Marking and registering by keys, heads without a name, the agenda."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.clock import StandingClock
from app.desk import Desk
from app.events.board import BoardOfSession, SessionBoard
from app.events.model import RegistrationStatus, Via
from app.events.plan import PlanEvent
from app.people.on_site import OnSiteCount
from app.visitors.model import Band
from tests.making.bookings import THURSDAY
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events.agenda import DayHeading
from ui.events.entry import MARK, REGISTER
from ui.events.events_page import EventsPage
from ui.kit.buttons import Button
from ui.visitors.register import RegisterDrawer

Show = Callable[[], EventsPage]
K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def board_of(desk: Desk, event: PlanEvent) -> BoardOfSession:
    return desk.ask(SessionBoard(event.session_id))


def write(tab: EventsPage, text: str, *keys: Qt.Key) -> None:
    box = tab.view.entry.box
    box.setFocus()
    QTest.keyClicks(box, text)
    for key in keys:
        QTest.keyClick(box, key)


def test_a_name_and_enter_marks_present_and_an_unknown_walks_in(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, start="12:00", end="13:00")
    make_registration(file_desk, event.event_id, make_visitor(file_desk, "Oto", "Kalns"))
    make_visitor(file_desk, "Marta", "Vilka")
    tab = show()
    assert tab.view.entry.mode.current == MARK
    for name in ("kalns", "vilka"):
        write(tab, name, K.Key_Return)  # Enter before the answer waits for the answer
        settle(qt_desk, qtbot)
        assert tab.view.entry.box.text() == ""
        assert tab.view.entry.box.hasFocus()
    came = {row.list_name: row.via for row in board_of(file_desk, event).rows if row.came}
    assert came == {"Kalns Oto": Via.PHONE, "Vilka Marta": Via.WALK_IN}
    assert tab.view.head.present.number.text() == "2"


def test_an_hour_before_enter_still_registers(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, start="17:30", end="19:30", capacity=1)
    make_visitor(file_desk, "Oto", "Kalns")
    make_visitor(file_desk, "Marta", "Vilka")
    tab = show()
    assert tab.view.entry.mode.current == REGISTER
    tab.view.entry.via.set_value(Via.EMAIL)
    write(tab, "kalns", K.Key_Return)
    settle(qt_desk, qtbot)
    write(tab, "vilka", K.Key_Return)
    settle(qt_desk, qtbot)
    first, second = board_of(file_desk, event).rows
    assert (first.status, first.via) == (RegistrationStatus.REGISTERED, Via.EMAIL)
    assert (second.status, second.line) == (RegistrationStatus.WAITLISTED, 1)
    assert tab.view.table.rows[1].line == 1
    tab.view.entry.mode.choose(MARK)
    write(tab, "kalns", K.Key_Return)
    settle(qt_desk, qtbot)
    assert board_of(file_desk, event).present == 1


def test_enter_marks_nobody_by_a_typing_error_or_a_shared_name(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, start="12:00", end="13:00")
    make_visitor(file_desk, "Oto", "Kalns", birth_year=1980)
    make_visitor(file_desk, "Oto", "Kalns", birth_year=2012)
    make_visitor(file_desk, "Marta", "Vilkova")
    tab = show()
    said: list[str] = []
    tab.said.connect(lambda text, _kind: said.append(text))
    write(tab, "kalns oto", K.Key_Return)
    settle(qt_desk, qtbot)
    tab.view.entry.box.clear()
    write(tab, "vilkava", K.Key_Return)
    settle(qt_desk, qtbot)
    assert board_of(file_desk, event).present == 0
    assert len(said) == 2
    assert tab.view.entry.box.popup_rows[0].family_name == "Vilkova"
    QTest.keyClick(tab.view.entry.box, K.Key_Down)
    QTest.keyClick(tab.view.entry.box, K.Key_Return)
    settle(qt_desk, qtbot)
    assert [row.list_name for row in board_of(file_desk, event).rows] == ["Vilkova Marta"]


@pytest.mark.parametrize(("start", "came"), [("12:00", 1), ("17:30", 0)])
def test_somebody_new_is_registered_here_and_comes_onto_the_list(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot, start: str, came: int
) -> None:
    event = make_event(file_desk, start=start, end="19:30")
    tab = show()
    write(tab, "Zane Ozola")
    QTest.keyClick(tab.view.entry.box, K.Key_Return, SHIFT)
    drawer = next(one for one in tab.window().findChildren(RegisterDrawer) if one.isVisible())
    assert drawer.primary is not None
    assert drawer.primary.text().endswith("mark present" if came else "sign up")
    drawer.primary.click()
    settle(qt_desk, qtbot)
    board = board_of(file_desk, event)
    assert [row.list_name for row in board.rows] == ["Ozola Zane"]
    assert board.present == came
    assert file_desk.ask(OnSiteCount()) == 0
    assert tab.view.entry.box.hasFocus()


def test_a_click_on_the_line_under_those_found_registers(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_event(file_desk)
    tab = show()
    write(tab, "Zane Ozola")
    settle(qt_desk, qtbot)
    line = next(one for one in tab.window().findChildren(Button) if "Zane Ozola" in one.text())
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert any(one.isVisible() for one in tab.window().findChildren(RegisterDrawer))


def test_the_agenda_opens_with_today_in_its_middle(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    for days in range(-7, 8):
        for start in ("10:00", "14:00", "17:00"):
            make_event(file_desk, day=THURSDAY + timedelta(days=days), start=start, end="18:00")
    agenda = show().agenda
    rect = agenda.visualRect(agenda.currentIndex())
    middle = agenda.viewport().height() // 2
    assert abs(rect.center().y() - middle) < rect.height()


def test_space_toggles_and_enter_never_takes_away(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, start="12:00", end="13:00")
    make_registration(file_desk, event.event_id, make_visitor(file_desk, "Oto", "Kalns"))
    tab = show()
    table = tab.view.table
    table.choose(table.rows[0].registration_id)
    for key, present in ((K.Key_Return, 1), (K.Key_Return, 1), (K.Key_Space, 0), (K.Key_Space, 1)):
        QTest.keyClick(table, key)
        settle(qt_desk, qtbot)
        assert board_of(file_desk, event).present == present
    qt_desk.undo()
    settle(qt_desk, qtbot)
    QTest.keyClick(table, K.Key_Delete)
    settle(qt_desk, qtbot)
    assert table.rows[0].status == RegistrationStatus.CANCELLED


def test_heads_without_a_name_by_button_minus_and_key(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, start="12:00", end="13:00", capacity=3)
    tab = show()
    tab.count_unnamed(1)
    child = tab.view.entry.heads[Band.CHILD]
    for key in (K.Key_Return, K.Key_Return, K.Key_Minus):
        QTest.keyClick(child, key)
    settle(qt_desk, qtbot)
    assert board_of(file_desk, event).unnamed == {Band.YOUTH: 1, Band.CHILD: 1}
    assert "1" in child.text()
    assert tab.view.head.free.number.text() == "1"


def test_the_agenda_begins_with_what_comes_next_and_arrows_step_over_headings(
    show: Show, file_desk: Desk, clock: StandingClock, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_event(file_desk, start="9:00", end="10:00", title="Over")
    make_event(file_desk, start="14:00", end="15:00", title="Next")
    make_event(file_desk, title="Tomorrow's", day=date(2026, 10, 16))
    tab = show()
    QAbstractItemModelTester(
        tab.agenda.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    assert tab.view.head.title.text() == "Next"
    headings = [line.words for line in tab.agenda.lines if isinstance(line, DayHeading)]
    assert headings == ["Today, 15 October", "Tomorrow, 16 October"]
    tab.agenda.setFocus()
    QTest.keyClick(tab.agenda, K.Key_Down)
    settle(qt_desk, qtbot)
    assert tab.view.head.title.text() == "Tomorrow's"
    QTest.keyClick(tab.agenda, K.Key_Return)
    assert tab.view.entry.box.hasFocus()
    clock.advance(timedelta(hours=6))
    tab.jump_to_now()
    settle(qt_desk, qtbot)
    assert tab.agenda.currentIndex().data() == "Tomorrow's"


def test_privacy_shows_initials_only(show: Show, file_desk: Desk) -> None:
    event = make_event(file_desk, start="12:00", end="13:00")
    make_attendance(file_desk, event.session_id, make_visitor(file_desk, "Oto", "Kalns"))
    tab = show()
    model: QAbstractItemModel = tab.view.table.model()
    assert model.index(0, 1).data() == "Kalns Oto"
    tab.set_private(True)
    assert model.index(0, 1).data() == "K. O."


def test_privacy_covers_the_find_box_too(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_event(file_desk, start="12:00", end="13:00")
    make_visitor(file_desk, "Oto", "Kalns")
    tab = show()
    tab.set_private(True)
    box = tab.view.entry.box
    box.setText("kaln")
    settle(qt_desk, qtbot)
    look = box._open().look(box.popup_rows[0])
    assert (look.title, look.second) == ("O. K.", "No. 00001")


def test_every_panel_takes_the_focus(show: Show, file_desk: Desk) -> None:
    event = make_event(file_desk, start="12:00", end="13:00")
    make_attendance(file_desk, event.session_id, make_visitor(file_desk))
    for panel in show().panels():
        assert isinstance(panel, QWidget)
        panel.setFocus()
        assert panel.hasFocus()
