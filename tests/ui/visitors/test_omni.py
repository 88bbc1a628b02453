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
from app.visitors.register import RemoveVisitor
from tests.ui.conftest import settle
from ui.bookings.span import View
from ui.bookings.tab import BookingsTab
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.visitors.hint import Hint
from ui.visitors.register import RegisterDrawer

Show = Callable[[str], DeskView]
People = dict[str, UUID]
Role = Qt.ItemDataRole


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


def test_rows_keep_their_height_while_a_name_is_typed(people: People, box: Box) -> None:
    found = box.view.omni.popup.list
    heights = set()
    for letter in "liepina i":
        box.types(letter)
        heights.add(found.sizeHintForRow(0))
        assert found.verticalScrollBar().maximum() == 0
    assert len(heights) == 1


def test_alt_and_a_number_changes_the_view_of_the_rooms_and_writes_nothing(
    show: Show, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    box = Box(show("bookings"), qtbot, qt_desk)
    box.presses(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert box.field.text() == ""
    tab = box.view.tab()
    assert isinstance(tab, BookingsTab)
    assert tab.views.shown.view is View.LIST


@pytest.mark.parametrize("text", ["liepin", "3118", "julija", "шевч"])
def test_enter_pressed_before_the_answer_is_not_lost(
    people: People, box: Box, file_desk: Desk, text: str
) -> None:
    box.types(text, Qt.Key.Key_Return)
    assert file_desk.ask(OnSiteCount()) == 1


@pytest.mark.parametrize("tab", ["today", "visitors"])
def test_the_next_name_may_be_typed_before_the_last_is_checked_in(
    people: People, box: Box, file_desk: Desk, tab: str
) -> None:
    box.view.show_tab(tab)
    box.types("liepin")
    box.qtbot.keyClick(box.field, Qt.Key.Key_Return)
    box.types("juli")
    assert is_in(file_desk, people["Inese"])
    assert box.field.text() == "juli"
    box.presses(Qt.Key.Key_Return)
    assert is_in(file_desk, people["Юлія"])


def test_what_was_typed_comes_back_when_nobody_was_checked_in(
    people: People, box: Box, file_desk: Desk
) -> None:
    box.types("liepin")
    file_desk.do(RemoveVisitor(people["Inese"]))
    box.presses(Qt.Key.Key_Return)
    assert box.field.text() == "liepin"
    assert box.view.last_action.text


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


def test_what_enter_said_goes_with_the_text_it_was_about(
    people: People, show: Show, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    box = Box(show("visitors"), qtbot, qt_desk)
    box.types("qqqq", Qt.Key.Key_Return)
    assert "no such person" in box.view.last_action.text
    box.presses(Qt.Key.Key_Backspace)
    assert box.view.last_action.text == ""


def test_another_sentence_stays_while_somebody_types(people: People, box: Box) -> None:
    box.types("liepin", Qt.Key.Key_Return)
    box.types("qq")
    assert "checked in" in box.view.last_action.text


def test_what_was_typed_elsewhere_filters_the_list_too(
    people: People, show: Show, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    box = Box(show("visitors"), qtbot, qt_desk)
    box.types("qqqq")
    box.view.show_tab("today")
    box.field.selectAll()
    box.types("liepin")
    box.view.show_tab("visitors")
    settle(qt_desk, qtbot)
    assert [row.name for row in box.view.tab().list.rows] == ["Inese Liepiņa"]  # type: ignore[attr-defined]


def test_nobody_found_is_gone_when_the_box_is_cleared_though_the_list_is_empty(
    people: People, show: Show, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    box = Box(show("visitors"), qtbot, qt_desk)
    tab = box.view.tab()
    box.view.show_tab("visitors", "today")
    box.types("qqqq")
    assert tab.card.visitor_id is None  # type: ignore[attr-defined]
    box.presses(Qt.Key.Key_Escape)
    assert not [hint for hint in tab.findChildren(Hint) if hint.isVisible()]


def test_privacy_mode_shows_initials_and_the_number_only(people: People, box: Box) -> None:
    box.presses(Qt.Key.Key_F8)
    box.types("anna berz")
    shown = box.view.omni.popup.list.model().index(0, 0)
    texts = [shown.data(role) for role in (Role.DisplayRole, Role.AccessibleTextRole)]
    assert texts[1] == "A. B., No. 00001"
    look = box.view.omni.popup._look(box.view.omni.popup.list.rows[0])
    assert (look.title, look.second) == ("A. B.", "No. 00001")
    box.presses(Qt.Key.Key_F8)
    assert "1987" in box.view.omni.popup._look(box.view.omni.popup.list.rows[0]).second


def test_privacy_mode_outlives_a_narrow_window(people: People, box: Box) -> None:
    """The box is made anew with the sidebar."""
    box.presses(Qt.Key.Key_F8)
    box.presses(Qt.Key.Key_F9)
    new = Box(box.view, box.qtbot, box.desk)
    new.types("anna berz")
    assert new.view.omni.popup._look(new.view.omni.popup.list.rows[0]).title == "A. B."
