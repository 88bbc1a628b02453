"""An event of several dates: one more, one away, and all of them together."""

from datetime import date

import pytest

from app.desk import Desk
from app.errors import Refused
from app.events.board import BoardOfSession, SessionBoard, SessionGone
from app.events.changing import CancelEvent
from app.events.details import SessionPlace
from app.events.plan import PlanEvent, RemoveEvent
from app.events.queries import Agenda
from app.events.sessions import AddSession, RemoveSession
from app.ids import new_id
from tests.making.bookings import make_booking, make_room, slot
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_visitor

NEXT_WEEK = date(2026, 10, 22)


def add(desk: Desk, event: PlanEvent, room_id=None, **rest: str) -> AddSession:
    place = SessionPlace(slot("17:30", "19:30", NEXT_WEEK), room_id, **rest)
    action = AddSession(new_id(), event.event_id, new_id() if room_id else None, place)
    desk.do(action)
    return action


def days(desk: Desk) -> list[date]:
    return [found.day for found in desk.ask(Agenda(date(2026, 10, 1), 60))]


def test_who_is_on_the_list_is_expected_on_the_new_date_too(desk: Desk) -> None:
    room = make_room(desk, "Workshop")
    event = make_event(desk, room)
    make_registration(desk, event.event_id, make_visitor(desk))
    added = add(desk, event, room)
    board = desk.ask(SessionBoard(added.session_id))
    assert isinstance(board, BoardOfSession)
    assert (board.awaited, board.room, board.title) == (1, "Workshop", "Pottery for families")
    assert days(desk) == [date(2026, 10, 15), NEXT_WEEK]


def test_a_taken_room_is_refused_with_ways_out_and_they_work(desk: Desk) -> None:
    room, other = make_room(desk, "Workshop"), make_room(desk, "Great hall")
    event = make_event(desk, room)
    make_booking(desk, room, "18:00", "19:00", title="Choir", day=NEXT_WEEK)
    with pytest.raises(Refused, match="Choir") as refused:
        add(desk, event, room)
    desk.do(refused.value.offers[0].action)
    (found,) = desk.ask(Agenda(NEXT_WEEK, 1))
    assert found.rows[0].room == "Great hall"
    assert other


def test_a_date_goes_with_its_room_and_comes_back_with_it(desk: Desk) -> None:
    room = make_room(desk, "Workshop")
    event = make_event(desk, room)
    added = add(desk, event, room)
    desk.do(RemoveSession(added.session_id))
    assert desk.ask(SessionBoard(added.session_id)) == SessionGone(added.session_id)
    make_booking(desk, room, "18:00", "19:00", day=NEXT_WEEK)
    desk.undo()
    desk.undo()
    assert days(desk) == [date(2026, 10, 15), NEXT_WEEK]


def test_the_only_date_stays_and_so_does_one_that_people_came_to(desk: Desk) -> None:
    event = make_event(desk)
    with pytest.raises(Refused, match="only date"):
        desk.do(RemoveSession(event.session_id))
    add(desk, event, place="In the park")
    make_attendance(desk, event.session_id, make_visitor(desk))
    with pytest.raises(Refused, match="have come"):
        desk.do(RemoveSession(event.session_id))


def test_a_date_taken_away_does_not_come_back_with_the_event(desk: Desk) -> None:
    event = make_event(desk)
    added = add(desk, event, place="In the park")
    desk.do(RemoveSession(added.session_id))
    desk.do(RemoveEvent(event.event_id))
    assert days(desk) == []
    desk.undo()
    assert days(desk) == [date(2026, 10, 15)]


def test_a_cancelled_event_gets_no_new_date(desk: Desk) -> None:
    event = make_event(desk)
    desk.do(CancelEvent(event.event_id))
    with pytest.raises(Refused, match="Restore it first"):
        add(desk, event, place="In the park")
