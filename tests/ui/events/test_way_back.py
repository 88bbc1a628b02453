"""A sheet that came back, entered by real keys."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.events.sheets import IssueSheet
from app.events.way_back import Paper, PaperToEnter
from app.ids import new_id
from app.sheets.codes import sheet_digits
from app.sheets.sheet import Layout, SheetOptions
from app.sheets.sheet_wish import as_json
from tests.making.papers import make_paper, print_again
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events.way_back_page import WayBackPage

K = Qt.Key
ENTER = "\r"
ALPHABET = "ABCDEFGHIJKLMNOPRSTUVWXYZ"


class Typist:
    """Types at whatever has the keys, and counts every key."""

    def __init__(self, page: WayBackPage, desk: QtDesk, qtbot: QtBot) -> None:
        self.page, self.keys = page, 0
        self._desk, self._qtbot = desk, qtbot

    def __call__(self, text: str) -> None:
        for letter in text:
            key = K.Key_Return.value if letter == ENTER else 0
            press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._focused(), press)
            self.keys += 1
            if letter == ENTER:
                self.wait()  # no finger is faster than the answer
        self.wait()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self._focused(), key, modifier)
        self.keys += 1 if modifier == Qt.KeyboardModifier.NoModifier else 2
        self.wait()

    def wait(self) -> None:
        settle(self._desk, self._qtbot)

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.page


@pytest.fixture
def typist(qt_desk: QtDesk, qtbot: QtBot, looks: object) -> Iterator[Typist]:
    host = QWidget(objectName="root")
    page = WayBackPage(qt_desk)
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(page)
    qt_desk.changed.connect(lambda change: page.on_topics(change.topics))
    host.resize(1154, 680)
    host.show()
    qtbot.waitExposed(host)
    host.activateWindow()
    page.shown()
    page.take_focus()
    yield Typist(page, qt_desk, qtbot)
    shiboken6.delete(host)
    settle(qt_desk, qtbot)


def paper(desk: Desk, typist: Typist) -> PaperToEnter:
    sheet_id = typist.page.entry.paper
    assert sheet_id is not None
    return desk.ask(Paper(sheet_id.sheet_id))


def test_a_full_sheet_of_25_takes_less_than_90_keys(file_desk: Desk, typist: Typist) -> None:
    """Each row on its own, as one reads down the paper; two did not come, one wants no photograph."""
    make_paper(file_desk, *(f"{letter}kalns" for letter in ALPHABET), start="12:00", end="13:00")
    typist("1" + ENTER)
    assert typist.page.title.text() == "Enter from sheet 2026-0001"
    for row in range(1, 26):
        if row not in (4, 17):
            typist(f"{row}n{ENTER}" if row == 9 else f"{row}{ENTER}")
    typist("=23" + ENTER)
    typist.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    done = paper(file_desk, typist)
    assert done.closed is not None
    assert (done.entered, done.on_paper, done.open_rows) == (23, 23, (4, 17))
    assert typist.keys < 90, typist.keys


def test_ranges_taking_off_and_the_row_that_is_lit(file_desk: Desk, typist: Typist) -> None:
    make_paper(file_desk, *(f"{letter}kalns" for letter in ALPHABET[:8]))
    typist("1" + ENTER + "3-6" + ENTER + "-4" + ENTER + "7 8 j" + ENTER)
    rows = paper(file_desk, typist).rows
    assert [row.row for row in rows if row.present] == [3, 5, 6, 7, 8]
    assert [row.photo for row in rows[6:]] == [True, True]
    typist("2")
    assert typist.page.entry.table.current_row().row == 2
    typist("0-21" + ENTER)
    assert "Row 20 is not on this sheet" in typist.page.entry.side.trouble.text()


def test_letters_begin_a_walk_in_known_and_new(file_desk: Desk, typist: Typist) -> None:
    make_paper(file_desk, "Bērziņa", "Kalna", start="12:00", end="13:00")
    make_visitor(file_desk, "Anna", "Leidums", birth_year=1979, town="Riebiņi")
    typist("1" + ENTER + "1-2" + ENTER)
    walk_in = typist.page.entry.walk_in
    typist("anna leidums")
    assert (walk_in.row, walk_in.state.text()) == (3, "Found: 1979, Riebiņi")
    typist(ENTER)
    assert (walk_in.row, walk_in.name.hasFocus()) == (4, True)
    typist("Viktors Prikulis")
    assert walk_in.state.text() == "New: will be registered"
    typist(ENTER + "Preiļi" + ENTER + ENTER)
    rows = paper(file_desk, typist).rows
    assert [(row.row, row.name, row.origin) for row in rows[2:]] == [
        (3, "Leidums Anna", "Riebiņi"),
        (4, "Prikulis Viktors", "Preiļi"),
    ]
    typist.page.desk.undo()
    typist.wait()
    assert walk_in.row == 4  # free again
    typist(ENTER + "7" + ENTER)
    assert (walk_in.row, walk_in.name.hasFocus()) == (7, True)
    typist(ENTER)  # no further name: back to the rows
    assert typist.page.entry.side.field.hasFocus()


def test_a_doubtful_name_is_chosen_never_guessed(file_desk: Desk, typist: Typist) -> None:
    make_paper(file_desk, "Bērziņa")
    for year in (1950, 2001):
        make_visitor(file_desk, "Zenta", "Mūrniece", birth_year=year)
    typist("1" + ENTER + "Zenta Mūrniece" + ENTER)
    assert len(paper(file_desk, typist).rows) == 1
    typist.press(K.Key_Down)
    typist(ENTER)
    assert len(paper(file_desk, typist).rows) == 2
    walk_in = typist.page.entry.walk_in
    typist("Bērziņa Anna" + ENTER)  # she stands in row 1: what was typed comes back
    assert "row 1 of this sheet" in typist.page.entry.side.trouble.text()
    assert (walk_in.row, walk_in.name.text()) == (3, "Bērziņa Anna")


def test_a_sum_that_differs_is_named_and_needs_a_word(file_desk: Desk, typist: Typist) -> None:
    make_paper(file_desk, "Bērziņa", "Kalna", "Ozola")
    typist("1" + ENTER + "1" + ENTER + "=3" + ENTER)
    side = typist.page.entry.side
    assert side.verdict.label.text() == "The paper has 2 more. Not ticked yet: rows 2, 3."
    typist.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert side.why.hasFocus()
    assert paper(file_desk, typist).closed is None
    typist("two cannot be read")
    typist.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    done = paper(file_desk, typist)
    assert (done.closed is not None, done.note) == (True, "two cannot be read")


def test_another_events_sheet_an_old_print_an_unknown_code(file_desk: Desk, typist: Typist) -> None:
    old = make_paper(file_desk, "Bērziņa", title="Pottery")
    make_paper(file_desk, "Kalna", title="Chess", start="10:00", end="11:00")
    print_again(file_desk, old.event.session_id)
    page, said = typist.page, list[str]()
    page.said.connect(lambda text, _kind: said.append(text))
    typist("2" + ENTER + "1" + ENTER)
    page.show_this(sheet_digits("2026-0999", 1))
    typist.wait()
    assert "There is no sheet 2026-0999" in page.entry.side.trouble.text()
    typist("Oto Kal")
    page.show_this(sheet_digits("2026-0001", 1))
    typist.wait()
    assert "Row 2 is not entered yet" in page.entry.side.trouble.text()
    assert page.entry.walk_in.name.text() == "Oto Kal"
    typist.press(K.Key_Escape)
    page.show_this(sheet_digits("2026-0001", 1))
    typist.wait()
    assert "Another event's sheet: 2026-0001, “Pottery”" in said[-1]
    assert "older print; sheet 2026-0003" in page.note.label.text()
    page.show_this("12345678")
    typist.wait()
    assert "not the number of a sheet" in page.entry.side.trouble.text()


def test_mouse_and_table_keys_tick_too(file_desk: Desk, typist: Typist) -> None:
    make_paper(file_desk, "Bērziņa", "Kalna")
    typist("1" + ENTER)
    table = typist.page.entry.table
    table.setFocus()
    table.choose(2)
    for key, present in (
        (K.Key_Space, True),
        (K.Key_Space, False),
        (K.Key_Return, True),
        (K.Key_Return, True),
        (K.Key_Delete, False),
    ):
        typist.press(key)
        assert paper(file_desk, typist).rows[1].present is present


def test_the_second_page_that_is_scanned_comes_into_sight(file_desk: Desk, typist: Typist) -> None:
    event = make_paper(file_desk, *(f"{a}{b}kalns" for a in "ABC" for b in ALPHABET[:14])).event
    options = as_json(SheetOptions(layout=Layout.LARGE))
    file_desk.do(IssueSheet(new_id(), event.session_id, options, file_desk.clock.now()))
    typist.page.show_this(sheet_digits("2026-0002", 3))
    typist.wait()
    table = typist.page.entry.table
    first = table.current_row().row
    assert 12 < first < 42
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    assert typist.page.entry.side.field.hasFocus()
