from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.kit.buttons import Button, Segments
from ui.kit.radio_cards import RadioCards, Way


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    button = Button("Register", kind="primary", icon="check")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_an_ampersand_is_no_shortcut_and_the_name_is_what_is_read(qtbot: QtBot) -> None:
    button = Button("Tea & cake", icon="check")
    qtbot.addWidget(button)
    assert button.text() == "\u00a0Tea && cake"
    assert button.accessibleName() == "Tea & cake"


def test_arrows_choose_a_segment_and_stop_at_the_ends(qtbot: QtBot) -> None:
    segments = Segments(["All", "Today", "On site"], "Which")
    qtbot.addWidget(segments)
    said: list[int] = []
    segments.chosen.connect(said.append)
    for _ in range(4):
        buttons = segments.findChildren(Button)
        qtbot.keyClick(buttons[segments.current], Qt.Key.Key_Right)
    assert said == [1, 2]
    assert [b.isChecked() for b in segments.findChildren(Button)] == [False, False, True]


def test_segments_are_one_tab_stop(qtbot: QtBot) -> None:
    segments = Segments(["All", "Today", "On site"], "Which", current=1)
    qtbot.addWidget(segments)
    by_tab = Qt.FocusPolicy.TabFocus
    stops = [b.text() for b in segments.findChildren(Button) if b.focusPolicy() & by_tab]
    assert stops == ["Today"]


def test_a_segment_chosen_from_outside_says_nothing(qtbot: QtBot) -> None:
    segments = Segments(["All", "Today"])
    qtbot.addWidget(segments)
    with qtbot.assertNotEmitted(segments.chosen):
        segments.show_choice(1)
    assert segments.current == 1


def test_radio_cards_choose_by_click_arrow_and_key(qtbot: QtBot) -> None:
    ways = [Way("one", "Only this"), Way("all", "All of them", "8 dates", key="Alt+2")]
    cards = RadioCards("Which dates", ways, "one")
    qtbot.addWidget(cards)
    cards.show()
    said: list[str] = []
    cards.chosen.connect(said.append)
    qtbot.keyClick(cards.cards[0], Qt.Key.Key_Down)
    qtbot.mouseClick(cards.cards[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(cards.cards[0], Qt.MouseButton.LeftButton)
    assert said == ["all", "one"]
    assert [card.isChecked() for card in cards.cards] == [True, False]


def test_nothing_need_be_chosen_at_first(qtbot: QtBot) -> None:
    cards = RadioCards("Which", [Way(1, "One"), Way(2, "Two")])
    qtbot.addWidget(cards)
    assert cards.value() is None
    assert not any(card.isChecked() for card in cards.cards)
    assert cards.cards[0].focusPolicy() == Qt.FocusPolicy.StrongFocus
