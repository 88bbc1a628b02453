"""Who is in the centre now, with heads without a name; printed in one key for an evacuation."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.centre.queries import CentreCard, CentreNames
from app.clock import wall_now
from app.ids import new_id
from app.language import clock_time, current, ntr, tr, words
from app.people.on_site import InTheCentre, OnSiteRow, WantHelp
from app.permission import Permission
from app.sheets.beside import write_beside
from app.visitors.model import Band
from app.visitors.together import EverybodyLeft
from app.visitors.visits import CloseVisit, CountUnnamed
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.dialogs import save_file_as
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.kit.tables import Column, Table
from ui.theme import px
from ui.visitors.shown import BANDS, with_stops

if TYPE_CHECKING:
    from app.sheets.on_site import OnSiteRoom


SPARE_COLUMNS = (3, 4)
ALL_COLUMNS = 560


class OnSitePage(QWidget):
    """Stands in place of the card while "In the centre" is chosen."""

    said = Signal(str, str)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[OnSiteRow, ...] = ()
        self._centre = CentreNames()
        self._helped: frozenset[UUID] = frozenset()
        self._private = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        frame = Card((1, 2, 1, 2))
        whole.addWidget(frame)
        card = Scroll((19, 12, 12, 12), gap=10)
        frame.column.addWidget(card)
        card.column.addLayout(self._head())
        card.column.addLayout(self._count_row())
        self._nobody = Note("info", tr("Nobody is in the centre now."))
        card.column.addWidget(self._nobody)
        self._table = Table(
            tr("In the centre now"),
            [
                Column(tr("Since"), lambda row: clock_time(row.since), width=80),
                Column(tr("Name, surname"), self._name, stretch=True, bold=True),
                Column(tr("Help"), self._help, width=90),
                Column(tr("Room"), lambda row: row.room or tr("Foyer"), width=170),
                Column(tr("Born"), lambda row: str(row.birth_year or ""), width=80),
            ],
            id_of=lambda row: row.visit_id,
        )
        self._table.setMinimumHeight(px(240))
        card.column.addWidget(self._table, 1)
        self._left = Button(tr("Has left"), icon="login")
        self._left.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.addWidget(self._left)
        foot.addWidget(Label("F4", role="kbd"))
        foot.addStretch(1)
        card.column.addLayout(foot)

    def _head(self) -> Flow:
        head = Flow(px(10))
        self._title = Label(tr("In the centre now"), role="h2")
        head.add(self._title)
        head.push()
        self._all_left = Button(tr("Everybody has left"), icon="login")
        self._all_left.clicked.connect(self._everybody)
        out = Button(tr("Print for an evacuation"), kind="primary", icon="print")
        out.setToolTip("Ctrl+P")
        out.clicked.connect(self.print_list)
        head.add(self._all_left, out)
        return head

    def _count_row(self) -> Flow:
        """A head more of each age: people who give no name are counted all the same."""
        row = Flow(px(8))
        row.add(Label(tr("Unnamed"), role="strong"))
        self._counters: dict[Band, Button] = {}
        for band, name in BANDS:
            button = Button(words(name), icon="add")
            button.clicked.connect(lambda _=False, one=band: self._count(one))
            row.add(button)
            self._counters[band] = button
        return row

    def reload(self) -> None:
        self._desk.ask(InTheCentre(wall_now(self._desk.clock)), self._show)
        self._desk.ask(CentreCard(), self._know_centre)
        if self._desk.may(Permission.SEE_NEEDS):
            self._desk.ask(WantHelp(wall_now(self._desk.clock).date()), self._know_help)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow table keeps what counts: since when, and who."""
        super().resizeEvent(event)
        for column in SPARE_COLUMNS:
            self._table.setColumnHidden(column, self.width() < px(ALL_COLUMNS))

    def set_private(self, private: bool) -> None:
        self._private = private
        self._table.viewport().update()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._table.setFocus(reason)

    def print_list(self) -> None:
        """Straight to the usual printer: in an evacuation nobody chooses. Without one, to a file."""
        usual = QPrinterInfo.defaultPrinter()
        if not usual.isNull():
            self._make(partial(_print_on, usual))
            return
        name = f"{tr('Evacuation list')}.pdf"
        path = save_file_as(self, tr("Evacuation list"), name, "PDF (*.pdf)")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        self._make(lambda paper: self._desk.work(partial(write_beside, path, paper), _nothing))

    def leave(self) -> None:
        """The chosen one goes home."""
        row = self._table.current_row()
        if row is not None:
            self._desk.do(CloseVisit(row.visit_id, self._desk.clock.now()))
            QTimer.singleShot(0, self._table.setFocus)
        else:
            self.said.emit(tr("Choose somebody in the list first, then F4."), "info")

    def _make(self, then: Callable[[bytes], None]) -> None:
        self._desk.ask(InTheCentre(wall_now(self._desk.clock)), partial(self._draw, then))

    def _draw(self, then: Callable[[bytes], None], rows: tuple[OnSiteRow, ...]) -> None:
        from app.sheets.on_site import draw_on_site

        rooms = tuple(self._room(name, rows) for name in sorted({row.room for row in rows}))
        at = wall_now(self._desk.clock)
        drawing = partial(draw_on_site, self._centre.name, rooms, at, current())
        self._desk.work(drawing, then)

    def _room(self, name: str, rows: tuple[OnSiteRow, ...]) -> "OnSiteRoom":
        from app.sheets.on_site import OnSitePerson, OnSiteRoom

        there = [row for row in rows if row.room == name]
        people = tuple(
            OnSitePerson(row.list_name, row.since.time(), row.visitor_id in self._helped)
            for row in there
            if row.visitor_id
        )
        return OnSiteRoom(name or tr("Foyer"), people, len(there) - len(people))

    def _know_help(self, helped: frozenset[UUID]) -> None:
        self._helped = helped
        self._table.viewport().update()

    def _help(self, row: OnSiteRow) -> str:
        return tr("Help") if row.visitor_id in self._helped and not self._private else ""

    def _know_centre(self, centre: CentreNames) -> None:
        self._centre = centre

    def _show(self, rows: tuple[OnSiteRow, ...]) -> None:
        self._rows = rows
        self._table.set_rows(rows)
        self._nobody.setVisible(not rows)
        self._table.setVisible(bool(rows))
        for button in (self._all_left, self._left):
            button.setEnabled(bool(rows))
        self._title.setText(
            ntr("{n} person in the centre now", "{n} people in the centre now", len(rows))
        )
        for band, name in BANDS:
            heads = sum(1 for row in rows if row.band == band)
            self._counters[band].setText(words(name) + (f" · {heads}" if heads else ""))

    def _count(self, band: Band) -> None:
        self._desk.do(CountUnnamed(new_id(), band, self._desk.clock.now()))

    def _everybody(self) -> None:
        self._desk.do(EverybodyLeft(self._desk.clock.now()))

    def _name(self, row: OnSiteRow) -> str:
        if row.visitor_id is None:
            who = next(words(name) for band, name in BANDS if band == row.band)
            return tr("Unnamed: {who}", who=who)
        if self._private:
            return with_stops("".join(part[:1] for part in row.list_name.split()))
        return row.list_name


def _print_on(usual: QPrinterInfo, paper: bytes) -> None:
    from ui.events.preview import print_pdf

    printer = QPrinter(usual, QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    print_pdf(paper, printer)


def _nothing(_answer: object) -> None:
    """Written beside and put in place: there is nothing to say."""
