"""From an idea to a number for the funder: noted, planned, a class registered, printed, entered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.events.board import BoardOfSession, SessionBoard
from app.events.queries import Agenda
from app.events.way_back import Paper
from app.initiatives.queries import Initiatives
from app.opinions.queries import SessionsOfInitiative
from tests.app.sheets.reading import text_of
from tests.journeys.hands import Keyboard
from tests.making.bookings import THURSDAY, make_room
from tests.making.visitors import make_visitor
from ui import theme
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.events import sheet_page
from ui.events.events_page import EventsPage
from ui.events.form import EventDrawer
from ui.events.group_drawer import GroupDrawer
from ui.events.tab import EventsTab
from ui.events.way_back_page import WayBackPage
from ui.initiatives.page import InitiativesPage

TITLE = "Bicycle workshop"


@pytest.fixture
def view(
    qt_desk: QtDesk, file_desk: Desk, qtbot: QtBot, qapp: QApplication, sheets: Path
) -> Iterator[DeskView]:
    make_room(file_desk, "Yard", capacity=20)
    make_visitor(file_desk, "Anna", "Bērziņa", birth_year=2014)
    make_visitor(file_desk, "Дмитро", "Шевченко", birth_year=2013)
    theme.apply(qapp, "light", 1.0, sheets)
    made = DeskView(qt_desk)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    shiboken6.delete(made)


def test_from_an_idea_to_a_number(
    view: DeskView,
    qt_desk: QtDesk,
    file_desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hands = Keyboard(view, qt_desk, qtbot)
    note_the_idea(hands)
    plan_it(hands, file_desk)
    register_a_class(hands)
    number = print_the_sheet(hands, tmp_path, monkeypatch)
    enter_it_from_paper(hands, number)
    say_how_many_came(hands, file_desk)


def tab_of(hands: Keyboard, page: str) -> EventsTab:
    hands.view.show_tab("events", (page, None))
    hands.rest()
    tab = hands.view.tab()
    assert isinstance(tab, EventsTab)
    return tab


def note_the_idea(hands: Keyboard) -> None:
    page = tab_of(hands, "ideas").page
    assert isinstance(page, InitiativesPage)
    hands.keys("Ctrl+N")
    hands.enter("Bicycles for all")
    hands.keys("Return")
    hands.until(lambda: page.card.title.text() == "Bicycles for all")


def plan_it(hands: Keyboard, desk: Desk) -> None:
    page = events_of(hands)
    hands.keys("Ctrl+N")
    form = hands.shown(EventDrawer)
    hands.write(form.name, TITLE)
    hands.until(lambda: form.fields.initiative.count() > 1)
    hands.choose(form.fields.initiative, "Bicycles for all")
    hands.accept(form)
    hands.until(lambda: page.view.board is not None and page.view.board.title == TITLE)
    (idea,) = desk.ask(Initiatives())
    assert [one.title for one in desk.ask(SessionsOfInitiative(idea.id))] == [TITLE]
    (day,) = desk.ask(Agenda(THURSDAY, 1))
    assert day.rows[0].room == "Yard"


def events_of(hands: Keyboard) -> EventsPage:
    page = tab_of(hands, "events").events
    assert isinstance(page, EventsPage)
    return page


def register_a_class(hands: Keyboard) -> None:
    page = events_of(hands)
    page.view.entry.mode.choose(0)
    hands.press(page.view.entry.group)
    drawer = hands.shown(GroupDrawer)
    drawer.names.setPlainText("Bērziņa Anna 2014\nSevcenko Dmitro\t2013\nOzola Marta\t2014")
    hands.until(lambda: len(drawer.rows.rows) == 3)
    assert drawer.rows.undecided() == [], "two are found, one is new"
    hands.accept(drawer)
    hands.until(lambda: page.view.board is not None and len(page.view.board.rows) == 3)


def print_the_sheet(hands: Keyboard, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    page = events_of(hands)
    path = folder / "sheet.pdf"
    monkeypatch.setattr(sheet_page, "save_file_as", lambda *_: path)
    hands.keys("Ctrl+P")
    hands.until(page.sheet.isVisible)
    hands.until(lambda: page.sheet.preview.pages == 1)
    hands.keys("Ctrl+S")
    hands.until(path.exists)
    hands.rest()
    text = text_of(path.read_bytes())
    for name in ("1 Bērziņa Anna", "2 Ozola Marta", "3 Шевченко Дмитро"):
        assert name in text
    hands.keys("Escape")
    assert "2026-0001" in text
    return "2026-0001"


def enter_it_from_paper(hands: Keyboard, number: str) -> None:
    """Two of three came, and one walked in; the third tick was a slip and is taken back."""
    page = tab_of(hands, "paper").page
    assert isinstance(page, WayBackPage)
    page.take_focus()
    write(hands, f"{number}\r")
    hands.until(lambda: page.entry.paper is not None)
    write(hands, "1\r2\r3\r")
    write(hands, "-3\r")
    write(hands, "Kalns Oto\r")
    for _ in range(3):
        if page.entry.paper is not None and page.entry.paper.walked_in == 1:
            break
        hands.keys("Return")
    hands.until(lambda: page.entry.paper is not None and page.entry.paper.entered == 3)
    page.entry.side.field.setFocus()
    write(hands, "=3\r")
    hands.keys("Ctrl+Return")
    paper = page.entry.paper
    assert paper is not None
    done = hands.desk_asks(Paper(paper.sheet_id))
    assert done.closed is not None
    assert (done.by_name, done.walked_in, done.on_paper) == (2, 1, 3)


def write(hands: Keyboard, text: str) -> None:
    """Each letter at whatever has the keys, and a rest after Enter as a hand makes one."""
    for letter in text:
        key = Qt.Key.Key_Return.value if letter == "\r" else 0
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(hands.focused(), press)
        if letter == "\r":
            hands.rest()
    hands.rest()


def say_how_many_came(hands: Keyboard, desk: Desk) -> None:
    """On the board, and on the page of the idea it began with."""
    page = events_of(hands)
    board = page.view.board
    assert board is not None
    found = desk.ask(SessionBoard(board.session_id))
    assert isinstance(found, BoardOfSession)
    assert (found.present, found.awaited) == (3, 1)
    (idea,) = desk.ask(Initiatives())
    (session,) = desk.ask(SessionsOfInitiative(idea.id))
    assert session.people == 4, "three of the class and one who walked in"
