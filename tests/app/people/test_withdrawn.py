"""What rests on a consent cannot be read once it is withdrawn, each purpose by itself."""

from datetime import date
from uuid import UUID

import pytest

from app.accessibility.queries import WhoHasNeeds
from app.accessibility.vocabulary import Support
from app.desk import Desk
from app.events.queries import WhomToTell
from app.ids import new_id
from app.people.on_site import WantHelp
from app.people.withdraw import WithdrawConsent
from app.visitors.consents import ClosedConsents, Consents, GiveConsent
from app.visitors.model import How, Purpose
from tests.making.accessibility import make_needs
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visit, make_visitor

TODAY, NEXT_YEAR = date(2026, 10, 15), date(2027, 10, 15)


def agree(desk: Desk, visitor_id: UUID, *purposes: Purpose) -> None:
    for purpose in purposes:
        desk.do(GiveConsent(new_id(), visitor_id, purpose, How.SPOKEN, NEXT_YEAR, desk.clock.now()))


def withdraw(desk: Desk, visitor_id: UUID, purpose: Purpose) -> None:
    rows = (*desk.ask(Consents(visitor_id)), *desk.ask(ClosedConsents(visitor_id)))
    (consent_id,) = (row.id for row in rows if row.purpose is purpose)
    desk.do(WithdrawConsent(consent_id, desk.clock.now()))


def test_needs(desk: Desk) -> None:
    who = make_visitor(desk)
    make_needs(desk, who, Support.LARGE_PRINT)
    assert desk.ask(WhoHasNeeds((who,), TODAY)) == {who}
    withdraw(desk, who, Purpose.NEEDS)
    assert desk.ask(WhoHasNeeds((who,), TODAY)) == frozenset()


def test_help_in_an_evacuation(desk: Desk) -> None:
    who = make_visitor(desk)
    make_visit(desk, who)
    agree(desk, who, Purpose.ASSISTANCE)
    assert desk.ask(WantHelp(TODAY)) == {who}
    withdraw(desk, who, Purpose.ASSISTANCE)
    assert desk.ask(WantHelp(TODAY)) == frozenset()


@pytest.mark.parametrize(
    ("withdrawn", "left"),
    [
        (Purpose.PHONE, ("", "anna@piemers.lv", True)),
        (Purpose.EMAIL, ("29111222", "", False)),
        (Purpose.PHOTO, ("29111222", "anna@piemers.lv", False)),
    ],
)
def test_whoever_took_one_way_back_is_told_in_the_other(
    desk: Desk, withdrawn: Purpose, left: tuple[str, str, bool]
) -> None:
    event = make_event(desk)
    who = make_visitor(desk, phone="29111222", email="anna@piemers.lv")
    make_registration(desk, event.event_id, who)
    agree(desk, who, Purpose.PHONE, Purpose.EMAIL, Purpose.PHOTO)
    withdraw(desk, who, withdrawn)
    (row,) = desk.ask(WhomToTell(event.event_id))
    assert (row.phone, row.email, row.no_calls) == left
    agree(desk, who, withdrawn)
    (row,) = desk.ask(WhomToTell(event.event_id))
    assert (row.phone, row.email, row.no_calls) == ("29111222", "anna@piemers.lv", False)


def test_whoever_was_never_asked_is_told_that_her_event_is_cancelled(desk: Desk) -> None:
    event = make_event(desk)
    make_registration(desk, event.event_id, make_visitor(desk, phone="29111222"))
    (row,) = desk.ask(WhomToTell(event.event_id))
    assert row.phone == "29111222"
