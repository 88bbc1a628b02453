"""The line above the list that says how much of what is needed is ready."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.accessibility.model import SupportState
from app.accessibility.preparing import Prepared, SetPreparation
from app.accessibility.vocabulary import Support
from app.desk import Desk
from tests.making.accessibility import make_needs
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events.events_page import EventsPage
from ui.kit.buttons import Button


def test_it_counts_leads_to_the_list_and_hides_in_privacy_mode(
    show: Callable[[], EventsPage], file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event, visitor = make_event(file_desk), make_visitor(file_desk)
    tab = show()
    line = tab.view.entry.needs
    assert not line.isVisible()
    make_registration(file_desk, event.event_id, visitor)
    make_needs(file_desk, visitor, Support.LARGE_PRINT, Support.QUIET_PLACE)
    ready = Prepared(SupportState.PROVIDED)
    qt_desk.do(SetPreparation(event.session_id, Support.LARGE_PRINT, Prepared(), ready))
    settle(qt_desk, qtbot)
    assert line.isVisible()
    assert line.label.text() == "Prepared 1 of 2"
    went: list[tuple[str, object]] = []
    tab.go.connect(lambda where, what: went.append((where, what)))
    (verb,) = line.findChildren(Button)
    QTest.keyClick(verb, Qt.Key.Key_Return)
    assert went == [("needs", event.session_id)]
    tab.set_private(True)
    assert not line.isVisible()
