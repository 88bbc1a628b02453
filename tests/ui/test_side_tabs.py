"""The tabs at the left edge can all be reached, whatever the size of the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.side_tabs import ONE_LINE, ScrolledTabs
from ui.theme import px

LARGE = pytest.mark.usefixtures("large_text")


def shown(qtbot: QtBot, height: int, *, wide: bool = False) -> ScrolledTabs:
    scrolled = ScrolledTabs(wide=wide)
    qtbot.addWidget(scrolled)
    scrolled.resize(px(212 if wide else 72), height)
    scrolled.show()
    qtbot.waitExposed(scrolled)
    scrolled.activateWindow()
    qtbot.waitUntil(scrolled.isActiveWindow)
    return scrolled


def is_seen(scrolled: ScrolledTabs, index: int) -> bool:
    box = scrolled.tabs.tabRect(index)
    box.translate(scrolled.tabs.mapTo(scrolled.viewport(), scrolled.tabs.rect().topLeft()))
    return scrolled.viewport().rect().contains(box)


def last(scrolled: ScrolledTabs) -> int:
    return scrolled.tabs.count() - 1


def test_at_100_percent_a_tab_is_as_high_as_drawn(qtbot: QtBot) -> None:
    scrolled = shown(qtbot, 560)
    assert {scrolled.tabs.tabRect(n).height() for n in range(scrolled.tabs.count())} == {ONE_LINE}


@LARGE
@pytest.mark.parametrize("wide", [False, True])
def test_at_200_percent_on_768_lines_all_are_seen_at_once(qtbot: QtBot, *, wide: bool) -> None:
    scrolled = shown(qtbot, 420, wide=wide)
    assert all(is_seen(scrolled, n) for n in range(scrolled.tabs.count()))


@LARGE
@pytest.mark.parametrize("wide", [False, True])
def test_on_a_lower_screen_the_last_can_be_scrolled_to(qtbot: QtBot, *, wide: bool) -> None:
    scrolled = shown(qtbot, 220, wide=wide)
    qtbot.waitUntil(lambda: scrolled.verticalScrollBar().maximum() > 0)
    assert not is_seen(scrolled, last(scrolled))
    scrolled.verticalScrollBar().setValue(scrolled.verticalScrollBar().maximum())
    assert is_seen(scrolled, last(scrolled))
    box = scrolled.tabs.tabRect(last(scrolled))
    assert box.width() == scrolled.viewport().width()


@LARGE
def test_a_tab_chosen_by_its_key_comes_into_sight(qtbot: QtBot) -> None:
    scrolled = shown(qtbot, 220)
    qtbot.waitUntil(lambda: scrolled.verticalScrollBar().maximum() > 0)
    scrolled.tabs.blockSignals(True)  # as when Ctrl+6 has shown the tab already
    scrolled.tabs.setCurrentIndex(last(scrolled))
    scrolled.tabs.blockSignals(False)
    assert is_seen(scrolled, last(scrolled))


@LARGE
def test_arrows_go_down_to_the_last_and_f7_comes_back_to_it(qtbot: QtBot) -> None:
    scrolled = shown(qtbot, 220)
    qtbot.waitUntil(lambda: scrolled.verticalScrollBar().maximum() > 0)
    scrolled.tabs.setFocus()
    for _ in range(last(scrolled)):
        QTest.keyClick(scrolled.tabs, Qt.Key.Key_Right)
    assert scrolled.tabs.currentIndex() == last(scrolled)
    assert is_seen(scrolled, last(scrolled))
    scrolled.tabs.clearFocus()
    scrolled.verticalScrollBar().setValue(0)
    scrolled.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert is_seen(scrolled, last(scrolled))


def test_up_and_down_move_through_the_tabs(qtbot: QtBot) -> None:
    scrolled = shown(qtbot, 560)
    scrolled.tabs.setFocus()
    QTest.keyClick(scrolled.tabs, Qt.Key.Key_Down)
    QTest.keyClick(scrolled.tabs, Qt.Key.Key_Down)
    assert scrolled.tabs.currentIndex() == 2
    QTest.keyClick(scrolled.tabs, Qt.Key.Key_Up)
    assert scrolled.tabs.currentIndex() == 1
