"""The booking form: it answers while one chooses, and keeps what was typed."""

from datetime import timedelta

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bookings.facts import Terms
from app.bookings.model import Setup, Wish
from app.bookings.queries import DayBoard, OneBooking
from app.desk import Desk
from app.slot import Place
from tests.making.bookings import THURSDAY, at, make_booking, make_closure, slot
from tests.making.people import make_twice, merging
from tests.ui.bookings.by_hand import K, Rooms, Show, answer_of, press
from tests.ui.conftest import settle
from ui.bookings.form import BookingDrawer
from ui.desk import QtDesk

FRIDAY = THURSDAY + timedelta(days=1)


def test_the_form_answers_while_one_chooses(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_booking(file_desk, rooms["Hall"], "12:00", "14:00", "Exam")
    tab = show()
    tab.book(Place(rooms["Hall"], slot("13:00", "15:00")))
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    settle(qt_desk, qtbot)
    note = drawer.place.answer.note
    assert note is not None
    assert note.label.text() == "Hall is taken: “Exam”, 12:00–14:00."
    drawer.place.answer.taken.emit(Place(rooms["Class"], slot("13:00", "15:00")))
    qtbot.waitUntil(lambda: "is free" in answer_of(drawer))
    assert answer_of(drawer) == "The room is free from 13:00 to 15:00"
    drawer.place.start.set_time(at("16:00").time())
    drawer.place.start.changed.emit(at("16:00").time())
    assert drawer.place.end.at() == at("18:00").time()


def test_a_refused_form_keeps_what_was_typed_and_offers_a_way_out(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.book(Place(rooms["Hall"], slot("13:00", "15:00")))
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    drawer.keep()
    assert file_desk.ask(DayBoard(THURSDAY)).cards == ()
    QTest.keyClicks(drawer.name, "Rehearsal")
    settle(qt_desk, qtbot)
    make_booking(file_desk, rooms["Hall"], "14:00", "15:00", "Quicker")
    drawer.keep()
    settle(qt_desk, qtbot)
    assert drawer.isVisible()
    assert drawer.name.text() == "Rehearsal"
    refusal = drawer.refusal
    assert refusal is not None
    assert "“Quicker”" in refusal.label.text()
    drawer.offers[0].click()
    settle(qt_desk, qtbot)
    cards = {card.title: card.room_id for card in file_desk.ask(DayBoard(THURSDAY)).cards}
    assert cards == {"Quicker": rooms["Hall"], "Rehearsal": rooms["Class"]}


def test_the_board_goes_to_what_was_booked_on_another_day(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.book(Place(rooms["Class"], slot("13:00", "15:00")))
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    drawer.place.day.set_day(FRIDAY)
    drawer.place.day.changed.emit(FRIDAY)
    QTest.keyClicks(drawer.name, "Rehearsal")
    settle(qt_desk, qtbot)
    drawer.keep()
    qtbot.waitUntil(lambda: tab.planner.board is not None and tab.planner.board.day == FRIDAY)
    settle(qt_desk, qtbot)
    (card,) = file_desk.ask(DayBoard(FRIDAY)).cards
    assert tab.planner.spot is not None
    assert tab.planner.spot.booking_id == card.id


def test_opening_a_booking_and_saving_a_change(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    choir = make_booking(file_desk, rooms["Hall"], "10:00", "11:00", holder="Seniors", people=5)
    tab = show()
    tab.planner.choose(choir)
    press(tab, K.Key_Return)
    settle(qt_desk, qtbot)
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    assert drawer.holder.text() == "Seniors"
    drawer.name.setText("Mixed choir")
    drawer.pending.click()
    drawer.keep()
    settle(qt_desk, qtbot)
    (card,) = file_desk.ask(DayBoard(THURSDAY)).cards
    assert (card.title, card.pending, card.people, card.holder) == (
        "Mixed choir",
        True,
        5,
        "Seniors",
    )


def test_a_coordinator_writes_why_a_rule_is_set_aside(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    make_closure(file_desk, rooms["Hall"], "12:00", "14:00", "Heating")
    tab = show()
    tab.book(Place(rooms["Hall"], slot("13:00", "15:00")))
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    QTest.keyClicks(drawer.name, "Rehearsal")
    settle(qt_desk, qtbot)
    qtbot.waitUntil(drawer.override.isVisible)
    drawer.keep()
    assert drawer.override.line.hasFocus()
    QTest.keyClicks(drawer.override.line, "They wear coats")
    drawer.wishes._put(Wish.TEA, 25)
    drawer.place.setup.set_terms(Terms(None, Setup.CIRCLE, 30, 15))
    drawer.keep()
    settle(qt_desk, qtbot)
    (card,) = file_desk.ask(DayBoard(THURSDAY)).cards
    kept = file_desk.ask(OneBooking(card.id)).details
    assert kept.override_reason == "They wear coats"
    assert (kept.setup, kept.before_minutes, kept.after_minutes) == (Setup.CIRCLE, 30, 15)
    assert kept.wishes == ((Wish.TEA, 25),)


def test_a_person_of_the_list_is_found_while_typing_and_keeps_the_booking_when_merged(
    show: Show, rooms: Rooms, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    twice = make_twice(file_desk)
    tab = show()
    tab.book(Place(rooms["Hall"], slot("13:00", "15:00")))
    drawer = tab.drawers.shown
    assert isinstance(drawer, BookingDrawer)
    QTest.keyClicks(drawer.name, "Name day")
    drawer.holder.setFocus()
    QTest.keyClicks(drawer.holder, "berzina")
    popup = drawer.holder.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, K.Key_Down)
    QTest.keyClick(popup, K.Key_Return)
    chosen = drawer.holder.visitor_id
    assert chosen in (twice.older, twice.newer)
    drawer.keep()
    settle(qt_desk, qtbot)
    (card,) = file_desk.ask(DayBoard(THURSDAY)).cards
    assert "·" not in card.holder
    assert "ērziņa" in card.holder
    other = twice.older if chosen == twice.newer else twice.newer
    file_desk.do(merging(file_desk, other, chosen))
    opened = file_desk.ask(OneBooking(card.id))
    assert opened is not None
    assert (opened.details.visitor_id, opened.details.holder) == (other, card.holder)
    file_desk.undo()
    opened = file_desk.ask(OneBooking(card.id))
    assert opened is not None
    assert opened.details.visitor_id == chosen
