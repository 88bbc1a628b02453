"""The list of an event and who came."""

from datetime import datetime, timedelta

import pytest

from app.desk import Desk
from app.errors import Refused
from app.events.attending import CountHead, MarkPresent, UnmarkPresent
from app.events.board import SessionBoard
from app.events.model import RegistrationStatus, Via
from app.events.queries import AgendaDay
from app.events.registering import CancelRegistration, RemoveRegistration, RestoreRegistration
from app.ids import new_id
from app.language import words
from app.visitors.model import Band
from tests.making.bookings import THURSDAY
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_organisation, make_visitor


def test_a_full_event_puts_people_in_line(desk: Desk) -> None:
    event = make_event(desk, title="Pottery", capacity=1)
    first = make_registration(desk, event.event_id, make_visitor(desk))
    waits = [make_visitor(desk, name, "Kalns") for name in ("Oto", "Ada")]
    for visitor in waits:
        make_registration(desk, event.event_id, visitor)
    board = desk.ask(SessionBoard(event.session_id))
    lines = {row.visitor_id: row.line for row in board.rows}
    assert [lines[one] for one in waits] == [1, 2]
    assert (board.awaited, board.waiting, board.free) == (1, 2, 0)
    desk.do(CancelRegistration(first))
    board = desk.ask(SessionBoard(event.session_id))
    assert (board.awaited, board.waiting, board.free) == (1, 1, 0), "the first in line moved up"
    assert next(row for row in board.rows if row.visitor_id == waits[1]).line == 1


def test_the_number_in_line_is_said(desk: Desk) -> None:
    event = make_event(desk, title="Pottery", capacity=1)
    make_registration(desk, event.event_id, make_visitor(desk))
    make_registration(desk, event.event_id, make_visitor(desk, "Oto", "Kalns"))
    change = desk.undo()
    assert change is not None
    again = desk.redo()
    assert again is not None
    assert words(again.message) == "Oto Kalns is on the list again"
    assert desk.ask(SessionBoard(event.session_id)).rows[1].status == RegistrationStatus.WAITLISTED


def test_nobody_is_there_before_the_day(desk: Desk) -> None:
    event = make_event(desk, title="Pottery", day=THURSDAY + timedelta(days=1))
    anna = make_visitor(desk)
    make_registration(desk, event.event_id, anna)
    with pytest.raises(Refused, match="is on 16 Oct: nobody is there yet"):
        make_attendance(desk, event.session_id, anna)
    with pytest.raises(Refused, match="nobody is there yet"):
        desk.do(CountHead(event.session_id, Band.SENIOR))


def test_nobody_is_on_the_list_twice(desk: Desk) -> None:
    event, visitor = make_event(desk), make_visitor(desk)
    registration = make_registration(desk, event.event_id, visitor)
    with pytest.raises(Refused, match="Anna Bērziņa is already on the list"):
        make_registration(desk, event.event_id, visitor)
    desk.do(CancelRegistration(registration))
    with pytest.raises(Refused, match="Restore the registration"):
        make_registration(desk, event.event_id, visitor)
    desk.do(RestoreRegistration(registration))
    assert desk.ask(SessionBoard(event.session_id)).awaited == 1


def test_who_walks_in_is_on_the_list_and_goes_with_the_tick(desk: Desk) -> None:
    event, visitor = make_event(desk), make_visitor(desk)
    make_attendance(desk, event.session_id, visitor)
    (row,) = desk.ask(SessionBoard(event.session_id)).rows
    assert (row.via, row.came) == (Via.WALK_IN, datetime(2026, 10, 15, 11, 48))
    assert row.attendance_id is not None
    with pytest.raises(Refused, match="Anna Bērziņa has been here since 11:48"):
        make_attendance(desk, event.session_id, visitor)
    with pytest.raises(Refused, match="has already come"):
        desk.do(RemoveRegistration(row.registration_id))
    desk.do(UnmarkPresent(row.attendance_id, row.walk_in))
    assert desk.ask(SessionBoard(event.session_id)).rows == ()
    desk.do(MarkPresent(new_id(), event.session_id, visitor, desk.clock.now(), new_id()))
    assert desk.ask(SessionBoard(event.session_id)).present == 1


def test_who_was_registered_stays_on_the_list_without_the_tick(desk: Desk) -> None:
    event, visitor = make_event(desk), make_visitor(desk)
    make_registration(desk, event.event_id, visitor, Via.SCHOOL)
    attendance = make_attendance(desk, event.session_id, visitor)
    desk.do(UnmarkPresent(attendance))
    (row,) = desk.ask(SessionBoard(event.session_id)).rows
    assert (row.via, row.came) == (Via.SCHOOL, None)


def test_heads_without_a_name_count_and_never_go_below_none(desk: Desk) -> None:
    event = make_event(desk, capacity=10)
    make_registration(desk, event.event_id, make_visitor(desk))
    for band in (Band.CHILD, Band.CHILD, Band.SENIOR):
        desk.do(CountHead(event.session_id, band))
    board = desk.ask(SessionBoard(event.session_id))
    assert board.unnamed == {Band.CHILD: 2, Band.SENIOR: 1}
    assert (board.present, board.awaited, board.free) == (3, 1, 6)
    (row,) = desk.ask(AgendaDay(THURSDAY))
    assert (row.registered, row.present, row.count) == (1, 3, 4)
    desk.do(CountHead(event.session_id, Band.SENIOR, -1))
    with pytest.raises(Refused, match="Nobody of this age"):
        desk.do(CountHead(event.session_id, Band.SENIOR, -1))


def test_the_board_shows_the_town_rather_than_the_organisation(desk: Desk) -> None:
    organisation = make_organisation(desk, "Preiļi UA")
    event = make_event(desk)
    secret = make_event(desk, confidential=True)
    town = make_visitor(desk, "Olena", "Bondarenko", town="Preiļi", organisation_id=organisation)
    none = make_visitor(desk, "Zenta", "Mūrniece", organisation_id=organisation)
    for visitor in (town, none):
        make_registration(desk, event.event_id, visitor)
        make_registration(desk, secret.event_id, visitor)
    shown = [row.origin for row in desk.ask(SessionBoard(event.session_id)).rows]
    assert shown == ["Preiļi", "Preiļi UA"]
    hidden = [row.origin for row in desk.ask(SessionBoard(secret.session_id)).rows]
    assert hidden == ["Preiļi", ""]
