"""Coming and going: once only, who is in now, heads without a name."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from app.desk import Desk
from app.errors import Refused
from app.ids import new_id
from app.people.on_site import InTheCentre, OnSiteCount
from app.visitors.arrivals import LastArrivals
from app.visitors.model import Band, Visit
from app.visitors.queries import TodayCounts, VisitorCard, Visitors, Who
from app.visitors.visits import CheckIn, CheckOut, CountUnnamed
from tests.making.visitors import make_visit, make_visitor

TODAY = date(2026, 10, 15)


def test_nobody_comes_twice(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    make_visit(desk, visitor_id, minutes_ago=156)
    with pytest.raises(Refused, match=r"Anna Bērziņa has been here since 09:12\."):
        desk.do(CheckIn(new_id(), visitor_id, desk.clock.now()))


def test_the_database_itself_refuses_a_second_open_visit(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    make_visit(desk, visitor_id)
    with pytest.raises(IntegrityError), desk.database.writing() as session:
        session.add(Visit(id=new_id(), visitor_id=visitor_id, arrived=desk.clock.now()))


def test_she_may_come_again_after_leaving(desk: Desk, clock) -> None:
    visitor_id = make_visitor(desk)
    make_visit(desk, visitor_id)
    clock.advance(timedelta(hours=1))
    desk.do(CheckOut(visitor_id, clock.now()))
    make_visit(desk, visitor_id)
    card = desk.ask(VisitorCard(visitor_id))
    assert card is not None
    assert card.visit_count == 2
    assert card.row.since is not None


def test_checking_out_somebody_who_is_not_here(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    with pytest.raises(Refused, match="is not in the centre now"):
        desk.do(CheckOut(visitor_id, desk.clock.now()))


def test_counts_and_lists_of_today(desk: Desk) -> None:
    anna = make_visitor(desk, "Anna", "Bērziņa")
    janis = make_visitor(desk, "Jānis", "Āboliņš")
    make_visitor(desk, "Zane", "Kalniņa")
    make_visit(desk, anna, minutes_ago=30)
    make_visit(desk, janis, minutes_ago=20)
    desk.do(CheckOut(janis, desk.clock.now()))
    desk.do(CountUnnamed(new_id(), Band.YOUTH, desk.clock.now()))
    assert desk.ask(TodayCounts(TODAY)) == (3, 2)
    assert desk.ask(OnSiteCount()) == 2
    assert [r.list_name for r in desk.ask(Visitors(Who.TODAY, TODAY))] == [
        "Āboliņš Jānis",
        "Bērziņa Anna",
    ]
    assert [r.list_name for r in desk.ask(Visitors(Who.ON_SITE, TODAY))] == ["Bērziņa Anna"]
    assert len(desk.ask(Visitors(Who.ALL, TODAY))) == 3
    assert [a.name for a in desk.ask(LastArrivals(TODAY))] == ["", "Jānis Āboliņš", "Anna Bērziņa"]
    here = desk.ask(InTheCentre(datetime(2026, 10, 15, 11, 48)))
    assert [(row.list_name, row.bands) for row in here] == [
        ("Bērziņa Anna", ()),
        ("", ((Band.YOUTH, 1),)),
    ]
