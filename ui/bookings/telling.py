"""Whom to tell: those whose booking was cancelled or moved, how to reach them, and a tick for told."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Action
from app.bookings.telling_actions import MarkTold, MarkUntold
from app.bookings.telling_queries import TellingRow, WhomToTell
from app.clock import wall_now
from app.errors import Refused
from app.language import tr
from ui.bookings.sentences import times_of
from ui.bookings.telling_words import (
    WAY_ICONS,
    how_to_reach,
    short_day,
    what_to_say,
    why_in_words,
)
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.cards import FlatCard, Note
from ui.kit.drawer import Drawer
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px

WIDTH = 860
TABLE_HEIGHT = 240


class TellingDrawer(Drawer):
    """What is ticked here stays to be seen until the drawer is closed, so that it can be unticked."""

    def __init__(self, caller: QWidget, desk: QtDesk) -> None:
        super().__init__(caller, tr("Whom to tell"), width=WIDTH)
        self._desk = desk
        self._opened_at = desk.clock.now()
        self.counted = Label("", role="sub")
        self.table = Table(tr("Whom to tell"), _columns())
        self.table.setMinimumHeight(px(TABLE_HEIGHT))
        self.words = Label("", wrap=True)
        self.reach = Label("", role="strong", wrap=True)
        self.reach.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.card = FlatCard()
        self.card.column.addWidget(self.reach)
        self.card.column.addWidget(self.words)
        self.refusal = Note("danger")
        self.refusal.hide()
        row = QHBoxLayout()
        self.hint = Label("", role="sub", wrap=True)
        row.addWidget(self.hint, 1)
        row.addWidget(self.counted)
        self.column.addLayout(row)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.card)
        self.column.addWidget(self.refusal)
        self.table.ticked.connect(self._tick)
        self.table.chosen.connect(self._show_row)
        desk.changed.connect(self._look)
        self._look()

    def _look(self, *_: object) -> None:
        self._desk.ask(WhomToTell(wall_now(self._desk.clock), self._opened_at), self._show)

    def _show(self, rows: tuple[TellingRow, ...]) -> None:
        self.table.set_rows(rows)
        told = sum(row.told for row in rows)
        self.counted.setText(tr("told {n} of {all}", n=told, all=len(rows)) if rows else "")
        self.hint.setText(
            tr("Space ticks who has been told.")
            if rows
            else tr("Nobody is to be told anything now.")
        )
        if self.table.current_row() is None and rows:
            self.table.choose(next((row.id for row in rows if not row.told), rows[0].id))
        self._show_row(self.table.current_row())

    def _show_row(self, row: TellingRow | None) -> None:
        self.card.setVisible(row is not None)
        if row is not None:
            self.reach.setText(" — ".join(filter(None, (row.holder, how_to_reach(row.reach)))))
            self.words.setText(what_to_say(row))
            announce(self, f"{self.reach.text()}. {self.words.text()}")

    def _tick(self, row: TellingRow) -> None:
        self.refusal.hide()
        action: Action = MarkTold(row.ids, row.reach.way, self._desk.clock.now())
        if row.told:
            action = MarkUntold(row.ids)
        self._desk.do(action, None, self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        self._look()


def _columns() -> list[Column]:
    return [
        Column(tr("Day"), lambda row: short_day((row.was or row.here).slot), 136, bold=True),
        Column(tr("Time"), lambda row: times_of((row.was or row.here).slot), 112),
        Column(tr("Booking"), lambda row: row.title, stretch=True),
        Column(
            tr("For"),
            lambda row: row.reach.name or row.holder or "–",
            190,
            icon=lambda row: WAY_ICONS[row.reach.way],
        ),
        Column(tr("Why"), lambda row: why_in_words(row.why), 112),
        Column(tr("Told"), lambda _: "", 84, tick=lambda row: row.told),
    ]
