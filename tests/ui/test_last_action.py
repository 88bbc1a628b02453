"""Ways out of a refusal in the top bar: seen, reached by key, performed, taken back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bookings.actions import MoveBooking
from app.desk import Desk
from app.slot import Place
from tests.making.bookings import make_booking, make_room, slot
from tests.ui.bookings.by_hand import place_of
from tests.ui.conftest import settle
from ui import theme
from ui.bookings.tab import BookingsTab
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.last_action import LastAction, _two_lines

K = Qt.Key


@pytest.fixture
def rooms(file_desk: Desk) -> dict[str, UUID]:
    return {name: make_room(file_desk, name, capacity=30) for name in ("Hall", "Class")}


@pytest.fixture
def view(
    qt_desk: QtDesk, qtbot: QtBot, qapp: QApplication, shared_cache: Path, rooms: dict[str, UUID]
) -> Iterator[DeskView]:
    theme.apply(qapp, "light", 1.0, shared_cache)
    made = DeskView(qt_desk)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_tab("bookings")
    settle(qt_desk, qtbot)
    yield made
    shiboken6.delete(made)
    settle(qt_desk, qtbot)


@pytest.fixture
def clash(
    file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot, rooms: dict[str, UUID], view: DeskView
) -> Callable[[], UUID]:
    """Somebody in the planner wants a time that is taken; the id is that of her booking."""
    choir = make_booking(file_desk, rooms["Hall"], "13:00", "14:00")
    make_booking(file_desk, rooms["Class"], "15:00", "16:00", "Exam")

    def clash_it() -> UUID:
        tab = view.tab()
        assert isinstance(tab, BookingsTab)
        tab.planner.setFocus()
        here, there = slot("13:00", "14:00"), slot("15:00", "16:00")
        qt_desk.do(MoveBooking(choir, Place(rooms["Hall"], here), Place(rooms["Class"], there)))
        settle(qt_desk, qtbot)
        settle(qt_desk, qtbot)
        return choir

    return clash_it


def names(slot_: LastAction) -> list[str]:
    return [button.accessibleName() for button in slot_.offers.buttons if button.isVisible()]


def test_a_refused_move_offers_another_room_and_another_time(
    view: DeskView, clash: Callable[[], UUID]
) -> None:
    clash()
    assert view.last_action.text == "Class is taken: “Exam”, 15:00–16:00."
    assert names(view.last_action) == ["Free: Hall", "Free 16:00–17:00", "Put on the waiting list"]


def test_an_offer_is_taken_by_keys_and_taken_back(
    view: DeskView,
    clash: Callable[[], UUID],
    rooms: dict[str, UUID],
    file_desk: Desk,
    qt_desk: QtDesk,
    qtbot: QtBot,
) -> None:
    choir = clash()
    planner = QApplication.focusWidget()
    assert planner is not None
    QTest.keyClick(planner, K.Key_F10)
    first = QApplication.focusWidget()
    assert first is view.last_action.offers.buttons[0]
    QTest.keyClick(first, K.Key_Tab)
    second = QApplication.focusWidget()
    assert second is view.last_action.offers.buttons[1]
    QTest.keyClick(second, K.Key_Return)
    settle(qt_desk, qtbot)
    assert place_of(file_desk, choir) == Place(rooms["Class"], slot("16:00", "17:00"))
    assert names(view.last_action) == []
    assert QApplication.focusWidget() is planner
    QTest.keyClick(planner, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qt_desk, qtbot)
    assert place_of(file_desk, choir) == Place(rooms["Hall"], slot("13:00", "14:00"))


def test_the_next_sentence_has_no_old_offers(view: DeskView, clash: Callable[[], UUID]) -> None:
    clash()
    wide = view.last_action.maximumWidth()
    view.last_action.say("Something else")
    assert names(view.last_action) == []
    assert view.last_action.maximumWidth() < wide


def test_where_buttons_have_no_room_a_menu_has_them(
    view: DeskView, clash: Callable[[], UUID]
) -> None:
    clash()
    offers = view.last_action.offers
    offers.fit(60)
    assert names(view.last_action) == []
    QTest.keyClick(view, K.Key_F10)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Ways out"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Room is taken. Choose another.", ("Room is taken.", "Choose another.")),
        ("Kopsavilkums 15. okt.", ("Kopsavilkums 15. okt.", "")),
        (
            "“Choir” moved to the great hall, 15. okt., 14.30",
            ("“Choir” moved to the great", "hall, 15. okt., 14.30"),
        ),
    ],
)
def test_sentences_on_two_lines(text: str, lines: tuple[str, str]) -> None:
    assert _two_lines(text) == lines


def test_what_was_taken_back_can_be_done_again(
    view: DeskView, rooms: dict[str, UUID], file_desk: Desk, qtbot: QtBot
) -> None:
    booking = make_booking(file_desk, rooms["Hall"])
    before = place_of(file_desk, booking)
    view.desk.do(MoveBooking(booking, before, Place(rooms["Class"], slot("18:00", "19:00"))))
    settle(view.desk, qtbot)
    assert view.last_action._undo.isVisibleTo(view)
    view.desk.undo()
    settle(view.desk, qtbot)
    assert place_of(file_desk, booking) == before
    assert not view.last_action._undo.isVisibleTo(view)
    view.last_action._redo.click()
    settle(view.desk, qtbot)
    assert place_of(file_desk, booking) != before
    assert view.last_action._undo.isVisibleTo(view)
