"""A group comes as pasted names, as an organisation, or as last time's people."""

import pytest

from app.desk import Desk
from app.errors import Refused
from app.events.board import BoardOfSession, SessionBoard
from app.events.group_match import Group, GroupSources, MatchNames, Outcome, PeopleOf
from app.events.model import RegistrationStatus, Via
from app.events.pasted_names import MOST_LINES, PastedName, lines_in, read_pasted
from app.events.plan import PlanEvent
from app.events.register_group import Member, RegisterGroup
from app.ids import new_id
from app.language import words
from app.visitors.details import VisitorDetails
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_organisation, make_visitor

PASTED = """\
1. Liepiņa\tElīna\t2015
Briška Niks 2009

2) Sevcenko Dmitro; 2011; Preiļu 1. pamatskola
Lazdāne Keita
"""


def match(desk: Desk, event: PlanEvent, text: str) -> Group:
    return desk.ask(MatchNames(event.event_id, read_pasted(text)))


def outcomes(group: Group) -> list[Outcome]:
    return [row.outcome for row in group.rows]


def board(desk: Desk, event: PlanEvent) -> BoardOfSession:
    found = desk.ask(SessionBoard(event.session_id))
    assert isinstance(found, BoardOfSession)
    return found


def test_a_line_is_a_person_with_a_year_wherever_it_stands() -> None:
    read = read_pasted(PASTED)
    assert [(one.line, one.text) for one in read] == [
        (1, "Liepiņa Elīna, 2015"),
        (2, "Briška Niks, 2009"),
        (4, "Sevcenko Dmitro, 2011"),
        (5, "Lazdāne Keita"),
    ]
    assert read[2].organisation == "Preiļu 1. pamatskola"


@pytest.mark.parametrize("text", ["", "\n\n", "123 456", "\x00", "....", "2015"])
def test_a_line_without_a_name_is_nobody(text: str) -> None:
    assert read_pasted(text) == ()


def test_a_very_long_paste_is_read_in_parts_and_a_monstrous_name_is_cut() -> None:
    text = "\n".join(f"Kalns Oto{n}" for n in range(250))
    assert len(read_pasted(text)) == MOST_LINES
    assert lines_in(text) == 250
    (one,) = read_pasted("x" * 100_000)
    assert len(one.text) < 1000


def test_found_new_and_doubtful(desk: Desk) -> None:
    event = make_event(desk)
    dmytro = make_visitor(desk, "Дмитро", "Шевченко", birth_year=2011)
    make_visitor(desk, "Elīna", "Liepiņa", birth_year=2015)
    make_visitor(desk, "Pēteris", "Vucāns", birth_year=1958)
    make_visitor(desk, "Pēteris", "Vucāns", birth_year=1985)
    listed = make_visitor(desk, "Keita", "Lazdāne", birth_year=2007)
    make_registration(desk, event.event_id, listed)
    group = match(
        desk,
        event,
        "Sevcenko Dmitro 2011\nLiepnia Elīna\nVucāns Pēteris\nOzola Marta 2016\nLazdāne Keita",
    )
    assert outcomes(group) == [
        Outcome.FOUND,
        Outcome.DOUBTFUL,
        Outcome.DOUBTFUL,
        Outcome.NEW,
        Outcome.LISTED,
    ]
    assert group.rows[0].candidates[0].id == dmytro
    assert len(group.rows[2].candidates) == 2
    assert (group.rows[3].given_name, group.rows[3].family_name) == ("Marta", "Ozola")


def test_a_known_given_name_in_front_is_a_given_name(desk: Desk) -> None:
    event = make_event(desk)
    make_visitor(desk, "Marta", "Kalna")
    (row,) = match(desk, event, "Marta Ozola").rows
    assert (row.given_name, row.family_name) == ("Marta", "Ozola")


def test_who_finds_no_place_waits_in_the_order_of_the_list(desk: Desk) -> None:
    event = make_event(desk, capacity=2)
    make_registration(desk, event.event_id, make_visitor(desk))
    new = VisitorDetails("Marta", "Ozola", birth_year=2016)
    known = make_visitor(desk, "Niks", "Briška")
    members = (Member(new_id(), known), Member(new_id(), new_id(), new))
    change = desk.do(RegisterGroup(event.event_id, members, Via.SCHOOL, desk.clock.now()))
    assert words(change.message) == "2 people registered, 1 of them waits"
    rows = {row.list_name: row for row in board(desk, event).rows}
    assert rows["Briška Niks"].status == RegistrationStatus.REGISTERED
    assert rows["Ozola Marta"].line == 1
    desk.undo()
    assert len(board(desk, event).rows) == 1
    (row,) = match(desk, event, "Ozola Marta 2016").rows
    assert row.outcome is Outcome.NEW, "who was written down for it is gone too"


def test_a_group_that_is_there_already_is_told_so(desk: Desk) -> None:
    event, visitor = make_event(desk), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    members = (Member(new_id(), visitor),)
    with pytest.raises(Refused, match="all on the list already"):
        desk.do(RegisterGroup(event.event_id, members, Via.SCHOOL, desk.clock.now()))


def test_a_class_and_last_times_people(desk: Desk) -> None:
    school = make_organisation(desk, "4. klase")
    pupils = [make_visitor(desk, n, "Kalns", organisation_id=school) for n in ("Oto", "Ada")]
    before = make_event(desk, title="Choir", start="9:00", end="10:00")
    make_attendance(desk, before.session_id, pupils[0])
    event = make_event(desk)
    sources = desk.ask(GroupSources(event.event_id))
    assert [(one.name, one.people) for one in sources] == [("Choir", 1), ("4. klase", 2)]
    choir, class_ = (desk.ask(PeopleOf(event.event_id, one)) for one in sources)
    assert [row.text for row in choir.rows] == ["Oto Kalns"]
    assert outcomes(class_) == [Outcome.FOUND] * 2
    assert {row.candidates[0].id for row in class_.rows} == set(pupils)


def test_one_word_alone_is_a_name_too(desk: Desk) -> None:
    event = make_event(desk)
    (row,) = desk.ask(MatchNames(event.event_id, (PastedName(1, ("Madonna",)),))).rows
    assert row.outcome is Outcome.NEW
    assert row.given_name == "Madonna"
