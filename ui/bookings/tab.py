"""Room bookings: the board or the list of a day, the booking form, finding a free room."""

from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.action import Action, Kind
from app.bookings.actions import MoveBooking
from app.bookings.board import Board, BookingCard
from app.bookings.queries import DayBoard, FullDayBoard, OneBooking, OpenedBooking
from app.clock import wall_now
from app.language import tr
from app.permission import Permission
from app.slot import Place
from ui.bookings import cursor as cursors
from ui.bookings.board import Planner
from ui.bookings.calls import Calls
from ui.bookings.cursor import Cursor
from ui.bookings.day_list import DayList
from ui.bookings.day_title import DayTitle
from ui.bookings.drawers import Drawers
from ui.bookings.ghost import Ghost
from ui.bookings.legend import Foot, legend
from ui.bookings.menu import menu_for
from ui.bookings.more_menu import MoreMenu
from ui.bookings.paper_choices import print_from
from ui.bookings.shadows import parts_booked
from ui.kit.buttons import Button, Segments
from ui.kit.cards import Card
from ui.kit.empty import Empty
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.tab import Tab
from ui.theme import px

DAY, LIST = 0, 1
FOOT_FROM = 380
"""Its own height at 100 %."""
MINUTE = 20_000
"""Milliseconds between two looks at the clock."""


class BookingsTab(Tab):
    """One day at a time; the board and the list show the same and can the same."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.ROOMS, Kind.BOOKINGS, Kind.CENTRE, Kind.ORGANISATIONS}
    )

    def build(self) -> None:
        now = self._now()
        self._day = now.date()
        self._board: Board | None = None
        self._parts: bool | None = None
        self._sought: UUID | None = None
        self.drawers = Drawers(self, self.desk)
        self.title = DayTitle(self._day, now.date())
        self.views = Segments([tr("Day"), tr("List")], tr("View"), DAY)
        self.find_button = Button(tr("Free room…"), icon="search")
        self.find_button.setToolTip("F3")
        self.book_button = Button(tr("Book"), kind="primary", icon="add")
        self.book_button.setToolTip("Ctrl+N")
        self.calls = Calls(self.desk)
        self.more = MoreMenu()
        self.planner = Planner()
        self.list = DayList()
        self.foot = Foot()
        self._lay_out()
        self._connect()
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(lambda: self.planner.set_now(self._now()))
        self._clock.start()

    def reload(self) -> None:
        may_book = self.desk.may(Permission.BOOK)
        if may_book:
            self.calls.reload()
        full = may_book and not self.private
        self.desk.ask(FullDayBoard(self._day) if full else DayBoard(self._day), self._show)

    def set_private(self, private: bool) -> None:
        """The screen faces the queue: private bookings are only taken rooms."""
        if private != self.private:
            super().set_private(private)
            self.reload()

    def show_day(self, day: date) -> None:
        self._day = day
        self._parts = None
        self.title.set_day(day, self._now().date())
        self.reload()

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
        board, spot = self._board, self.planner.spot
        if board is None or spot is None:
            return
        if self.planner.carried and not self.planner.hasFocus():  # then nobody sees the cursor
            spot = cursors.at(board, spot.place.room_id, cursors.opening(board))
        self.book(cursors.to_book(board, spot, self._now()))

    def jump_to_now(self) -> None:
        """F5."""
        self.planner.spot = None
        self.show_day(self._now().date())

    def take_focus(self) -> None:
        self.panels()[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panels(self) -> list[QWidget]:
        return [self.title.before, self.planner if self.views.current == DAY else self.list]

    def find_room(self) -> None:
        """F3."""
        self.drawers.find(self._day)

    def print_page(self) -> None:
        """Ctrl+P."""
        board, spot = self._board, self.planner.spot
        if board is not None and board.rooms:
            as_list = self.views.current == LIST
            card = self.list.card() if as_list else spot.card if spot else None
            nameable = self.desk.may(Permission.BOOK) and not self.private
            self.drawers.print_out(print_from(board, spot, card, nameable=nameable))

    def book(self, place: Place | None) -> None:
        """A new booking; the list knows no place for it."""
        if place is None:
            self.new()
        else:
            self.drawers.book(place)

    def open_booking(self, card: BookingCard) -> None:
        if card.of_event:
            sentence = tr("This room belongs to an event. Open the event and change it there.")
            self.said.emit(sentence, "info")
            return
        self.drawers.edit(card.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(900)
        self.find_button.setText("F3" if narrow else tr("Free room…"))
        self.find_button.setAccessibleName(tr("Free room…"))
        self._fit_foot()

    def _fit_foot(self) -> None:
        """On a low page the hours need the room; tooltips and F1 say the same."""
        self.foot.setVisible(self.views.current == LIST or self.height() >= px(FOOT_FROM))

    def _show(self, board: Board) -> None:
        if board.day != self._day:
            return
        shown = parts_booked(board) if self._parts is None else self._parts
        if not shown:
            parts = frozenset(r.id for r in board.rooms if r.part_of_id and _has_whole(board, r.id))
            board = replace(board, folded=parts)
        self._board, self.drawers.rooms = board, board.rooms
        self.planner.show_board(board, self._now())
        self.list.show_board(board)
        if self._sought is not None:
            self.planner.choose(self._sought)
            self._sought = None
        self._show_view()

    def _show_view(self) -> None:
        if self._board is None or not self._board.rooms:
            self._pages.setCurrentWidget(self._empty)
            return
        as_list = self.views.current == LIST
        self._fit_foot()
        self._pages.setCurrentWidget(self._list_card if as_list else self._board_card)
        if as_list:
            self.foot.show_for([Label(self.list.counted(), role="cap")], _list_keys())
        else:
            buffers = any(room.setup_minutes or room.clear_minutes for room in self._board.rooms)
            self.foot.show_for(legend(buffers=buffers), _board_keys(self._board))

    def _seek(self, opened: OpenedBooking) -> None:
        self._sought = opened.id
        self.show_day(opened.details.place.slot.start.date())

    def _move(self, card: BookingCard, place: Place) -> None:
        self._sought = card.id
        self.desk.do(MoveBooking(card.id, card.place, place))

    def _do(self, action: Action) -> None:
        self.desk.do(action)

    def _menu(self, cursor: Cursor, where: QPoint) -> None:
        target = self.list if self.views.current == LIST else self.planner
        menu_for(self, cursor, self._do, target.steer).popup(where)

    def _ghost_in_list(self, ghost: Ghost | None) -> None:
        self.foot.say(ghost.sentence() if ghost else "")

    def _fold(self, shown: bool) -> None:
        self._parts = shown
        self.reload()

    def _now(self) -> datetime:
        return wall_now(self.desk.clock).replace(second=0, microsecond=0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(12), px(20), px(8))
        column.setSpacing(px(10))
        row = Flow(px(8))
        row.add(self.title)
        row.push()
        row.add(self.views, self.more, self.find_button, self.book_button)
        column.addLayout(row)
        self._pages = QStackedWidget()
        self._board_card, self._list_card = Card((1, 1, 1, 1)), Card((1, 1, 1, 3))
        self._board_card.column.addWidget(self.planner)
        self._list_card.column.addWidget(self.list)
        self._empty = Empty(
            "room",
            tr("Add the rooms first"),
            tr("Then their bookings will stand here, day by day."),
            tr("Add a room") if self.desk.may(Permission.RUN_ROOMS) else "",
        )
        self._empty.wanted.connect(lambda: self.go.emit("settings", "rooms"))
        for page in (self._board_card, self._list_card, self._empty):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        below = QHBoxLayout()
        below.addWidget(self.foot, 1)
        below.addWidget(self.calls)
        column.addLayout(below)

    def _connect(self) -> None:
        self.title.wanted.connect(self.show_day)
        self.drawers.day_wanted.connect(self.show_day)
        self.views.chosen.connect(lambda _: self._show_view())
        self.find_button.clicked.connect(self.find_room)
        self.book_button.clicked.connect(self.new)
        self.drawers.said.connect(self.said)
        self.more.add(tr("Print…"), self.print_page, "Ctrl+P")
        self.drawers.be_offered_in(self.more, self.calls)
        for view in (self.planner, self.list):
            view.new_wanted.connect(self.book)
            view.moved.connect(self._move)
            view.opened.connect(self.open_booking)
            view.duplicate_wanted.connect(lambda card: self.drawers.copy(card.id))
            view.cancel_wanted.connect(self.drawers.cancel)
            view.menu_wanted.connect(self._menu)
            view.day_wanted.connect(self.title.step)
        self.planner.parts_wanted.connect(self._fold)
        self.list.ghost_changed.connect(self._ghost_in_list)


def _list_keys() -> list[tuple[str, str]]:
    return [
        ("Enter", tr("open")),
        ("M", tr("move")),
        ("S E", tr("start, end")),
        ("D", tr("duplicate")),
        ("C", tr("cancel")),
    ]


def _board_keys(board: Board) -> list[tuple[str, str]]:
    keys = [("←↑↓→", tr("go about")), ("Enter", tr("open")), ("M", tr("move")), ("N", tr("new"))]
    if any(room.part_of_id for room in board.rooms):
        keys = [("+ −", tr("parts of halls")), *keys[2:]]
    return keys


def _has_whole(board: Board, part_id: UUID) -> bool:
    part = board.room(part_id)
    return part is not None and board.room(part.part_of_id or part_id) is not None
