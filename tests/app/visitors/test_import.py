"""Lists from Excel come in as one step that can be taken back."""

from pathlib import Path

import pytest

from app.desk import Desk
from app.exchange.people import read_people
from app.ids import new_id
from app.visitors.import_list import ImportPreview, ImportVisitors, people_from
from app.visitors.organisations import Organisations
from app.visitors.queries import VisitorCount
from app.visitors.search import VisitorsMatching
from tests.making.visitors import make_visit

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
    assert len(preview.new) + len(preview.known) == people
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


def test_who_has_visited_since_stays(desk: Desk) -> None:
    preview = desk.ask(
        ImportPreview(people_from(read_people(LISTS / "vidviduvachi_utf8_bom.csv").rows))
    )
    desk.do(ImportVisitors(new_id(), preview.new, desk.clock.now()))
    make_visit(desk, preview.new[0].visitor_id)
    desk.undo()  # the visit
    make_visit(desk, preview.new[0].visitor_id)
    from app.visitors.import_list import RemoveImport
    from app.visitors.model import Visitor

    with desk.database.reading() as session:
        import_id = session.get_one(Visitor, preview.new[0].visitor_id).import_id
    assert import_id is not None
    desk.do(RemoveImport(import_id))
    assert desk.ask(VisitorCount()) == 1
