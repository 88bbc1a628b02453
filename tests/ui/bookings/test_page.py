"""The page round the board: empty, another day, every look."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.language import Language, use
from tests.making.bookings import THURSDAY, make_booking, make_closure, make_room
from tests.ui.bookings.by_hand import K, Rooms, Show, press
from ui import theme
from ui.desk import QtDesk


def test_a_booking_of_another_day_is_brought_to_sight(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    far = make_booking(file_desk, rooms["Small"], day=THURSDAY + timedelta(days=9))
    tab = show()
    tab.show_this(far)
    qtbot.waitUntil(lambda: tab.planner.spot is not None and tab.planner.spot.booking_id == far)


def test_without_rooms_the_page_says_what_to_do(show: Show) -> None:
    tab = show()
    assert not tab.planner.isVisible()
    went: list[tuple[str, object]] = []
    tab.go.connect(lambda name, what: went.append((name, what)))
    tab._empty.wanted.emit()
    assert went == [("settings", "rooms")]


@pytest.mark.parametrize("look", ["light 1", "dark 1", "contrast 2", "light 2"])
def test_every_look_paints_everything(
    show: Show, rooms: Rooms, file_desk: Desk, looks: Path, look: str
) -> None:
    """All signs at once: pending, tentative, private, an event's, closed, buffers, parts, a ghost."""
    part = make_room(file_desk, "Part", part_of_id=rooms["Hall"], setup_minutes=30)
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00", pending=True, tentative=True)
    make_booking(file_desk, part, "14:00", "14:20", "A long title", private=True, people=3)
    make_closure(file_desk, None, "16:00", "18:00", "Fire drill")
    use(Language.UK)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    name, size = look.split()
    theme.apply(app, name, float(size), looks)
    try:
        tab = show()
        tab.planner.choose(choir)
        press(tab, K.Key_M, K.Key_Right)
        picture = tab.grab().toImage()
        assert tab.width() == 1154
        assert len({picture.pixel(x, y) for x in range(0, 1154, 7) for y in range(0, 704, 7)}) > 5
    finally:
        theme.apply(app, "light", 1.0, looks)


def test_a_button_gives_up_its_words_only_where_that_saves_a_line(show: Show, rooms: Rooms) -> None:
    tab = show()
    row, texts = tab._row, lambda: (tab.find_button.text().strip(), tab.more.text().strip())
    row.fit(2000)
    whole = row.sizeHint().width()
    row.fit(whole - 30)
    assert texts() == ("F3", "More…")
    row.fit(whole // 2 + 120)
    assert texts() == ("Free room…", "More…"), "two lines it is anyway"
