"""Work that is due is done when somebody signs in."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.clock import StandingClock
from app.desk import Desk
from app.people.on_site import OnSiteCount
from tests.making.visitors import make_visit, make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.due import WorkThatIsDue


def test_visits_of_yesterday_are_closed_and_those_of_today_stay(
    file_desk: Desk, qt_desk: QtDesk, clock: StandingClock, qtbot: QtBot
) -> None:
    make_visit(file_desk, make_visitor(file_desk))
    clock.advance(timedelta(days=1))
    make_visit(file_desk, make_visitor(file_desk, "Zane"))
    WorkThatIsDue(qt_desk)
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 1
