"""Who is in the building, where, and who wants help to leave it."""

from datetime import date, datetime

import pytest

from app.desk import Desk
from app.errors import NotAllowed
from app.ids import new_id
from app.people.on_site import InTheCentre, RoomsOnSite, WantHelp
from app.permission import Role, SignedIn
from app.visitors.activities import Doing, SetActivities
from app.visitors.consents import GiveConsent
from app.visitors.model import How, Purpose
from tests.making.bookings import make_room
from tests.making.events import make_attendance, make_event
from tests.making.visitors import make_visit, make_visitor
from tests.making.visits import make_group

NOW = datetime(2026, 10, 15, 11, 48)


def test_the_foyer_is_where_nothing_else_is_known(desk: Desk) -> None:
    make_visit(desk, make_visitor(desk))
    assert [(row.list_name, row.room) for row in desk.ask(InTheCentre(NOW))] == [
        ("Bērziņa Anna", "")
    ]


def test_the_session_attended_now_goes_before_the_room_that_was_said(desk: Desk) -> None:
    hall, kitchen = make_room(desk), make_room(desk, "Kitchen")
    visitor_id = make_visitor(desk)
    visit_id = make_visit(desk, visitor_id)
    desk.do(SetActivities((visit_id,), Doing(), Doing(room_id=kitchen)))
    assert [row.room for row in desk.ask(InTheCentre(NOW))] == ["Kitchen"]
    event = make_event(desk, hall, start="11:00", end="13:00")
    make_attendance(desk, event.session_id, visitor_id)
    assert [row.room for row in desk.ask(InTheCentre(NOW))] == ["Great hall"]
    rooms = desk.ask(RoomsOnSite(NOW))
    assert [(room.name, room.title) for room in rooms] == [
        ("Great hall", "Pottery for families"),
        ("Kitchen", ""),
    ]


def test_the_title_of_a_support_group_is_not_shown(desk: Desk) -> None:
    make_event(desk, make_room(desk), start="11:00", end="13:00", confidential=True)
    assert [room.title for room in desk.ask(RoomsOnSite(NOW))] == [""]


def test_a_group_stands_after_people_and_before_single_heads(desk: Desk) -> None:
    make_group(desk, "Kori")
    child = make_visitor(desk, "Toms", guardian_id=make_visitor(desk, "Anna"))
    make_visit(desk, child)
    rows = desk.ask(InTheCentre(NOW))
    assert [(row.list_name, row.heads, row.with_whom) for row in rows] == [
        ("Bērziņa Toms", 1, ""),
        ("Kori", 3, ""),
    ]


def test_a_child_stands_with_the_guardian_who_is_here_too(desk: Desk) -> None:
    anna = make_visitor(desk, "Anna")
    make_visit(desk, anna)
    make_visit(desk, make_visitor(desk, "Toms", guardian_id=anna))
    assert [row.with_whom for row in desk.ask(InTheCentre(NOW))] == ["", "Anna Bērziņa"]


def test_help_only_for_who_agreed_and_is_here(desk: Desk) -> None:
    here, away = make_visitor(desk), make_visitor(desk, "Zane")
    make_visit(desk, here)
    for one in (here, away):
        desk.do(
            GiveConsent(
                new_id(),
                one,
                Purpose.ASSISTANCE,
                How.SPOKEN,
                date(2027, 10, 15),
                desk.clock.now(),
            )
        )
    assert desk.ask(WantHelp(NOW.date())) == {here}
    assert desk.ask(WantHelp(date(2028, 1, 1))) == frozenset()
    desk.sign_in(SignedIn(new_id(), "Andris Vilks", frozenset({Role.ADMINISTRATOR})))
    with pytest.raises(NotAllowed):
        desk.ask(WantHelp(NOW.date()))
