"""The list that leaves: whole, in the order of the list, noted in the journal, without needs."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.database.journal import Entry
from app.desk import Desk
from app.errors import NotAllowed
from app.exchange.export import as_csv, as_xlsx
from app.exchange.people import read_people
from app.ids import new_id
from app.language import words
from app.permission import Role, SignedIn
from app.visitors.export_list import (
    USUAL,
    ExportColumn,
    ExportVisitors,
    VisitorsToExport,
)
from app.visitors.queries import Who
from tests.making.visitors import make_organisation, make_visit, make_visitor

TODAY = date(2026, 10, 15)
EVERY = tuple(ExportColumn)


@pytest.fixture
def people(desk: Desk) -> None:
    school = make_organisation(desk, "Skola")
    anna = make_visitor(desk, "Anna", "Šķēle", birth_year=1987, phone="+37129111222")
    make_visitor(desk, "Toms", "Skuja", organisation_id=school, guardian_id=anna, town="Preiļi")
    make_visitor(desk, "=1+1", "-5")
    make_visit(desk, anna, minutes_ago=30)


def names(desk: Desk, who: Who, text: str = "") -> list[object]:
    found = desk.ask(VisitorsToExport(who, TODAY, text, (ExportColumn.FAMILY_NAME,)))
    return [row[0] for row in found.rows]


def test_the_filter_of_the_list_is_the_filter_of_the_file(desk: Desk, people: None) -> None:
    assert names(desk, Who.ALL) == ["-5", "Skuja", "Šķēle"]
    assert names(desk, Who.TODAY) == names(desk, Who.ON_SITE) == ["Šķēle"]
    assert names(desk, Who.ALL, "skuj") == ["Skuja"]
    assert names(desk, Who.ALL, "nobody at all") == []


def test_cells_have_their_types(desk: Desk, people: None) -> None:
    found = desk.ask(VisitorsToExport(Who.ALL, TODAY, "", EVERY))
    rows = {row[1]: dict(zip(found.columns, row, strict=True)) for row in found.rows}
    anna, toms = rows["Šķēle"], rows["Skuja"]
    assert anna[ExportColumn.BIRTH_YEAR] == 1987
    assert anna[ExportColumn.LAST_VISIT] == TODAY
    assert (toms[ExportColumn.GUARDIAN], toms[ExportColumn.ORGANISATION]) == ("Anna Šķēle", "Skola")
    assert toms[ExportColumn.LAST_VISIT] is None


def test_nothing_sensitive_is_a_column() -> None:
    for column in ExportColumn:
        assert not {"need", "group", "consent"} & set(column.value.split())


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_file_can_be_loaded_again(file_desk: Desk, tmp_path: Path, ending: str) -> None:
    make_visitor(file_desk, "Юлія", "Шевченко", birth_year=1990, phone="+380501234567")
    found = file_desk.ask(VisitorsToExport(Who.ALL, TODAY, "", (*USUAL, ExportColumn.PHONE)))
    path = tmp_path / f"list.{ending}"
    path.write_bytes(
        as_csv(found.headings, found.rows)
        if ending == "csv"
        else as_xlsx("Visitors", found.headings, found.rows)
    )
    (person,) = read_people(path).rows
    assert (person.given_name, person.family_name) == ("Юлія", "Шевченко")
    assert (person.birth_year, person.phone) == (1990, "+380501234567")


def test_the_journal_says_that_a_list_left(desk: Desk) -> None:
    change = desk.do(ExportVisitors(12, USUAL, desk.clock.now()))
    assert words(change.message) == (
        "List of 12 people saved to a file: "
        "Surname, Name, Year of birth, Town or parish, Organisation"
    )
    assert change.undo is None
    with desk.database.reading() as session:
        (entry,) = session.scalars(select(Entry))
        assert entry.action == "ExportVisitors"
        assert entry.staff_id == (desk.signed_in and desk.signed_in.staff_id)


def test_the_front_desk_takes_no_list_out(desk: Desk) -> None:
    desk.sign_in(SignedIn(new_id(), "Zane", frozenset({Role.FRONT_DESK})))
    with pytest.raises(NotAllowed):
        desk.ask(VisitorsToExport(Who.ALL, TODAY, "", USUAL))
    with pytest.raises(NotAllowed):
        desk.do(ExportVisitors(1, USUAL, desk.clock.now()))
