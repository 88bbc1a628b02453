"""Ways to every screen of the real window, and to every drawer in which somebody writes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bookings.board import Board
from app.bookings.queries import FullDayBoard
from app.desk import Desk
from tests.hostile.world import World
from tests.making.accessibility import TODAY
from tests.ui.conftest import settle
from ui.accessibility.reveal import NeedsBox
from ui.accessibility.tab import COMING, CONSENTS, PEOPLE, ROOMS
from ui.bookings.span import View
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.kit.drawer import Drawer
from ui.visitors.on_site import OnSitePage

Screen = Callable[["Window"], None]
LEFT = Qt.MouseButton.LeftButton


class Window:
    """The real window over a desk, and what one does in it."""

    def __init__(self, desk: Desk, qt_desk: QtDesk, qtbot: QtBot, world: World) -> None:
        self.desk, self.qt_desk, self.qtbot, self.known = desk, qt_desk, qtbot, world
        self.failed: list[Exception] = []
        qt_desk.failed.connect(self.failed.append)
        self.view = DeskView(qt_desk)
        self.view.resize(1366, 768)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.activateWindow()
        self.settle()

    @property
    def tab(self) -> Any:
        return self.view.tab()

    def settle(self) -> None:
        """Answers ask again; pictures of paper come a little later."""
        for _ in range(3):
            QApplication.processEvents()
            settle(self.qt_desk, self.qtbot)
        assert not self.failed, self.failed

    def show(self, tab: str, what: object = None) -> None:
        for drawer in self.drawers():
            drawer.dismiss()
        self.view.show_tab(tab, what)
        self.settle()

    def drawers(self) -> list[Drawer]:
        return [one for one in self.view.window().findChildren(Drawer) if one.isVisible()]

    def press(self, inside: QWidget, name: str) -> None:
        """Click the first button there that is called so."""
        buttons = [b for b in inside.findChildren(QPushButton) if b.accessibleName() == name]
        QTest.mouseClick(next(b for b in buttons if b.isVisible()), LEFT)
        self.settle()


def today(window: Window) -> None:
    window.show("today")


def person(window: Window) -> None:
    window.show("visitors", window.known.visitor)
    for box in window.tab.card.findChildren(NeedsBox):
        window.press(box, "Show")


def family(window: Window) -> None:
    window.show("visitors", window.known.visitor)
    window.tab.card.show_family()


def consents(window: Window) -> None:
    window.show("visitors", window.known.visitor)
    window.tab.card.show_consents()


def on_site(window: Window) -> None:
    window.show("visitors", "on site")
    assert window.tab.findChild(OnSitePage).isVisible()


def found(window: Window) -> None:
    window.show("today")
    window.view.omni.focus_all()
    window.view.omni.field.setText(window.known.text)
    window.settle()
    assert window.view.omni.popup.isVisible()


def register(window: Window) -> None:
    window.show("visitors", ("register", ""))
    (drawer,) = window.drawers()
    drawer._given.setText(window.known.text)
    drawer._family.setText(window.known.text)
    drawer._looking.timeout.emit()  # as when the typing rests
    window.settle()


def edit_person(window: Window) -> None:
    person(window)
    window.tab._edit()


def board(window: Window) -> None:
    window.show("bookings", TODAY)


def day_list(window: Window) -> None:
    window.show("bookings", TODAY)
    window.tab.views.choose(View.LIST)


def week(window: Window) -> None:
    window.show("bookings", TODAY)
    window.tab.views.choose(View.WEEK)
    window.settle()


def month(window: Window) -> None:
    window.show("bookings", TODAY)
    window.tab.views.choose(View.MONTH)
    window.settle()


def book(window: Window) -> None:
    window.show("bookings", TODAY)
    window.tab.new()


def edit_booking(window: Window) -> None:
    window.show("bookings", TODAY)
    day: Board = window.desk.ask(FullDayBoard(TODAY))
    card = day.card(window.known.booking)
    assert card is not None
    window.tab.open_booking(card)


def find_room(window: Window) -> None:
    window.show("bookings", "find")


def event(window: Window) -> None:
    window.show("events", window.known.event.session_id)


def plan(window: Window) -> None:
    event(window)
    window.tab.new()


def edit_event(window: Window) -> None:
    event(window)
    window.tab.events.edit()


def tell(window: Window) -> None:
    event(window)
    window.tab.events._tell()


def sheet(window: Window) -> None:
    window.show("events", ("sheet", window.known.event.session_id))


def badges(window: Window) -> None:
    sheet(window)
    window.tab.events.sheet.badges.click()


def certificates(window: Window) -> None:
    sheet(window)
    window.tab.events.sheet.certificates.click()


def needs_page(page: int) -> Screen:
    def show(window: Window) -> None:
        window.show("needs")
        window.tab.jump_to_now()
        window.tab.segments.choose(page)

    return show


def record(window: Window) -> None:
    window.show("needs", ("record", window.known.visitor))


def prepare(window: Window) -> None:
    window.show("needs")
    window.tab._show_details(window.tab._sessions[0])


def needs_paper(window: Window) -> None:
    window.show("needs")
    window.tab.jump_to_now()  # away from the paper: from there it would go to the printer
    window.tab.print_page()


def settings(section: str) -> Screen:
    return lambda window: window.show("settings", section)


def one_room(window: Window) -> None:
    window.show("settings", window.known.room)


def new_in(section: str) -> Screen:
    def open_it(window: Window) -> None:
        window.show("settings", section)
        window.tab.new()

    return open_it


SCREENS: dict[str, Screen] = {
    "today": today,
    "card": person,
    "family": family,
    "consents": consents,
    "on site": on_site,
    "omni box": found,
    "duplicates": register,
    "board": board,
    "day list": day_list,
    "week of all rooms": week,
    "month": month,
    "booking": edit_booking,
    "free room": find_room,
    "event": event,
    "event form": edit_event,
    "whom to tell": tell,
    "sheet": sheet,
    "badges": badges,
    "certificates": certificates,
    "coming": needs_page(COMING),
    "people with needs": needs_page(PEOPLE),
    "rooms and features": needs_page(ROOMS),
    "consents to end": needs_page(CONSENTS),
    "prepare": prepare,
    "record a need": record,
    "list of needs": needs_paper,
    "centre": settings("centre"),
    "rooms": settings("rooms"),
    "one room": one_room,
    "hours": settings("hours"),
    "organisations": settings("organisations"),
    "staff": settings("staff"),
}
DRAWERS: dict[str, Screen] = {
    "register": register,
    "edit a person": edit_person,
    "book": book,
    "edit a booking": edit_booking,
    "plan": plan,
    "edit an event": edit_event,
    "record a need": record,
    "organisation": new_in("organisations"),
    "account": new_in("staff"),
    "closure": new_in("hours"),
}
