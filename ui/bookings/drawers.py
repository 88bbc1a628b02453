"""The drawers of the tab, one open at a time: finding a room, a new booking, an opened one."""

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.bookings.board import BoardRoom, BookingCard
from app.bookings.details import BookingDetails
from app.bookings.queries import OneBooking, OpenedBooking
from app.bookings.series_queries import SeriesCard, SeriesOf
from app.bookings.status import CancelBooking
from app.clock import today
from app.language import tr
from app.permission import Permission
from app.slot import Place
from ui.bookings.calendar_export import CalendarExportDrawer
from ui.bookings.calendar_import import CalendarImportDrawer
from ui.bookings.calls import Calls
from ui.bookings.closure import ClosureDrawer
from ui.bookings.decide_drawer import DecideDrawer
from ui.bookings.find import FindDrawer
from ui.bookings.form import BookingDrawer, blank
from ui.bookings.more_menu import MoreMenu
from ui.bookings.paper_choices import PrintFrom
from ui.bookings.papers import PapersDrawer
from ui.bookings.scope_drawer import CancelScopeDrawer
from ui.bookings.telling import TellingDrawer
from ui.bookings.waiting import WaitingDrawer
from ui.desk import QtDesk
from ui.kit.drawer import Drawer


class Drawers(QObject):
    """While one is open, asking for another does nothing: what is typed is never covered."""

    day_wanted = Signal(object)
    """The day of a room that was found."""
    said = Signal(str, str)
    """As a tab says it."""
    event_wanted = Signal(object)
    """What the events tab is to show."""
    kept = Signal(object)
    """UUID of the booking that was made or changed."""

    def __init__(self, page: QWidget, desk: QtDesk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self.rooms: tuple[BoardRoom, ...] = ()
        self.shown: Drawer | None = None
        self.day: date | None = None
        """What the board shows, as soon as somebody has looked at another day."""

    def be_offered_in(self, menu: MoreMenu, calls: Calls) -> None:
        """Lines of the menu and buttons in the foot, as far as they are allowed."""
        calls.tell_wanted.connect(self.whom_to_tell)
        calls.waiting_wanted.connect(self.waiting_list)
        if self._desk.may(Permission.BOOK):
            menu.add(tr("Whom to tell…"), self.whom_to_tell)
            menu.add(tr("Waiting list…"), self.waiting_list)
        if self._desk.may(Permission.DECIDE_BOOKINGS):
            menu.add(tr("Waits for my decision…"), self.decide)
        if self._desk.may(Permission.RUN_ROOMS):
            menu.add(tr("Close rooms…"), self.close_rooms)
        menu.add(tr("Calendar for other programs…"), self.calendar_out)
        if self._desk.may(Permission.IMPORT) and self._desk.may(Permission.BOOK):
            menu.add(tr("Load a calendar…"), self.calendar_in)

    def find(self, day: date) -> None:
        if self.shown is None:
            drawer = FindDrawer(self._page, self._desk, day)
            drawer.chosen.connect(self._book_found)
            self._open(drawer)

    def book(self, place: Place, people: int = 0) -> None:
        self._form(replace(blank(place), people=people or None))

    def close_rooms(self, room_id: UUID | None = None) -> None:
        if self.shown is None:
            drawer = ClosureDrawer(self._page, self._desk, None, room_id)
            if self.day is not None and self.day > today(self._desk.clock):
                drawer.fields.begin_on(self.day)
            self._open(drawer)

    def print_out(self, come_from: PrintFrom) -> None:
        if self.shown is None:
            drawer = PapersDrawer(self._page, self._desk, come_from)
            drawer.said.connect(self.said)
            self._open(drawer)

    def calendar_out(self) -> None:
        if self.shown is None:
            self._open(CalendarExportDrawer(self._page, self._desk, self.rooms))

    def calendar_in(self) -> None:
        if self.shown is None:
            self._open(CalendarImportDrawer(self._page, self._desk, self.rooms))

    def whom_to_tell(self) -> None:
        if self.shown is None:
            self._open(TellingDrawer(self._page, self._desk))

    def decide(self) -> None:
        if self.shown is None:
            drawer = DecideDrawer(self._page, self._desk)
            drawer.move_wanted.connect(self.edit)
            self._open(drawer)

    def waiting_list(self) -> None:
        if self.shown is None:
            self._open(WaitingDrawer(self._page, self._desk))

    def cancel(self, card: BookingCard) -> None:
        """At once; of a series it is asked whether others go too."""
        if card.repeats:
            self._desk.ask(SeriesOf(card.id), partial(self._cancel, card))
        else:
            self._cancel(card, None)

    def edit(self, booking_id: UUID) -> None:
        self._desk.ask(OneBooking(booking_id), self._edit)

    def copy(self, booking_id: UUID) -> None:
        """A new booking that begins as another one."""
        self._desk.ask(OneBooking(booking_id), self._copy)

    def _cancel(self, card: BookingCard, series: SeriesCard | None) -> None:
        if series is None or series.over:
            self._desk.do(CancelBooking(card.id))
        elif self.shown is None:
            self._open(CancelScopeDrawer(self._page, self._desk, card.id, card.title, series))

    def _edit(self, opened: OpenedBooking) -> None:
        drawer = self._form(opened.details)
        if drawer is not None:
            drawer.change(opened)

    def _copy(self, opened: OpenedBooking) -> None:
        self._form(opened.details)

    def _form(self, details: BookingDetails) -> BookingDrawer | None:
        if self.shown is not None:
            return None
        rooms = tuple(room for room in self.rooms if not room.retired)
        drawer = BookingDrawer(self._page, self._desk, rooms, details, today(self._desk.clock))
        drawer.event_wanted.connect(self.event_wanted)
        drawer.kept.connect(self.kept)
        self._open(drawer)
        return drawer

    def _book_found(self, place: Place, people: int) -> None:
        self.day_wanted.emit(place.slot.start.date())
        self.book(place, people)

    def _open(self, drawer: Drawer) -> None:
        self.shown = drawer
        drawer.closed.connect(self._closed)
        drawer.open()

    def _closed(self) -> None:
        self.shown = None
