"""The import wizard and the export drawer, through the window."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.exchange.fields import Field
from app.visitors import import_list
from app.visitors.export_list import ExportColumn
from app.visitors.queries import VisitorCount
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.visitors.export_drawer import ExportDrawer
from ui.visitors.import_drawer import ImportDrawer
from ui.visitors.import_preview import KNOWN, MAYBE, NEW, WRONG

Show = Callable[[str], DeskView]
LIST = (
    "Vārds;Uzvārds;Gads;Kas\n"
    "Eda;Zariņa;1990;Preiļi\n"
    "Anna;Bērziņa;1987;Preiļi\n"
    "Inese;Liepiņa;1960;Preiļi\n"
    "Anna un Jānis;Liepas;1987;Preiļi\n"
)


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def drawer(people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk) -> ImportDrawer:
    view = show("visitors")
    view.show_tab("visitors", "import")
    settle(qt_desk, qtbot)
    made: ImportDrawer | None = view.window().findChild(ImportDrawer)
    assert made is not None
    return made


def numbers(made: ImportDrawer) -> list[str]:
    return [tile._number.text() for tile in made.page.tiles]


def load(made: ImportDrawer, qtbot: QtBot, desk: QtDesk) -> None:
    focus: QWidget = made.choose
    qtbot.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(1)
    settle(desk, qtbot)


def read(made: ImportDrawer, path: Path, qtbot: QtBot, desk: QtDesk) -> None:
    made.read(path)
    settle(desk, qtbot)


def test_everything_is_shown_before_anything_is_written(
    drawer: ImportDrawer, list_file: Path, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    read(drawer, list_file, qtbot, qt_desk)
    assert numbers(drawer) == ["1", "1", "1", "1"]
    assert drawer.primary is not None
    assert drawer.primary.text().strip() == "Load 1 person"
    for place, line in ((NEW, 2), (KNOWN, 3), (MAYBE, 4), (WRONG, 5)):
        drawer.page.tiles[place].click()
        table = drawer.page.tables[place]
        assert table.isVisible()
        assert [row.line_number for row in table.rows] == [line]
    assert file_desk.ask(VisitorCount()) == 4


def test_loaded_reported_and_taken_back_as_one(
    *,
    drawer: ImportDrawer,
    list_file: Path,
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
    tmp_path: Path,
) -> None:
    read(drawer, list_file, qtbot, qt_desk)
    drawer.page.choose(MAYBE)
    maybe = drawer.page.tables[MAYBE]
    maybe.setCurrentIndex(maybe.model().index(0, 0))
    qtbot.keyClick(maybe, Qt.Key.Key_2)
    assert drawer.primary is not None
    assert drawer.primary.text().strip() == "Load 2 people"
    load(drawer, qtbot, qt_desk)
    assert file_desk.ask(VisitorCount()) == 6
    assert drawer.report.note.label.text() == "2 people loaded. Ctrl+Z takes all of them out again."
    assert [one.number for one in drawer.report.table.rows] == [3, 5]
    assert drawer._report is not None
    for name, beginning in (("r.csv", "Line;"), ("r.txt", "list.csv · ")):
        drawer.report.save_to(tmp_path / name, drawer._report)
        settle(qt_desk, qtbot)
        assert (tmp_path / name).read_text(encoding="utf-8-sig").startswith(beginning)
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert file_desk.ask(VisitorCount()) == 4


def test_a_column_may_be_something_else_than_guessed(
    drawer: ImportDrawer, list_file: Path, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    read(drawer, list_file, qtbot, qt_desk)
    choices = drawer.mapping.choices
    assert [choice.value() for choice in choices.values()] == [
        Field.GIVEN_NAME,
        Field.FAMILY_NAME,
        Field.BIRTH_YEAR,
        None,
    ]
    choices[3].set_value(Field.TOWN)
    choices[3].picked.emit(Field.TOWN)
    settle(qt_desk, qtbot)
    assert drawer.page.tables[NEW].rows[0].details.town == "Preiļi"
    choices[3].set_value(Field.FAMILY_NAME)
    choices[3].picked.emit(Field.FAMILY_NAME)
    settle(qt_desk, qtbot)
    assert choices[1].value() is None
    assert drawer.page.tables[NEW].rows[0].details.family_name == "Preiļi"


def test_cancel_in_the_middle_leaves_nothing_and_stays_open(
    *,
    drawer: ImportDrawer,
    list_file: Path,
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(import_list, "PART", 1)
    list_file.write_text("Vārds\n" + "".join(f"{c}{d}a\n" for c in "ABCDEFG" for d in "bdgkl"))
    read(drawer, list_file, qtbot, qt_desk)
    load_it = drawer.primary
    assert load_it is not None
    load_it.click()
    qtbot.waitUntil(lambda: drawer.progress.bar.value() > 0)
    assert not load_it.isEnabled()
    qtbot.keyClick(drawer.progress.cancel, Qt.Key.Key_Escape)
    settle(qt_desk, qtbot)
    assert drawer.isVisible()
    assert drawer.refusal.label.text() == "Stopped. Nothing was loaded."
    assert load_it.isEnabled()
    assert file_desk.ask(VisitorCount()) == 4


def test_a_file_that_is_no_list_is_refused_and_another_may_follow(
    drawer: ImportDrawer, list_file: Path, tmp_path: Path, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    bad = tmp_path / "list.xlsx"
    bad.write_bytes(b"%PDF-1.7")
    read(drawer, bad, qtbot, qt_desk)
    assert drawer.refusal.label.text().startswith("This is a PDF.")
    assert drawer.primary is not None
    assert not drawer.primary.isEnabled()
    read(drawer, list_file, qtbot, qt_desk)
    assert not drawer.refusal.isVisible()
    assert drawer.primary.isEnabled()


def test_damaged_letters_are_offered_mended(
    drawer: ImportDrawer, tmp_path: Path, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name;Surname\nEda;KalniÅ†a\nIvo;Zars\n", encoding="utf-8")
    read(drawer, path, qtbot, qt_desk)
    assert drawer.mapping.mending.text() == "Mend damaged letters: “KalniÅ†a” becomes “Kalniņa”"
    assert numbers(drawer) == ["2", "0", "0", "0"]
    drawer.mapping.mending.click()
    settle(qt_desk, qtbot)
    assert numbers(drawer) == ["1", "0", "0", "1"]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_list_is_saved_and_noted(
    *,
    people: dict[str, UUID],
    show: Show,
    qtbot: QtBot,
    qt_desk: QtDesk,
    tmp_path: Path,
    ending: str,
) -> None:
    view = show("visitors")
    view.show_tab("visitors", "export")
    settle(qt_desk, qtbot)
    made = view.window().findChild(ExportDrawer)
    assert made is not None
    assert not made.ticks[ExportColumn.PHONE].isChecked()
    made.ticks[ExportColumn.PHONE].click()
    noted: list[str] = []
    qt_desk.changed.connect(lambda change: noted.append(change.message.text))
    path = tmp_path / f"list.{ending}"
    made.save_to(path)
    settle(qt_desk, qtbot)
    assert noted == ["List of {n} person saved to a file: {columns}"]
    if ending == "xlsx":
        rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
        assert len(rows) == 5
        assert "+37126113118" in {row[4] for row in rows}
    else:
        assert "Шевченко;Юлія;;;+37126113118;" in path.read_text(encoding="utf-8-sig")


def test_without_a_column_there_is_nothing_to_save(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    view = show("visitors")
    view.show_tab("visitors", "export")
    made = view.window().findChild(ExportDrawer)
    assert made is not None
    for tick in made.ticks.values():
        if tick.isChecked():
            tick.click()
    assert made.primary is not None
    assert not made.primary.isEnabled()
