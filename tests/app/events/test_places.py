"""Places of an event: who comes along, wheelchairs, the window of registration, who waits moves up."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from app.bookings.telling_model import ToldBy
from app.desk import Desk
from app.errors import Refused
from app.events.board import BoardOfSession, SessionBoard
from app.events.changing import CancelEvent, EditEvent
from app.events.facts import NOTHING_SPECIAL, Facts
from app.events.informing import Inform
from app.events.model import RegistrationStatus, Via, WhenFull
from app.events.news_model import What
from app.events.news_queries import NewsOf
from app.events.plan import PlanEvent
from app.events.registering import CancelRegistration, RegisterForEvent
from app.events.registration_facts import ChangeRegistration, OneRegistration
from app.ids import new_id
from app.language import words
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor

PLACE, WAITS = RegistrationStatus.REGISTERED, RegistrationStatus.WAITLISTED


def register(desk: Desk, event: PlanEvent, name: str, facts: Facts = NOTHING_SPECIAL) -> UUID:
    registration = new_id()
    visitor = make_visitor(desk, name, "Kalns")
    now = desk.clock.now()
    desk.do(RegisterForEvent(registration, event.event_id, visitor, Via.PHONE, now, facts))
    return registration


def board(desk: Desk, event: PlanEvent) -> BoardOfSession:
    found = desk.ask(SessionBoard(event.session_id))
    assert isinstance(found, BoardOfSession)
    return found


def statuses(desk: Desk, event: PlanEvent) -> dict[UUID, RegistrationStatus]:
    return {row.registration_id: row.status for row in board(desk, event).rows}


def test_companions_fill_their_own_places_first(desk: Desk) -> None:
    event = make_event(desk, capacity=3, companion_places=1)
    register(desk, event, "Anna", Facts(companions=1))
    assert board(desk, event).free == 2
    register(desk, event, "Ieva", Facts(companions=1))
    assert board(desk, event).free == 0
    late = register(desk, event, "Oto")
    assert statuses(desk, event)[late] == WAITS


def test_all_wheelchair_places_taken_while_there_are_chairs(desk: Desk) -> None:
    event = make_event(desk, capacity=10, wheelchair_places=1)
    register(desk, event, "Anna", Facts(wheelchair_place=True))
    second = register(desk, event, "Ieva", Facts(wheelchair_place=True))
    third = register(desk, event, "Oto")
    assert statuses(desk, event)[second] == WAITS
    assert statuses(desk, event)[third] == PLACE


def test_who_waits_moves_up_and_waits_again_when_that_is_taken_back(desk: Desk) -> None:
    event = make_event(desk, capacity=1)
    first, second, third = (register(desk, event, name) for name in ("Anna", "Ieva", "Oto"))
    change = desk.do(CancelRegistration(first))
    assert words(change.message) == "Anna Kalns will not come. Ieva Kalns has the place now."
    assert statuses(desk, event)[second] == PLACE
    assert statuses(desk, event)[third] == WAITS
    desk.undo()
    assert statuses(desk, event)[first] == PLACE
    assert statuses(desk, event)[second] == WAITS
    desk.redo()
    assert statuses(desk, event)[second] == PLACE


def test_who_moved_up_is_to_be_told(desk: Desk) -> None:
    event = make_event(desk, capacity=1)
    first, _ = (register(desk, event, name) for name in ("Anna", "Ieva"))
    desk.do(CancelRegistration(first))
    (row,) = desk.ask(NewsOf(event.event_id))
    assert (row.name, row.what, row.told) == ("Kalns Ieva", What.PLACE, False)
    now = desk.clock.now()
    desk.do(Inform(new_id(), row.news_id, row.visitor_id, ToldBy.PHONE, now))
    assert [one.told for one in desk.ask(NewsOf(event.event_id))] == [True]
    desk.undo()
    desk.undo()
    assert desk.ask(NewsOf(event.event_id)) == ()
    desk.redo()
    desk.do(CancelEvent(event.event_id))
    assert {one.what for one in desk.ask(NewsOf(event.event_id))} == {What.CANCELLED}


def test_more_places_let_everybody_in_who_fits(desk: Desk) -> None:
    event = make_event(desk, capacity=1)
    for name in ("Anna", "Ieva", "Oto"):
        register(desk, event, name)
    seen = board(desk, event).details
    change = desk.do(EditEvent(event.event_id, seen, replace(seen, capacity=3)))
    assert "2 people of the waiting list have a place now." in words(change.message)
    assert board(desk, event).waiting == 0
    desk.undo()
    assert (board(desk, event).waiting, board(desk, event).capacity) == (2, 1)


def test_fewer_companions_make_room_and_more_need_it(desk: Desk) -> None:
    event = make_event(desk, capacity=3)
    big = register(desk, event, "Anna", Facts(companions=2))
    waits = register(desk, event, "Oto")
    assert statuses(desk, event)[waits] == WAITS
    desk.do(ChangeRegistration(big, Facts(2), Facts(1)))
    assert statuses(desk, event)[waits] == PLACE
    with pytest.raises(Refused, match="not so many places left"):
        desk.do(ChangeRegistration(big, Facts(1), Facts(4)))
    assert desk.ask(OneRegistration(big)).facts == Facts(1)


def test_registration_is_open_for_a_time_and_somebody_may_decide_otherwise(desk: Desk) -> None:
    event = make_event(desk, opens=datetime(2026, 10, 20, 9))
    visitor = make_visitor(desk)
    with pytest.raises(Refused, match=r"Registration opens on 20 Oct at 09:00\.") as refused:
        make_registration(desk, event.event_id, visitor)
    (anyway,) = refused.value.offers
    desk.do(anyway.action)
    assert board(desk, event).awaited == 1
    over = make_event(
        desk, title="Over", closes=datetime(2026, 10, 15, 9), start="20:00", end="21:00"
    )
    with pytest.raises(Refused, match="Registration ended on 15 Oct"):
        make_registration(desk, over.event_id, visitor)


def test_a_full_event_without_a_waiting_list_says_so(desk: Desk) -> None:
    event = make_event(desk, capacity=1, when_full=WhenFull.CLOSED, title="Choir")
    register(desk, event, "Anna")
    with pytest.raises(Refused, match="“Choir” is full"):
        register(desk, event, "Oto")


def test_taken_off_by_the_centre_is_not_cancelled_by_herself(desk: Desk) -> None:
    event = make_event(desk)
    registration = register(desk, event, "Anna")
    desk.do(CancelRegistration(registration, withdrawn=True))
    assert statuses(desk, event)[registration] == RegistrationStatus.WITHDRAWN
    desk.undo()
    assert statuses(desk, event)[registration] == PLACE


def test_a_date_of_another_event_is_refused(desk: Desk) -> None:
    event, other = make_event(desk), make_event(desk, start="20:00", end="21:00")
    registration = register(desk, event, "Anna")
    wanted = Facts(session_ids=frozenset({other.session_id}))
    with pytest.raises(Refused, match="no longer there"):
        desk.do(ChangeRegistration(registration, NOTHING_SPECIAL, wanted))
