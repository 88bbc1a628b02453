"""Who is in the centre now, with heads without a name; printed in one key for an evacuation."""

from functools import partial
from pathlib import Path

from app.centre.queries import CentreCard, CentreNames
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.clock import wall_now
from app.ids import new_id
from app.language import clock_time, current, ntr, tr, words
from app.people.on_site import InTheCentre, OnSiteRow
from app.sheets.beside import write_beside
from app.visitors.visits import CloseVisit, CountUnnamed
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.dialogs import save_file_as
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.visitors.shown import BANDS


class OnSitePage(QWidget):
    """Stands in place of the card while "In the centre" is chosen."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[OnSiteRow, ...] = ()
        self._centre = CentreNames()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        card = Card((20, 14, 20, 14), gap=10)
        whole.addWidget(card)
        head = QHBoxLayout()
        self._title = Label(tr("In the centre now"), role="h1")
        head.addWidget(self._title, 1)
        save = Button(tr("Evacuation list"), icon="print")
        save.setToolTip("Ctrl+P")
        save.clicked.connect(self.print_list)
        head.addWidget(save)
        card.column.addLayout(head)
        counters = QHBoxLayout()
        counters.addWidget(Label(tr("Unnamed"), role="strong"))
        self._counters: dict[str, Button] = {}
        for band, name in BANDS:
            button = Button(words(name), icon="add")
            button.clicked.connect(lambda _=False, one=band: self._count(one))
            counters.addWidget(button)
            self._counters[band] = button
        counters.addStretch(1)
        card.column.addLayout(counters)
        self._nobody = Note("info", tr("Nobody is in the centre now."))
        card.column.addWidget(self._nobody)
        self._table = Table(
            tr("In the centre now"),
            [
                Column(tr("Since"), lambda row: clock_time(row.since), width=80),
                Column(tr("Name, surname"), _name, stretch=True, bold=True),
                Column(tr("Born"), lambda row: str(row.birth_year or ""), width=90),
            ],
            id_of=lambda row: row.visit_id,
        )
        card.column.addWidget(self._table, 1)
        leave = Button(tr("Has left"), icon="login")
        leave.clicked.connect(self._leave)
        foot = QHBoxLayout()
        foot.addWidget(leave)
        foot.addStretch(1)
        card.column.addLayout(foot)

    def reload(self) -> None:
        self._desk.ask(InTheCentre(), self._show)
        self._desk.ask(CentreCard(), self._know_centre)

    def print_list(self) -> None:
        """Ask where to keep the list, then draw it."""
        name = f"{tr('Evacuation list')}.pdf"
        path = save_file_as(self, tr("Evacuation list"), name, "PDF (*.pdf)")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        self._desk.ask(InTheCentre(), partial(self._draw, path))

    def _draw(self, path: Path, rows: tuple[OnSiteRow, ...]) -> None:
        from app.sheets.on_site import OnSitePerson, OnSiteRoom, draw_on_site

        people = tuple(
            OnSitePerson(row.list_name, row.since.time(), False) for row in rows if row.visitor_id
        )
        room = OnSiteRoom(tr("In the centre"), people, sum(1 for row in rows if not row.visitor_id))
        at = wall_now(self._desk.clock)
        drawing = partial(draw_on_site, self._centre.name, (room,), at, current())
        self._desk.work(drawing, partial(self._keep, path))

    def _keep(self, path: Path, paper: bytes) -> None:
        self._desk.work(partial(write_beside, path, paper), lambda _: None)

    def _know_centre(self, centre: CentreNames) -> None:
        self._centre = centre

    def _show(self, rows: tuple[OnSiteRow, ...]) -> None:
        self._rows = rows
        self._table.set_rows(rows)
        self._nobody.setVisible(not rows)
        self._table.setVisible(bool(rows))
        self._title.setText(
            ntr("{n} person in the centre now", "{n} people in the centre now", len(rows))
        )
        for band, name in BANDS:
            heads = sum(1 for row in rows if row.band == band)
            self._counters[band].setText(words(name) + (f" · {heads}" if heads else ""))

    def _count(self, band: object) -> None:
        self._desk.do(CountUnnamed(new_id(), band, self._desk.clock.now()))  # type: ignore[arg-type]

    def _leave(self) -> None:
        row = self._table.current_row()
        if row is not None:
            self._desk.do(CloseVisit(row.visit_id, self._desk.clock.now()))
            QTimer.singleShot(0, self._table.setFocus)


def _name(row: OnSiteRow) -> str:
    if row.visitor_id is not None:
        return row.list_name
    return tr("Unnamed: {who}", who=next(words(name) for band, name in BANDS if band == row.band))
