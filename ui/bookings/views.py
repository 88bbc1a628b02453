"""Which view of the bookings is shown: its segments, the room of a week, the span of a list."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.bookings.board import Board, BoardRoom, Column
from app.bookings.occupancy import Month
from app.language import tr
from ui.bookings import cursor as cursors
from ui.bookings.board import Planner
from ui.bookings.cursor import Cursor
from ui.bookings.day_list import DayList
from ui.bookings.day_title import DayTitle
from ui.bookings.lanes import Lanes
from ui.bookings.month_cells import MonthCells
from ui.bookings.span import Shown, Span, View
from ui.kit.buttons import Segments
from ui.kit.cards import Card
from ui.kit.forms import Choice


class Views(QObject):
    """Keeps what is shown; tells what somebody would rather see, and others ask for it."""

    wanted = Signal(object)
    """Shown."""

    def __init__(self, parent: QObject, today: date) -> None:
        super().__init__(parent)
        self.shown = Shown(today)
        self.title = DayTitle(self.shown, today)
        names = [tr("Day"), tr("Week"), tr("Month"), tr("List")]
        self.segments = Segments(names, tr("View"), self.shown.view)
        self.segments.setToolTip("Alt+1 … Alt+4")
        self.room = Choice()
        self.room.setAccessibleName(tr("Room"))
        self.span = Choice([(Span.DAY, names[0]), (Span.WEEK, names[1]), (Span.MONTH, names[2])])
        self.span.setAccessibleName(tr("How many days"))
        self.planner, self.lanes, self.month = Planner(), Lanes(), MonthCells()
        self.list = DayList()
        self.pages = QStackedWidget()
        self._cards: dict[QWidget, Card] = {}
        for view in (self.planner, self.lanes, self.month, self.list):
            card = self._cards[view] = Card((1, 1, 1, 3 if view is self.list else 1))
            card.column.addWidget(view)
            self.pages.addWidget(card)
        self._keys_go_on = False
        self._day_wanted: date | None = None
        """A day somebody chose; a step by a week or a month is none."""
        self._connect()
        self.show_choice(self.shown, today)

    @property
    def with_bookings(self) -> tuple[Planner | Lanes | DayList, ...]:
        """The views in which bookings can be taken hold of."""
        return self.planner, self.lanes, self.list

    @property
    def current(self) -> Planner | Lanes | MonthCells | DayList:
        match self.shown.view:
            case View.LIST:
                return self.list
            case View.MONTH:
                return self.month
            case View.WEEK if self.shown.room_id is None:
                return self.lanes
        return self.planner

    def choose(self, view: View) -> None:
        self.segments.choose(view)

    def show_choice(self, shown: Shown, today: date) -> None:
        """Show what is wanted from now on; the bookings come a moment later."""
        if shown not in (self.shown.stepped(1), self.shown.stepped(-1)):
            self._day_wanted = shown.day
        self.shown = shown
        self.title.show_days(shown, today)
        self.segments.show_choice(shown.view)
        self.span.set_value(shown.span)
        self.room.setVisible(shown.view is View.WEEK)
        self.span.setVisible(shown.view is View.LIST)

    def show_board(self, board: Board, now: datetime) -> None:
        self._offer(board.rooms)
        view = self.current
        if isinstance(view, Planner):
            only = self.shown.room_id if self.shown.view is View.WEEK else None
            view.show_board(replace(board, only=only), now)
        elif isinstance(view, Lanes):
            view.show_board(board, now)
            self._come_to_day(view)
        elif isinstance(view, DayList):
            view.show_board(board)
        self._turn_to(view)

    def show_month(self, month: Month, folded: frozenset[UUID], now: datetime) -> None:
        self._offer(tuple(room.room for room in month.rooms))
        self.month.show_month(month, folded, now)
        self._come_to_day(self.month)
        self._turn_to(self.month)

    def set_now(self, now: datetime) -> None:
        self.planner.set_now(now)

    def find(self, booking_id: UUID) -> None:
        """Put the cursor on a booking."""
        view = self.current
        if not isinstance(view, MonthCells):
            view.choose(booking_id)

    def spot(self, now: datetime) -> Cursor | None:
        """Where a new booking is wanted: the cursor, where somebody sees it."""
        view = self.current
        if isinstance(view, Lanes | MonthCells):
            return view.spot()
        if isinstance(view, DayList):
            card = view.card()
            if card is not None:
                return cursors.on(card)
            return cursors.first_cursor(view.board, now) if view.board else None
        spot, board = view.spot, view.board
        if spot is None or board is None or view.hasFocus() or not view.carried:
            return spot
        column = board.column_of(spot.place)
        return cursors.at(board, column.room_id, cursors.opening(board, column))

    def listen(self, *places: QWidget) -> None:
        """Alt+1 … 4 in these widgets; in a drawer they are the drawer's."""
        for place in places:
            for view in View:
                key = QShortcut(QKeySequence(f"Alt+{view + 1}"), place)
                key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                key.activated.connect(lambda view=view: self._by_key(view))

    def _connect(self) -> None:
        self.title.wanted.connect(self.wanted)
        self.segments.chosen.connect(lambda n: self.wanted.emit(self.shown.as_view(View(n))))
        self.room.picked.connect(self._show_room)
        self.span.picked.connect(lambda span: self.wanted.emit(replace(self.shown, span=span)))
        for view in (*self.with_bookings, self.month):
            view.day_wanted.connect(self.title.step)
        for cells in (self.lanes, self.month):
            cells.day_opened.connect(self._open_day)
        for board in (self.planner, self.lanes, self.month):
            board.room_wanted.connect(self._show_week_of)

    def by_key(self, number: int) -> bool:
        """The keys go on in the view of this number; False when there is none."""
        if number not in tuple(View):
            return False
        self._by_key(View(number))
        return True

    def _by_key(self, view: View) -> None:
        """The keys go on in the view that was chosen."""
        self._keys_go_on = True
        self.choose(view)

    def _show_room(self, room_id: UUID | None) -> None:
        self.wanted.emit(replace(self.shown, room_id=room_id))

    def _show_week_of(self, room_id: UUID) -> None:
        """R: the week of a room; in it, back to all rooms."""
        week = self.shown.as_view(View.WEEK)
        whole = self.shown.view is View.WEEK and self.shown.room_id is not None
        self.wanted.emit(replace(week, room_id=None if whole else room_id))

    def _open_day(self, column: Column) -> None:
        self.planner.come_to(column)
        self.wanted.emit(self.shown.as_view(View.DAY).on(column.day))

    def _offer(self, rooms: tuple[BoardRoom, ...]) -> None:
        everything = [(None, tr("All rooms")), *((room.id, room.name) for room in rooms)]
        if self.shown.room_id not in [room_id for room_id, _ in everything]:
            self.shown = replace(self.shown, room_id=None)
        self.room.set_options(everything, self.shown.room_id)
        self.room.updateGeometry()

    def _come_to_day(self, cells: Lanes | MonthCells) -> None:
        if self._day_wanted is not None:
            cells.go_to_day(self._day_wanted)
            self._day_wanted = None

    def _turn_to(self, view: QWidget) -> None:
        had_focus = self._keys_go_on or any(one.hasFocus() for one in self._cards)
        self._keys_go_on = False
        self.pages.setCurrentWidget(self._cards[view])
        if had_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
