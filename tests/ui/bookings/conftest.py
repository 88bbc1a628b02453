"""A dressed bookings tab on a desk with three rooms."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from tests.making.bookings import make_room
from tests.ui.conftest import settle
from ui.bookings.tab import BookingsTab
from ui.desk import QtDesk


@pytest.fixture
def rooms(file_desk: Desk) -> dict[str, UUID]:
    seats = {"Hall": 80, "Class": 30, "Small": 4}
    return {
        name: make_room(file_desk, name, position=n, capacity=number)
        for n, (name, number) in enumerate(seats.items())
    }


@pytest.fixture
def show(qt_desk: QtDesk, qtbot: QtBot, looks: Path) -> Iterator[Callable[[], BookingsTab]]:
    """Shows the tab with what the desk holds by then."""
    hosts: list[QWidget] = []

    def show_it() -> BookingsTab:
        host = QWidget(objectName="root")
        hosts.append(host)
        tab = BookingsTab(qt_desk)
        layout = QVBoxLayout(host)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(tab)
        qt_desk.changed.connect(lambda change: tab.on_topics(change.topics))
        host.resize(1154, 704)
        host.show()
        qtbot.waitExposed(host)
        host.activateWindow()
        tab.shown()
        settle(qt_desk, qtbot)
        tab.planner.setFocus()
        return tab

    yield show_it
    for host in hosts:  # before its desk is closed: an open form still asks
        shiboken6.delete(host)
    settle(qt_desk, qtbot)
