"""A scanner is told from a person wherever the focus is, and what a person types arrives whole."""

from collections.abc import Iterator

import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.wedge import NO_MODIFIER, press, scan, type_at
from ui.kit.scanner import GAP_MS, KeyScanner

CODE = "1000034790"


class Page(QWidget):
    """A few things that take keys, a scanner over them, and all they heard."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.line = QLineEdit()
        self.notes = QPlainTextEdit()
        self.number = QSpinBox(maximum=10**9)
        self.button = QPushButton("Go")
        self.button.setAutoDefault(True)
        for widget in (self.line, self.notes, self.number, self.button):
            column.addWidget(widget)
        self.scanner = KeyScanner(self)
        self.codes: list[str] = []
        self.entered: list[str] = []
        self.clicks = self.touches = 0
        self.scanner.scanned.connect(self.codes.append)
        self.scanner.touched.connect(self._touched)
        self.line.returnPressed.connect(lambda: self.entered.append(self.line.text()))
        self.button.clicked.connect(self._clicked)

    def _touched(self) -> None:
        self.touches += 1

    def _clicked(self) -> None:
        self.clicks += 1

    def wait_out(self) -> None:
        """As if nothing had come for as long as a digit waits."""
        self.scanner._let_slip()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page()
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.line.setFocus()
    qtbot.waitUntil(made.line.hasFocus)
    yield made
    shiboken6.delete(made)


@pytest.mark.parametrize("name", ["line", "notes", "number", "button"])
def test_a_scan_is_swallowed_wherever_the_focus_is(page: Page, name: str) -> None:
    getattr(page, name).setFocus()
    scan(page, CODE)
    page.wait_out()
    assert page.codes == [CODE]
    assert (page.line.text(), page.notes.toPlainText(), page.number.value()) == ("", "", 0)
    assert (page.entered, page.clicks) == ([], 0)


def test_what_was_typed_before_stays_as_it_was(page: Page) -> None:
    page.line.setText("Bērz")
    page.line.setSelection(1, 2)
    scan(page, CODE)
    assert page.codes == [CODE]
    assert (page.line.text(), page.line.selectedText()) == ("Bērz", "ēr")


@given(
    st.lists(st.tuples(st.sampled_from("0123456789\r"), st.integers(GAP_MS + 1, 400)), max_size=30)
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_person_is_never_a_scanner_and_loses_nothing(
    page: Page, keys: list[tuple[str, int]]
) -> None:
    page.line.clear()
    page.codes.clear()
    at = type_at(page, "", 0) + 5_000
    for letter, gap in keys:
        at += gap
        press(page, letter, at)
    page.wait_out()
    assert page.codes == []
    assert page.line.text() == "".join(letter for letter, _ in keys if letter != "\r")


def test_one_slow_key_makes_it_a_person(page: Page) -> None:
    at = type_at(page, CODE[:5], 10)
    for letter in f"{CODE[5:]}\r":
        at += GAP_MS + 1 if letter == CODE[5] else 10
        press(page, letter, at)
    assert page.codes == []
    assert page.entered == [CODE]


def test_a_late_enter_makes_it_a_person(page: Page) -> None:
    at = type_at(page, CODE, 5)
    press(page, "\r", at + GAP_MS + 1)
    assert (page.codes, page.entered) == ([], [CODE])


def test_the_slowest_scanner_there_may_be(page: Page) -> None:
    type_at(page, f"{CODE}\r", GAP_MS)
    assert (page.codes, page.line.text()) == ([CODE], "")


def test_too_few_digits_and_too_many_arrive_unharmed(page: Page) -> None:
    type_at(page, "1234567\r", 5)
    assert (page.codes, page.entered) == ([], ["1234567"])
    page.line.clear()
    type_at(page, "7" * 60, 5)
    page.wait_out()
    assert (page.codes, page.line.text()) == ([], "7" * 60)


def test_digits_and_letters_arrive_in_their_order(page: Page) -> None:
    type_at(page, "12345678a90b1", 5)
    page.wait_out()
    assert (page.codes, page.line.text()) == ([], "12345678a90b1")


def test_a_digit_goes_on_by_itself(page: Page, qtbot: QtBot) -> None:
    press(page, "4", 7_000_000)
    assert page.line.text() == ""
    qtbot.waitUntil(lambda: page.line.text() == "4")


def test_a_key_held_down_and_keys_without_a_time_are_nobodys_scan(page: Page) -> None:
    for step in range(12):
        press(page, "5", 8_000_000 + step * 30, held_down=True)
    assert page.line.text() == "5" * 12
    for letter in f"{CODE}\r":
        press(page, letter, 0)
    assert page.entered == ["5" * 12 + CODE]
    assert page.codes == []


def test_a_click_lets_the_digits_before_it_arrive_first(page: Page) -> None:
    type_at(page, "12", 5)
    point = QPointF(5, 5)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    click = QMouseEvent(QEvent.Type.MouseButtonPress, point, point, left, left, NO_MODIFIER)
    QApplication.sendEvent(page.windowHandle(), click)
    assert page.line.text() == "12"
    release = QMouseEvent(QEvent.Type.MouseButtonRelease, point, point, left, none, NO_MODIFIER)
    QApplication.sendEvent(page.windowHandle(), release)


def test_some_scanners_end_with_two_enters(page: Page) -> None:
    at = type_at(page, f"{CODE}\r", 4)
    press(page, "\r", at + 4)
    assert (page.codes, page.entered) == ([CODE], [])
    press(page, "\r", at + 500)
    assert page.entered == [""]


def test_two_cards_one_after_the_other(page: Page) -> None:
    scan(page, CODE)
    scan(page, "1000001228")
    assert page.codes == [CODE, "1000001228"]


@pytest.mark.parametrize("slipped", [1, 4, 9])
def test_what_slipped_into_the_line_is_taken_out_again(page: Page, slipped: int) -> None:
    page.line.setText("Anna ")
    page.line.setSelection(0, 4)
    at = type_at(page, CODE[:slipped], 5)
    page.wait_out()
    assert CODE[:slipped] in page.line.text()
    for letter in f"{CODE[slipped:]}\r":
        at += 5
        press(page, letter, at)
    assert page.codes == [CODE]
    assert (page.line.text(), page.line.selectedText(), page.entered) == ("Anna ", "Anna", [])


def test_what_slipped_into_notes_is_taken_out_again(page: Page) -> None:
    page.notes.setFocus()
    type_at(page, "ab", 200)
    at = type_at(page, CODE[:6], 5)
    page.wait_out()
    for letter in f"{CODE[6:]}\r":
        at += 5
        press(page, letter, at)
    assert (page.codes, page.notes.toPlainText()) == ([CODE], "ab")


def test_the_enter_of_a_scan_is_no_shortcut(page: Page) -> None:
    fired: list[bool] = []
    shortcut = QShortcut(QKeySequence("Return"), page)
    shortcut.activated.connect(lambda: fired.append(True))
    at = type_at(page, CODE, 5)
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Return.value, NO_MODIFIER, "\r", False
    )
    asked.setTimestamp(at + 5)
    asked.ignore()
    QApplication.sendEvent(page.line, asked)
    assert asked.isAccepted()
    press(page, "\r", at + 5)
    assert (page.codes, fired) == ([CODE], [])


def test_a_person_is_noticed_but_not_for_f4_and_shift(page: Page) -> None:
    window = page.windowHandle()
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_F4):
        QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key.value, NO_MODIFIER))
    assert page.touches == 0
    QApplication.sendEvent(
        window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down.value, NO_MODIFIER)
    )
    assert page.touches == 1


def test_it_ends_with_its_page(qtbot: QtBot) -> None:
    first, second = Page(), QLineEdit()
    qtbot.addWidget(second)
    second.show()
    qtbot.waitExposed(second)
    second.setFocus()
    shiboken6.delete(first)
    scan(second, CODE)
    assert second.text() == CODE
