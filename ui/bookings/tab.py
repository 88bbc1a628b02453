"""Room bookings: a day, a week, a month or a list, the booking form, finding a free room."""

from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.action import Action, Kind
from app.bookings.actions import MoveBooking
from app.bookings.board import Board, BookingCard
from app.bookings.queries import FullSpanBoard, OneBooking, OpenedBooking, SpanBoard
from app.clock import wall_now
from app.language import tr
from app.permission import Permission
from app.slot import Place
from ui.bookings import cursor as cursors
from ui.bookings.calls import Calls
from ui.bookings.cursor import Cursor
from ui.bookings.drawers import Drawers
from ui.bookings.ghost import Ghost
from ui.bookings.hints import board_keys, board_signs, list_keys
from ui.bookings.legend import Foot
from ui.bookings.menu import menu_for
from ui.bookings.more_menu import MoreMenu
from ui.bookings.paper_choices import print_from
from ui.bookings.shadows import parts_booked
from ui.bookings.span import Shown, View
from ui.bookings.views import Views
from ui.kit.buttons import Button
from ui.kit.empty import Empty
from ui.kit.flow import Flow
from ui.kit.labels import Label
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
        self.views.show_choice(shown, self._now().date())
        self._fit_title()
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
        board = self._board
        spot = self.views.spot(board, self._now()) if board else None
        if board is not None and spot is not None:
            self.book(cursors.to_book(board, spot, self._now()))

    def jump_to_now(self) -> None:
        """F5."""
        self.planner.spot = None
        self.show_day(self._now().date())

    def take_focus(self) -> None:
        self.panels()[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panels(self) -> list[QWidget]:
        return [self.views.title.before, self.views.current]

    def find_room(self) -> None:
        """F3."""
        self.drawers.find(self.views.shown.day)

    def print_page(self) -> None:
        """Ctrl+P."""
        board, spot = self._board, self.planner.spot
        if board is not None and board.rooms:
            as_list = self.views.current is self.list
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
        self._fit_title()
        self._fit_foot()

    def _fit_title(self) -> None:
        """In one line as long as it can be: one button after the other becomes short."""
        room = self.width() - 2 * px(MARGIN)
        names = tr("Free room…"), tr("More…")
        for texts in (names, ("F3", names[1]), ("F3", ""), ("", "")):
            for button, text, name in zip((self.find_button, self.more), texts, names, strict=True):
                button.setText(text)
                button.setAccessibleName(name)
            if self._title_row.sizeHint().width() <= room:
                return

    def _fit_foot(self) -> None:
        """On a low page the hours need the room; tooltips and F1 say the same."""
        as_list = self.views.shown.view is View.LIST
        self.foot.setVisible(as_list or self.height() >= px(FOOT_FROM))

    def _show(self, board: Board) -> None:
        if not _is_of(board, self.views.shown):
            return
        shown = parts_booked(board) if self._parts is None else self._parts
        if not shown:
            parts = frozenset(r.id for r in board.rooms if r.part_of_id and _has_whole(board, r.id))
            board = replace(board, folded=parts)
        else:
            board = replace(board, folded=frozenset())
        self._board, self.drawers.rooms = board, board.rooms
        if not board.rooms:
            self.views.pages.setCurrentWidget(self._empty)
            return
        self.views.show_board(board, self._now())
        self._fit_title()
        if self._sought is not None:
            self.planner.choose(self._sought)
            self._sought = None
        self._show_foot(board)

    def _show_foot(self, board: Board) -> None:
        self._fit_foot()
        if self.views.shown.view is View.LIST:
            self.foot.show_for([Label(self.list.counted(), role="cap")], list_keys())
            return
        board = self.planner.board or board
        self.foot.show_for(board_signs(board), board_keys(board))

    def _seek(self, opened: OpenedBooking) -> None:
        self._sought = opened.id
        place = opened.details.place
        shown = self.views.shown.on(place.slot.start.date())
        self.show_days(replace(shown, room_id=place.room_id) if shown.room_id else shown)

    def _move(self, card: BookingCard, place: Place) -> None:
        self._sought = card.id
        self.desk.do(MoveBooking(card.id, card.place, place))

    def _do(self, action: Action) -> None:
        self.desk.do(action)

    def _menu(self, cursor: Cursor, where: QPoint) -> None:
        menu_for(self, cursor, self._do, self.views.current.steer).popup(where)

    def _ghost_in_list(self, ghost: Ghost | None) -> None:
        self.foot.say(ghost.sentence() if ghost else "")

    def _fold(self, shown: bool) -> None:
        self._parts = shown
        self.reload()

    def _now(self) -> datetime:
        return wall_now(self.desk.clock).replace(second=0, microsecond=0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(MARGIN), px(12), px(MARGIN), px(8))
        column.setSpacing(px(10))
        row = self._title_row = Flow(px(8))
        views = self.views
        row.add(views.title, views.room, views.span)
        row.push()
        row.add(views.segments, self.more, self.find_button, self.book_button)
        column.addLayout(row)
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
        self.views.listen(self.views.title, self.views.segments, self.views.pages)
        self.drawers.day_wanted.connect(self.show_day)
        self.find_button.clicked.connect(self.find_room)
        self.book_button.clicked.connect(self.new)
        self.drawers.said.connect(self.said)
        self.more.add(tr("Print…"), self.print_page, "Ctrl+P")
        self.drawers.be_offered_in(self.more, self.calls)
        for view in self.views.everyone:
            view.new_wanted.connect(self.book)
            view.moved.connect(self._move)
            view.opened.connect(self.open_booking)
            view.duplicate_wanted.connect(lambda card: self.drawers.copy(card.id))
            view.cancel_wanted.connect(self.drawers.cancel)
            view.menu_wanted.connect(self._menu)
            view.day_wanted.connect(self.views.title.step)
        self.planner.parts_wanted.connect(self._fold)
        self.list.ghost_changed.connect(self._ghost_in_list)


def _is_of(board: Board, shown: Shown) -> bool:
    return (board.day, board.days) == (shown.first, shown.days)


def _has_whole(board: Board, part_id: UUID) -> bool:
    part = board.room(part_id)
    return part is not None and board.room(part.part_of_id or part_id) is not None
