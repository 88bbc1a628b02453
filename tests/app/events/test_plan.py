"""Planning an event with its room, moving it, cancelling it."""

from dataclasses import replace
from datetime import date

import pytest

from app.bookings.queries import DayBoard
from app.bookings.status import CancelBooking
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.events.board import SessionBoard
from app.events.changing import CancelEvent, EditEvent, RestoreEvent
from app.events.details import EventDetails, SessionPlace
from app.events.plan import MoveSession, PlanEvent, RemoveEvent
from app.events.queries import Agenda, AgendaDay, NextSession, UpcomingOf, WhomToTell
from tests.making.bookings import THURSDAY, at, make_booking, make_room, slot
from tests.making.events import make_attendance, make_event, make_registration, planned
from tests.making.visitors import make_visitor

FRIDAY = date(2026, 10, 16)


def test_an_event_has_its_room_in_the_same_step(desk: Desk) -> None:
    room = make_room(desk)
    event = make_event(desk, room, title="Pottery", leader="Madara Skutele", capacity=12)
    (card,) = desk.ask(DayBoard(THURSDAY)).cards
    assert (card.title, card.holder, card.people) == ("Pottery", "Madara Skutele", 12)
    assert card.of_event
    with pytest.raises(Refused, match="belongs to the event “Pottery”"):
        desk.do(CancelBooking(card.id))
    desk.do(RemoveEvent(event.event_id))
    assert desk.ask(DayBoard(THURSDAY)).cards == ()
    assert desk.ask(Agenda(THURSDAY, 7)) == ()


def test_a_taken_room_names_who_has_it_and_offers_another(desk: Desk) -> None:
    room, other = make_room(desk), make_room(desk, "Workshop")
    make_booking(desk, room, "17:00", "18:00", title="Choir")
    plan = planned(room)
    with pytest.raises(Refused, match="“Choir”") as refusal:
        desk.do(plan)
    assert desk.ask(Agenda(THURSDAY, 1)) == ()
    first = refusal.value.offers[0].action
    assert isinstance(first, PlanEvent)
    assert first == replace(plan, room_id=other)
    desk.do(first)
    assert desk.ask(SessionBoard(plan.session_id)).room == "Workshop"


def test_a_support_group_keeps_its_name_off_the_board_of_rooms(desk: Desk) -> None:
    make_event(desk, make_room(desk), title="Support group", confidential=True)
    assert desk.ask(DayBoard(THURSDAY)).cards[0].title == ""


def test_moving_the_session_moves_its_room(desk: Desk) -> None:
    room, other = make_room(desk), make_room(desk, "Workshop")
    event = make_event(desk, room)
    here = SessionPlace(event.slot, room)
    there = SessionPlace(slot("9:00", "10:00", FRIDAY), other)
    desk.do(MoveSession(event.session_id, here, there))
    assert desk.ask(DayBoard(THURSDAY)).cards == ()
    assert desk.ask(DayBoard(FRIDAY)).cards[0].room_id == other
    with pytest.raises(ChangedElsewhere):
        desk.do(MoveSession(event.session_id, here, there))
    yard = SessionPlace(there.slot, None, "In the yard")
    desk.do(MoveSession(event.session_id, there, yard))
    assert desk.ask(DayBoard(FRIDAY)).cards == ()
    assert desk.ask(SessionBoard(event.session_id)).room == "In the yard"
    desk.undo()
    assert desk.ask(DayBoard(FRIDAY)).cards[0].room_id == other


def test_a_refused_move_leaves_everything_where_it_was(desk: Desk) -> None:
    room, other = make_room(desk), make_room(desk, "Workshop")
    make_booking(desk, other, "17:00", "20:00", title="Sewing")
    event = make_event(desk, room)
    here = SessionPlace(event.slot, room)
    with pytest.raises(Refused, match="“Sewing”"):
        desk.do(MoveSession(event.session_id, here, SessionPlace(event.slot, other)))
    assert desk.ask(SessionBoard(event.session_id)).place == here


def test_cancelling_frees_the_room_and_restoring_asks_for_it_again(desk: Desk) -> None:
    room = make_room(desk)
    event = make_event(desk, room)
    desk.do(CancelEvent(event.event_id))
    assert desk.ask(AgendaDay(THURSDAY)) == ()
    assert desk.ask(Agenda(THURSDAY, 1))[0].rows[0].cancelled
    make_booking(desk, room, "18:00", "19:00", title="Choir")
    with pytest.raises(Refused, match="“Choir”"):
        desk.do(RestoreEvent(event.event_id))
    with pytest.raises(Refused, match="Restore it first"):
        make_registration(desk, event.event_id, make_visitor(desk))


def test_whom_to_tell_when_it_is_cancelled(desk: Desk) -> None:
    event = make_event(desk, capacity=1)
    make_registration(desk, event.event_id, make_visitor(desk, "Līga", "Šmite", phone="26111222"))
    make_registration(desk, event.event_id, make_visitor(desk, "Oto", "Kalns", email="oto@x.lv"))
    told = desk.ask(WhomToTell(event.event_id))
    assert [(one.name, one.phone, one.email) for one in told] == [
        ("Kalns Oto", "", "oto@x.lv"),
        ("Šmite Līga", told[1].phone, ""),
    ]
    assert told[1].phone.replace(" ", "").endswith("26111222")


def test_an_edit_says_what_it_saw(desk: Desk) -> None:
    event = make_event(desk, make_room(desk))
    wanted = EventDetails("Glazing", capacity=0)
    desk.do(EditEvent(event.event_id, event.details, wanted))
    assert desk.ask(DayBoard(THURSDAY)).cards[0].title == "Glazing"
    with pytest.raises(ChangedElsewhere, match="Look at it again"):
        desk.do(EditEvent(event.event_id, event.details, wanted))
    with pytest.raises(Refused, match="Write the title"):
        desk.do(planned(title="  "))


def test_an_event_with_people_is_cancelled_not_taken_back(desk: Desk) -> None:
    event = make_event(desk)
    make_attendance(desk, event.session_id, make_visitor(desk))
    with pytest.raises(Refused, match="Cancel the event instead"):
        desk.do(RemoveEvent(event.event_id))


def test_the_agenda_by_day_and_what_comes_next(desk: Desk) -> None:
    make_event(desk, start="9:00", end="10:00", title="Over")
    now = make_event(desk, start="11:00", end="12:00", title="Going on")
    later = make_event(desk, title="Later", day=FRIDAY)
    days = desk.ask(Agenda(THURSDAY, 7))
    assert [(one.day, [row.title for row in one.rows]) for one in days] == [
        (THURSDAY, ["Over", "Going on"]),
        (FRIDAY, ["Later"]),
    ]
    assert desk.ask(NextSession(desk.clock.now())) == now.session_id
    desk.do(CancelEvent(now.event_id))
    assert desk.ask(NextSession(desk.clock.now())) == later.session_id
    visitor = make_visitor(desk)
    make_registration(desk, later.event_id, visitor)
    (upcoming,) = desk.ask(UpcomingOf(visitor, THURSDAY))
    assert (upcoming.title, upcoming.start) == ("Later", at("17:30", FRIDAY))


def test_a_card_does_not_say_which_confidential_event_somebody_comes_to(desk: Desk) -> None:
    group = make_event(desk, title="Grief support group", confidential=True)
    visitor = make_visitor(desk)
    make_registration(desk, group.event_id, visitor)
    (upcoming,) = desk.ask(UpcomingOf(visitor, THURSDAY))
    assert (upcoming.title, upcoming.session_id) == ("", group.session_id)
