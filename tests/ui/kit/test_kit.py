"""What the smaller pieces promise."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.kit.accessible import describe_kit
from ui.kit.buttons import Button
from ui.kit.cards import Chip, Note, Tile
from ui.kit.dialogs import ask_first
from ui.kit.drawer import Drawer
from ui.kit.empty import Empty
from ui.kit.four import Four
from ui.kit.icons import pixmap
from ui.kit.labels import ElidedLabel, Label, plain_tip
from ui.kit.search_box import SearchLine

NAUGHTY = '<img src="file:///etc/passwd"> & <b>Anna</b>'


def test_a_name_is_never_markup(qtbot: QtBot) -> None:
    label = Label(NAUGHTY, wrap=True)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<img" not in plain_tip(NAUGHTY)


def test_a_line_that_does_not_fit_is_told_whole(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    label = ElidedLabel("A very long name of an organisation")
    label.setParent(host)
    label.resize(80, 20)
    host.show()
    assert "organisation" in label.toolTip()
    label.resize(600, 20)
    assert not label.toolTip()


def test_an_icon_is_drawn_in_its_colour(qtbot: QtBot) -> None:
    picture = pixmap("check", "#ff0000", 24)
    assert picture.width() >= 48
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    inks = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#ff0000"}


def test_four_is_one_stop_and_says_its_value(qtbot: QtBot) -> None:
    four = Four("Hearing loop")
    qtbot.addWidget(four)
    said: list[str] = []
    four.chosen.connect(said.append)
    qtbot.keyClick(four, Qt.Key.Key_Right)
    qtbot.keyClick(four, Qt.Key.Key_Left)
    assert said == ["no"]  # it was at the right end already
    assert four.accessibleName() == "Hearing loop: there is none"
    qtbot.mouseClick(four, Qt.MouseButton.LeftButton, pos=four.rect().center() / 4)
    assert four.value == "yes"


def test_a_tile_is_a_button_with_a_sentence(qtbot: QtBot) -> None:
    tile = Tile("visits today", "person")
    qtbot.addWidget(tile)
    tile.set_number(37)
    assert tile.accessibleName() == "37 visits today"
    with qtbot.waitSignal(tile.clicked):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_a_note_without_words_is_not_there(qtbot: QtBot) -> None:
    note = Note("warn")
    qtbot.addWidget(note)
    assert note.label.isHidden()
    note.say("The room is taken.")
    assert not note.label.isHidden()
    assert note.accessibleName() == "The room is taken."


def test_an_empty_page_offers_its_verbs(qtbot: QtBot) -> None:
    empty = Empty("person", "People will be here", "Load a list", "Register the first", "Sample")
    qtbot.addWidget(empty)
    first, second = empty.findChildren(Button)
    with qtbot.waitSignal(empty.wanted):
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(empty.quiet_wanted):
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)


def test_the_search_line_shows_the_longest_hint_that_fits(qtbot: QtBot) -> None:
    hints = ["A name, a telephone number or the code of a card", "A name or a code", "A name"]
    box = SearchLine("Find", hints, "F2")
    qtbot.addWidget(box)
    box.show()
    shown = []
    for width in (700, 300, 120):
        box.resize(width, 46)
        shown.append(box.placeholderText())
    assert shown == hints


def test_the_safe_answer_has_the_focus(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def answer(box: QMessageBox) -> int:
        safe = box.defaultButton()
        seen.append((safe.text(), box.textFormat()))
        QTest.mouseClick(safe, Qt.MouseButton.LeftButton)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert not ask_first(parent, "Make Anna anonymous?", "Her needs are deleted.", "Make anonymous")
    assert seen == [("Leave as it is", Qt.TextFormat.PlainText)]


def test_a_screen_reader_hears_what_a_painted_widget_is(qtbot: QtBot) -> None:
    describe_kit()
    window = QWidget()
    qtbot.addWidget(window)
    four, chip, drawer = (
        Four("Quiet", "yes"),
        Chip("On site since 10:42", "ok"),
        Drawer(window, "New"),
    )
    heard = []
    for widget in (four, chip, drawer):
        widget.setParent(window)
        found = QAccessible.queryAccessibleInterface(widget)
        heard.append((found.role(), found.text(QAccessible.Text.Name)))
    role = QAccessible.Role
    assert heard == [
        (role.Grouping, "Quiet: there is"),
        (role.StaticText, "On site since 10:42"),
        (role.Dialog, "New"),
    ]


def test_lengths_grow_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_scale", 1.25)
    assert (theme.px(38), theme.font(15).pixelSize()) == (48, 19)
