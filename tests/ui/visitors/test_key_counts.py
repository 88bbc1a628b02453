"""A queue at the desk, typed key by key: how many keys each visitor costs is promised and counted."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.people.on_site import OnSiteCount
from app.visitors.card_code import card_digits
from app.visitors.queries import VisitorCard
from app.visitors.search import VisitorsMatching
from tests.making.events import make_event
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from tests.ui.wedge import scan
from ui.desk_view import DeskView
from ui.visitors.duplicate_box import DuplicateBox

Show = Callable[[str], DeskView]
K = Qt.Key
NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Hands:
    """Press keys wherever the focus is, and count them; a chord is one."""

    def __init__(self, view: DeskView, qtbot: QtBot) -> None:
        self.view, self._qtbot = view, qtbot
        self._pressed = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self._pressed += 1
        QTest.keyClick(QApplication.focusWidget() or self.view, key, modifiers)

    def type(self, letters: str) -> None:
        for letter in letters:
            self._pressed += 1
            QTest.keyClicks(QApplication.focusWidget() or self.view, letter)

    def wait(self) -> None:
        """Until everything has been answered, as it is between two keys of a person."""
        settle(self.view.desk, self._qtbot)

    def counted(self) -> int:
        """How many since the last time."""
        self.wait()
        counted, self._pressed = self._pressed, 0
        return counted


@pytest.fixture
def hands(show: Show, people: dict[str, UUID], file_desk: Desk, qtbot: QtBot) -> Hands:
    make_visitor(file_desk, "Valdis", "Ozols", town="Preiļi")
    view = show("today")
    view.omni.field.clearFocus()
    qtbot.waitUntil(view.hasFocus)  # lost, it stays in the window: or no key would do anything
    return Hands(view, qtbot)


def checked_in(desk: Desk, visitor_id: UUID) -> bool:
    card = desk.ask(VisitorCard(visitor_id))
    return card is not None and card.row.since is not None


def register(hands: Hands, name: str) -> None:
    hands.press(K.Key_F2)
    hands.type(name)
    hands.press(K.Key_Return, SHIFT)
    hands.wait()


def test_somebody_known_costs_seven_and_the_next_in_the_queue_six(
    hands: Hands, people: dict[str, UUID], file_desk: Desk
) -> None:
    hands.press(K.Key_F2)
    hands.type("liepi")
    hands.press(K.Key_Return)
    assert hands.counted() == 7
    assert checked_in(file_desk, people["Inese"])
    hands.type("sevce")
    hands.press(K.Key_Return)
    assert hands.counted() == 6
    assert checked_in(file_desk, people["Юлія"])


def test_somebody_new_costs_twenty_two(hands: Hands, file_desk: Desk) -> None:
    register(hands, "Ilze Kalnava")
    hands.type("1987")
    hands.press(K.Key_Tab)
    hands.type("pr")
    hands.press(K.Key_Return, CONTROL)
    assert hands.counted() == 22
    (row,) = file_desk.ask(VisitorsMatching("kalnava", 6)).rows
    assert (row.name, row.birth_year, row.town) == ("Ilze Kalnava", 1987, "Preiļi")
    assert row.since is not None


def test_somebody_new_who_is_known_costs_fifteen(
    hands: Hands, people: dict[str, UUID], file_desk: Desk, qtbot: QtBot
) -> None:
    register(hands, "Anna Berzina")
    qtbot.waitUntil(lambda: "Anna" in spoken_by_the_box(hands.view))
    hands.press(K.Key_1, ALT)
    assert hands.counted() == 15
    assert checked_in(file_desk, people["Anna"])
    assert file_desk.ask(OnSiteCount()) == 1


def spoken_by_the_box(view: DeskView) -> str:
    boxes = [one for one in view.findChildren(DuplicateBox) if one.isVisible()]
    return " ".join(
        label.text() for one in boxes for label in one.findChildren(QLabel) if label.isVisible()
    )


def test_somebody_without_a_name_costs_two(hands: Hands, file_desk: Desk) -> None:
    make_event(file_desk, start="11:00", end="13:00")
    hands.press(K.Key_4, CONTROL)
    hands.wait()
    hands.press(K.Key_2, CONTROL | SHIFT)
    assert hands.counted() == 2
    assert "young person" in hands.view.last_action.text


def test_a_card_costs_no_key(hands: Hands, people: dict[str, UUID], file_desk: Desk) -> None:
    card = file_desk.ask(VisitorCard(people["Inese"]))
    assert card is not None
    scan(hands.view, card_digits(card.row.number))
    assert hands.counted() == 0
    assert checked_in(file_desk, people["Inese"])
