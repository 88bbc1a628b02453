"""Finding people: any beginning, any order, any script, telephone, card, year, typing errors."""

from datetime import UTC, datetime

import pytest

from app.desk import Desk
from app.ids import new_id
from app.visitors.card_code import card_digits
from app.visitors.details import VisitorDetails
from app.visitors.finding_keys import write_keys
from app.visitors.model import Visitor
from app.visitors.register import EditVisitor, RemoveVisitor
from app.visitors.search import CANDIDATES, How, VisitorsMatching
from tests.making.visitors import make_visit, make_visitor

NOON = datetime(2026, 10, 15, 12, tzinfo=UTC)


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


def test_people_who_fit_equally_well_are_shared(desk: Desk) -> None:
    make_visitor(desk, "Юлія", "Шевченко")
    make_visitor(desk, "Viktors", "Ševčenko")
    assert desk.ask(VisitorsMatching("sevcenko")).how is How.SHARED
    assert desk.ask(VisitorsMatching("sevc")).how is How.SHARED
    assert desk.ask(VisitorsMatching("sevc vik")).how is How.EXACT


def test_the_only_whole_word_is_meant(desk: Desk) -> None:
    make_visitor(desk, "Annija", "Ozola")
    make_visitor(desk, "Anna", "Vilka")
    found = desk.ask(VisitorsMatching("anna"))
    assert (found.how, [row.list_name for row in found.rows]) == (How.EXACT, ["Vilka Anna"])


def test_a_whole_name_is_found_among_many_beginnings(desk: Desk) -> None:
    """However many names begin so, the short name itself comes first."""
    with desk.database.writing() as session:
        people = [
            Visitor(id=new_id(), number=n, given_name=f"Lia{n}", family_name="", registered=NOON)
            for n in range(2, CANDIDATES + 100)
        ]
        people.append(
            Visitor(id=new_id(), number=1, given_name="Li", family_name="Vang", registered=NOON)
        )
        session.add_all(people)
        session.flush()
        write_keys(session, people)
    found = desk.ask(VisitorsMatching("li"))
    assert found.rows[0].list_name == "Vang Li"
    assert found.more


def test_a_typing_error_beside_a_word_still_being_typed(desk: Desk) -> None:
    make_visitor(desk, "Inese", "Liepiņa")
    make_visitor(desk, "Jānis", "Liepiņš")
    found = desk.ask(VisitorsMatching("liepnia in"))
    assert [row.list_name for row in found.rows] == ["Liepiņa Inese"]
    assert found.how is How.GUESS


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


def test_by_the_code_of_a_card(desk: Desk) -> None:
    make_visitor(desk, "Anna", "Bērziņa", phone="+37126113118")
    make_visitor(desk, "Jānis", "Kalniņš")
    assert names(desk, card_digits(2)) == ["Kalniņš Jānis"]


def test_the_likeliest_slip_stands_first(desk: Desk) -> None:
    make_visitor(desk, "Kalna", "Berzone")
    make_visitor(desk, "Anna", "Bērziņa")
    found = desk.ask(VisitorsMatching("anna berzlna"))
    assert found.how is How.GUESS
    assert found.rows[0].list_name == "Bērziņa Anna"


def test_who_came_lately_is_not_lost_among_the_many(desk: Desk) -> None:
    first = make_visitor(desk, "Anna", "Bērziņa")
    make_visit(desk, first)
    with desk.database.writing() as session:
        people = [
            Visitor(
                id=new_id(),
                number=number,
                given_name="Antra",
                family_name=f"Kalna{number}",
                registered=NOON,
            )
            for number in range(2, CANDIDATES + 60)
        ]
        session.add_all(people)
        session.flush()
        write_keys(session, people)
    found = desk.ask(VisitorsMatching("an"))
    assert found.rows[0].list_name == "Bērziņa Anna"
    assert found.more
