"""Whom to call: those who agreed, can be reached, and have not come for weeks."""

from datetime import date, timedelta
from uuid import UUID

from app.desk import Desk
from app.ids import new_id
from app.people.not_seen import NotSeenFor
from app.visitors.consents import GiveConsent
from app.visitors.model import How, Purpose
from tests.making.events import make_attendance, make_event
from tests.making.visitors import make_visitor
from tests.making.visits import entering

TODAY = date(2026, 10, 15)


def agreed(desk: Desk, visitor_id: UUID, until: date = date(2027, 10, 15)) -> UUID:
    given = desk.clock.now() - timedelta(days=400)
    for purpose in (Purpose.PHONE, Purpose.EMAIL):
        desk.do(GiveConsent(new_id(), visitor_id, purpose, How.SPOKEN, until, given))
    return visitor_id


def names(desk: Desk, weeks: int) -> list[str]:
    return [row.list_name for row in desk.ask(NotSeenFor(weeks, TODAY)).rows]


def test_only_who_agreed_and_can_be_reached(desk: Desk, clock) -> None:
    clock.advance(timedelta(days=-200))
    anna = agreed(desk, make_visitor(desk, "Anna", phone="29111222"))
    zane = agreed(desk, make_visitor(desk, "Zane", email="zane@piemers.lv"))
    agreed(desk, make_visitor(desk, "Bez telefona"))
    make_visitor(desk, "Bez piekrišanas", phone="29111333")
    agreed(desk, make_visitor(desk, "Beigusies", phone="29111444"), date(2026, 10, 14))
    clock.advance(timedelta(days=200))
    agreed(desk, make_visitor(desk, "Jauna", phone="29111555"))
    desk.do(entering(desk, anna, timedelta(weeks=5)))
    desk.do(entering(desk, zane, timedelta(weeks=7)))
    assert names(desk, 4) == ["Bērziņa Anna", "Bērziņa Zane"]
    assert names(desk, 6) == ["Bērziņa Zane"]
    assert names(desk, 8) == []


def test_each_way_of_reaching_her_stands_on_its_own_consent(desk: Desk, clock) -> None:
    clock.advance(timedelta(days=-200))
    anna = make_visitor(desk, "Anna", phone="29111222", email="anna@piemers.lv")
    until, given = date(2027, 10, 15), desk.clock.now()
    desk.do(GiveConsent(new_id(), anna, Purpose.EMAIL, How.SPOKEN, until, given))
    clock.advance(timedelta(days=200))
    (row,) = desk.ask(NotSeenFor(8, TODAY)).rows
    assert (row.phone, row.email) == ("", "anna@piemers.lv")


def test_who_was_at_an_event_was_seen(desk: Desk, clock) -> None:
    clock.advance(timedelta(days=-200))
    anna = agreed(desk, make_visitor(desk, "Anna", phone="29111222"))
    never = agreed(desk, make_visitor(desk, "Zane", phone="29111223"))
    clock.advance(timedelta(days=200))
    assert names(desk, 8) == ["Bērziņa Anna", "Bērziņa Zane"]
    make_attendance(desk, make_event(desk).session_id, anna)
    (row,) = desk.ask(NotSeenFor(8, TODAY)).rows
    assert (row.id, row.last) == (never, None)
