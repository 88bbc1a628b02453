"""A page that scrolls follows the keyboard and holds still under the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.scroll import Scroll


@pytest.fixture
def page(qtbot: QtBot) -> Scroll:
    """Ten buttons of 100 px, of which two and a half are seen."""
    scroll = Scroll(gap=0)
    qtbot.addWidget(scroll)
    for n in range(10):
        one = QPushButton(str(n))
        one.setFixedHeight(100)
        scroll.column.addWidget(one)
    scroll.resize(300, 250)
    scroll.show()
    qtbot.waitExposed(scroll)
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    QTest.mouseClick(button(scroll, 0), Qt.MouseButton.LeftButton)  # ends another test's press
    return scroll


def button(page: Scroll, n: int) -> QPushButton:
    return page.findChildren(QPushButton)[n]


def is_seen(page: Scroll, widget: QWidget) -> bool:
    box = widget.rect().translated(widget.mapTo(page.viewport(), QPoint(0, 0)))
    return page.viewport().rect().contains(box)


@pytest.mark.parametrize("n", [9, 4])
def test_what_gets_the_focus_by_a_key_or_the_program_is_seen(page: Scroll, n: int) -> None:
    assert not is_seen(page, button(page, n))
    button(page, n).setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert is_seen(page, button(page, n))
    button(page, 0).setFocus()
    assert is_seen(page, button(page, 0))


def test_what_is_shown_with_the_focus_already_on_it_is_seen(page: Scroll, qtbot: QtBot) -> None:
    late = QPushButton("late")
    late.setFixedHeight(100)
    late.hide()
    page.column.addWidget(late)
    qtbot.wait(10)
    late.show()
    late.setFocus()
    qtbot.waitUntil(lambda: is_seen(page, late))


def test_what_is_half_seen_does_not_flee_from_the_mouse(page: Scroll) -> None:
    pressed: list[int] = []
    button(page, 2).clicked.connect(lambda: pressed.append(2))
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton
    QTest.mousePress(button(page, 2), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert page.verticalScrollBar().value() == 0
    QTest.mouseRelease(button(page, 2), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert pressed == [2]


def test_of_what_is_higher_than_the_page_the_beginning_is_seen(page: Scroll, qtbot: QtBot) -> None:
    tall = QTextEdit()
    tall.setFixedHeight(600)
    page.column.addWidget(tall)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 10 * 100 + 600 - 250)
    tall.setFocus()
    assert 0 <= tall.mapTo(page.viewport(), QPoint(0, 0)).y() <= 20
