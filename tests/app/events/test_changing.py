"""An event is changed with all its dates in one step, and those on its list hear of it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from app.bookings.actions import MoveBooking
from app.bookings.queries import OneBooking
from app.bookings.repeats import weekly
from app.bookings.telling_model import ToldBy
from app.clock import StandingClock
from app.desk import Desk
from app.errors import Refused
from app.events.board import BoardOfSession, SessionBoard
from app.events.change_event import ChangeEvent
from app.events.changing import CancelEvent, RestoreEvent
from app.events.check_dates import CheckDates
from app.events.copying import CopiedPerson, CopyEvent, PeopleToCopy
from app.events.details import EventDetails, PlannedDate, PlannedEvent, SessionPlace
from app.events.informing import Inform
from app.events.news_model import What
from app.events.news_queries import HowManyKnow, NewsOf
from app.events.of_booking import Becomes, DatesToBecome, MakeEventOf
from app.events.places import Places
from app.events.plan import MoveSession
from app.events.queries import Agenda
from app.events.status import EventStatus, Standing
from app.ids import new_id
from app.language import words
from app.visitors.consents import Agreed, GiveConsent
from app.visitors.model import How, Purpose
from tests.making.bookings import THURSDAY, make_booking, make_room, make_series, slot
from tests.making.bookings import details as booking_details
from tests.making.events import make_event, make_registration, planned
from tests.making.visitors import make_visitor

NEXT_WEEK, WEEK_AFTER = date(2026, 10, 22), date(2026, 10, 29)


def dated(room_id: UUID, day: date, start: str = "17:30", end: str = "19:30") -> PlannedDate:
    return PlannedDate(new_id(), new_id(), SessionPlace(slot(start, end, day), room_id))


def days(desk: Desk) -> list[tuple[date, str]]:
    return [(found.day, found.rows[0].room) for found in desk.ask(Agenda(THURSDAY, 60))]


def test_a_course_is_planned_whole_or_not_at_all(desk: Desk) -> None:
    room = make_room(desk, "Workshop")
    make_booking(desk, room, "18:00", "19:00", title="Choir", day=WEEK_AFTER)
    first = planned(room)
    more = (dated(room, NEXT_WEEK), dated(room, WEEK_AFTER))
    checks = desk.ask(CheckDates(more, 16))
    assert [check.found is not None and check.found.is_free for check in checks] == [True, False]
    with pytest.raises(Refused, match="Choir"):
        desk.do(replace(first, more=more))
    assert days(desk) == []
    assert checks[1].found is not None
    way_out = checks[1].found.instead[0][1]
    there = replace(more[1], place=more[1].place.elsewhere(way_out))
    desk.do(replace(first, more=(more[0], there)))
    assert len(days(desk)) == 3


def test_an_event_is_not_in_its_own_way_but_its_dates_are_in_one_anothers(desk: Desk) -> None:
    room = make_room(desk, "Workshop", capacity=10)
    event = make_event(desk, room)
    own = PlannedDate(event.session_id, event.booking_id, SessionPlace(event.slot, room))
    (check,) = desk.ask(CheckDates((own,), 8, 4))
    assert check.short is not None
    assert (words(check.short), check.found and check.found.is_free) == ("Only 10 seats", True)
    past = dated(room, date(2026, 10, 1))
    assert [one.found for one in desk.ask(CheckDates((past,), 8))] == [None]
    both = desk.ask(CheckDates((own, dated(room, THURSDAY, "19:00", "20:00")), 8))
    assert [one.found and one.found.is_free for one in both] == [False, False]


def test_both_words_and_dates_or_neither(desk: Desk) -> None:
    """A room that is taken keeps the title too; an undo brings back all of it."""
    room, other = make_room(desk, "Workshop"), make_room(desk, "Great hall")
    make_booking(desk, other, "18:00", "19:00", title="Choir", day=NEXT_WEEK)
    event = make_event(desk, room)
    first = PlannedDate(event.session_id, event.booking_id, SessionPlace(event.slot, room))
    seen = PlannedEvent(event.details, (first,))
    wanted = PlannedEvent(EventDetails("Glazing"), (first, dated(other, NEXT_WEEK)))
    change = ChangeEvent(event.event_id, seen, wanted)
    with pytest.raises(Refused, match="Choir") as refused:
        desk.do(change)
    assert days(desk) == [(THURSDAY, "Workshop")]
    desk.do(refused.value.offers[0].action)
    assert days(desk)[1:] == [(NEXT_WEEK, "Workshop")]
    with pytest.raises(Refused, match="in the meantime"):
        desk.do(change)
    desk.undo()
    assert days(desk) == [(THURSDAY, "Workshop")]


def test_those_on_the_list_hear_by_the_way_they_agreed_to(desk: Desk, clock: StandingClock) -> None:
    room, other = make_room(desk, "Workshop"), make_room(desk, "Great hall")
    event = make_event(desk, room)
    calls = make_visitor(desk, given="Anna", phone="26111222", email="anna@example.lv")
    writes = make_visitor(desk, given="Berta", phone="26111333", email="berta@example.lv")
    comes = make_visitor(desk, given="Cilda")
    until = date(2027, 10, 15)
    for visitor, purpose in ((calls, Purpose.PHONE), (writes, Purpose.EMAIL)):
        agreed = Agreed(new_id(), purpose, How.SIGNED, until)
        desk.do(
            GiveConsent(agreed.consent_id, visitor, purpose, How.SIGNED, until, desk.clock.now())
        )
    for visitor in (calls, writes, comes):
        make_registration(desk, event.event_id, visitor)
    here, there = SessionPlace(event.slot, room), SessionPlace(event.slot, other)
    desk.do(MoveSession(event.session_id, here, there))
    clock.advance(timedelta(minutes=1))
    make_registration(desk, event.event_id, make_visitor(desk, given="Daina"))
    rows = desk.ask(NewsOf(event.event_id))
    assert [row.reached.way for row in rows] == [ToldBy.PHONE, ToldBy.EMAIL, ToldBy.IN_PERSON]
    assert {(row.what, row.was and row.was.room, row.here and row.here.room) for row in rows} == {
        (What.MOVED, "Workshop", "Great hall")
    }
    told = rows[0]
    desk.do(Inform(new_id(), told.news_id, told.visitor_id, told.reached.way, desk.clock.now()))
    assert desk.ask(HowManyKnow(event.event_id)) == (1, 3)
    desk.do(MoveSession(event.session_id, there, here))
    assert desk.ask(HowManyKnow(event.event_id)) == (0, 4), "one was told, so the way back is news"


def test_what_nobody_has_heard_is_no_news_once_it_is_taken_back(desk: Desk) -> None:
    event = make_event(desk, make_room(desk))
    visitor = make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    desk.do(CancelEvent(event.event_id))
    (row,) = desk.ask(NewsOf(event.event_id))
    desk.do(RestoreEvent(event.event_id))
    assert desk.ask(NewsOf(event.event_id)) == ()
    desk.undo()
    desk.do(Inform(new_id(), row.news_id, visitor, ToldBy.PHONE, desk.clock.now()))
    desk.do(RestoreEvent(event.event_id))
    assert [one.what for one in desk.ask(NewsOf(event.event_id))] == [What.STANDS_AGAIN]


def test_who_is_cancelled_and_moved_is_told_once_and_counted_once(desk: Desk) -> None:
    room, other = make_room(desk, "Workshop"), make_room(desk, "Great hall")
    event = make_event(desk, room)
    anna, berta, cilda = (make_visitor(desk, given=one) for one in ("Anna", "Berta", "Cilda"))
    for visitor in (anna, berta, cilda):
        make_registration(desk, event.event_id, visitor)
    desk.do(
        MoveSession(
            event.session_id, SessionPlace(event.slot, room), SessionPlace(event.slot, other)
        )
    )
    desk.do(CancelEvent(event.event_id))
    rows = desk.ask(NewsOf(event.event_id))
    assert [row.what for row in rows] == [What.CANCELLED] * 3, "the move is nothing to tell now"
    desk.do(Inform(new_id(), rows[0].news_id, anna, ToldBy.PHONE, desk.clock.now()))
    desk.do(RestoreEvent(event.event_id))
    rows = desk.ask(NewsOf(event.event_id))
    again = [row.visitor_id for row in rows if row.what is What.STANDS_AGAIN]
    assert again == [anna], "the others never heard that it was cancelled"
    assert sum(row.what is What.MOVED for row in rows) == 3
    assert desk.ask(HowManyKnow(event.event_id)) == (0, 3)


def test_a_copy_brings_its_people_along_as_they_stand(desk: Desk) -> None:
    event = make_event(desk, make_room(desk, "Workshop"), capacity=1)
    for given in ("Anna", "Berta"):
        make_registration(desk, event.event_id, make_visitor(desk, given=given))
    people = desk.ask(PeopleToCopy(event.event_id))
    assert len(people) == 2
    dates = (dated(make_room(desk, "Great hall"), NEXT_WEEK),)
    desk.do(
        CopyEvent(
            event.event_id,
            new_id(),
            event.details,
            dates,
            desk.clock.now(),
            tuple(CopiedPerson(one, new_id()) for one in people),
        )
    )
    (found,) = desk.ask(Agenda(NEXT_WEEK, 1))
    assert found.rows[0].registered == 1
    desk.undo()
    assert desk.ask(Agenda(NEXT_WEEK, 1)) == ()


def test_who_waits_stands_in_the_same_order_in_the_copy(desk: Desk) -> None:
    event = make_event(desk, make_room(desk, "Workshop"), capacity=1)
    for given in ("Anna", "Berta", "Cilda", "Dace", "Elza", "Fanija"):
        make_registration(desk, event.event_id, make_visitor(desk, given=given))
    people = desk.ask(PeopleToCopy(event.event_id))
    ids = sorted((new_id() for _ in people), reverse=True)  # of one millisecond: in any order
    dates = (dated(make_room(desk, "Great hall"), NEXT_WEEK),)
    copied = tuple(CopiedPerson(one, copy) for one, copy in zip(people, ids, strict=True))
    now = desk.clock.now()
    desk.do(CopyEvent(event.event_id, new_id(), event.details, dates, now, copied))
    (found,) = desk.ask(Agenda(NEXT_WEEK, 1))
    board = desk.ask(SessionBoard(found.rows[0].session_id))
    assert isinstance(board, BoardOfSession)
    waiting = sorted((row.line, row.list_name.split()[-1]) for row in board.rows if row.line)
    assert [name for _, name in waiting] == ["Berta", "Cilda", "Dace", "Elza", "Fanija"]


def test_a_booking_becomes_an_event_and_is_moved_through_it(desk: Desk) -> None:
    room = make_room(desk, "Workshop")
    booking = make_booking(desk, room, people=12)
    before = desk.ask(OneBooking(booking))
    assert desk.ask(DatesToBecome(booking)) == (booking,)
    becomes = (Becomes(booking, new_id()),)
    desk.do(MakeEventOf(becomes, new_id(), EventDetails("Choir for everybody")))
    assert days(desk) == [(THURSDAY, "Workshop")]
    opened = desk.ask(OneBooking(booking))
    assert (opened.of_event, opened.details.title) == (True, "Choir for everybody")
    place = opened.details.place
    with pytest.raises(Refused, match="belongs to the event"):
        desk.do(MoveBooking(booking, place, replace(place, slot=slot("12:00", "13:00"))))
    desk.undo()
    assert desk.ask(OneBooking(booking)) == before


def test_of_a_series_all_that_is_to_come_becomes_one_event(desk: Desk) -> None:
    room = make_room(desk, "Workshop")
    first = date(2026, 10, 8)
    asked = booking_details(room, day=first)
    _, dates = make_series(desk, asked, weekly(first, WEEK_AFTER))
    assert desk.ask(DatesToBecome(dates[3])) == tuple(dates[2:])
    assert desk.ask(DatesToBecome(dates[0])) == (dates[0],), "what is over stays a booking"


@pytest.mark.parametrize(
    ("rest", "taken", "status"),
    [
        ({}, 0, EventStatus.OPEN),
        ({"capacity": 2}, 2, EventStatus.FULL),
        ({"opens": datetime(2026, 10, 16)}, 0, EventStatus.PLANNED),
        ({"closes": datetime(2026, 10, 15, 9)}, 0, EventStatus.PLANNED),
        ({"draft": True}, 0, EventStatus.DRAFT),
    ],
)
def test_its_status_follows_from_what_is_known(rest, taken, status) -> None:
    now = datetime(2026, 10, 15, 12)
    details = EventDetails("Pottery", **rest)
    places = Places(details.capacity, people=taken)
    standing = Standing(details, places, now + timedelta(hours=1), False)
    assert standing.at(now) is status
    assert standing.at(now + timedelta(hours=1)) is EventStatus.HELD
    assert replace(standing, cancelled=True).at(now) is EventStatus.CANCELLED
