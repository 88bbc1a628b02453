"""Several at once: families in, everybody out, visits nobody ended."""

from datetime import date, timedelta

import pytest

from app.clock import StandingClock, day_in_utc
from app.desk import Desk
from app.errors import Refused
from app.ids import new_id
from app.people.on_site import OnSiteCount
from app.visitors.model import Band
from app.visitors.queries import VisitorCard
from app.visitors.together import (
    CheckInTogether,
    CloseForgotten,
    Coming,
    EverybodyLeft,
    ForgottenCount,
)
from app.visitors.visits import CheckIn, CountUnnamed
from tests.making.visitors import make_visit, make_visitor


def test_who_is_here_already_stays_as_she_is(desk: Desk) -> None:
    mother, child = make_visitor(desk), make_visitor(desk, "Toms", "Bērziņš")
    make_visit(desk, mother, minutes_ago=30)
    family = (Coming(new_id(), mother), Coming(new_id(), child))
    change = desk.do(CheckInTogether(family, desk.clock.now()))
    assert dict(change.message.values)["who"][0].shown == "Toms Bērziņš"
    with pytest.raises(Refused, match="all in the centre already"):
        desk.do(CheckInTogether(family, desk.clock.now()))
    desk.undo()
    card = desk.ask(VisitorCard(mother))
    assert card is not None
    assert card.row.since is not None


def test_everybody_leaves_and_comes_back_by_undo(desk: Desk) -> None:
    make_visit(desk, make_visitor(desk))
    desk.do(CountUnnamed(new_id(), Band.SENIOR, desk.clock.now()))
    desk.do(EverybodyLeft(desk.clock.now()))
    assert desk.ask(OnSiteCount()) == 0
    with pytest.raises(Refused, match="Nobody is in the centre now"):
        desk.do(EverybodyLeft(desk.clock.now()))
    desk.undo()
    assert desk.ask(OnSiteCount()) == 2


def test_who_came_back_meanwhile_is_not_doubled(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    make_visit(desk, visitor_id, minutes_ago=5)
    left = desk.do(EverybodyLeft(desk.clock.now()))
    desk.do(CheckIn(new_id(), visitor_id, desk.clock.now()))
    assert left.undo is not None
    with pytest.raises(Refused, match="Anna Bērziņa has come back since"):
        desk.do(left.undo)
    assert desk.ask(OnSiteCount()) == 1


def test_a_visit_nobody_ended_gets_a_mark_and_no_duration(desk: Desk, clock: StandingClock) -> None:
    visitor_id = make_visitor(desk)
    make_visit(desk, visitor_id)
    clock.advance(timedelta(days=1))
    make_visit(desk, make_visitor(desk, "Zane"))
    begin, _ = day_in_utc(date(2026, 10, 16))
    assert desk.ask(ForgottenCount(begin)) == 1
    desk.do(CloseForgotten(begin))
    assert desk.ask(ForgottenCount(begin)) == 0
    assert desk.ask(OnSiteCount()) == 1
    card = desk.ask(VisitorCard(visitor_id))
    assert card is not None
    assert [(one.forgotten, one.left == one.arrived) for one in card.visits] == [(True, True)]
