"""A dressed tab of access needs on a desk with one session that has something to prepare."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.accessibility.actions import RecordNeeds
from app.accessibility.vocabulary import Support
from app.bookings.model import Feature, Having
from app.desk import Desk
from app.events.plan import PlanEvent
from tests.making.accessibility import make_feature, make_needs
from tests.making.bookings import make_room
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.accessibility.tab import NeedsTab
from ui.desk import QtDesk


@dataclass(frozen=True)
class Made:
    """What the desk holds: Anna needs a hearing loop, and the workshop has none."""

    visitor: UUID
    needs: RecordNeeds
    event: PlanEvent
    workshop: UUID
    hall: UUID


@pytest.fixture
def made(file_desk: Desk) -> Made:
    workshop = make_room(file_desk, "Workshop", position=1, capacity=20)
    hall = make_room(file_desk, "Great hall", position=2, capacity=80)
    make_feature(file_desk, workshop, Feature.HEARING_LOOP, Having.NO)
    make_feature(file_desk, hall, Feature.HEARING_LOOP)
    event = make_event(file_desk, workshop, capacity=12)
    visitor = make_visitor(file_desk)
    make_registration(file_desk, event.event_id, visitor)
    supports = (Support.HEARING_LOOP, Support.LARGE_PRINT)
    needs = make_needs(file_desk, visitor, *supports, words="first row")
    return Made(visitor, needs, event, workshop, hall)


@pytest.fixture
def show(qt_desk: QtDesk, qtbot: QtBot, looks: Path) -> Iterator[Callable[[], NeedsTab]]:
    """Shows the tab with what the desk holds by then."""
    hosts: list[QWidget] = []

    def show_it() -> NeedsTab:
        host = QWidget(objectName="root")
        hosts.append(host)
        tab = NeedsTab(qt_desk)
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
        return tab

    yield show_it
    for host in hosts:  # before its desk is closed: an open form still asks
        shiboken6.delete(host)
    settle(qt_desk, qtbot)
