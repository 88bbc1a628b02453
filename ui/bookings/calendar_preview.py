"""What loading a calendar would do, before anything is written: four numbers, the dates behind each."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bookings.calendar_preview import DateState, ImportRow
from app.bookings.calendar_report import STATES, CalendarReportLine, outcome, when
from app.language import ntr, tr, weekday_short, words
from ui.kit.cards import Tile
from ui.kit.forms import Field, TextField
from ui.kit.inside import Inside
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px

LOAD, TAKEN, AGAINST, LEFT = range(4)
HEIGHT = 240
SHOWN = 1000
TILE_OF = {
    DateState.FREE: LOAD,
    DateState.CHANGED: LOAD,
    DateState.CLASH: TAKEN,
    DateState.NEVER: TAKEN,
    DateState.AGAINST: AGAINST,
    DateState.HERE: LEFT,
    DateState.NO_ROOM: LEFT,
}


class CalendarPreviewPage(Inside, QWidget):
    """A tile chooses which dates stand below; Space takes one in or leaves it out.

    ``left``: numbers of dates that are not wanted; ``anyway``: of those wanted against the rules.
    """

    decided = Signal()

    def __init__(self, *, decides: bool) -> None:
        super().__init__()
        self.left: set[int] = set()
        self.anyway: set[int] = set()
        self._rooms: dict[UUID, str] = {}
        self._decides = decides
        self._tile = LOAD
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        names = self._names()
        icons = ("add", "lock", "warn", "check")
        self.tiles = [Tile(name, icon) for name, icon in zip(names, icons, strict=True)]
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for place, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda _=False, n=place: self._go_to(n))
            row.addWidget(tile)
        whole.addLayout(row)
        self._title = Label("", role="h3", wrap=True)
        whole.addWidget(self._title)
        self.reason = TextField()
        self.reason.editingFinished.connect(self._reason_given)
        self._reason_field = Field(
            tr("Reason"), self.reason, tr("Stays with the booking: why it may stand.")
        )
        self._reason_field.hide()
        whole.addWidget(self._reason_field)
        self.tables = [
            Table(names[place], self._columns(place), id_of=_number) for place in range(LEFT)
        ]
        self.tables.append(Table(names[LEFT], _line_columns(), id_of=id))
        for place, table in enumerate(self.tables):
            table.setMinimumHeight(px(HEIGHT))
            table.hide()
            whole.addWidget(table, 1)
            if place in (LOAD, AGAINST):
                table.ticked.connect(self._turn)

    def begin(self, unwanted: set[int]) -> None:
        """Another file, or other days of it."""
        self.left, self.anyway = set(unwanted), set()
        self._tile = -1

    def show_rows(
        self,
        rows: Sequence[ImportRow],
        unread: Sequence[CalendarReportLine],
        rooms: dict[UUID, str],
    ) -> None:
        self._rooms = rooms
        shown: list[list[Any]] = [
            [one for one in rows if TILE_OF[one.state] == n] for n in range(4)
        ]
        shown[LEFT] = [
            *unread,
            *(CalendarReportLine(when(one), one.date.title, outcome(one)) for one in shown[LEFT]),
        ]
        self._counts = [len(one) for one in shown]
        self._here = sum(one.state is DateState.HERE for one in rows)
        self._never = any(one.state is DateState.NEVER for one in rows)
        for place, (table, some) in enumerate(zip(self.tables, shown, strict=True)):
            table.set_rows(some[:SHOWN])
            self.tiles[place].set_number(len(some))
        if self._tile < 0:
            self._tile = next((n for n in (TAKEN, LOAD, AGAINST) if self._counts[n]), LOAD)
        self.choose(self._tile)

    def chosen(self, rows: Sequence[ImportRow]) -> frozenset[int]:
        """The numbers of the dates that would be loaded."""
        free = {one.number for one in rows if one.can_be_loaded} - self.left
        reasoned = {one.number for one in rows if one.needs_reason} if self.reason.text() else set()
        return frozenset(free | (reasoned & self.anyway))

    def choose(self, place: int) -> None:
        self._tile = place
        self._title.setText(self._titles()[place])
        self._reason_field.setVisible(place == AGAINST and self._may_reason())
        for n, table in enumerate(self.tables):
            table.setVisible(n == place)

    def _go_to(self, place: int) -> None:
        """The keys go on in what the tile stands for; with large text it lies further down."""
        self.choose(place)
        table = self.tables[place]
        if table.rows and table.current_row() is None:
            table.setCurrentIndex(table.model().index(0, 0))
        to_say_why = place == AGAINST and self._may_reason() and not self.reason.text()
        goal = self.reason if to_say_why else table
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_reason(self) -> bool:
        return self._decides and bool(self._counts[AGAINST])

    def _turn(self, row: ImportRow) -> None:
        if row.needs_reason:
            if not self._decides:
                return
            if not self.reason.text().strip():
                self._reason_field.set_error(tr("Write why they may stand, then choose them."))
                self.reason.setFocus()
                return
        numbers = self.anyway if row.needs_reason else self.left
        numbers.symmetric_difference_update({row.number})
        self.tables[self._tile].viewport().update()
        self.decided.emit()

    def _reason_given(self) -> None:
        if self.reason.text().strip():
            self._reason_field.clear_error()
        if self.anyway:
            self.decided.emit()

    @staticmethod
    def _names() -> list[str]:
        return [
            tr("free dates"),
            tr("taken"),
            tr("against the rules"),
            tr("already here or left out"),
        ]

    def _titles(self) -> list[str]:
        shown = min(SHOWN, self._counts[LOAD])
        taken = tr("Somebody has the room then. These are never loaded.")
        if self._never:
            taken = tr(
                "Somebody has the room then, or no reason helps against a rule. "
                "These are never loaded."
            )
        against = tr("Closed then, or against another rule. Whoever decides may say why not.")
        if self._decides:
            against = tr("Closed then, or against another rule. With a reason Space takes it in.")
        return [
            ntr(
                "{n} date that can be booked. Space leaves one out.",
                "{n} dates that can be booked. Space leaves one out.",
                shown,
            ),
            taken,
            against,
            ntr("{n} is already here", "{n} are already here", self._here)
            + " · "
            + tr("for the others no room was chosen, or nobody can read them"),
        ]

    def _columns(self, place: int) -> list[Column]:
        columns = [
            Column(tr("Day"), _day, width=154),
            Column(tr("Time"), _time, width=112, wrap=place in (TAKEN, AGAINST)),
            Column(tr("Title"), lambda row: row.date.title or "–", width=204, bold=True),
            Column(tr("Room"), self._room, width=140),
            Column(tr("State"), _state, stretch=True, wrap=place in (TAKEN, AGAINST), width=260),
        ]
        if place == LOAD:
            wanted = Column(tr("Take"), _no_words, width=64, tick=self._is_wanted)
            return [wanted, *columns]
        if place == AGAINST and self._decides:
            wanted = Column(tr("Take"), _no_words, width=64, tick=self._is_forced)
            return [wanted, *columns]
        return columns

    def _is_wanted(self, row: ImportRow) -> bool:
        return row.number not in self.left

    def _is_forced(self, row: ImportRow) -> bool:
        return row.number in self.anyway

    def _room(self, row: ImportRow) -> str:
        if row.details is None:
            return row.date.place
        return self._rooms.get(row.details.place.room_id, row.date.place)


def _line_columns() -> list[Column]:
    return [
        Column(tr("When"), lambda line: line.when, width=220),
        Column(tr("Title"), lambda line: line.title, width=240, bold=True),
        Column(tr("What came of it"), lambda line: line.outcome, stretch=True, wrap=True),
    ]


def _number(row: ImportRow) -> int:
    return row.number


def _no_words(_row: ImportRow) -> str:
    return ""


def _day(row: ImportRow) -> str:
    return f"{weekday_short(row.date.starts)} {when(row).partition(',')[0]}"


def _time(row: ImportRow) -> str:
    return tr("whole day") if row.date.all_day else when(row).partition(", ")[2]


def _state(row: ImportRow) -> str:
    return " ".join(words(one) for one in row.why) or words(STATES[row.state])
