"""Today: the counts, today's events, rooms now, who came last."""

from typing import ClassVar

from app.accessibility.queries import ToPrepareCount
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.action import Kind
from app.bookings.now import PendingCount, RoomsNow
from app.clock import wall_now
from app.events.queries import AgendaDay, SessionRow
from app.ids import new_id
from app.language import full_date, ntr, tr, words
from app.visitors.queries import LastArrivals, TodayCounts
from app.visitors.visits import CountUnnamed
from ui.kit.buttons import Button
from ui.kit.cards import Tile
from ui.kit.labels import Label
from ui.kit.tab import Tab
from ui.theme import px
from ui.today.arrivals import ArrivalsCard
from ui.today.events import EventsCard
from ui.today.rooms import RoomsCard
from ui.visitors.shown import BANDS

EVERY_MINUTE = 60_000


class TodayTab(Tab):
    """What a receptionist sees in the morning; reloads every minute, because rooms change by the clock."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind)

    def build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), px(14), px(20), px(16))
        whole.setSpacing(px(12))
        whole.addLayout(self._title_row())
        whole.addLayout(self._tiles())
        cards = QHBoxLayout()
        cards.setSpacing(px(14))
        self.events, self.rooms, self.arrivals = EventsCard(), RoomsCard(), ArrivalsCard()
        for card, share in ((self.events, 5), (self.rooms, 4), (self.arrivals, 4)):
            card.go.connect(self.go)
            cards.addWidget(card, share)
        whole.addLayout(cards, 1)
        timer = QTimer(self, interval=EVERY_MINUTE)
        timer.timeout.connect(self._tick)
        timer.start()

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(px(1))
        person = self.desk.signed_in.name.split()[0] if self.desk.signed_in else ""
        names.addWidget(Label(tr("Good day, {name}!", name=person), role="h1"))
        self._day = Label("", role="sub")
        names.addWidget(self._day)
        row.addLayout(names)
        row.addStretch(1)
        unnamed = Button(tr("Unnamed: +1"), icon="add")
        unnamed.setToolTip("Ctrl+Shift+1 … 4")
        unnamed.clicked.connect(lambda: self._unnamed_menu(unnamed))
        row.addWidget(unnamed)
        new = Button(tr("New visitor"), kind="primary", icon="add")
        new.setToolTip("Ctrl+N")
        new.clicked.connect(self.new)
        row.addWidget(new)
        return row

    def _tiles(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(14))
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
            row.addWidget(tile, 1)
        return row

    def reload(self) -> None:
        now = wall_now(self.desk.clock)
        self._day.setText(full_date(now.date()))
        self.desk.ask(TodayCounts(now.date()), self._show_counts)
        self.desk.ask(AgendaDay(now.date()), self._show_events)
        self.desk.ask(RoomsNow(now), self.rooms.show_rooms)
        self.desk.ask(PendingCount(now), self._show_pending)
        self.desk.ask(LastArrivals(now.date()), self.arrivals.show_arrivals)
        self.desk.ask(ToPrepareCount(now.date(), 1), self._show_prepare)

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

    def _show_prepare(self, n: int) -> None:
        self._prepare.set_number(n, ntr("thing to prepare", "things to prepare", n))
