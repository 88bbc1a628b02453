"""What stands on cards, and coming with one."""

from datetime import timedelta
from uuid import UUID

import pytest

from app.clock import StandingClock
from app.desk import Desk
from app.errors import Refused
from app.ids import new_id
from app.language import Language
from app.people.on_site import OnSiteCount
from app.visitors.card_code import number_of
from app.visitors.cards import CardsToPrint
from app.visitors.queries import VisitorCard
from app.visitors.register import RemoveVisitor
from app.visitors.scans import CheckInByCard
from app.visitors.visits import CheckOut
from tests.making.visitors import make_visit, make_visitor


def number_of_person(desk: Desk, visitor_id: UUID) -> int:
    card = desk.ask(VisitorCard(visitor_id))
    assert card is not None
    return card.row.number


def scan(desk: Desk, number: int) -> str:
    return str(desk.do(CheckInByCard(new_id(), number, desk.clock.now())).message.text)


def test_cards_come_in_the_order_asked_and_removed_people_have_none(desk: Desk) -> None:
    anna = make_visitor(desk, "Anna", "Bērziņa", language="uk")
    janis = make_visitor(desk, "Jānis", "Ozols", language="fr")
    gone = make_visitor(desk, "Zane", "Kalniņa")
    desk.do(RemoveVisitor(gone))
    _centre, cards = desk.ask(CardsToPrint((janis, gone, anna, janis)))
    assert [(card.given_name, card.language) for card in cards] == [
        ("Jānis", None),
        ("Anna", Language.UK),
    ]
    assert [number_of(card.code) for card in cards] == [card.number for card in cards]
    assert cards[0].readable.replace(" ", "") == cards[0].code


def test_a_card_checks_in(desk: Desk) -> None:
    anna = make_visitor(desk)
    assert scan(desk, number_of_person(desk, anna)) == "{who} checked in at {at}"
    assert desk.ask(OnSiteCount()) == 1


def test_the_same_card_within_two_minutes_changes_nothing(desk: Desk, clock: StandingClock) -> None:
    anna = make_visitor(desk)
    number = number_of_person(desk, anna)
    scan(desk, number)
    clock.advance(timedelta(seconds=119))
    with pytest.raises(Refused, match=r"Anna Bērziņa came only just now, at 11:48\. The same"):
        scan(desk, number)
    assert desk.ask(OnSiteCount()) == 1


def test_after_checking_out_the_same_card_does_not_bring_her_back_at_once(
    desk: Desk, clock: StandingClock
) -> None:
    anna = make_visitor(desk)
    number = number_of_person(desk, anna)
    make_visit(desk, anna, minutes_ago=60)
    desk.do(CheckOut(anna, clock.now()))
    clock.advance(timedelta(seconds=30))
    with pytest.raises(Refused, match="left only just now, at 11:48"):
        scan(desk, number)
    assert desk.ask(OnSiteCount()) == 0
    clock.advance(timedelta(minutes=2))
    scan(desk, number)
    assert desk.ask(OnSiteCount()) == 1


def test_who_is_here_longer_is_offered_to_check_out(desk: Desk) -> None:
    anna = make_visitor(desk)
    make_visit(desk, anna, minutes_ago=156)
    with pytest.raises(Refused, match=r"Anna Bērziņa has been here since 09:12\.") as refused:
        scan(desk, number_of_person(desk, anna))
    (offer,) = refused.value.offers
    assert desk.ask(OnSiteCount()) == 1
    desk.do(offer.action)
    assert desk.ask(OnSiteCount()) == 0


def test_a_card_of_nobody_and_of_somebody_removed(desk: Desk) -> None:
    anna = make_visitor(desk)
    number = number_of_person(desk, anna)
    desk.do(RemoveVisitor(anna))
    for nobody in (number, 4711):
        with pytest.raises(Refused, match=f"Nobody in the list has card No. {nobody:05}"):
            scan(desk, nobody)


def test_a_check_in_taken_back_may_be_done_again_at_once(desk: Desk) -> None:
    anna = make_visitor(desk)
    number = number_of_person(desk, anna)
    scan(desk, number)
    desk.undo()
    scan(desk, number)
    assert desk.ask(OnSiteCount()) == 1
