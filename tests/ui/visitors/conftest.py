"""The whole view after signing in, dressed, on a desk with a few people."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from app.desk import Desk
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView


@pytest.fixture
def people(file_desk: Desk) -> dict[str, UUID]:
    return {
        "Anna": make_visitor(file_desk, "Anna", "Bērziņa", birth_year=1987, town="Preiļi"),
        "Annija": make_visitor(file_desk, "Annija", "Bērziņa", birth_year=2015),
        "Юлія": make_visitor(file_desk, "Юлія", "Шевченко", phone="+37126113118"),
        "Inese": make_visitor(file_desk, "Inese", "Liepiņa"),
    }


@pytest.fixture
def show(qt_desk: QtDesk, qtbot: QtBot, looks: Path) -> Iterator[Callable[[str], DeskView]]:
    """Shows the view with one tab in front."""
    views: list[DeskView] = []

    def show_it(tab: str) -> DeskView:
        view = DeskView(qt_desk)
        views.append(view)
        view.resize(1366, 768)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        view.show_tab(tab)
        view.omni.focus_all()
        settle(qt_desk, qtbot)
        return view

    yield show_it
    for view in views:  # before its desk is closed: an open form still asks
        shiboken6.delete(view)
    settle(qt_desk, qtbot)
