"""Today's events on the Today page."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.events.queries import SessionRow
from app.language import clock_time, ntr, tr
from ui.kit.buttons import Button
from ui.kit.cards import Card, Chip, FlatCard
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.theme import px


class EventsCard(Card):
    """A box for each session; past ones have no verbs."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.column.addWidget(Label(tr("Today's events"), role="h2"))
        self._scroll = Scroll((0, 0, 2, 0), gap=8)
        self.column.addWidget(self._scroll, 1)
        plan = Button(tr("Plan an event"), kind="quiet", icon="event")
        plan.clicked.connect(lambda: self.go.emit("events", "new"))
        self.column.addWidget(plan, 0, Qt.AlignmentFlag.AlignLeft)
        self._next: UUID | None = None
        self._rows: tuple[SessionRow, ...] = ()
        self._now: datetime | None = None
        self._left: dict[UUID, int] = {}

    def show_left(self, left: dict[UUID, int]) -> None:
        """How many supports each session still waits for; sessions without needs are not in it."""
        if left != self._left:
            self._left = left
            if self._now is not None:
                self.show_sessions(self._rows, self._now)

    def show_sessions(self, rows: tuple[SessionRow, ...], now: datetime) -> None:
        self._rows, self._now = rows, now
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(8))
        shown = [row for row in rows if not row.cancelled]
        for row in shown:
            column.addWidget(self._box(row, now))
        if not shown:
            column.addWidget(Label(tr("No events today."), role="sub"))
        column.addStretch(1)
        self._scroll.setWidget(body)
        coming = [row for row in shown if row.end > now and not row.open_doors]
        self._next = coming[0].session_id if coming else None

    def print_next(self) -> None:
        """Ctrl+P: the sheet of the next event."""
        if self._next is not None:
            self.go.emit("events", ("sheet", self._next))

    def _box(self, row: SessionRow, now: datetime) -> FlatCard:
        box = FlatCard()
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(Label(clock_time(row.start), role="h2"), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(row.title, role="h3", wrap=True))
        texts.addWidget(Label(f"{row.room} · {_count(row, now)}", role="sub", wrap=True))
        head.addLayout(texts, 1)
        chip = self._chip(row, now)
        if chip is not None:
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        box.column.addLayout(head)
        if row.end > now:
            box.column.addLayout(self._verbs(row))
        return box

    def _chip(self, row: SessionRow, now: datetime) -> Chip | None:
        left = self._left.get(row.session_id)
        if row.start <= now < row.end:
            return Chip(tr("Until {at}", at=clock_time(row.end)), "ok", "clock")
        if left is None or row.end <= now:
            return None
        if left:
            return Chip(tr("To prepare: {n}", n=left), "warn", "warn")
        return Chip(tr("Everything is ready"), "ok", "check")

    def _verbs(self, row: SessionRow) -> QHBoxLayout:
        verbs = QHBoxLayout()
        mark = Button(tr("Mark participants"), icon="check")
        mark.clicked.connect(lambda: self.go.emit("events", row.session_id))
        verbs.addWidget(mark)
        if not row.open_doors:
            sheet = Button(tr("Print the sheet"), kind="quiet", icon="print")
            sheet.clicked.connect(lambda: self.go.emit("events", ("sheet", row.session_id)))
            verbs.addWidget(sheet)
        verbs.addStretch(1)
        return verbs


def _count(row: SessionRow, now: datetime) -> str:
    present = row.named + row.unnamed
    if row.start <= now or present:
        return ntr("{n} present", "{n} present", present)
    if row.open_doors:
        return tr("without registration")
    return ntr("{n} registered", "{n} registered", row.registered)
