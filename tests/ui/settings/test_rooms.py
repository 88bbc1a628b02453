"""Rooms: made, named, measured, divided, retired; each change at once."""

from datetime import datetime, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.bookings.board import BoardRoom
from app.bookings.details import RoomDay
from app.bookings.model import Feature, Having, Setup
from app.bookings.room_queries import RoomCard, Rooms
from tests.making.bookings import make_booking
from tests.ui.settings.conftest import Opened, write
from ui.settings.room_rules import RoomRulesDrawer
from ui.settings.rooms import RoomsSection


@pytest.fixture
def section(opened: Opened) -> RoomsSection:
    found = opened.show("rooms")
    assert isinstance(found, RoomsSection)
    return found


def room(opened: Opened, name: str) -> BoardRoom:
    return next(one for one in opened.ask(Rooms()) if one.name == name)


def focused(opened: Opened) -> QLineEdit:
    line = opened.tab.focusWidget()
    assert isinstance(line, QLineEdit)
    return line


def test_a_new_room_is_named_right_away(opened: Opened, section: RoomsSection) -> None:
    opened.tab.new()
    opened.settle()
    write(focused(opened), "Kitchen")
    opened.settle()
    assert [one.name for one in opened.ask(Rooms())] == ["Great hall", "Study room", "Kitchen"]
    assert all(one.features == () for one in opened.ask(Rooms()))
    opened.undo()
    opened.undo()
    assert [one.name for one in opened.ask(Rooms())] == ["Great hall", "Study room"]


def test_a_room_keeps_a_name(opened: Opened, section: RoomsSection) -> None:
    write(section.form.field("name").widget, "")
    opened.settle()
    line = section.form.field("name").widget
    assert line.accessibleDescription() == "Write the name of the room."
    assert room(opened, "Great hall")


def test_seats_and_buffers(opened: Opened, section: RoomsSection) -> None:
    seats = section.form.field("wheelchair_places").widget
    seats.setFocus()
    QTest.keyClick(seats, Qt.Key.Key_Up)
    QTest.keyClick(seats, Qt.Key.Key_Up)
    QTest.keyClick(seats, Qt.Key.Key_Tab)
    opened.settle()
    assert room(opened, "Great hall").wheelchair_places == 2


def test_a_feature_is_chosen_with_the_arrow_keys(opened: Opened, section: RoomsSection) -> None:
    loop = section.features.fours[Feature.HEARING_LOOP]
    loop.setFocus()
    QTest.keyClick(loop, Qt.Key.Key_Left)
    opened.settle()
    assert room(opened, "Great hall").having(Feature.HEARING_LOOP) is Having.NO
    opened.undo()
    assert room(opened, "Great hall").having(Feature.HEARING_LOOP) is Having.UNKNOWN
    assert loop.value == Having.UNKNOWN


def test_limited_asks_what_is_limited(opened: Opened, section: RoomsSection) -> None:
    ramp = section.features.fours[Feature.RAMP]
    ramp.choose(Having.LIMITED)
    opened.settle()
    write(focused(opened), "can be taken away")
    opened.settle()
    (feature,) = room(opened, "Great hall").features
    assert (feature.having, feature.measure) == (Having.LIMITED, "can be taken away")


def test_a_hall_in_two_parts(opened: Opened, section: RoomsSection) -> None:
    whole = room(opened, "Great hall").id
    for _ in range(2):
        section.show_this(whole)
        opened.settle()
        section.form.part_wanted.emit(whole)
        opened.settle()
    parts = [one.name for one in opened.ask(Rooms()) if one.part_of_id == whole]
    assert parts == ["Part A", "Part B"]


def test_a_room_with_bookings_ahead_is_not_retired(opened: Opened, section: RoomsSection) -> None:
    told: list[str] = []
    opened.tab.said.connect(lambda text, _: told.append(text))
    hall: UUID = room(opened, "Great hall").id
    make_booking(opened.desk, hall, "15:00", "16:00")
    section.retire.click()
    opened.settle()
    assert told == ["Great hall still has 1 booking. Move or cancel it first."]
    opened.desk.clock.at = datetime.fromisoformat("2026-10-16T09:00:00+00:00")  # type: ignore[attr-defined]
    section.retire.click()
    opened.settle()
    assert room(opened, "Great hall").retired
    assert section.retire.accessibleName() == "Give out again"


def test_the_rules_of_a_room_are_kept_together(opened: Opened, section: RoomsSection) -> None:
    section.rules.click()
    drawer = section.window().findChild(RoomRulesDrawer)
    assert drawer is not None
    drawer.notice.setValue(48)
    drawer.longest.set_value(120)
    drawer.approval.setChecked(True)
    drawer.seats[Setup.CIRCLE].setValue(20)
    monday, saturday = drawer.days[0], drawer.days[5]
    saturday.how.set_value("closed")
    monday.how.set_value("own")
    monday.closes.setEnabled(True)
    write(monday.closes.lineEdit(), "nonsense")
    drawer.keep()
    assert drawer.isVisible()
    assert drawer.refusal.isVisible()
    monday.closes.set_time(time(22))
    drawer.keep()
    opened.settle()
    kept = opened.ask(RoomCard(room(opened, "Great hall").id)).details
    assert (kept.notice_hours, kept.longest_minutes, kept.needs_approval) == (48, 120, True)
    assert kept.seats == ((Setup.CIRCLE, 20),)
    assert kept.days == (RoomDay(0, time(9), time(22)), RoomDay(5))
    opened.undo()
    assert opened.ask(RoomCard(room(opened, "Great hall").id)).details.days == ()
