"""Work that is due is done when somebody signs in."""

from datetime import time, timedelta

from pytestqt.qtbot import QtBot

from app.centre.actions import SetOpeningHours
from app.centre.queries import OpeningWeek
from app.clock import StandingClock
from app.desk import Desk
from app.people.on_site import OnSiteCount
from app.visitors.queries import VisitorCard
from tests.making.centre import found_centre
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


def test_at_closing_time_who_was_forgotten_is_closed(
    file_desk: Desk, qt_desk: QtDesk, clock: StandingClock, qtbot: QtBot
) -> None:
    found_centre(file_desk)
    hours = file_desk.ask(OpeningWeek())[3]
    file_desk.do(SetOpeningHours(3, hours, (time(9), time(18))))
    visitor_id = make_visitor(file_desk)
    make_visit(file_desk, visitor_id)
    work = WorkThatIsDue(qt_desk)
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 1
    clock.advance(timedelta(hours=7))
    work.close_forgotten()
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 0
    card = file_desk.ask(VisitorCard(visitor_id))
    assert card is not None
    assert card.visits[0].forgotten
