"""Who is in the building, where, and who wants help to leave it."""

from datetime import date, datetime

import pytest

from app.desk import Desk
from app.errors import NotAllowed
from app.ids import new_id
from app.people.on_site import InTheCentre, WantHelp
from app.permission import Role, SignedIn
from app.visitors.consents import GiveConsent
from app.visitors.model import How, Purpose
from tests.making.visitors import make_visit, make_visitor

NOW = datetime(2026, 10, 15, 11, 48)


def test_the_foyer_is_where_nothing_else_is_known(desk: Desk) -> None:
    make_visit(desk, make_visitor(desk))
    assert [(row.list_name, row.room) for row in desk.ask(InTheCentre(NOW))] == [
        ("Bērziņa Anna", "")
    ]


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
