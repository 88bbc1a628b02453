"""A group comes as pasted names, as an organisation, or as last time's people."""

from datetime import datetime
from uuid import UUID

import pytest

from app.desk import Desk
from app.errors import Refused
from app.events.board import BoardOfSession, SessionBoard
from app.events.group_match import Group, GroupSources, MatchNames, Outcome, PeopleOf
from app.events.model import RegistrationStatus, Via, WhenFull
from app.events.pasted_names import MOST_LINES, PastedName, lines_in, read_pasted
from app.events.plan import PlanEvent
from app.events.register_group import Member, RegisterGroup
from app.events.registering import CancelRegistration
from app.events.with_her import ComesWith
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


def register(desk: Desk, event: PlanEvent, *visitors: UUID) -> None:
    members = tuple(Member(new_id(), one) for one in visitors)
    desk.do(RegisterGroup(event.event_id, members, Via.SCHOOL, desk.clock.now()))


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


def test_a_whole_group_waits_in_its_own_order(desk: Desk) -> None:
    event = make_event(desk, capacity=1)
    make_registration(desk, event.event_id, make_visitor(desk))
    names = [f"Oto{n}" for n in "abcdefgh"]
    members = tuple(Member(new_id(), new_id(), VisitorDetails(n, "Kalns")) for n in names)
    desk.do(RegisterGroup(event.event_id, members[::-1], Via.SCHOOL, desk.clock.now()))
    waiting = sorted((row.line, row.list_name) for row in board(desk, event).rows if row.line)
    assert [name for _, name in waiting] == [f"Kalns {name}" for name in names[::-1]]


def test_who_cancelled_comes_after_all_when_somebody_says_so(desk: Desk) -> None:
    event, visitor = make_event(desk), make_visitor(desk, "Keita", "Lazdāne", birth_year=2007)
    desk.do(CancelRegistration(make_registration(desk, event.event_id, visitor)))
    (row,) = match(desk, event, "Lazdāne Keita 2007").rows
    assert row.outcome is Outcome.GONE
    register(desk, event, visitor)
    assert board(desk, event).awaited == 1
    desk.undo()
    assert [row.status for row in board(desk, event).rows] == [RegistrationStatus.CANCELLED]


def test_a_name_twice_is_one_person_and_the_organisation_is_known(desk: Desk) -> None:
    event, school = make_event(desk), make_organisation(desk, "Preiļu 1. pamatskola")
    rows = match(desk, event, "Ozola Marta 2016; preiļu 1. pamatskola\nOzola Marta 2016").rows
    assert [row.outcome for row in rows] == [Outcome.NEW, Outcome.TWICE]
    assert [row.organisation_id for row in rows] == [school, None]


def test_a_group_out_of_time_is_let_in_whole(desk: Desk) -> None:
    event = make_event(desk, opens=datetime(2026, 10, 20, 9))
    with pytest.raises(Refused, match="Registration opens") as refused:
        register(desk, event, make_visitor(desk, "Oto"), make_visitor(desk, "Ada"))
    desk.do(refused.value.offers[0].action)
    assert board(desk, event).awaited == 2


def test_without_a_waiting_list_a_group_that_is_too_big_is_told_how_many_places_there_are(
    desk: Desk,
) -> None:
    event = make_event(desk, capacity=1, when_full=WhenFull.CLOSED, title="Choir")
    with pytest.raises(Refused, match="“Choir” has 1 free place and no waiting list"):
        register(desk, event, make_visitor(desk, "Oto"), make_visitor(desk, "Ada"))
    assert board(desk, event).rows == ()


def test_who_of_the_family_is_not_on_the_list_yet(desk: Desk) -> None:
    event, mother = make_event(desk), make_visitor(desk, "Anna", "Kalna")
    child = make_visitor(desk, "Oto", "Kalns", guardian_id=mother, birth_year=2016)
    other = make_visitor(desk, "Ada", "Kalna", guardian_id=mother, birth_year=2018)
    make_registration(desk, event.event_id, child)
    company = desk.ask(ComesWith(event.session_id, child))
    assert set(company.unlisted) == {mother, other}
    register(desk, event, *company.unlisted)
    assert desk.ask(ComesWith(event.session_id, child)).unlisted == ()


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
