"""What a visit is for, groups, late entries, people without a name, forgotten visits."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.language import words
from app.people.on_site import InTheCentre, OnSiteCount
from app.visitors.activities import Doing, SetActivities
from app.visitors.arrivals import LastArrivals
from app.visitors.cards import CardsToPrint
from app.visitors.details import VisitorDetails
from app.visitors.model import Activity, Band
from app.visitors.parties import PartyLeft
from app.visitors.queries import TodayCounts, VisitorCard, VisitorCount, Visitors, Who
from app.visitors.register import EditVisitor, RegisterVisitor
from app.visitors.search import VisitorsMatching
from app.visitors.together import CloseForgotten
from app.visitors.visits import CheckIn, RemoveVisit
from tests.making.visitors import make_organisation, make_visit, make_visitor
from tests.making.visits import counting, entering, make_group, make_unnamed

NOW = datetime(2026, 10, 15, 11, 48)
TODAY = NOW.date()
COMPUTER = Doing(frozenset({Activity.COMPUTER}))


def test_a_visit_may_be_for_several_things(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    visit_id = make_visit(desk, visitor_id)
    both = Doing(frozenset({Activity.COMPUTER, Activity.KITCHEN}))
    said = desk.do(SetActivities((visit_id,), Doing(), both))
    assert words(said.message) == "Anna Bērziņa: Computer, Kitchen"
    card = desk.ask(VisitorCard(visitor_id))
    assert card is not None
    assert card.visits[0].doing == both
    with pytest.raises(ChangedElsewhere):
        desk.do(SetActivities((visit_id,), COMPUTER, Doing()))


def test_a_group_is_counted_by_heads_and_goes_home_as_one(desk: Desk) -> None:
    group = counting(desk, organisation_id=make_organisation(desk))
    said = desk.do(group)
    assert words(said.message) == "Pensionāru biedrība: 3 people came"
    assert desk.ask(OnSiteCount()) == 3
    assert desk.ask(TodayCounts(TODAY)) == (3, 3)
    (row,) = desk.ask(InTheCentre(NOW))
    assert (row.list_name, row.bands) == (
        "Pensionāru biedrība",
        ((Band.ADULT, 1), (Band.SENIOR, 2)),
    )
    (line,) = desk.ask(LastArrivals(TODAY))
    assert (line.name, line.heads, line.left) == ("Pensionāru biedrība", 3, False)
    left = desk.do(PartyLeft(group.party_id, desk.clock.now()))
    assert words(left.message) == "Pensionāru biedrība: 3 people left"
    assert desk.ask(OnSiteCount()) == 0
    with pytest.raises(Refused, match="is not in the centre now"):
        desk.do(PartyLeft(group.party_id, desk.clock.now()))
    desk.undo()
    desk.undo()
    assert desk.ask(OnSiteCount()) == 0
    assert desk.ask(LastArrivals(TODAY)) == ()


def test_of_a_group_those_who_left_alone_stay_gone(desk: Desk) -> None:
    group = make_group(desk)
    desk.do(PartyLeft(group.party_id, desk.clock.now()))
    change = desk.undo()
    assert change is not None
    assert desk.ask(OnSiteCount()) == 3


@pytest.mark.parametrize(("heads", "why"), [(0, "at least one"), (501, "at most 500")])
def test_odd_sizes_of_a_group(desk: Desk, heads: int, why: str) -> None:
    with pytest.raises(Refused, match=why):
        desk.do(counting(desk, (Band.ADULT,) * heads))


def test_a_visit_of_yesterday_is_entered_late(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    said = desk.do(entering(desk, visitor_id, timedelta(days=1), hours=2))
    assert words(said.message) == "Entered: Anna Bērziņa was here on 14/10/2026, 11:48–13:48"
    card = desk.ask(VisitorCard(visitor_id))
    assert card is not None
    assert card.row.since is None
    assert card.row.last == date(2026, 10, 14)


@pytest.mark.parametrize(
    ("ago", "hours", "why"),
    [
        (timedelta(hours=1), 2, "has not been yet"),
        (timedelta(days=-1), 1, "has not been yet"),
        (timedelta(days=1), 0, "after the time of coming"),
        (timedelta(days=3), 25, "within a day"),
    ],
)
def test_odd_times_are_refused(desk: Desk, ago: timedelta, hours: float, why: str) -> None:
    with pytest.raises(Refused, match=why):
        desk.do(entering(desk, make_visitor(desk), ago, hours))


def test_nobody_was_here_twice_at_once(desk: Desk) -> None:
    visitor_id, other = make_visitor(desk), make_visitor(desk, "Zane")
    first = entering(desk, visitor_id, timedelta(days=1), hours=2)
    desk.do(first)
    same = entering(desk, visitor_id, timedelta(hours=23), hours=3)
    with pytest.raises(Refused, match=r"on 14/10/2026 from 11:48 to 13:48 already\."):
        desk.do(same)
    desk.do(replace(same, visit_id=new_id(), visitor_id=other))
    desk.do(entering(desk, visitor_id, timedelta(hours=22), hours=1))  # begins when that ended
    make_visit(desk, visitor_id, minutes_ago=60)
    with pytest.raises(Refused, match="came on 15/10/2026 at 10:48 already"):
        desk.do(entering(desk, visitor_id, timedelta(minutes=90), hours=1))


def test_a_late_entry_is_not_put_back_over_another(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    entered = entering(desk, visitor_id, timedelta(days=1))
    removed = desk.do(entered).undo
    assert isinstance(removed, RemoveVisit)
    put_back = desk.do(removed).undo
    assert put_back is not None
    desk.do(replace(entered, visit_id=new_id()))
    with pytest.raises(Refused, match="already"):
        desk.do(put_back)


def test_a_forgotten_visit_has_only_its_beginning(desk: Desk, clock) -> None:
    visitor_id = make_visitor(desk)
    make_visit(desk, visitor_id, minutes_ago=60)
    desk.do(CloseForgotten(desk.clock.now()))
    card = desk.ask(VisitorCard(visitor_id))
    assert card is not None
    assert card.visits[0].forgotten
    assert card.visits[0].left == card.visits[0].arrived
    with pytest.raises(Refused, match="came on 15/10/2026 at 10:48 already"):
        desk.do(entering(desk, visitor_id, timedelta(hours=2), hours=1.5))
    desk.do(CheckIn(new_id(), visitor_id, desk.clock.now()))


def test_who_gives_no_name_is_one_person_with_a_number(desk: Desk) -> None:
    with pytest.raises(Refused, match="at least one name"):
        desk.do(RegisterVisitor(new_id(), VisitorDetails(""), desk.clock.now()))
    make_visitor(desk, "Zane", "Žīgure")
    visitor_id = make_unnamed(desk, birth_year=1970)
    assert desk.ask(VisitorCount()) == 2
    assert [row.list_name for row in desk.ask(Visitors(Who.ALL, TODAY, 50))] == [
        "Žīgure Zane",
        "No. 00002",
    ]
    for typed in ("2", "00002"):
        assert [row.id for row in desk.ask(VisitorsMatching(typed)).rows] == [visitor_id]
    said = desk.do(CheckIn(new_id(), visitor_id, desk.clock.now()))
    assert words(said.message) == "No. 00002 checked in at 11:48"
    assert [row.list_name for row in desk.ask(InTheCentre(NOW))] == ["No. 00002"]
    _, (paper,) = desk.ask(CardsToPrint((visitor_id,)))
    assert (paper.number, paper.given_name) == (2, "")


def test_she_tells_her_name_and_that_is_taken_back(desk: Desk) -> None:
    visitor_id = make_unnamed(desk)
    seen = VisitorDetails("")
    desk.do(EditVisitor(visitor_id, seen, replace(seen, town="Preiļi")))
    named = VisitorDetails("Anna", town="Preiļi")
    desk.do(EditVisitor(visitor_id, replace(seen, town="Preiļi"), named))
    with pytest.raises(Refused, match="at least one name"):
        desk.do(EditVisitor(visitor_id, named, seen))
    desk.undo()
    card = desk.ask(VisitorCard(visitor_id))
    assert card is not None
    assert card.row.name == "No. 00001"


def test_two_without_a_name_are_two(desk: Desk) -> None:
    make_unnamed(desk)
    make_unnamed(desk)
    assert [row.initials for row in desk.ask(Visitors(Who.ALL, TODAY))] == ["№", "№"]


def test_nobody_without_a_name_is_taken_for_another(desk: Desk) -> None:
    make_unnamed(desk, birth_year=1970, phone="29111222")
    make_unnamed(desk, birth_year=1970, phone="29111222")
    assert desk.ask(VisitorCount()) == 2
