"""What lies in a time that is to be closed: three ways to deal with it, and whom to tell."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bookings.closing import Way
from app.bookings.closing_queries import LyingThere
from app.language import ntr, tr
from ui.bookings.sentences import times_of
from ui.bookings.telling_words import WAY_ICONS, how_to_reach, short_day
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard, Note
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.radio_cards import RadioCards
from ui.kit.radio_cards import Way as Card
from ui.kit.tables import Column, Table
from ui.theme import px

TABLE_HEIGHT = 155
TOLD = 5
"""The column of the ticks."""


class InTheWay(QWidget):
    """Hidden while nothing lies there. A tick says who knows already, before it is closed."""

    chosen = Signal()
    """Another way, or other rows."""
    move_wanted = Signal(object, object)
    """LyingThere and the id of a room in which it fits."""

    def __init__(self, *, may_cancel: bool, wide: bool) -> None:
        super().__init__()
        self._told: set[UUID] = set()
        self._may_move = may_cancel
        self.question = Note("warn")
        self.ways = RadioCards(
            tr("What becomes of them"), _ways(may_cancel=may_cancel), "show", upright=not wide
        )
        for card in self.ways.cards:
            card.column.addStretch(1)
        self.heading = Label("", role="h3")
        self.counted = Label("", role="sub")
        self.table = Table(tr("Bookings in this time"), _columns(self._told))
        self.table.setMinimumHeight(px(TABLE_HEIGHT))
        self.card = FlatCard()
        self.reach = Label("", role="strong", wrap=True)
        self.card.column.addWidget(self.reach)
        self._moves = Flow(px(8))
        self.card.column.addLayout(self._moves)
        self.move_buttons: list[Button] = []
        self.others = Label("", role="sub", wrap=True)
        self._lay_out()
        self.ways.chosen.connect(lambda _: self._show_way())
        self.table.ticked.connect(self._tick)
        self.table.chosen.connect(self._show_row)
        self.hide()

    @property
    def rows(self) -> tuple[LyingThere, ...]:
        return tuple(self.table.rows)

    def way(self) -> Way | None:
        """None: they are shown, and stay."""
        value = self.ways.value() if self.rows else "show"
        return None if value == "show" else Way(value)

    def told(self) -> frozenset[UUID]:
        return frozenset(self._told)

    def to_cancel(self, now: datetime) -> list[LyingThere]:
        """What is cancelled when that way is chosen: nothing over, nothing of an event."""
        return [one for one in self.rows if not one.of_event and one.place.slot.end > now]

    def show_rows(self, rows: tuple[LyingThere, ...]) -> None:
        self._told &= {row.id for row in rows}
        self.table.set_rows(rows)
        if rows and self.table.current_row() is None:
            self.table.choose(rows[0].id)
        self.question.say(
            ntr(
                "{n} booking lies in this time. What should become of it?",
                "{n} bookings lie in this time. What should become of them?",
                len(rows),
            )
        )
        self.others.setText(_rooms_that_fit(rows))
        self.others.setVisible(bool(self.others.text()))
        self.setVisible(bool(rows))
        self._show_row(self.table.current_row())
        self._show_way()

    def _show_way(self) -> None:
        cancelling = self.way() is Way.CANCEL
        self.heading.setText(tr("Whom to tell") if cancelling else tr("Bookings in this time"))
        self.table.setColumnHidden(TOLD, not cancelling)
        told, everybody = len(self._told), sum(not row.of_event for row in self.rows)
        self.counted.setText(tr("told {n} of {all}", n=told, all=everybody))
        self.counted.setVisible(cancelling)
        self.chosen.emit()

    def _show_row(self, row: LyingThere | None) -> None:
        for button in self.move_buttons:
            self._moves.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.move_buttons = []
        self.card.setVisible(row is not None)
        if row is None:
            return
        if row.of_event:
            self.reach.setText(
                tr(
                    "“{title}” belongs to an event and stays. Open the event to move or cancel it.",
                    title=row.title,
                )
            )
            return
        parts = (row.holder, how_to_reach(row.reach))
        self.reach.setText(" — ".join(filter(None, parts)))
        for room in row.others if self._may_move else ():
            button = Button(tr("Move to {room}", room=room.name))
            button.clicked.connect(lambda _=False, to=room.id: self.move_wanted.emit(row, to))
            self._moves.add(button)
            self.move_buttons.append(button)

    def _tick(self, row: LyingThere) -> None:
        if not row.of_event and self.way() is Way.CANCEL:
            self._told ^= {row.id}
            self.table.viewport().update()
            self._show_way()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        row = QHBoxLayout()
        row.addWidget(self.heading, 1)
        row.addWidget(self.counted)
        column.addWidget(self.question)
        column.addWidget(self.ways)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        column.addWidget(self.others)


def _ways(*, may_cancel: bool) -> list[Card]:
    ways = [
        Card(
            "show",
            tr("Show them"),
            tr("They stay; the plan shows them over the closure until you decide."),
        ),
        Card(Way.AROUND.value, tr("Close around them"), tr("Only free time is closed.")),
    ]
    if may_cancel:
        text = tr("Each is cancelled with this reason; then they must be told.")
        ways.append(Card(Way.CANCEL.value, tr("Cancel them"), text))
    return ways


def _columns(told: set[UUID]) -> list[Column]:
    return [
        Column(tr("Day"), lambda row: short_day(row.place.slot), 132, bold=True),
        Column(tr("Time"), lambda row: times_of(row.place.slot), 108),
        Column(tr("Booking"), _title, stretch=True, icon=_sign, ink=lambda _: "text"),
        Column(
            tr("For"),
            lambda row: row.reach.name or row.holder or "–",
            164,
            icon=lambda row: WAY_ICONS[row.reach.way],
        ),
        Column(tr("Other room"), _other_room, 148),
        Column(tr("Told"), lambda _: "", 84, tick=lambda row: row.id in told),
    ]


def _title(row: LyingThere) -> str:
    title = row.title or tr("private booking")
    return tr("{title}, to be confirmed", title=title) if row.pending else title


def _other_room(row: LyingThere) -> str:
    if row.of_event:
        return tr("stays: an event")
    return row.others[0].name if row.others else "–"


def _sign(row: LyingThere) -> str:
    if row.of_event:
        return "event"
    return "clock" if row.pending else ""


def _rooms_that_fit(rows: tuple[LyingThere, ...]) -> str:
    """The room that would do for most of them."""
    fitting = Counter(room.name for row in rows for room in row.others)
    if len(rows) < 2 or not fitting:
        return ""
    (room, count), *_ = fitting.most_common(1)
    return tr("Other rooms: {room} fits {n} of {all}.", room=room, n=count, all=len(rows))
