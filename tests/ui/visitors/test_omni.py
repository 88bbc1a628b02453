"""The omni box: Enter checks in only who is meant beyond doubt, and no key is lost."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.people.on_site import OnSiteCount
from app.visitors.queries import VisitorCard
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.visitors.register import RegisterDrawer

Show = Callable[[str], DeskView]
People = dict[str, UUID]


@pytest.fixture
def box(show: Show, qtbot: QtBot, qt_desk: QtDesk) -> "Box":
    return Box(show("today"), qtbot, qt_desk)


class Box:
    """Types as a person does."""

    def __init__(self, view: DeskView, qtbot: QtBot, desk: QtDesk) -> None:
        self.view, self.qtbot, self.desk = view, qtbot, desk
        self.field = view.omni.field

    def types(self, text: str, *keys: Qt.Key) -> None:
        """The keys come at once: before the answer is there."""
        if text.isascii():
            self.qtbot.keyClicks(self.field, text)
        else:
            self.field.insert(text)  # the test keyboard has Latin letters only
        for key in keys:
            self.qtbot.keyClick(self.field, key)
        settle(self.desk, self.qtbot)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        none = Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.field, key, none if modifier is None else modifier)
        settle(self.desk, self.qtbot)


def is_in(desk: Desk, visitor_id: UUID) -> bool:
    card = desk.ask(VisitorCard(visitor_id))
    return card is not None and card.row.since is not None


def test_enter_checks_in_and_the_box_is_ready_for_the_next(
    people: People, box: Box, file_desk: Desk
) -> None:
    box.types("liepin")
    assert box.view.omni.popup.isVisible()
    box.presses(Qt.Key.Key_Return)
    assert is_in(file_desk, people["Inese"])
    assert box.field.text() == ""
    assert not box.view.omni.popup.isVisible()
    assert "Inese Liepiņa checked in" in box.view.last_action.text


@pytest.mark.parametrize("text", ["liepin", "3118", "julija", "шевч"])
def test_enter_pressed_before_the_answer_is_not_lost(
    people: People, box: Box, file_desk: Desk, text: str
) -> None:
    box.types(text, Qt.Key.Key_Return)
    assert file_desk.ask(OnSiteCount()) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("in", "three letters"),
        ("berzin", "2 people fit"),
        ("liepnia", "Did you mean"),
        ("qqqq", "no such person"),
    ],
)
def test_enter_checks_nobody_in(
    people: People, box: Box, file_desk: Desk, text: str, why: str
) -> None:
    box.types(text, Qt.Key.Key_Return)
    assert file_desk.ask(OnSiteCount()) == 0
    assert why in box.view.last_action.text
    assert box.field.text() == text


@pytest.mark.parametrize(("text", "who"), [("berzin", "Anna"), ("liepnia", "Inese")])
def test_who_was_chosen_with_the_arrow_is_meant(
    people: People, box: Box, file_desk: Desk, text: str, who: str
) -> None:
    box.types(text)
    box.presses(Qt.Key.Key_Down)
    box.presses(Qt.Key.Key_Return)
    assert is_in(file_desk, people[who])


def test_the_number_of_a_card_may_be_short(people: People, box: Box, file_desk: Desk) -> None:
    box.types("4", Qt.Key.Key_Return)
    assert is_in(file_desk, people["Inese"])


def test_twice_is_refused_kindly(people: People, box: Box, file_desk: Desk) -> None:
    box.types("liepin", Qt.Key.Key_Return)
    box.types("liepin", Qt.Key.Key_Return)
    assert box.view.last_action.text == "Inese Liepiņa has been here since 11:48."
    assert file_desk.ask(OnSiteCount()) == 1


def test_what_was_typed_on_counts(people: People, box: Box, file_desk: Desk) -> None:
    """The answer to the first letters comes late; Enter belongs to the whole text."""
    box.types("annij")
    box.field.selectAll()
    box.types("liepin", Qt.Key.Key_Return)
    assert is_in(file_desk, people["Inese"])
    assert not is_in(file_desk, people["Annija"])


def test_ctrl_enter_opens_the_card_and_checks_nobody_in(
    people: People, box: Box, file_desk: Desk
) -> None:
    box.types("liepin")
    box.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert box.view.tab().card.visitor_id == people["Inese"]  # type: ignore[attr-defined]
    assert file_desk.ask(OnSiteCount()) == 0


def test_shift_enter_registers_what_was_typed(people: People, box: Box) -> None:
    box.types("liepin")
    box.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert box.view.window().findChild(RegisterDrawer) is not None
    assert box.field.text() == ""


def test_esc_clears(people: People, box: Box) -> None:
    box.types("liepin", Qt.Key.Key_Escape)
    assert box.field.text() == ""
    assert not box.view.omni.popup.isVisible()


def test_ctrl_z_takes_back_the_check_in_not_the_letters(
    people: People, box: Box, file_desk: Desk
) -> None:
    box.types("liepin", Qt.Key.Key_Return)
    box.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.field.text() == ""


def test_in_the_visitors_tab_the_list_itself_filters(
    people: People, show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    box = Box(show("visitors"), qtbot, qt_desk)
    tab = box.view.tab()
    QAbstractItemModelTester(tab.list.model(), tab)  # type: ignore[attr-defined]
    box.types("berzin")
    assert [row.name for row in tab.list.rows] == ["Anna Bērziņa", "Annija Bērziņa"]  # type: ignore[attr-defined]
    assert tab.list.current_row() is None  # type: ignore[attr-defined]
    assert tab.card.visitor_id is None, "F4 must not reach somebody who is not chosen"  # type: ignore[attr-defined]
    box.presses(Qt.Key.Key_Return)
    assert file_desk.ask(OnSiteCount()) == 0
    box.presses(Qt.Key.Key_Down)
    box.presses(Qt.Key.Key_Return)
    assert is_in(file_desk, people["Anna"])
    assert box.field.text() == ""
    assert len(tab.list.rows) == len(people)  # type: ignore[attr-defined]


def test_enter_before_the_answer_in_the_visitors_tab(
    people: People, show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    box = Box(show("visitors"), qtbot, qt_desk)
    box.types("liepin", Qt.Key.Key_Return)
    assert is_in(file_desk, people["Inese"])
