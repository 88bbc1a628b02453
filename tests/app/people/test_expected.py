"""A check-in of somebody who is registered today offers the tick."""

from datetime import date, timedelta

from app.clock import StandingClock
from app.desk import Desk
from app.ids import new_id
from app.people.expected import AwaitedToday
from app.visitors.visits import CheckIn
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_visitor


def test_only_who_came_in_just_now_and_is_awaited_today(desk: Desk, clock: StandingClock) -> None:
    soon = make_event(desk, start="12:30", end="13:30", title="Chess")
    tomorrow = make_event(desk, start="12:30", end="13:30", day=date(2026, 10, 16))
    player, potter = make_visitor(desk), make_visitor(desk, "Oto", "Kalns")
    make_registration(desk, soon.event_id, player)
    make_registration(desk, tomorrow.event_id, potter)
    people = (player, potter)
    assert desk.ask(AwaitedToday(people, clock.now())) is None  # nobody is in the centre
    for visitor in people:
        desk.do(CheckIn(new_id(), visitor, clock.now()))
    found = desk.ask(AwaitedToday(people, clock.now()))
    assert found is not None
    assert (found.title, found.visitor_ids) == ("Chess", {player})
    assert desk.ask(AwaitedToday(people, clock.now() + timedelta(minutes=5))) is None
    make_attendance(desk, soon.session_id, player)
    assert desk.ask(AwaitedToday(people, clock.now())) is None
