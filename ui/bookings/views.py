"""Which view of the bookings is shown: its segments, the room of a week, the span of a list."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.bookings.board import Board
from app.language import tr
from ui.bookings import cursor as cursors
from ui.bookings.board import Planner
from ui.bookings.cursor import Cursor
from ui.bookings.day_list import DayList
from ui.bookings.day_title import DayTitle
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
        self.room = Choice()
        self.room.setAccessibleName(tr("Room"))
        self.span = Choice([(Span.DAY, names[0]), (Span.WEEK, names[1]), (Span.MONTH, names[2])])
        self.span.setAccessibleName(tr("How many days"))
        self.planner, self.list = Planner(), DayList()
        self.pages = QStackedWidget()
        self._cards = {view: _in_card(view) for view in (self.planner, self.list)}
        for card in self._cards.values():
            self.pages.addWidget(card)
        self.title.wanted.connect(self.wanted)
        self.segments.chosen.connect(lambda n: self.wanted.emit(self.shown.as_view(View(n))))
        self.room.picked.connect(
            lambda room_id: self.wanted.emit(replace(self.shown, room_id=room_id))
        )
        self.span.picked.connect(lambda span: self.wanted.emit(replace(self.shown, span=span)))
        self.show_choice(self.shown, today)

    @property
    def everyone(self) -> tuple[Planner | DayList, ...]:
        return self.planner, self.list

    @property
    def current(self) -> Planner | DayList:
        return self.list if self.shown.view is View.LIST else self.planner

    def choose(self, view: View) -> None:
        self.segments.choose(view)

    def show_choice(self, shown: Shown, today: date) -> None:
        """Show what is wanted from now on; the bookings come a moment later."""
        self.shown = shown
        self.title.show_days(shown, today)
        self.segments.show_choice(shown.view)
        self.span.set_value(shown.span)
        self.room.setVisible(shown.view is View.WEEK)
        self.span.setVisible(shown.view is View.LIST)

    def show_board(self, board: Board, now: datetime) -> None:
        self.room.set_options([(room.id, room.name) for room in board.rooms], self.shown.room_id)
        if self.shown.view is View.LIST:
            self.list.show_board(board)
        else:
            only = self.room.value() if self.shown.view is View.WEEK else None
            self.planner.show_board(replace(board, only=only), now)
        self.pages.setCurrentWidget(self._cards[self.current])

    def set_now(self, now: datetime) -> None:
        self.planner.set_now(now)

    def spot(self, board: Board, now: datetime) -> Cursor | None:
        """Where a new booking is wanted: the cursor, where somebody sees it."""
        planner = self.planner
        if self.current is planner and planner.board is not None:
            spot = planner.spot
            if spot is None or planner.hasFocus() or not planner.carried:
                return spot
            column = planner.board.column_of(spot.place)
            start = cursors.opening(planner.board, column)
            return cursors.at(planner.board, column.room_id, start)
        return cursors.first_cursor(board, now)

    def listen(self, *places: QWidget) -> None:
        """Alt+1 … 4 in these widgets; in a drawer they are the drawer's."""
        for place in places:
            for view in View:
                key = QShortcut(QKeySequence(f"Alt+{view + 1}"), place)
                key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                key.activated.connect(lambda view=view: self.choose(view))


def _in_card(widget: QWidget) -> Card:
    card = Card((1, 1, 1, 3 if isinstance(widget, DayList) else 1))
    card.column.addWidget(widget)
    return card
