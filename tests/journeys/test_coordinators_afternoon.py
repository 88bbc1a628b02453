"""A coordinator's afternoon in the whole window: once without a mouse, once with it.

A weekly class over a holiday and a clash; from one date on it begins later; half of the hall for a
group while a choir has the whole, so the group waits, and comes in when the choir cancels; the plan
of the day for the door of the half.
"""

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from app.bookings.board import BookingCard
from app.bookings.queries import DayBoard
from app.bookings.series_preview import DateState
from app.desk import Desk
from tests.app.sheets.reading import text_of
from tests.journeys.hands import LEFT, NO, RIGHT, Hands, Keyboard, Mouse
from tests.making.bookings import at, make_booking, make_room
from ui import theme
from ui.bookings import papers
from ui.bookings.board import Planner
from ui.bookings.form import BookingDrawer
from ui.bookings.papers import PapersDrawer
from ui.bookings.scope_drawer import EditScopeDrawer
from ui.bookings.series_drawer import SeriesDrawer
from ui.bookings.span import View
from ui.bookings.tab import BookingsTab
from ui.bookings.waiting import WaitingDrawer
from ui.desk import QtDesk
from ui.desk_view import DeskView

TODAY, FIRST = date(2026, 10, 15), date(2026, 10, 21)
CLASH, HOLIDAY, LATER = date(2026, 11, 4), date(2026, 11, 18), date(2026, 11, 11)
LAST = date(2026, 12, 23)
Rooms = dict[str, UUID]


@pytest.fixture
def rooms(file_desk: Desk) -> Rooms:
    """A hall in two halves, taken by a choir today, and two rooms, one with an exam on a Wednesday."""
    hall = make_room(file_desk, "Hall", capacity=80, position=0)
    made = {
        "Hall": hall,
        "North": make_room(file_desk, "North", capacity=50, part_of_id=hall, position=1),
        "South": make_room(file_desk, "South", capacity=30, part_of_id=hall, position=2),
        "Class": make_room(file_desk, "Class", capacity=30, position=3),
        "Studio": make_room(file_desk, "Studio", capacity=24, position=4),
    }
    make_booking(file_desk, hall, "14:00", "16:00", "Choir")
    make_booking(file_desk, made["Class"], "18:00", "20:00", "Exam", day=CLASH)
    return made


@pytest.fixture
def view(
    qt_desk: QtDesk, rooms: Rooms, qtbot: QtBot, qapp: QApplication, sheets: Path
) -> Iterator[DeskView]:
    theme.apply(qapp, "light", 1.0, sheets)
    made = DeskView(qt_desk)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    shiboken6.delete(made)


class Coordinator:
    """What she does, whichever hands she has."""

    def __init__(self, hands: Hands, desk: Desk) -> None:
        self.hands, self.desk = hands, desk

    @property
    def tab(self) -> BookingsTab:
        tab = self.hands.view.tab()
        assert isinstance(tab, BookingsTab)
        return tab

    @property
    def planner(self) -> Planner:
        return self.tab.planner

    def cards(self, day: date) -> dict[str, BookingCard]:
        return {
            card.title: card for card in self.desk.ask(DayBoard(day)).cards if not card.cancelled
        }

    def times(self, day: date, title: str = "Painting") -> str:
        card = self.cards(day).get(title)
        return f"{card.place.slot.start:%H:%M}–{card.place.slot.end:%H:%M}" if card else "none"


class WithoutMouse(Coordinator):
    """The keys that the window prints beside its verbs, and Tab."""

    def come(self) -> None:
        self.hands.keys("Ctrl+3")
        self.hands.until(lambda: self.planner.board)
        self.focus_board()

    def focus_board(self) -> None:
        self.hands.keys("F7")
        self.hands.go(self.planner)

    def begin(self, room: str, day: date, start: str, end: str) -> BookingDrawer:
        self.hands.keys("Ctrl+N")
        form = self.hands.shown(BookingDrawer)
        name = next(one for one in _texts(form.place.room) if one.startswith(room))
        self.hands.choose(form.place.room, name)
        self.hands.write(form.place.day, f"{day:%d.%m}")
        self.hands.write(form.place.start, start)
        self.hands.write(form.place.end, end)
        return form

    def open(self, title: str, day: date) -> BookingDrawer:
        """The day by its name, then down the column to the booking."""
        self.hands.keys("Alt+4")
        for _ in range((day - self.tab.views.shown.day).days):
            self.hands.keys("PageDown")
        listed = self.tab.views.list
        self.hands.go(listed)
        self.hands.keys("Home")
        for _ in range(20):
            card = listed.card()
            if card is not None and card.title == title:
                break
            self.hands.keys("Down")
        self.hands.keys("Return")
        return self.hands.shown(BookingDrawer)

    def new_times(self, form: BookingDrawer, start: time, end: time) -> None:
        self.hands.write(form.place.start, f"{start:%H.%M}")
        self.hands.write(form.place.end, f"{end:%H.%M}")

    def from_here_on(self) -> None:
        self.hands.keys("Alt+2")

    def cancel(self, title: str) -> None:
        self.hands.keys("Alt+1", "F5")
        self.focus_board()
        self.hands.keys("Home")
        for _ in range(60):
            spot = self.planner.spot
            if spot is not None and spot.card is not None and spot.card.title == title:
                break
            self.hands.keys("Down")
        self.hands.keys("C")

    def print_door(self) -> PapersDrawer:
        self.focus_board()
        self.hands.keys("Ctrl+P")
        return self.hands.shown(PapersDrawer)

    def save(self, _drawer: PapersDrawer) -> None:
        self.hands.keys("Ctrl+S")


class WithMouse(Coordinator):
    """Drags, clicks, the right button and opened lists."""

    hands: Mouse

    def come(self) -> None:
        bar = self.hands.view.sidebar.tabs
        QTest.mouseClick(bar, LEFT, NO, bar.tabRect(2).center())
        self.hands.until(lambda: self.planner.board)

    def begin(self, room: str, day: date, start: str, end: str) -> BookingDrawer:
        """Along the hours with the button held; halves of the hall are shown first."""
        self.to_day(day)
        if room == "North":
            QTest.mouseClick(self.planner.viewport(), LEFT, NO, self._head("Hall"))
            self.hands.until(lambda: self.planner.board and not self.planner.board.folded)
        view = self.planner.viewport()
        self.hands.drag(view, self._point(room, day, start), self._point(room, day, end))
        return self.hands.shown(BookingDrawer)

    def to_day(self, day: date) -> None:
        """One day after the other, or over the month when it is another one."""
        title = self.tab.views.title
        if day.month == self.tab.views.shown.day.month:
            while self.tab.views.shown.day < day:
                self.hands.click(title.after)
        else:
            self.hands.click(self.tab.views.segments.buttons[View.MONTH])
            self.hands.until(lambda: self.tab.views.month.month)
            while self.tab.views.shown.first.month != day.month:
                self.hands.click(title.after)
            cells = self.tab.views.month
            self.hands.until(lambda: cells.month and cells.month.first.month == day.month)
            box = cells.grid.box(0, day.day - 1)
            self.hands.double_click(cells.viewport(), box.center().toPoint())
        self.hands.until(lambda: self.planner.board and self.planner.board.day == day)

    def open(self, title: str, day: date) -> BookingDrawer:
        self.to_day(day)
        self.hands.double_click(self.planner.viewport(), self._middle(title))
        return self.hands.shown(BookingDrawer)

    def new_times(self, form: BookingDrawer, start: time, end: time) -> None:
        for choice, at_ in ((form.place.start, start), (form.place.end, end)):
            self.hands.choose(choice, f"{at_:%H:%M}")

    def from_here_on(self) -> None:
        scope = self.hands.shown(EditScopeDrawer)
        self.hands.until(lambda: scope.cards)
        assert scope.cards is not None
        self.hands.click(scope.cards.cards[1])

    def cancel(self, title: str) -> None:
        self.hands.click(self.tab.views.segments.buttons[View.DAY])
        self.hands.click(self.tab.views.title.today)
        self.hands.until(lambda: self.planner.board and self.planner.board.day == TODAY)
        middle = self._middle(title)
        with self.hands.in_menu("Cancel the booking"):
            QTest.mouseClick(self.planner.viewport(), LEFT, NO, middle)
            _right_click(self.planner, middle)

    def print_door(self) -> PapersDrawer:
        with self.hands.in_menu("Print…"):
            self.hands.click(self.tab.more)
        return self.hands.shown(PapersDrawer)

    def save(self, drawer: PapersDrawer) -> None:
        assert drawer.other is not None
        self.hands.click(drawer.other)

    def _point(self, room: str, day: date, clock: str) -> QPoint:
        board = self.planner.board
        assert board is not None
        names = {one.id: one.name for one in board.rooms}
        columns = [names[column.room_id] for column in board.columns]
        geometry = self.planner.geometry_
        x = geometry.x(columns.index(room)) + geometry.column_width * 0.3
        return QPointF(x, geometry.y(at(clock, day))).toPoint()

    def _head(self, room: str) -> QPoint:
        below = self._point(room, self.tab.views.shown.day, "12:00")
        return QPoint(below.x(), int(self.planner.geometry_.header) - 10)

    def _middle(self, title: str) -> QPoint:
        board = self.planner.board
        assert board is not None
        card = next(one for one in board.cards if one.title == title)
        room = next(one.name for one in board.rooms if one.id == card.place.room_id)
        slot = card.place.slot
        middle = slot.start + slot.length / 2
        return self._point(room, slot.start.date(), f"{middle:%H:%M}")


def _right_click(planner: Planner, where: QPoint) -> None:
    view = planner.viewport()
    QTest.mousePress(view, RIGHT, NO, where)
    QTest.mouseRelease(view, RIGHT, NO, where)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, view.mapToGlobal(where))
    QApplication.sendEvent(view, event)


def _texts(choice: QComboBox) -> list[str]:
    return [choice.itemText(n) for n in range(choice.count())]


@pytest.fixture(params=[(Keyboard, WithoutMouse), (Mouse, WithMouse)], ids=["keyboard", "mouse"])
def she(
    request: pytest.FixtureRequest, view: DeskView, qt_desk: QtDesk, file_desk: Desk, qtbot: QtBot
) -> WithoutMouse | WithMouse:
    hands, coordinator = request.param
    made = coordinator(hands(view, qt_desk, qtbot), file_desk)
    assert isinstance(made, WithoutMouse | WithMouse)
    return made


def test_an_afternoon(
    she: WithoutMouse | WithMouse,
    rooms: Rooms,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    she.come()
    book_a_class_each_week(she, rooms)
    let_it_begin_later_from_one_date_on(she)
    want_half_of_a_hall_that_is_taken(she)
    let_the_group_in_when_the_choir_cancels(she, rooms)
    put_the_day_on_the_door(she, tmp_path, monkeypatch)


def book_a_class_each_week(she: WithoutMouse | WithMouse, rooms: Rooms) -> None:
    hands = she.hands
    form = she.begin("Class", FIRST, "17:00", "19:00")
    hands.write(form.name, "Painting")
    hands.choose(form.repeating.choice, "Every week")
    hands.accept(form)
    series = hands.shown(SeriesDrawer)
    hands.until(lambda: len(series.rows.rows) == 10)
    by_day = {row.day: row for row in series.rows.rows}
    assert by_day[HOLIDAY].state is DateState.HOLIDAY
    (clash,) = series.rows.undecided()
    hands.choose(clash.choice, "Another room: South")
    assert series.primary is not None
    hands.until(lambda: "Book 9 times" in series.primary.text())
    hands.accept(series)
    hands.until(lambda: she.tab.drawers.shown is None)
    assert she.times(FIRST) == she.times(LAST) == "17:00–19:00"
    assert she.times(HOLIDAY) == "none"
    assert she.cards(CLASH)["Painting"].room_id == rooms["South"]


def let_it_begin_later_from_one_date_on(she: WithoutMouse | WithMouse) -> None:
    hands = she.hands
    form = she.open("Painting", LATER)
    she.new_times(form, time(17, 30), time(19, 30))
    hands.accept(form)
    scope = hands.shown(EditScopeDrawer)
    hands.until(lambda: scope.cards is not None)
    she.from_here_on()
    assert scope.primary is not None
    hands.until(lambda: "Change 6 bookings" in scope.primary.text())
    hands.accept(scope)
    hands.until(lambda: she.tab.drawers.shown is None)

    def begins() -> tuple[str, str, str, str]:
        return she.times(CLASH), she.times(LATER), she.times(HOLIDAY), she.times(LAST)

    later = "17:30–19:30"
    assert begins() == ("17:00–19:00", later, "none", later)
    hands.keys("Ctrl+Z")
    assert begins() == ("17:00–19:00", "17:00–19:00", "none", "17:00–19:00"), "one undo, all back"
    hands.keys("Ctrl+Shift+Z")
    assert begins() == ("17:00–19:00", later, "none", later)


def want_half_of_a_hall_that_is_taken(she: WithoutMouse | WithMouse) -> None:
    hands = she.hands
    back_to_today(she)
    form = she.begin("North", TODAY, "16:00", "17:00")
    hands.write(form.name, "Scouts")
    she.new_times(form, time(15), time(16))
    hands.accept(form)
    hands.until(lambda: form.refusal is not None)
    assert form.refusal is not None
    assert "Choir" in form.refusal.label.text()
    assert form.name.text() == "Scouts"
    (wait,) = [one for one in form.offers if "waiting list" in one.text()]
    hands.press(wait)
    hands.until(lambda: she.tab.drawers.shown is None)
    assert she.times(TODAY, "Scouts") == "none"


def back_to_today(she: WithoutMouse | WithMouse) -> None:
    if isinstance(she, WithMouse):
        she.hands.click(she.tab.views.title.today)
    else:
        she.hands.keys("Alt+1", "F5")
    she.hands.until(lambda: she.planner.board and she.planner.board.day == TODAY)


def let_the_group_in_when_the_choir_cancels(she: WithoutMouse | WithMouse, rooms: Rooms) -> None:
    hands = she.hands
    she.cancel("Choir")
    hands.until(she.tab.calls.waiting.isVisible)
    hands.press(she.tab.calls.waiting)
    waiting = hands.shown(WaitingDrawer)
    hands.until(waiting.book.isEnabled)
    hands.press(waiting.book)
    hands.until(lambda: "Scouts" in she.cards(TODAY))
    hands.press(waiting.close_button)
    assert she.cards(TODAY)["Scouts"].room_id == rooms["North"]
    assert "Choir" not in she.cards(TODAY)


def put_the_day_on_the_door(
    she: WithoutMouse | WithMouse, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = she.hands
    drawer = she.print_door()
    hands.choose(drawer.choices.room, "North")
    hands.until(lambda: drawer._pdf)
    path = folder / "door.pdf"
    answer: Callable[..., Path] = lambda *_: path  # noqa: E731 - the system's own window for files
    monkeypatch.setattr(papers, "save_file_as", answer)
    she.save(drawer)
    hands.until(path.exists)
    text = text_of(path.read_bytes())
    assert "Scouts" in text
    assert "15.00–16.00" in text
    assert "Choir" not in text
