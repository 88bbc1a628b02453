"""Room bookings: a day, a week, a month or a list, the booking form, finding a free room."""

from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.action import Kind
from app.bookings.actions import MoveBooking
from app.bookings.board import Board, BoardRoom, BookingCard
from app.bookings.occupancy import Month, MonthOccupancy
from app.bookings.queries import FullSpanBoard, OneBooking, OpenedBooking, SpanBoard
from app.clock import wall_now
from app.events.by_its_room import MoveSessionByItsRoom
from app.language import tr
from app.permission import Permission
from app.slot import Place
from ui.bookings import cursor as cursors
from ui.bookings.calls import Calls
from ui.bookings.cursor import Cursor
from ui.bookings.drawers import Drawers
from ui.bookings.ghost import Ghost
from ui.bookings.hints import show_hints
from ui.bookings.legend import Foot
from ui.bookings.menu import board_menu, cell_menu, menu_for
from ui.bookings.more_menu import MoreMenu
from ui.bookings.paper_choices import print_from
from ui.bookings.shadows import parts_booked, parts_of_halls
from ui.bookings.span import Shown, View
from ui.bookings.title_row import TitleRow
from ui.bookings.views import Views
from ui.kit.buttons import Button
from ui.kit.empty import Empty
from ui.kit.tab import Tab
from ui.theme import px

MARGIN = 20
FOOT_FROM = 380
"""Its own height at 100 %."""
MINUTE = 20_000
"""Milliseconds between two looks at the clock."""


class BookingsTab(Tab):
    """Some days at a time; every view shows the same bookings and can the same."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.ROOMS, Kind.BOOKINGS, Kind.CENTRE, Kind.ORGANISATIONS}
    )

    def build(self) -> None:
        now = self._now()
        self._board: Board | None = None
        self._parts: bool | None = None
        self._folded: frozenset[UUID] = frozenset()
        self._sought: UUID | None = None
        self.drawers = Drawers(self, self.desk)
        self.views = Views(self, now.date())
        self.planner, self.list = self.views.planner, self.views.list
        self.find_button = Button(tr("Free room…"), icon="search")
        self.find_button.setToolTip("F3")
        self.book_button = Button(tr("Book"), kind="primary", icon="add")
        self.book_button.setToolTip("Ctrl+N")
        self.calls = Calls(self.desk)
        self.more = MoreMenu()
        self.foot = Foot()
        self._lay_out()
        self._connect()
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(lambda: self.views.set_now(self._now()))
        self._clock.start()

    def reload(self) -> None:
        may_book = self.desk.may(Permission.BOOK)
        if may_book:
            self.calls.reload()
        full = may_book and not self.private
        shown = self.views.shown
        if shown.view is View.MONTH:
            self.desk.ask(MonthOccupancy(shown.first), self._show_month)
        else:
            question = FullSpanBoard if full else SpanBoard
            self.desk.ask(question(shown.first, shown.days), self._show)

    def set_private(self, private: bool) -> None:
        """The screen faces the queue: private bookings are only taken rooms."""
        if private != self.private:
            super().set_private(private)
            self.reload()

    def show_days(self, shown: Shown) -> None:
        """Other days, or the same another way."""
        if shown.first != self.views.shown.first:
            self._parts = None
        self.drawers.day = shown.day
        self.views.show_choice(shown, self._now().date())
        self._row.fit(self.width() - 2 * px(MARGIN))
        if self._board is not None and _is_of(self._board, shown):
            self._show(self._board)
        else:
            self.reload()

    def show_day(self, day: date) -> None:
        self.show_days(self.views.shown.on(day))

    def show_this(self, what: object) -> None:
        """A day, a booking, "find", or "decide"."""
        if isinstance(what, UUID):
            self.desk.ask(OneBooking(what), self._seek)
        elif isinstance(what, date):
            self.show_day(what)
        elif what == "find":
            self.find_room()
        elif what == "decide":
            self.drawers.decide()

    def new(self) -> None:
        """Ctrl+N, N: at the cursor, but on this day not before now."""
        board, spot = self._board, self.views.spot(self._now())
        if spot is None:
            return
        now = self._now()
        self.book(cursors.to_book(board, spot, now) if board else spot.place)

    def jump_to_now(self) -> None:
        """F5."""
        self.planner.spot = None
        self.show_day(self._now().date())

    def alt_key(self, key: Qt.Key) -> bool:
        """As in the board itself: Alt+1 … 4 another view, Alt+M more."""
        if key == Qt.Key.Key_M:
            self.more.click()
            return True
        return self.views.by_key(key - Qt.Key.Key_1)

    def take_focus(self) -> None:
        self.panels()[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panels(self) -> list[QWidget]:
        return [self.views.title.before, self.views.current]

    def find_room(self) -> None:
        """F3."""
        self.drawers.find(self.views.shown.day)

    def print_page(self) -> None:
        """Ctrl+P."""
        spot = self.views.spot(self._now())
        if spot is not None:
            nameable = self.desk.may(Permission.BOOK) and not self.private
            self.drawers.print_out(print_from(self.drawers.rooms, spot, nameable=nameable))

    def book(self, place: Place | None) -> None:
        """A new booking; the list knows no place for it."""
        if place is None:
            self.new()
        else:
            self.drawers.book(place)

    def open_booking(self, card: BookingCard) -> None:
        if card.of_event:
            self.go.emit("events", ("booking", card.id))
            return
        self.drawers.edit(card.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.fit(self.width() - 2 * px(MARGIN))
        self._fit_foot()

    def _fit_foot(self) -> None:
        """On a low page the hours need the room; tooltips and F1 say the same."""
        as_list = self.views.shown.view is View.LIST
        self.foot.setVisible(as_list or self.height() >= px(FOOT_FROM))

    def _show(self, board: Board) -> None:
        if not _is_of(board, self.views.shown):
            return
        shown = parts_booked(board) if self._parts is None else self._parts
        self._folded = frozenset() if shown else parts_of_halls(board.rooms)
        board = replace(board, folded=self._folded)
        self._board = board
        if not self._came(board.rooms):
            return
        self.views.show_board(board, self._now())
        self._row.fit(self.width() - 2 * px(MARGIN))
        if self._sought is not None and board.card(self._sought) is not None:
            self.views.find(self._sought)
            self._sought = None
        show_hints(self.foot, self.views, board)
        self._fit_foot()

    def _show_month(self, month: Month) -> None:
        if (self.views.shown.view, self.views.shown.first) != (View.MONTH, month.first):
            return
        rooms = tuple(room.room for room in month.rooms)
        self._board = None
        if not self._came(rooms):
            return
        self._folded = frozenset() if self._parts else parts_of_halls(rooms)
        self.views.show_month(month, self._folded, self._now())
        self._row.fit(self.width() - 2 * px(MARGIN))
        show_hints(self.foot, self.views)
        self._fit_foot()

    def _came(self, rooms: tuple[BoardRoom, ...]) -> bool:
        """False when there is nothing to show yet."""
        self.drawers.rooms = rooms
        if not rooms:
            self.views.pages.setCurrentWidget(self._empty)
        return bool(rooms)

    def _seek(self, opened: OpenedBooking) -> None:
        self._sought = opened.id
        place = opened.details.place
        shown = self.views.shown.on(place.slot.start.date())
        shown = shown.as_view(View.DAY) if shown.view is View.MONTH else shown
        self.show_days(replace(shown, room_id=place.room_id) if shown.room_id else shown)
        if self._sought is not None:  # made a moment ago, and not on the board yet
            self.reload()

    def _move(self, card: BookingCard, place: Place) -> None:
        self._sought = card.id
        moves = MoveSessionByItsRoom if card.of_event else MoveBooking
        self.desk.do(moves(card.id, card.place, place))

    def _menu(self, cursor: Cursor, where: QPoint) -> None:
        view = self.views.current
        free = board_menu() if view is self.planner else cell_menu()
        menu_for(self, cursor, self.desk.do, view.steer, free).popup(where)

    def _tell_ghost(self, ghost: Ghost | None) -> None:
        self.foot.say(ghost.sentence() if ghost else "")

    def _tell_cell(self, sentence: str) -> None:
        if self.views.shown.view is View.MONTH:
            self.foot.say_beside(sentence)

    def _fold(self, shown: bool) -> None:
        self._parts = shown
        self.reload()

    def _parts_line(self) -> str:
        """What the menu offers; nothing where no hall can be divided."""
        if not parts_of_halls(self.drawers.rooms):
            return ""
        return tr("Show the parts of halls") if self._folded else tr("Hide the parts of halls")

    def _now(self) -> datetime:
        return wall_now(self.desk.clock).replace(second=0, microsecond=0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(MARGIN), px(12), px(MARGIN), px(8))
        column.setSpacing(px(10))
        views = self.views
        self._row = TitleRow(views, self.more, self.find_button, self.book_button)
        column.addLayout(self._row)
        self._empty = Empty(
            "room",
            tr("Add the rooms first"),
            tr("Then their bookings will stand here, day by day."),
            tr("Add a room") if self.desk.may(Permission.RUN_ROOMS) else "",
        )
        self._empty.wanted.connect(lambda: self.go.emit("settings", "rooms"))
        views.pages.addWidget(self._empty)
        column.addWidget(views.pages, 1)
        below = QHBoxLayout()
        below.addWidget(self.foot, 1)
        below.addWidget(self.calls)
        column.addLayout(below)

    def _connect(self) -> None:
        self.views.wanted.connect(self.show_days)
        for listening in (self.views, self.more):
            listening.listen(self.views.title, self.views.segments, self.views.pages)
        self.drawers.day_wanted.connect(self.show_day)
        self.find_button.clicked.connect(self.find_room)
        self.book_button.clicked.connect(self.new)
        self.drawers.said.connect(self.said)
        self.drawers.kept.connect(self.show_this)
        self.drawers.event_wanted.connect(lambda what: self.go.emit("events", what))
        self.more.add(tr("Print…"), self.print_page, "Ctrl+P")
        self.more.add(self._parts_line, lambda: self._fold(bool(self._folded)), "+ −")
        self.drawers.be_offered_in(self.more, self.calls)
        for view in self.views.with_bookings:
            view.new_wanted.connect(self.book)
            view.moved.connect(self._move)
            view.opened.connect(self.open_booking)
            view.duplicate_wanted.connect(lambda card: self.drawers.copy(card.id))
            view.cancel_wanted.connect(self.drawers.cancel)
            view.menu_wanted.connect(self._menu)
        for cells in (self.views.lanes, self.views.month):
            cells.parts_wanted.connect(self._fold)
        self.views.month.new_wanted.connect(self.book)
        self.views.month.menu_wanted.connect(self._menu)
        self.views.month.told_of.connect(self._tell_cell)
        self.planner.parts_wanted.connect(self._fold)
        for view in (self.views.lanes, self.list):
            view.ghost_changed.connect(self._tell_ghost)


def _is_of(board: Board, shown: Shown) -> bool:
    return (board.day, board.days) == (shown.first, shown.days)
