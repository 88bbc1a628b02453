"""A family: whose event begins now, coming to it in one step, and the last times together."""

from datetime import timedelta
from uuid import UUID

import pytest

from app.clock import StandingClock, wall_now
from app.desk import Desk
from app.errors import Refused
from app.events.board import BoardOfSession, SessionBoard
from app.ids import new_id
from app.people.family_arrives import FamilyArrives, Present
from app.people.family_times import FamilyNow, TimesTogether
from app.people.on_site import OnSiteCount
from app.visitors.together import Coming, EverybodyLeft
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_visit, make_visitor


def there(desk: Desk, session_id: UUID) -> set[str]:
    board = desk.ask(SessionBoard(session_id))
    assert isinstance(board, BoardOfSession)
    return {row.list_name.split()[-1] for row in board.rows if row.came}


@pytest.mark.parametrize(
    ("start", "begins"), [("11:00", True), ("12:48", True), ("12:49", False), ("13:30", False)]
)
def test_only_what_begins_within_the_hour_or_has_begun(
    desk: Desk, start: str, *, begins: bool
) -> None:
    assert f"{wall_now(desk.clock):%H:%M}" == "11:48"
    event = make_event(desk, start=start, end="14:30")
    mother, child = make_visitor(desk), make_visitor(desk, "Toms")
    make_registration(desk, event.event_id, child)
    found = desk.ask(FamilyNow((mother, child), wall_now(desk.clock)))
    assert (found is not None) is begins
    if found:
        assert (found.session_id, found.visitor_ids) == (event.session_id, {child})


def test_what_is_over_is_not_now(desk: Desk) -> None:
    event = make_event(desk, start="10:00", end="11:30")
    who = make_visitor(desk)
    make_registration(desk, event.event_id, who)
    assert desk.ask(FamilyNow((who,), wall_now(desk.clock))) is None


def test_they_come_in_and_are_present_with_one_undo(desk: Desk) -> None:
    event = make_event(desk, start="12:00", end="13:00")
    mother, child, late = (make_visitor(desk, name) for name in ("Anna", "Toms", "Paula"))
    for one in (child, late):
        make_registration(desk, event.event_id, one)
    make_attendance(desk, event.session_id, late)
    coming = tuple(Coming(new_id(), one) for one in (mother, child, late))
    present = tuple(Present(new_id(), one) for one in (child, late, mother))
    desk.do(FamilyArrives(coming, event.session_id, present, desk.clock.now()))
    assert desk.ask(OnSiteCount()) == 3
    assert there(desk, event.session_id) == {"Toms", "Paula"}
    desk.undo()
    assert desk.ask(OnSiteCount()) == 0
    assert there(desk, event.session_id) == {"Paula"}


def test_when_all_are_in_nothing_is_marked(desk: Desk) -> None:
    event = make_event(desk, start="12:00", end="13:00")
    child = make_visitor(desk, "Toms")
    make_registration(desk, event.event_id, child)
    make_visit(desk, child)
    action = FamilyArrives(
        (Coming(new_id(), child),),
        event.session_id,
        (Present(new_id(), child),),
        desk.clock.now(),
    )
    with pytest.raises(Refused, match="all in the centre already"):
        desk.do(action)
    assert there(desk, event.session_id) == set()


def test_the_last_times_together_newest_first(desk: Desk, clock: StandingClock) -> None:
    mother, child, aunt = (make_visitor(desk, name) for name in ("Anna", "Toms", "Ilze"))
    event = make_event(desk, title="Vecāku skola")
    for one in (mother, child):
        make_attendance(desk, event.session_id, one)
        make_visit(desk, one)
    family = (mother, child, aunt)
    (first,) = desk.ask(TimesTogether(family))
    assert (first.title, first.visitor_ids) == ("Vecāku skola", {mother, child})
    desk.do(EverybodyLeft(desk.clock.now()))
    clock.advance(timedelta(days=2))
    for one in (mother, aunt, make_visitor(desk, "Cita")):
        make_visit(desk, one)
    found = [(one.title, one.visitor_ids) for one in desk.ask(TimesTogether(family))]
    assert found == [("", {mother, aunt}), ("Vecāku skola", {mother, child})]
