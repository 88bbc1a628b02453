"""Lists come in as one step that can be taken back, however many parts it was written in."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from app.database.engine import Database
from app.database.journal import Entry
from app.desk import Desk
from app.exchange.lines import Problem
from app.exchange.people import read_people
from app.ids import new_id
from app.language import say
from app.visitors import import_list
from app.visitors.consents import Consents
from app.visitors.details import VisitorDetails
from app.visitors.import_list import ImportVisitors
from app.visitors.import_preview import ImportPreview, NewPerson, people_from
from app.visitors.import_report import ImportReport, report_lines
from app.visitors.organisations import Organisations
from app.visitors.queries import VisitorCount
from app.visitors.search import VisitorsMatching
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visit, make_visitor

LISTS = Path(__file__).parent.parent.parent / "lists"


@pytest.mark.parametrize(
    ("file", "people", "new"),
    [
        ("apmekletaji_excel_cp1257.csv", 385, None),
        ("vidviduvachi_utf8_bom.csv", 72, 72),
        ("apmekletaji.xlsx", 150, None),
    ],
)
def test_the_three_lists(desk: Desk, file: str, people: int, new: int | None) -> None:
    lines = people_from(read_people(LISTS / file).rows)
    assert len(lines) == people
    preview = desk.ask(ImportPreview(lines))
    assert len(preview.new) + len(preview.known) + len(preview.maybe) == people
    assert new is None or len(preview.new) == new
    desk.do(ImportVisitors(new_id(), preview.new, desk.clock.now()))
    assert desk.ask(VisitorCount()) == len(preview.new)
    again = desk.ask(ImportPreview(lines))
    assert again.new == ()
    desk.undo()
    assert desk.ask(VisitorCount()) == 0
    assert desk.ask(Organisations()) == ()


def test_found_in_both_scripts_after_the_import(desk: Desk) -> None:
    preview = desk.ask(
        ImportPreview(people_from(read_people(LISTS / "vidviduvachi_utf8_bom.csv").rows))
    )
    desk.do(ImportVisitors(new_id(), preview.new, desk.clock.now()))
    (row,) = desk.ask(VisitorsMatching("sevcenko taras")).rows
    assert (row.list_name, row.birth_year) == ("Шевченко Тарас", 1970)


def test_who_has_visited_or_is_on_a_list_since_stays(desk: Desk) -> None:
    preview = desk.ask(
        ImportPreview(people_from(read_people(LISTS / "vidviduvachi_utf8_bom.csv").rows))
    )
    taken_back = desk.do(ImportVisitors(new_id(), preview.new, desk.clock.now())).undo
    assert taken_back is not None
    make_visit(desk, preview.new[0].visitor_id)
    make_registration(desk, make_event(desk).event_id, preview.new[1].visitor_id)
    change = desk.do(taken_back)
    assert change.message.n == len(preview.new) - 2
    assert desk.ask(VisitorCount()) == 2


def some(count: int) -> tuple[NewPerson, ...]:
    return tuple(
        NewPerson(new_id(), n, VisitorDetails(f"Vārds{n}", "Kalniņš"), "Skola", photo=n % 2 == 0)
        for n in range(2, count + 2)
    )


def entries(desk: Desk) -> list[str]:
    with desk.database.reading() as session:
        return list(session.scalars(select(Entry.action).order_by(Entry.number)))


def test_a_long_list_comes_in_parts_and_goes_out_as_one_step(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_list, "PART", 3)
    monkeypatch.setattr(import_list, "PART_BACK", 2)
    make_visitor(desk)
    told: list[float] = []
    change = desk.do(ImportVisitors(new_id(), some(8), desk.clock.now()), told.append)
    assert change.message.n == 8
    assert told == [3 / 8, 6 / 8]
    assert entries(desk)[1:] == ["ImportVisitors"] * 3
    assert [one.name for one in desk.ask(Organisations())] == ["Skola"]
    undone = desk.undo()
    assert undone is not None
    assert undone.message.n == 8
    assert (desk.ask(VisitorCount()), desk.ask(Organisations())) == (1, ())
    desk.redo()
    assert desk.ask(VisitorCount()) == 9
    assert len(desk.ask(VisitorsMatching("kalnins")).rows) == 8


class StoppedError(Exception):
    pass


def test_stopped_in_the_middle_nothing_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_list, "PART", 3)

    def stop(share: float) -> None:
        if share > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        desk.do(ImportVisitors(new_id(), some(8), desk.clock.now()), stop)
    assert (desk.ask(VisitorCount()), desk.ask(Organisations())) == (0, ())
    assert desk.ask(VisitorsMatching("kalnins")).rows == ()
    assert not desk.can_undo


def test_another_desk_comes_in_between_the_parts(
    desk: Desk, open_database: Callable[[], Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_list, "PART", 3)
    other = Desk(open_database(), desk.clock, "other desk")
    assert desk.signed_in is not None
    other.sign_in(desk.signed_in)
    change = desk.do(
        ImportVisitors(new_id(), some(8), desk.clock.now()), lambda _: make_visitor(other) and None
    )
    assert change.message.n == 8
    assert desk.ask(VisitorCount()) == 10
    undone = desk.undo()
    assert undone is not None
    assert undone.message.n == 8
    assert desk.ask(VisitorCount()) == 2


def test_consents_that_came_later_stay_as_they_were(desk: Desk) -> None:
    (person,) = some(1)
    desk.do(ImportVisitors(new_id(), (person,), desk.clock.now()))
    assert len(desk.ask(Consents(person.visitor_id))) == 1
    desk.undo()
    desk.redo()
    assert len(desk.ask(Consents(person.visitor_id))) == 1


@pytest.mark.parametrize(
    ("name", "year", "phone", "where"),
    [
        ("Berzina Anna", 1987, "", "known"),
        ("Anna Bērziņa", 1987, "", "known"),
        ("Bērziņa Anna", None, "+371 29111222", "known"),
        ("Bērziņa Anna", None, "", "maybe"),
        ("Bērziņa Anna", 1978, "", "maybe"),
        ("Bērziņa Anna", 1986, "", "maybe"),
        ("Bērziņa Anna", 2015, "", "new"),
        ("Bērziņš Anna", 1987, "", "new"),
    ],
)
def test_who_is_known_and_who_may_be(
    desk: Desk, name: str, year: int | None, phone: str, where: str
) -> None:
    make_visitor(desk, "Anna", "Bērziņa", birth_year=1987, phone="+37129111222")
    family, given = name.split()
    person = NewPerson(new_id(), 2, VisitorDetails(given, family, birth_year=year, phone=phone))
    preview = desk.ask(ImportPreview((person,)))
    counts = {"new": preview.new, "known": preview.known, "maybe": preview.maybe}
    assert {key: len(found) for key, found in counts.items() if found} == {where: 1}


def test_a_possible_duplicate_comes_in_only_when_somebody_says_so(desk: Desk) -> None:
    make_visitor(desk, "Anna", "Bērziņa", birth_year=1987)
    people = tuple(
        NewPerson(new_id(), line, VisitorDetails("Anna", "Bērziņa", birth_year=year))
        for line, year in ((2, 1986), (3, 2001))
    )
    preview = desk.ask(ImportPreview(people))
    assert [one.line_number for one in preview.chosen(())] == [3]
    assert [one.line_number for one in preview.chosen({2})] == [2, 3]


def test_the_report_has_every_line_that_was_not_loaded(desk: Desk) -> None:
    make_visitor(desk, "Anna", "Bērziņa", birth_year=1987)
    people = tuple(
        NewPerson(new_id(), line, VisitorDetails("Anna", "Bērziņa", birth_year=year))
        for line, year in ((2, 1987), (3, 1986), (5, 2001), (6, 2001))
    )
    problem = Problem(4, "=1+1", say("This is a formula. Write the value itself."))
    lines = report_lines([problem], desk.ask(ImportPreview(people)), ())
    assert [one.number for one in lines] == [2, 3, 4, 6]
    assert lines[3].outcome.endswith("There is: Bērziņa Anna, 2001 (line 5 of the file)")
    report = ImportReport("list.csv", datetime(2026, 10, 15, 11, 48), 1, lines)
    assert "Line 4: This is a formula." in report.as_text().decode("utf-8-sig")
    assert "4;'=1+1;This is a formula." in report.as_csv().decode("utf-8-sig")
