"""A card scanned anywhere in the window: checked in, or a plain sentence."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.clock import StandingClock
from app.desk import Desk
from app.people.on_site import OnSiteCount
from app.sheets.codes import sheet_digits
from app.visitors.card_code import card_digits
from app.visitors.queries import VisitorCard
from tests.making.papers import make_paper
from tests.making.visitors import make_visit
from tests.ui.conftest import settle
from tests.ui.wedge import NO_MODIFIER, scan
from ui.desk_view import DeskView
from ui.events.way_back_page import WayBackPage
from ui.visitors.cards_drawer import CardsDrawer

Show = Callable[[str], DeskView]


@pytest.fixture
def code(people: dict[str, UUID], file_desk: Desk) -> str:
    card = file_desk.ask(VisitorCard(people["Anna"]))
    assert card is not None
    return card_digits(card.row.number)


def scanned(view: DeskView, digits: str, qtbot: QtBot) -> str:
    scan(view, digits)
    settle(view.desk, qtbot)
    return view.last_action.text


@pytest.mark.parametrize("tab", ["today", "visitors", "bookings", "settings"])
def test_a_card_checks_in_from_every_tab(
    tab: str, code: str, show: Show, qtbot: QtBot, file_desk: Desk
) -> None:
    view = show(tab)
    assert scanned(view, code, qtbot) == "Anna Bērziņa checked in at 11:48"
    assert file_desk.ask(OnSiteCount()) == 1
    assert view.omni.field.text() == ""


def test_a_card_leaves_a_half_written_name_alone(
    code: str, show: Show, qtbot: QtBot, file_desk: Desk
) -> None:
    view = show("visitors")
    QTest.keyClicks(view.omni.field, "liepi")
    settle(view.desk, qtbot)
    assert "Anna" in scanned(view, code, qtbot)
    assert view.omni.field.text() == "liepi"
    assert file_desk.ask(OnSiteCount()) == 1


def test_the_same_card_again_changes_nothing_and_says_so(
    code: str, show: Show, qtbot: QtBot, file_desk: Desk, clock: StandingClock
) -> None:
    view = show("today")
    scanned(view, code, qtbot)
    clock.advance(timedelta(seconds=90))
    text = scanned(view, code, qtbot)
    assert text == "Anna Bērziņa came only just now, at 11:48. The same card again changes nothing."
    assert file_desk.ask(OnSiteCount()) == 1


@pytest.mark.parametrize(
    ("digits", "sentence"),
    [
        ("1000000199", "The card was not read rightly."),
        (card_digits(4711), "Nobody in the list has card No. 04711."),
        ("4750123456789", "This code is not one of our cards."),
    ],
)
def test_what_is_no_card_is_said(
    digits: str, sentence: str, show: Show, qtbot: QtBot, file_desk: Desk
) -> None:
    assert sentence in scanned(show("today"), digits, qtbot)
    assert file_desk.ask(OnSiteCount()) == 0


def test_a_sheet_that_comes_back_opens_from_every_tab(
    show: Show, qtbot: QtBot, file_desk: Desk
) -> None:
    paper = make_paper(file_desk, "Bērziņa", "Kalna", title="Chess")
    view = show("visitors")
    scanned(view, sheet_digits("2026-0001", 1), qtbot)
    page = view.tab().page
    assert isinstance(page, WayBackPage)
    assert page.title.text() == "Enter from sheet 2026-0001"
    assert [row.visitor_id for row in page.entry.table.rows] == list(paper.people)
    assert view.focusWidget() is page.entry.side.field
    scanned(view, sheet_digits("2026-0147", 1), qtbot)
    assert "There is no sheet 2026-0147" in page.entry.side.trouble.text()
    assert page.entry.side.field.text() == ""


@pytest.mark.parametrize("tab", ["today", "visitors"])
def test_who_is_here_longer_is_checked_out_with_f4(
    tab: str, code: str, people: dict[str, UUID], show: Show, qtbot: QtBot, file_desk: Desk
) -> None:
    make_visit(file_desk, people["Anna"], minutes_ago=156)
    view = show(tab)
    text = scanned(view, code, qtbot)
    assert text == "Anna Bērziņa has been here since 09:12. F4 checks out."
    assert file_desk.ask(OnSiteCount()) == 1
    QTest.keyClick(view.omni.field, Qt.Key.Key_F4)
    settle(view.desk, qtbot)
    assert view.last_action.text == "Anna Bērziņa left at 11:48"
    assert file_desk.ask(OnSiteCount()) == 0


def test_after_another_key_f4_means_who_is_chosen(
    code: str, people: dict[str, UUID], show: Show, qtbot: QtBot, file_desk: Desk
) -> None:
    make_visit(file_desk, people["Anna"], minutes_ago=156)
    view = show("today")
    scanned(view, code, qtbot)
    down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down.value, NO_MODIFIER)
    QApplication.sendEvent(view.windowHandle(), down)
    assert view.last_action.text == "Anna Bērziņa has been here since 09:12."
    QTest.keyClick(view.omni.field, Qt.Key.Key_F4)
    settle(view.desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 1


@pytest.mark.parametrize("away", ["locked", "turned to a visitor"])
def test_under_the_lock_a_card_is_swallowed_unshown(
    away: str, code: str, show: Show, qtbot: QtBot, file_desk: Desk
) -> None:
    view = show("today")
    view.setVisible(away != "locked")
    view.setEnabled(away == "locked")
    before = view.last_action.text
    view._cards.take(code)
    settle(view.desk, qtbot)
    assert (view.last_action.text, file_desk.ask(OnSiteCount())) == (before, 0)


def words_of(path: Path) -> str:
    return " ".join(leaf.extract_text() for leaf in PdfReader(path).pages)


def press_button(view: DeskView, text: str) -> None:
    (button,) = [
        one
        for one in view.tab().findChildren(QPushButton)
        if one.accessibleName() == text and one.isVisible()
    ]
    button.click()


def the_drawer(view: DeskView, qtbot: QtBot) -> CardsDrawer:
    settle(view.desk, qtbot)
    drawer = view.findChild(CardsDrawer)
    assert drawer is not None
    assert drawer.isVisible()
    return drawer


def test_one_card_from_the_person_and_each_by_itself(
    people: dict[str, UUID], show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    view = show("visitors")
    view.show_tab("visitors", people["Anna"])
    settle(view.desk, qtbot)
    press_button(view, "Visitor card…")
    drawer = the_drawer(view, qtbot)
    assert drawer.preview.pages == 1
    drawer.paper.choose(1)
    drawer.save_to(tmp_path / "card")
    settle(view.desk, qtbot)
    (page,) = PdfReader(tmp_path / "card.pdf").pages
    assert round(page.mediabox.width) == 243
    assert "Anna" in page.extract_text()
    assert view.last_action.text == "Cards saved: card.pdf"


def test_cards_of_everybody_the_list_shows(
    people: dict[str, UUID], show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    view = show("visitors")
    QTest.keyClicks(view.omni.field, "berz")
    settle(view.desk, qtbot)
    press_button(view, "Cards…")
    drawer = the_drawer(view, qtbot)
    drawer.save_to(tmp_path / "list.pdf")
    settle(view.desk, qtbot)
    text = words_of(tmp_path / "list.pdf")
    assert ("Anna" in text, "Annija" in text, "Inese" in text) == (True, True, False)


def test_a_folder_that_is_gone_is_said_in_the_drawer(
    people: dict[str, UUID], show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    view = show("visitors")
    press_button(view, "Cards…")
    drawer = the_drawer(view, qtbot)
    drawer.save_to(tmp_path / "gone" / "list.pdf")
    settle(view.desk, qtbot)
    assert drawer.trouble.isVisible()


def test_privacy_mode_prints_no_names(people: dict[str, UUID], show: Show, qtbot: QtBot) -> None:
    view = show("visitors")
    view.toggle_privacy()
    press_button(view, "Cards…")
    settle(view.desk, qtbot)
    assert view.findChild(CardsDrawer) is None
    assert "F8" in view.last_action.text


def test_a_list_with_nobody_in_it(show: Show, qtbot: QtBot) -> None:
    view = show("visitors")
    press_button(view, "Cards…")
    settle(view.desk, qtbot)
    assert view.findChild(CardsDrawer) is None
    assert view.last_action.text == "There is nobody in the list to print a card for."
