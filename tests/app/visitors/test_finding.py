"""Finding people: any beginning, any order, any script, telephone, card, year, typing errors."""

import pytest

from app.desk import Desk
from app.visitors.details import VisitorDetails
from app.visitors.register import EditVisitor, RemoveVisitor
from app.visitors.search import How, VisitorsMatching
from tests.making.visitors import make_visit, make_visitor


def names(desk: Desk, text: str) -> list[str]:
    return [row.list_name for row in desk.ask(VisitorsMatching(text)).rows]


@pytest.mark.parametrize(
    "text", ["berz", "BĒRZ", "ann ber", "ber ann", "bērziņa anna", "annab", "1987"]
)
def test_by_beginnings_in_any_order(desk: Desk, text: str) -> None:
    make_visitor(desk, "Anna", "Bērziņa", birth_year=1987)
    make_visitor(desk, "Jānis", "Kalniņš")
    found = names(desk, text)
    assert found == (["Bērziņa Anna"] if text != "annab" else found)
    if text == "annab":
        assert desk.ask(VisitorsMatching(text)).how in (How.NONE, How.GUESS)


@pytest.mark.parametrize(
    "text", ["sevcenko", "shevchenko", "Ševčenko", "Шевч", "julija sev", "yuliia"]
)
def test_in_any_script(desk: Desk, text: str) -> None:
    make_visitor(desk, "Юлія", "Шевченко")
    assert names(desk, text) == ["Шевченко Юлія"]


@pytest.mark.parametrize("text", ["3118", "113118", "26113118", "+371 26 113 118"])
def test_by_the_end_of_the_telephone(desk: Desk, text: str) -> None:
    make_visitor(desk, "Anna", "Bērziņa", phone="+37126113118")
    assert names(desk, text) == ["Bērziņa Anna"]


def test_not_by_the_middle_of_the_telephone(desk: Desk) -> None:
    make_visitor(desk, "Anna", "Bērziņa", phone="+37126113118")
    assert names(desk, "2611") == []


def test_by_former_names(desk: Desk) -> None:
    make_visitor(desk, "Anna", "Bērziņa", other_names="Kalniņa, Анна Берзиня")
    assert names(desk, "kalnina") == ["Bērziņa Anna"]


def test_two_of_one_name_are_shared(desk: Desk) -> None:
    make_visitor(desk, "Anna", "Bērziņa", birth_year=1987)
    make_visitor(desk, "Anna", "Bērziņa", birth_year=2001)
    assert desk.ask(VisitorsMatching("anna ber")).how is How.SHARED


def test_a_typing_error_is_a_guess(desk: Desk) -> None:
    make_visitor(desk, "Inese", "Liepiņa")
    found = desk.ask(VisitorsMatching("liepnia"))
    assert [row.list_name for row in found.rows] == ["Liepiņa Inese"]
    assert found.how is How.GUESS


def test_nobody(desk: Desk) -> None:
    make_visitor(desk)
    assert desk.ask(VisitorsMatching("qqqq")).how is How.NONE
    assert desk.ask(VisitorsMatching("   ")).rows == ()


def test_whole_words_then_those_who_are_here(desk: Desk) -> None:
    make_visitor(desk, "Annija", "Ozola")
    here = make_visitor(desk, "Annija", "Zeile")
    make_visit(desk, here)
    make_visitor(desk, "Ann", "Vilks")
    assert names(desk, "ann") == ["Vilks Ann", "Zeile Annija", "Ozola Annija"]


def test_the_new_name_after_an_edit_and_nobody_after_removal(desk: Desk) -> None:
    visitor_id = make_visitor(desk, "Anna", "Bērziņa")
    seen = VisitorDetails("Anna", "Bērziņa")
    desk.do(EditVisitor(visitor_id, seen, VisitorDetails("Anna", "Kalniņa")))
    assert names(desk, "berz") == []
    assert names(desk, "kaln") == ["Kalniņa Anna"]
    desk.do(RemoveVisitor(visitor_id))
    assert names(desk, "kaln") == []
    desk.undo()
    assert names(desk, "kaln") == ["Kalniņa Anna"]


def test_nothing_typed_can_break_it(desk: Desk) -> None:
    make_visitor(desk, "%_'\"; DROP", "{0} <b>")
    for text in ("%", "_", "'", "\x00", "a" * 5000, "{0}", "😀", "\u202e"):
        desk.ask(VisitorsMatching(text))
    assert names(desk, "drop")
