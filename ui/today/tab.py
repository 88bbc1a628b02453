"""Today: the counts, today's events, rooms now, who came last."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from app.accessibility.queries import SessionToPrepare, ToPrepare
from app.action import Kind
from app.bookings.now import PendingCount, RoomsNow
from app.clock import wall_now
from app.events.queries import AgendaDay, SessionRow
from app.ids import new_id
from app.language import full_date, ntr, tr, words
from app.visitors.arrivals import LastArrivals
from app.visitors.queries import TodayCounts
from app.visitors.visits import CountUnnamed
from ui.kit.buttons import Button
from ui.kit.cards import Tile
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.kit.tab import Tab
from ui.theme import px
from ui.today.arrivals import ArrivalsCard
from ui.today.events import EventsCard
from ui.today.rooms import RoomsCard
from ui.visitors.shown import BANDS

EVERY_MINUTE = 60_000
TILE_WIDTH = 205
CARD_HEIGHT = 300


class TodayTab(Tab):
    """What a receptionist sees in the morning; reloads every minute, because rooms change by the clock."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind)

    def build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = Scroll((20, 14, 20, 16), gap=12)
        whole.addWidget(page)
        page.column.addLayout(self._title_row())
        self._tile_grid, self._card_grid = QGridLayout(), QGridLayout()
        for grid in (self._tile_grid, self._card_grid):
            grid.setSpacing(px(14))
        self._tiles = self._make_tiles()
        page.column.addLayout(self._tile_grid)
        self.events, self.rooms, self.arrivals = EventsCard(), RoomsCard(), ArrivalsCard()
        for card in (self.events, self.rooms, self.arrivals):
            card.go.connect(self.go)
            card.setMinimumHeight(px(CARD_HEIGHT))
        page.column.addLayout(self._card_grid, 1)
        self._in_a_row = 0
        self._arrange(len(self._tiles))
        timer = QTimer(self, interval=EVERY_MINUTE)
        timer.timeout.connect(self._tick)
        timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow, or with large text, the tiles and cards go on below one another."""
        super().resizeEvent(event)
        fits = (n for n in (5, 3, 2) if self.width() >= px(TILE_WIDTH * n))
        self._arrange(next(fits, 1))

    def _arrange(self, in_a_row: int) -> None:
        if in_a_row == self._in_a_row:
            return
        self._in_a_row = in_a_row
        for place, tile in enumerate(self._tiles):
            self._tile_grid.addWidget(tile, place // in_a_row, place % in_a_row)
        for column in range(len(self._tiles)):
            self._tile_grid.setColumnStretch(column, int(column < in_a_row))
        beside = in_a_row == len(self._tiles)
        for place, (card, share) in enumerate(
            ((self.events, 5), (self.rooms, 4), (self.arrivals, 4))
        ):
            row, column = (0, place) if beside else (place, 0)
            self._card_grid.addWidget(card, row, column)
            self._card_grid.setColumnStretch(place, share if beside or place == 0 else 0)

    def _title_row(self) -> Flow:
        row = Flow(px(10))
        holder = QWidget()
        names = QVBoxLayout(holder)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(px(1))
        person = self.desk.signed_in.name.split()[0] if self.desk.signed_in else ""
        names.addWidget(Label(tr("Good day, {name}!", name=person), role="h1"))
        self._day = Label("", role="sub")
        names.addWidget(self._day)
        row.add(holder)
        row.push()
        unnamed = Button(tr("Unnamed: +1"), icon="add")
        unnamed.setToolTip("Ctrl+Shift+1 … 4")
        unnamed.clicked.connect(lambda: self._unnamed_menu(unnamed))
        row.addWidget(unnamed)
        new = Button(tr("New visitor"), kind="primary", icon="add")
        new.setToolTip("Ctrl+N")
        new.clicked.connect(self.new)
        row.addWidget(new)
        return row

    def _make_tiles(self) -> tuple[Tile, ...]:
        self._visits = Tile(tr("visits today"), "person")
        self._on_site = Tile(tr("in the centre now"), "login")
        self._pending = Tile(tr("bookings to be confirmed"), "room")
        self._planned = Tile(tr("events today"), "event")
        self._prepare = Tile(tr("things to prepare"), "access")
        ways = (
            (self._visits, "visitors", "today"),
            (self._on_site, "visitors", "on site"),
            (self._pending, "bookings", None),
            (self._planned, "events", None),
            (self._prepare, "needs", None),
        )
        for tile, tab, what in ways:
            tile.clicked.connect(lambda _=False, t=tab, w=what: self.go.emit(t, w))
        return tuple(tile for tile, _, _ in ways)

    def reload(self) -> None:
        now = wall_now(self.desk.clock)
        self._day.setText(full_date(now.date()))
        self.desk.ask(TodayCounts(now.date()), self._show_counts)
        self.desk.ask(AgendaDay(now.date()), self._show_events)
        self.desk.ask(RoomsNow(now), self.rooms.show_rooms)
        self.desk.ask(PendingCount(now), self._show_pending)
        self.desk.ask(LastArrivals(now.date()), self.arrivals.show_arrivals)
        self.desk.ask(ToPrepare(now.date(), 1), self._show_prepare)

    def new(self) -> None:
        self.go.emit("visitors", ("register", ""))

    def print_page(self) -> None:
        self.events.print_next()

    def jump_to_now(self) -> None:
        self.reload()

    def count_unnamed(self, band: int) -> None:
        self.desk.do(CountUnnamed(new_id(), BANDS[band][0], self.desk.clock.now()))

    def set_private(self, private: bool) -> None:
        super().set_private(private)
        self.arrivals.set_private(private)

    def panels(self) -> list[QWidget]:
        return [self._visits, self.events, self.rooms, self.arrivals]

    def _unnamed_menu(self, button: Button) -> None:
        menu = QMenu(self)
        for place, (_, name) in enumerate(BANDS):
            act = menu.addAction(f"{words(name)}\tCtrl+Shift+{place + 1}")
            act.triggered.connect(lambda _=False, n=place: self.count_unnamed(n))
        menu.exec(button.mapToGlobal(button.rect().bottomLeft()))

    def _tick(self) -> None:
        if self.isVisible():
            self.reload()

    def _show_counts(self, counts: tuple[int, int]) -> None:
        visits, here = counts
        self._visits.set_number(visits, ntr("visit today", "visits today", visits))
        self._on_site.set_number(here, tr("in the centre now"))

    def _show_pending(self, n: int) -> None:
        self._pending.set_number(n, ntr("booking to be confirmed", "bookings to be confirmed", n))

    def _show_events(self, rows: tuple[SessionRow, ...]) -> None:
        n = sum(1 for row in rows if not row.cancelled)
        self._planned.set_number(n, ntr("event today", "events today", n))
        self.events.show_sessions(rows, wall_now(self.desk.clock))

    def _show_prepare(self, rows: tuple[SessionToPrepare, ...]) -> None:
        n = sum(row.left for row in rows)
        self._prepare.set_number(n, ntr("thing to prepare", "things to prepare", n))
        self.events.show_left({row.session_id: row.left for row in rows})
