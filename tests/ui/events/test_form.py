"""The event drawer: planning, a refusal with ways out, moving, and cancelling with whom to tell."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bookings.queries import DayBoard
from app.desk import Desk
from app.events.board import SessionBoard
from app.events.queries import AgendaDay
from app.language import say
from app.slot import Place
from tests.making.bookings import THURSDAY, at, make_booking, slot
from tests.making.events import make_event, make_registration, planned
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.events.copy_drawer import CopyDrawer
from ui.events.events_page import EventsPage
from ui.events.form import EventDrawer
from ui.events.news_drawer import NewsDrawer
from ui.events.whom_to_tell import WhomToTellDrawer
from ui.kit.buttons import Button

Show = Callable[[], EventsPage]
Rooms = dict[str, UUID]
CONTROL = Qt.KeyboardModifier.ControlModifier


def drawer_of(tab: EventsPage, kind: type[QWidget] = EventDrawer) -> QWidget:
    return next(one for one in tab.window().findChildren(kind) if one.isVisible())


def test_planning_by_keys_keeps_what_was_typed_when_the_room_is_taken(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Workshop"], "12:00", "13:00", title="Choir")
    tab = show()
    tab.new()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    settle(qt_desk, qtbot)
    drawer.when.set_place(Place(rooms["Workshop"], slot("12:00", "14:00")))
    QTest.keyClick(drawer.name, Qt.Key.Key_Return, CONTROL)
    assert drawer.name.hasFocus()
    QTest.keyClicks(drawer.name, "Pottery")
    QTest.keyClick(drawer.name, Qt.Key.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    assert drawer.isVisible()
    assert "“Choir”" in drawer.refusal.label.text()
    assert drawer.name.text() == "Pottery"
    offer = drawer.refusal.findChildren(Button)[0]
    assert offer.text() == "Free: Great hall"
    QTest.keyClick(offer, Qt.Key.Key_Return)
    settle(qt_desk, qtbot)
    (row,) = file_desk.ask(AgendaDay(THURSDAY))
    assert (row.title, row.room, row.start) == ("Pottery", "Great hall", at("12:00"))
    assert tab.view.head.title.text() == "Pottery"


def line_of(drawer: EventDrawer, qtbot: QtBot, words: str) -> str:
    """What the line says once it says these words."""
    answer = drawer.room_line.answer

    def said() -> str:
        return answer.note.label.text() if answer.note and drawer.room_line.isVisible() else ""

    qtbot.waitUntil(lambda: words in said())
    return said()


def test_a_new_event_begins_where_a_room_is_free(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Workshop"], "12:00", "13:00", title="Choir")
    tab = show()
    tab.new()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    assert line_of(drawer, qtbot, "13:00") == "The room is free from 13:00 to 15:00"
    wanted = drawer.when.value()
    assert wanted is not None
    assert wanted.in_room == Place(rooms["Workshop"], slot("13:00", "15:00"))


def test_the_line_says_whose_the_room_is_and_its_way_out_sets_the_fields(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Great hall"], "12:00", "14:00", title="Choir")
    tab = show()
    tab.new()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    line_of(drawer, qtbot, "free")
    drawer.when.room.set_value(rooms["Great hall"])
    drawer.when.room.picked.emit(rooms["Great hall"])
    assert line_of(drawer, qtbot, "taken") == "Great hall is taken: “Choir”, 12:00–14:00."
    way_out = next(b for b in drawer.room_line.findChildren(Button) if "14:00" in b.text())
    QTest.keyClick(way_out, Qt.Key.Key_Return)
    line_of(drawer, qtbot, "from 14:00")
    wanted = drawer.when.value()
    assert wanted is not None
    assert wanted.in_room == Place(rooms["Great hall"], slot("14:00", "16:00"))


def test_long_ways_out_wrap_and_the_drawer_keeps_its_width(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Great hall"], "12:00", "14:00", title="Choir")
    tab = show()
    tab.new()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    line_of(drawer, qtbot, "free")
    answer, there = drawer.room_line.answer, Place(rooms["Workshop"], slot("12:00", "14:00"))
    long = say("Another room: {room}", room="The workshop of the potters")
    answer._show("danger", "Taken", ((long, there), (long, there), (long, there)))
    qtbot.waitUntil(lambda: answer.note is not None and answer.note.isVisible())
    end, close = drawer.when.end, drawer.close_button
    assert end.mapTo(drawer, end.rect().topRight()).x() < close.mapTo(drawer, QPoint()).x() + 42


def test_a_place_elsewhere_needs_no_line(
    show: Show, rooms: Rooms, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.new()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    line_of(drawer, qtbot, "free")
    drawer.when.room.set_value(None)
    drawer.when.room.picked.emit(None)
    qtbot.waitUntil(lambda: not drawer.room_line.isVisible())


def test_an_event_is_not_in_its_own_way(
    show: Show, rooms: Rooms, file_desk: Desk, qtbot: QtBot
) -> None:
    make_event(file_desk, rooms["Workshop"], start="12:00", end="13:00")
    tab = show()
    tab.edit()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    assert line_of(drawer, qtbot, "room") == "The room is free from 12:00 to 13:00"


def test_an_edit_moves_the_room_and_changes_the_words(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, rooms["Workshop"], title="Pottery")
    tab = show()
    tab.edit()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    drawer.name.setText("Glazing")
    drawer.when.room.set_value(rooms["Great hall"])
    drawer.when.start.set_time(at("18:00").time())
    drawer.when.start.changed.emit(at("18:00").time())
    QTest.keyClick(drawer.leader, Qt.Key.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    board = file_desk.ask(SessionBoard(event.session_id))
    assert (board.title, board.room) == ("Glazing", "Great hall")
    assert board.place.slot.end == at("20:00")
    (card,) = file_desk.ask(DayBoard(THURSDAY)).cards
    assert (card.title, card.room_id) == ("Glazing", rooms["Great hall"])


def test_cancelling_says_whom_to_tell_and_the_board_restores(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, rooms["Workshop"], title="Pottery")
    visitor = make_visitor(file_desk, "Oto", "Kalns", email="oto@example.lv")
    make_registration(file_desk, event.event_id, visitor)
    tab = show()
    tab.edit()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    assert drawer.other is not None
    drawer.other.click()
    telling = drawer_of(tab, WhomToTellDrawer)
    assert isinstance(telling, WhomToTellDrawer)
    settle(qt_desk, qtbot)
    telling.copy.click()
    assert QGuiApplication.clipboard().text() == "Kalns Oto\toto@example.lv"
    tab.window().activateWindow()
    settle(qt_desk, qtbot)
    QTest.keyClick(telling.people, Qt.Key.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    assert tab.view.head.cancelled.isVisible()
    assert file_desk.ask(DayBoard(THURSDAY)).cards == ()
    tab.view.head.restore.emit()
    settle(qt_desk, qtbot)
    assert not tab.view.head.cancelled.isVisible()


def test_one_more_date_comes_a_week_later_with_its_room_and_goes_again(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, rooms["Workshop"], start="12:00", end="13:00")
    make_booking(file_desk, rooms["Workshop"], "12:30", "14:00", "Choir", day=date(2026, 10, 22))
    tab = show()
    tab.edit()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    settle(qt_desk, qtbot)
    QTest.keyClick(drawer.dates.another, Qt.Key.Key_Return)
    assert "Choir" in line_of(drawer, qtbot, "taken")
    assert [row.state for row in drawer.dates.table.rows] == ["ok", "danger"]
    way_out = next(b for b in drawer.room_line.findChildren(Button) if "Great hall" in b.text())
    QTest.keyClick(way_out, Qt.Key.Key_Return)
    QTest.keyClick(drawer.when.day, Qt.Key.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    board = tab.view.board
    assert board is not None
    assert board.event_id == event.event_id
    assert board.place.slot.start == datetime(2026, 10, 22, 12, 0)
    assert board.place.room_id == rooms["Great hall"]
    tab.edit()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    settle(qt_desk, qtbot)
    QTest.keyClick(drawer.dates.remove, Qt.Key.Key_Return)
    QTest.keyClick(drawer.name, Qt.Key.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    assert tab.view.board is not None
    assert tab.view.board.session_id == event.session_id


def test_a_move_opens_whom_to_tell_and_a_copy_takes_them_along(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, rooms["Workshop"], start="12:00", end="13:00")
    visitor = make_visitor(file_desk, "Oto", "Kalns", phone="26111222")
    make_registration(file_desk, event.event_id, visitor)
    tab = show()
    tab.edit()
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    settle(qt_desk, qtbot)
    drawer.when.set_place(Place(rooms["Great hall"], slot("14:00", "15:00")))
    QTest.keyClick(drawer.name, Qt.Key.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    news = drawer_of(tab, NewsDrawer)
    assert isinstance(news, NewsDrawer)
    settle(qt_desk, qtbot)
    assert "Workshop" in news.words.text()
    assert "26111222" in news.reach.text()
    what = news.table.model().index(0, 2).data()
    assert what == "is moved · 15 Oct", "which of its dates"
    QTest.keyClick(news.table, Qt.Key.Key_Space)
    settle(qt_desk, qtbot)
    assert [row.told for row in news.table.rows] == [True]
    news.dismiss()
    assert not tab.view.head.news.isVisible()
    tab.drawers.copy(event.event_id)
    settle(qt_desk, qtbot)
    copy = drawer_of(tab, CopyDrawer)
    assert isinstance(copy, CopyDrawer)
    settle(qt_desk, qtbot)
    copy.with_people.setChecked(True)
    QTest.keyClick(copy.with_people, Qt.Key.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    board = tab.view.board
    assert board is not None
    assert board.place.slot.start == datetime(2026, 10, 22, 14, 0)
    assert [row.visitor_id for row in board.rows] == [visitor]


def test_an_event_is_planned_where_a_booking_was_begun_or_made_of_one(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    booking = make_booking(file_desk, rooms["Workshop"], "12:00", "13:00", "Choir", people=12)
    tab = show()
    tab.show_this(("plan", (Place(rooms["Great hall"], slot("14:00", "15:00")), "Concert")))
    settle(qt_desk, qtbot)
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    assert drawer.name.text() == "Concert"
    QTest.keyClick(drawer.name, Qt.Key.Key_Return, CONTROL)
    settle(qt_desk, qtbot)
    tab.show_this(("of booking", booking))
    settle(qt_desk, qtbot)
    drawer = drawer_of(tab)
    assert isinstance(drawer, EventDrawer)
    assert (drawer.name.text(), drawer.capacity.value()) == ("Choir", 12)
    drawer.dismiss()
    found = [(row.title, row.room) for row in file_desk.ask(AgendaDay(THURSDAY))]
    assert found == [("Choir", "Workshop"), ("Concert", "Great hall")]
    tab.show_this(("booking", booking))
    settle(qt_desk, qtbot)
    assert tab.view.head.title.text() == "Choir"


def test_an_event_that_is_undone_leaves_an_empty_page_and_no_refusal(
    show: Show, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    refusals: list[object] = []
    qt_desk.refused.connect(refusals.append)
    plan = planned(start="12:00", end="13:00")
    qt_desk.do(plan)
    settle(qt_desk, qtbot)
    tab.choose(plan.session_id)
    settle(qt_desk, qtbot)
    assert tab.view.head.title.isVisible()
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert not tab.view.head.title.isVisible()
    assert refusals == []
