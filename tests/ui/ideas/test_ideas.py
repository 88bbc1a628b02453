"""An idea noted by one line and Enter, grown on its card; opinions on the screen and answered."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.initiatives.details import InitiativeDetails
from app.initiatives.model import Origin, Stage
from app.initiatives.queries import Initiatives, OneInitiative
from app.opinions.queries import OpinionRow, Opinions
from tests.making.events import make_event
from tests.making.ideas import TODAY, make_idea, make_opinion
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui import theme
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.events.tab import EventsTab
from ui.initiatives.page import InitiativesPage
from ui.kit.labels import Label
from ui.opinions.form import AnswerDrawer, OpinionDrawer
from ui.opinions.page import OpinionsPage

K, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qt_desk: QtDesk, qtbot: QtBot, qapp: QApplication, sheets: Path) -> Iterator[DeskView]:
    theme.apply(qapp, "light", 1.0, sheets)
    made = DeskView(qt_desk)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(qt_desk, qtbot)
    yield made
    shiboken6.delete(made)
    settle(qt_desk, qtbot)


def page(view: DeskView, name: str, desk: QtDesk, qtbot: QtBot) -> InitiativesPage | OpinionsPage:
    view.show_tab("events", (name, None))
    settle(desk, qtbot)
    tab = view.tab()
    assert isinstance(tab, EventsTab)
    assert isinstance(tab.page, InitiativesPage | OpinionsPage)
    return tab.page


def said(desk: Desk, shown: OpinionsPage) -> tuple[OpinionRow, ...]:
    assert shown.month.day == 1
    return desk.ask(Opinions(TODAY, TODAY + timedelta(days=1)))


def test_one_line_and_enter(view: DeskView, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot) -> None:
    ideas = page(view, "ideas", qt_desk, qtbot)
    assert isinstance(ideas, InitiativesPage)
    ideas.new()
    QTest.keyClick(ideas.idea, K.Key_Return)
    settle(qt_desk, qtbot)
    assert "in a few words" in ideas.refusal.label.text()
    QTest.keyClicks(ideas.idea, "Garden")
    ideas.origin.set_value(Origin.YOUTH)
    QTest.keyClick(ideas.idea, K.Key_Return)
    settle(qt_desk, qtbot)
    assert ideas.idea.text() == ""
    assert not ideas.refusal.isVisible()
    (row,) = file_desk.ask(Initiatives())
    assert (row.title, row.origin) == ("Garden", Origin.YOUTH)
    assert ideas.card.title.text() == "Garden"
    ideas.card.stages.buttons[Stage.TALK].click()
    settle(qt_desk, qtbot)
    assert "Talk — now" in ideas.card.stages.buttons[Stage.TALK].text()
    for field, text in (
        (ideas.card.asked.field, "Boards"),
        (ideas.card.notes.field, "A school helps"),
    ):
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, K.Key_Return)
        settle(qt_desk, qtbot)
        assert field.text() == ""
    card = file_desk.ask(OneInitiative(row.id))
    assert [one.what for one in card.asked] == ["Boards"]
    assert [one.words for one in card.notes] == ["A school helps"]
    for _ in range(4):
        qt_desk.undo()
        settle(qt_desk, qtbot)
    assert file_desk.ask(Initiatives()) == ()
    assert ideas.card.isHidden()


def test_who_joins_the_team_is_chosen_from_the_list(
    view: DeskView, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_visitor(file_desk, "Ilga", "Upeniece")
    ideas = page(view, "ideas", qt_desk, qtbot)
    assert isinstance(ideas, InitiativesPage)
    ideas.idea.setText("Garden")
    ideas.note()
    settle(qt_desk, qtbot)
    person = ideas.card.person
    person.setFocus()
    QTest.keyClicks(person, "Nobody")
    QTest.keyClick(person, K.Key_Return)
    assert "Choose somebody from the list" in ideas.card.refusal.label.text()
    assert person.text() == "Nobody"
    person.clear()
    QTest.keyClicks(person, "upen")
    qtbot.waitUntil(lambda: person.is_offering)
    ideas.card.refusal.hide()
    QTest.keyClick(person.completer().popup(), K.Key_Return)
    assert ideas.card.refusal.isHidden(), "Enter takes the first; nothing is wrong yet"
    assert person.value() is not None
    QTest.keyClick(person, K.Key_Return)
    settle(qt_desk, qtbot)
    (row,) = file_desk.ask(Initiatives())
    assert row.team == 1
    assert person.text() == ""


def test_the_screen_turned_to_a_visitor(
    view: DeskView, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    opinions = page(view, "opinions", qt_desk, qtbot)
    assert isinstance(opinions, OpinionsPage)
    locked: list[bool] = []
    view.lock_wanted.connect(lambda: locked.append(True))
    opinions.turn.click()
    screen = opinions.screen_
    assert screen is not None
    assert screen.size() == view.window().size()
    QTest.keyClick(screen, K.Key_2, CONTROL)
    assert view.tab() is not None
    QTest.keyClick(screen, K.Key_5)
    settle(qt_desk, qtbot)
    assert [row.face for row in said(file_desk, opinions)] == [5]
    screen.begin()
    screen.write.click()
    QTest.keyClicks(screen.words, "A lower step")
    screen.send.click()
    settle(qt_desk, qtbot)
    newest = said(file_desk, opinions)[0]
    assert (newest.words, newest.who, newest.face) == ("A lower step", "", None)
    screen.begin()
    assert screen.words.text() == "", "nothing of the last visitor is left"
    QTest.keyClick(screen, K.Key_Escape)
    assert locked == [True], "behind the screen are names"
    assert opinions.screen_ is None


def test_a_visitor_is_heard_once_and_not_thanked_for_what_was_lost(
    view: DeskView, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    opinions = page(view, "opinions", qt_desk, qtbot)
    assert isinstance(opinions, OpinionsPage)
    opinions.turn.click()
    screen = opinions.screen_
    assert screen is not None
    for _ in range(5):
        QTest.keyClick(screen, K.Key_4)
    settle(qt_desk, qtbot)
    assert [row.face for row in said(file_desk, opinions)] == [4]
    screen.begin()
    screen.write.click()
    screen.words.setPlainText("x" * 5_001)
    screen.send.click()
    settle(qt_desk, qtbot)
    assert "5000" in screen.trouble.label.text()
    assert screen.words.isVisible()
    screen.words.setPlainText("A lower step")
    screen.send.click()
    settle(qt_desk, qtbot)
    assert screen.trouble.isHidden()
    assert said(file_desk, opinions)[0].words == "A lower step"
    screen.begin()
    QTest.keyClick(screen, K.Key_2)
    qt_desk.failed.emit(OSError())
    assert screen.trouble.isVisible()
    settle(qt_desk, qtbot)


def test_nothing_behind_the_turned_screen_is_reached(
    view: DeskView, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_visitor(file_desk)
    opinions = page(view, "opinions", qt_desk, qtbot)
    assert isinstance(opinions, OpinionsPage)
    tab = view.tab()
    opinions.turn.click()
    screen = opinions.screen_
    assert screen is not None
    view.omni.focus_all()
    tab.take_focus()
    assert screen.hasFocus(), "a page behind that wants the focus does not get it"
    for key in (K.Key_F2, K.Key_F6, K.Key_F7, K.Key_F8):
        QTest.keyClick(view.windowHandle(), key)
        QTest.keyClick(view.windowHandle(), key, CONTROL)
    assert view.tab() is tab
    QTest.keyClick(view.windowHandle(), K.Key_Right)
    QTest.keyClick(view.windowHandle(), K.Key_Space)
    settle(qt_desk, qtbot)
    QTest.keyClick(view.windowHandle(), K.Key_Space)
    assert opinions.screen_ is screen, "the second press does not leave"
    screen.begin()
    QApplication.clipboard().setText("Anna 29123456")
    screen.write.click()
    screen.words.paste()
    assert screen.words.text() == ""
    screen.close_for_good()
    assert opinions.table.isEnabled()
    assert view.omni.isEnabled()


def test_what_was_said_at_the_desk_can_be_about_what_was_held(
    view: DeskView, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_event(file_desk, title="Choir", start="09:00", end="11:00")
    make_event(file_desk, title="Still to come")
    opinions = page(view, "opinions", qt_desk, qtbot)
    assert isinstance(opinions, OpinionsPage)
    opinions.new()
    settle(qt_desk, qtbot)
    (drawer,) = [one for one in view.window().findChildren(OpinionDrawer) if one.isVisible()]
    offered = [drawer.about.itemText(n) for n in range(drawer.about.count())]
    assert offered == ["the centre", "Choir · 15/10/2026"]
    drawer.about.setFocus()
    QTest.keyClick(drawer.about, K.Key_Down)
    drawer.words.setFocus()
    QTest.keyClicks(drawer.words, "Louder, please")
    QTest.keyClick(drawer.words, K.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    assert [(one.words, one.about) for one in said(file_desk, opinions)] == [
        ("Louder, please", "Choir")
    ]


def test_an_answer_is_written_from_its_line(
    view: DeskView, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_opinion(file_desk, "A lower step, please")
    opinions = page(view, "opinions", qt_desk, qtbot)
    assert isinstance(opinions, OpinionsPage)
    assert "1 without an answer" in opinions.sum.text()
    opinions.table.selectRow(0)
    opinions.table.setFocus()
    QTest.keyClick(opinions.table, K.Key_Return)
    settle(qt_desk, qtbot)
    (drawer,) = [one for one in view.window().findChildren(AnswerDrawer) if one.isVisible()]
    drawer.answer.setFocus()
    QTest.keyClick(drawer.answer, K.Key_Return, CONTROL)
    assert drawer.isVisible()
    assert drawer.refusal.isVisible()
    QTest.keyClicks(drawer.answer, "It is there now.")
    QTest.keyClick(drawer.answer, K.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    assert said(file_desk, opinions)[0].our_answer == "It is there now."


def test_another_initiative_brings_its_own_opinions(
    view: DeskView, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    """Its answers come in any order, beside those about the one that was shown before."""
    first, second = (make_idea(file_desk, InitiativeDetails(name)) for name in ("One", "Two"))
    make_opinion(file_desk, "About the first", initiative_id=first)
    ideas = page(view, "ideas", qt_desk, qtbot)
    assert isinstance(ideas, InitiativesPage)
    shown = ideas.card.opinions

    def texts() -> list[str]:
        return [label.text() for label in shown.findChildren(Label) if label.isVisible()]

    nothing = "Nobody has said anything yet."
    for wanted, text in ((second, nothing), (first, "“About the first”"), (second, nothing)):
        ideas.show_this(wanted)
        settle(qt_desk, qtbot)
        qtbot.waitUntil(lambda text=text: texts() == ["Opinions", "", text])
