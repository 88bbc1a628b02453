"""Consents: what may be read, by whom, and for how long."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from app.desk import Desk
from app.errors import NotAllowed, Refused
from app.ids import new_id
from app.people.withdraw import WithdrawConsent
from app.permission import Role, SignedIn
from app.visitors.consents import ClosedConsents, Consents, GiveConsent, groups_of
from app.visitors.groups import RecordGroups
from app.visitors.model import Group, How, Purpose, SensitiveGroup
from app.visitors.register import GroupsTold
from tests.making.visitors import make_visitor

TODAY = date(2026, 10, 15)
NEXT_YEAR = date(2027, 10, 15)


def record(desk: Desk, until: date = NEXT_YEAR) -> tuple[RecordGroups, GroupsTold]:
    told = GroupsTold(frozenset({Group.UKRAINE, Group.DISABILITY}), new_id(), How.SPOKEN, until)
    return RecordGroups(make_visitor(desk), told, desk.clock.now()), told


def test_that_somebody_told_of_groups_is_not_for_everybody(desk: Desk) -> None:
    action, _ = record(desk)
    desk.do(action)
    desk.do(
        GiveConsent(
            new_id(), action.visitor_id, Purpose.PHOTO, How.SIGNED, NEXT_YEAR, desk.clock.now()
        )
    )
    assert [c.purpose for c in desk.ask(Consents(action.visitor_id))] == [Purpose.PHOTO]
    assert [c.purpose for c in desk.ask(ClosedConsents(action.visitor_id))] == [Purpose.GROUPS]
    desk.sign_in(SignedIn(new_id(), "Andris Vilks", frozenset({Role.ADMINISTRATOR})))
    with pytest.raises(NotAllowed):
        desk.ask(ClosedConsents(action.visitor_id))


def test_no_groups_under_a_consent_that_is_over(desk: Desk) -> None:
    action, _ = record(desk, until=TODAY)
    with pytest.raises(Refused, match="ends in the future"):
        desk.do(action)


def test_withdrawing_deletes_the_groups_and_keeps_the_fact(desk: Desk) -> None:
    action, told = record(desk)
    desk.do(action)
    desk.do(WithdrawConsent(told.consent_id, desk.clock.now()))
    with desk.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(SensitiveGroup)) == 0
        assert groups_of(session, action.visitor_id, TODAY) == frozenset()
    (row,) = desk.ask(ClosedConsents(action.visitor_id))
    assert row.withdrawn == desk.clock.now()
    assert not row.holds(TODAY)


def test_the_end_of_a_consent_is_said_a_month_ahead(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    desk.do(
        GiveConsent(new_id(), visitor_id, Purpose.PHOTO, How.SIGNED, NEXT_YEAR, desk.clock.now())
    )
    (row,) = desk.ask(Consents(visitor_id))
    assert not row.ends_soon(NEXT_YEAR - timedelta(days=31))
    assert row.ends_soon(NEXT_YEAR - timedelta(days=30))
    assert row.holds(NEXT_YEAR)
    assert not row.ends_soon(NEXT_YEAR + timedelta(days=1))
