"""Registering: one name is enough, consent before groups, duplicates are seen, numbers are kept."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.accessibility.vocabulary import Support
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.visitors.consents import Agreed, groups_of
from app.visitors.details import VisitorDetails
from app.visitors.duplicates import PossibleDuplicates
from app.visitors.model import Consent, Group, How, NotTheSame, Purpose
from app.visitors.queries import VisitorCard, VisitorCount
from app.visitors.register import EditVisitor, GroupsTold, RegisterVisitor, RemoveVisitor
from app.visitors.same_person import Facts
from tests.making.accessibility import make_needs
from tests.making.events import make_event, make_registration
from tests.making.ideas import make_opinion
from tests.making.visitors import make_visit, make_visitor


def test_one_name_is_enough(desk: Desk) -> None:
    card = desk.ask(VisitorCard(make_visitor(desk, "Anna", "")))
    assert card is not None
    assert (card.row.name, card.row.number) == ("Anna", 1)


def test_no_name_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="Write at least one name"):
        make_visitor(desk, " \x00 ", "\u202e")


def test_a_very_long_name_is_refused_not_cut(desk: Desk) -> None:
    with pytest.raises(Refused, match="at most 200 letters"):
        make_visitor(desk, "a" * 10_000, "")


def test_numbers_are_never_used_again(desk: Desk) -> None:
    first = make_visitor(desk, "Anna")
    desk.do(RemoveVisitor(first))
    card = desk.ask(VisitorCard(make_visitor(desk, "Zane")))
    assert card is not None
    assert card.row.number == 2


def test_whom_another_desk_has_put_on_a_list_stays(desk: Desk, other_desk: Desk) -> None:
    event = make_event(other_desk)
    for number, put in enumerate(
        (
            lambda who: make_registration(other_desk, event.event_id, who),
            lambda who: make_needs(other_desk, who, Support.HEARING_LOOP),
            lambda who: make_opinion(other_desk, visitor_id=who),
        )
    ):
        visitor_id = make_visitor(desk, "Anna", f"Kalna{number}", birth_year=1950 + 9 * number)
        put(visitor_id)
        with pytest.raises(Refused, match="is on other lists by now and stays"):
            desk.undo()
        assert desk.ask(VisitorCard(visitor_id)) is not None


def test_groups_are_read_only_while_their_consent_holds(desk: Desk) -> None:
    visitor_id = new_id()
    told = GroupsTold(frozenset({Group.UKRAINE}), new_id(), How.SPOKEN, date(2027, 1, 1))
    details = VisitorDetails("Юлія", "Шевченко")
    desk.do(RegisterVisitor(visitor_id, details, desk.clock.now(), told=told))
    with desk.database.reading() as session:
        assert groups_of(session, visitor_id, date(2026, 12, 31)) == {Group.UKRAINE}
        assert groups_of(session, visitor_id, date(2027, 1, 2)) == frozenset()


def test_what_she_agreed_to_comes_and_goes_with_her(desk: Desk) -> None:
    visitor_id, until = new_id(), date(2027, 10, 1)
    agreed = Agreed(new_id(), Purpose.PHONE, How.SPOKEN, until)
    details = VisitorDetails("Anna", phone="29111222")
    desk.do(RegisterVisitor(visitor_id, details, desk.clock.now(), agreed=(agreed,)))
    assert consents(desk) == [(Purpose.PHONE, How.SPOKEN, until, False)]
    desk.undo()
    assert consents(desk) == [(Purpose.PHONE, How.SPOKEN, until, True)]
    desk.redo()
    assert consents(desk) == [(Purpose.PHONE, How.SPOKEN, until, False)]


def consents(desk: Desk) -> list[tuple[Purpose, How, date, bool]]:
    with desk.database.reading() as session:
        found = session.scalars(select(Consent))
        return [(one.purpose, one.how, one.until, one.removed) for one in found]


def test_a_consent_that_has_ended_is_refused_with_the_registration(desk: Desk) -> None:
    agreed = Agreed(new_id(), Purpose.PHONE, How.SPOKEN, date(2026, 10, 15))
    with pytest.raises(Refused, match="ends in the future"):
        desk.do(RegisterVisitor(new_id(), VisitorDetails("A"), desk.clock.now(), agreed=(agreed,)))
    assert consents(desk) == []


def test_an_edit_over_another_edit_is_refused(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    seen = VisitorDetails("Anna", "Bērziņa")
    desk.do(EditVisitor(visitor_id, seen, VisitorDetails("Anna", "Kalniņa")))
    with pytest.raises(ChangedElsewhere):
        desk.do(EditVisitor(visitor_id, seen, VisitorDetails("Ilze", "Bērziņa")))


def test_a_registration_with_visits_is_not_taken_back(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    make_visit(desk, visitor_id)
    with pytest.raises(Refused, match="has visited since"):
        desk.do(RemoveVisitor(visitor_id))


@pytest.mark.parametrize(
    ("given", "family", "reason"),
    [
        ("Anna", "Bērziņa", "the same name"),
        ("anna", "berzina", "the same name"),
        ("Bērziņa", "Anna", "the same names, swapped"),
        ("Anna", "Berzena", "a typing error apart"),
    ],
)
def test_possible_duplicates(desk: Desk, given: str, family: str, reason: str) -> None:
    make_visitor(desk, "Anna", "Bērziņa", birth_year=1987)
    make_visitor(desk, "Jānis", "Kalniņš")
    found = desk.ask(PossibleDuplicates(Facts(given, family)))
    assert [(one.row.list_name, one.reasons[0].text) for one in found] == [("Bērziņa Anna", reason)]


def test_the_same_telephone_is_a_possible_duplicate(desk: Desk) -> None:
    make_visitor(desk, "Anna", "Bērziņa", birth_year=1987, phone="26113118")
    found = desk.ask(PossibleDuplicates(Facts("Anna", "Kalniņa", phone="+371 26113118")))
    assert "the same telephone" in [reason.text for one in found for reason in one.reasons]


def register_again(desk: Desk, *another: UUID, **more: Any) -> None:
    details = VisitorDetails("Anna", "Berzina", birth_year=1987, **more)
    wanted = RegisterVisitor(new_id(), details, desk.clock.now(), another=frozenset(another))
    desk.do(wanted)


def test_nobody_is_written_down_twice(desk: Desk) -> None:
    make_visitor(desk, "Anna", "Bērziņa", birth_year=1987, phone="26113118")
    with pytest.raises(Refused, match="Anna Bērziņa is in the list already"):
        register_again(desk, phone="26 113 118")
    assert desk.ask(VisitorCount()) == 1


def test_another_person_is_written_down_and_remembered(desk: Desk) -> None:
    first = make_visitor(desk, "Anna", "Bērziņa", birth_year=1987, phone="26113118")
    register_again(desk, first, phone="26113118")
    assert desk.ask(VisitorCount()) == 2
    with desk.database.reading() as session:
        (pair,) = session.scalars(select(NotTheSame))
        assert first in (pair.first_id, pair.second_id)
    desk.undo()
    with desk.database.reading() as session:
        assert session.scalars(select(NotTheSame).where(~NotTheSame.removed)).all() == []


def test_another_year_is_another_person(desk: Desk) -> None:
    make_visitor(desk, "Anna", "Bērziņa", birth_year=1954, phone="26113118")
    register_again(desk, phone="29000000")
    assert desk.ask(VisitorCount()) == 2


def test_a_letter_is_not_yet_a_duplicate(desk: Desk) -> None:
    make_visitor(desk)
    assert desk.ask(PossibleDuplicates(Facts("A", "B"))) == ()


def test_family_on_the_card(desk: Desk) -> None:
    mother = make_visitor(desk, "Anna", "Bērziņa")
    child = make_visitor(desk, "Toms", "Bērziņš", guardian_id=mother, birth_year=2022)
    make_visitor(desk, "Annija", "Bērziņa", guardian_id=mother, birth_year=2015)
    of_mother = desk.ask(VisitorCard(mother))
    of_child = desk.ask(VisitorCard(child))
    assert of_mother is not None
    assert of_child is not None
    assert [one.name for one in of_mother.family] == ["Annija Bērziņa", "Toms Bērziņš"]
    assert [(one.name, one.is_guardian) for one in of_child.family] == [
        ("Anna Bērziņa", True),
        ("Annija Bērziņa", False),
    ]
