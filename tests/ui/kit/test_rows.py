"""Lists and tables of frozen rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.kit.lists import RowList, RowLook
from ui.kit.row_painter import found_in
from ui.kit.rows import SPOKEN
from ui.kit.tables import Column, Table


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    here: bool = False


PEOPLE = [Person(n, f"Person {n}") for n in range(30)]


def a_list(qtbot: QtBot) -> RowList:
    people = RowList("People", lambda row: RowLook(row.name, "1987 · Preiļi", right="2 Oct"))
    qtbot.addWidget(people)
    people.resize(384, 400)
    people.show()
    return people


def a_table(qtbot: QtBot) -> Table:
    table = Table(
        "Attendance",
        [
            Column("Here", lambda row: "", 60, tick=lambda row: row.here),
            Column("Name", lambda row: row.name, stretch=True),
        ],
    )
    qtbot.addWidget(table)
    table.resize(500, 400)
    table.show()
    return table


def test_the_models_keep_the_rules_of_qt(qtbot: QtBot) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    for view in (a_list(qtbot), a_table(qtbot)):
        QAbstractItemModelTester(view.model(), fatal, view)
        view.set_rows(PEOPLE)
        view.set_rows([])
        view.set_rows(PEOPLE[:3])


def test_the_same_person_stays_chosen_when_the_rows_are_new(qtbot: QtBot) -> None:
    people = a_list(qtbot)
    people.set_rows(PEOPLE)
    people.choose(5)
    with qtbot.assertNotEmitted(people.chosen):
        people.set_rows([Person(99, "Somebody new"), *PEOPLE])
    assert people.current_row() == PEOPLE[5]
    with qtbot.waitSignal(people.chosen) as chosen:
        people.set_rows(PEOPLE[:3])
    assert chosen.args == [None]


def test_arrow_and_enter_open_a_row(qtbot: QtBot) -> None:
    people = a_list(qtbot)
    people.set_rows(PEOPLE, choose_first=True)
    qtbot.keyClick(people, Qt.Key.Key_Down)
    with qtbot.waitSignal(people.opened) as opened:
        qtbot.keyClick(people, Qt.Key.Key_Return)
    assert opened.args == [PEOPLE[1]]


def test_a_row_is_read_out_as_a_whole(qtbot: QtBot) -> None:
    people, table = a_list(qtbot), a_table(qtbot)
    people.set_rows(PEOPLE)
    table.set_rows([Person(1, "Anna", here=True)])
    assert people.model().index(4, 0).data(SPOKEN) == "Person 4, 1987 · Preiļi, 2 Oct"
    assert table.model().index(0, 1).data(SPOKEN) == "Here: ticked, Name: Anna"
    assert table.accessibleName() == "Attendance"


def test_whole_rows_fill_the_list(qtbot: QtBot) -> None:
    people = a_list(qtbot)
    people.set_rows(PEOPLE)
    room = people.viewport().height()
    height = people.visualRect(people.model().index(0, 0)).height()
    assert room % height < room // height


def test_whole_rows_fill_the_table_when_they_do_not_all_fit(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.set_rows(PEOPLE)
    room = table.viewport().height()
    assert room % table.rowHeight(0) < room // table.rowHeight(0)
    table.set_rows(PEOPLE[:2])
    assert table.rowHeight(0) == 38


def test_space_and_a_click_anywhere_in_the_cell_tick(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.set_rows(PEOPLE)
    ticked: list[Person] = []
    table.ticked.connect(ticked.append)
    table.choose(3)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    cell = table.visualRect(table.model().index(1, 0))
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(table.viewport(), left, pos=cell.topLeft() + QPoint(2, 2))
    name = table.visualRect(table.model().index(2, 1))
    qtbot.mouseClick(table.viewport(), left, pos=name.center())
    assert [row.id for row in ticked] == [3, 1]


def test_a_hundred_thousand_rows_are_asked_for_one_by_one(qtbot: QtBot) -> None:
    people, asked = a_list(qtbot), []

    class Far(Sequence[Person]):
        def __len__(self) -> int:
            return 100_000

        def __getitem__(self, place: Any) -> Any:
            asked.append(place)
            return Person(place, f"Person {place}")

    people.set_rows(Far())
    people.grab()
    assert 0 < len(asked) < 1_000


def test_the_found_part_is_marked_whatever_the_accents() -> None:
    assert found_in("Bērziņa Anna", ("berz",)) == [(0, 4)]
    assert found_in("Bērziņa Anna", ("an", "b")) == [(0, 1), (8, 10)]
    assert found_in("Ābele Ilze", ("ze",)) == []
