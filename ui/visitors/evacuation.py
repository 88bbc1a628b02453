"""The list for an evacuation: drawn from what is true now, or from what was known last."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.centre.queries import CentreCard, CentreNames
from app.clock import wall_now
from app.language import current, tr
from app.people.on_site import InTheCentre, OnSiteRow, RoomOnSite, RoomsOnSite, WantHelp
from app.permission import Permission
from app.sheets.beside import write_beside
from ui.desk import QtDesk
from ui.kit.dialogs import save_file_as

if TYPE_CHECKING:
    from app.sheets.on_site import OnSiteRoom

ANEW_MS = 600_000
WAIT_MS = 2_000
"""A server that does not answer by then is not waited for."""


class EvacuationList(QObject):
    """Knows who is in, anew every ten minutes: it prints also when the database does not answer."""

    def __init__(self, page: QWidget, desk: QtDesk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._rows: tuple[OnSiteRow, ...] = ()
        self._rooms: tuple[RoomOnSite, ...] = ()
        self._helped: frozenset[UUID] = frozenset()
        self._centre = CentreNames()
        self._at = wall_now(desk.clock)
        self._then: Callable[[bytes], None] | None = None
        self._patience = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._patience.timeout.connect(self._draw)
        anew = QTimer(self, interval=ANEW_MS)
        anew.timeout.connect(self.look)
        anew.start()

    def look(self) -> None:
        """The answers come in the order they were asked: with the last one everything is known."""
        now = wall_now(self._desk.clock)
        self._desk.ask(CentreCard(), self._know_centre)
        self._desk.ask(RoomsOnSite(now), self._know_rooms)
        if self._desk.may(Permission.SEE_NEEDS):
            self._desk.ask(WantHelp(now.date()), self._know_helped)
        self._desk.ask(InTheCentre(now), self._know_rows)

    def print_out(self) -> None:
        """Straight to the usual printer: in an evacuation nobody chooses. Without one, to a file."""
        usual = QPrinterInfo.defaultPrinter()
        if not usual.isNull():
            self._make(partial(_print_on, usual))
            return
        name = f"{tr('Evacuation list')}.pdf"
        path = save_file_as(self._page, tr("Evacuation list"), name, "PDF (*.pdf)")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        self._make(lambda paper: self._desk.work(partial(write_beside, path, paper), _nothing))

    def _make(self, then: Callable[[bytes], None]) -> None:
        self._then = then
        self._patience.start()
        self.look()

    def _know_centre(self, centre: CentreNames) -> None:
        self._centre = centre

    def _know_rooms(self, rooms: tuple[RoomOnSite, ...]) -> None:
        self._rooms = rooms

    def _know_helped(self, helped: frozenset[UUID]) -> None:
        self._helped = helped

    def _know_rows(self, rows: tuple[OnSiteRow, ...]) -> None:
        self._rows, self._at = rows, wall_now(self._desk.clock)
        if self._patience.isActive():
            self._draw()

    def _draw(self) -> None:
        """The time on the paper is the one at which this was true."""
        from app.sheets.on_site import draw_on_site

        then, self._then = self._then, None
        self._patience.stop()
        if then is None:
            return
        rooms = tuple(self._room(name) for name in room_order(self._rows, self._rooms))
        drawing = partial(draw_on_site, self._centre.name, rooms, self._at, current())
        self._desk.work(drawing, then)

    def _room(self, name: str) -> "OnSiteRoom":
        from app.sheets.on_site import OnSitePerson, OnSiteRoom

        there = [row for row in self._rows if row.room == name]
        people = tuple(
            OnSitePerson(row.list_name, row.since.time(), row.visitor_id in self._helped)
            for row in there
            if row.visitor_id
        )
        unnamed = sum(row.heads for row in there if row.visitor_id is None)
        return OnSiteRoom(name or tr("Foyer"), people, unnamed)


def room_order(rows: Iterable[OnSiteRow], rooms: Iterable[RoomOnSite]) -> list[str]:
    """Where anybody is: our rooms as on the board, other places, and the foyer at the end."""
    peopled = {row.room for row in rows}
    ours = [room.name for room in rooms if room.name in peopled]
    others = sorted(peopled - set(ours) - {""})
    return [*ours, *others, *([""] if "" in peopled else [])]


def _print_on(usual: QPrinterInfo, paper: bytes) -> None:
    from ui.kit.preview import print_pdf

    printer = QPrinter(usual, QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    print_pdf(paper, printer)


def _nothing(_answer: object) -> None:
    """Written beside and put in place: there is nothing to say."""
