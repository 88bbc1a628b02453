"""The waiting list: who waits for a taken place, since when, whether it could be had now, and why not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.action import Action
from app.bookings.waiting import ChangeWaiting, LetAnyRoomDo
from app.bookings.waiting_model import WaitingState
from app.bookings.waiting_queries import WaitingList, WaitingRow
from app.bookings.waiting_taken import BookWaiting
from app.clock import to_wall, wall_now
from app.errors import Refused
from app.ids import new_id
from app.language import day_month, ntr, tr, words
from ui.bookings.sentences import times_of
from ui.bookings.telling_words import WAY_ICONS, how_to_reach, short_day
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard, Note
from ui.kit.drawer import Drawer
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px

WIDTH = 860
TABLE_HEIGHT = 230


class WaitingDrawer(Drawer):
    """Enter books what fits; everything here can be taken back."""

    def __init__(self, caller: QWidget, desk: QtDesk) -> None:
        super().__init__(caller, tr("Waiting list"), width=WIDTH)
        self._desk = desk
        self.hint = Label("", role="sub", wrap=True)
        self.table = Table(tr("Waiting list"), _columns())
        self.table.setMinimumHeight(px(TABLE_HEIGHT))
        self.card = FlatCard()
        self.reach = Label("", role="strong", wrap=True)
        self.reach.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words = Label("", wrap=True)
        self.book = Button(tr("Book it"), kind="primary", icon="check")
        self.told = Button(tr("They have been told"), icon="phone")
        self.any_room = Button(tr("Any room that fits"), icon="room")
        self.off = Button(tr("Take off the list"))
        self.refusal = Note("danger")
        self.refusal.hide()
        self._lay_out()
        self.book.clicked.connect(lambda: self._book(self.table.current_row()))
        self.told.clicked.connect(self._tell)
        self.any_room.clicked.connect(self._let_any_room_do)
        self.off.clicked.connect(lambda: self._become(WaitingState.GONE))
        self.table.opened.connect(self._book)
        self.table.chosen.connect(self._show_row)
        desk.changed.connect(self._look)
        self._look()

    def _look(self, *_: object) -> None:
        self._desk.ask(WaitingList(wall_now(self._desk.clock)), self._show)

    def _show(self, rows: tuple[WaitingRow, ...]) -> None:
        self.table.set_rows(rows)
        if self.table.current_row() is None and rows:
            self.table.choose(next((row.id for row in rows if row.fits), rows[0].id))
        text = tr("Enter books what can be had now.")
        if not rows:
            text = tr("Nobody waits. Whoever is told that a room is taken can be put on this list.")
        self.hint.setText(text)
        self._show_row(self.table.current_row())

    def _show_row(self, row: WaitingRow | None) -> None:
        self.card.setVisible(row is not None)
        if row is None:
            return
        self.reach.setText(" — ".join(filter(None, (row.holder, how_to_reach(row.reach)))))
        self.words.setText(" ".join(_about(row)))
        self.book.setEnabled(row.fits)
        self.book.setText(tr("Move it here") if row.moves else tr("Book it"))
        offered = row.state == WaitingState.OFFERED
        self.told.setText(tr("They wait again") if offered else tr("They have been told"))
        self.any_room.setText(tr("Only this room") if row.any_room else tr("Any room that fits"))
        announce(self, f"{self.reach.text()}. {self.words.text()}")

    def _book(self, row: WaitingRow | None) -> None:
        if row is not None and row.fit.place is not None:
            self._do(BookWaiting(row.id, new_id(), row.fit.place))

    def _tell(self) -> None:
        row = self.table.current_row()
        offered = row is not None and row.state == WaitingState.OFFERED
        self._become(WaitingState.WAITING if offered else WaitingState.OFFERED)

    def _let_any_room_do(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._do(LetAnyRoomDo(row.id, not row.any_room))

    def _become(self, state: WaitingState) -> None:
        row = self.table.current_row()
        if row is not None:
            self._do(ChangeWaiting(row.id, row.state, state))

    def _do(self, action: Action) -> None:
        self.refusal.hide()
        self._desk.do(action, None, self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        self._look()

    def _lay_out(self) -> None:
        verbs = Flow(px(8))
        verbs.add(self.book, self.told, self.any_room, self.off)
        self.card.column.addWidget(self.reach)
        self.card.column.addWidget(self.words)
        self.card.column.addLayout(verbs)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.card)
        self.column.addWidget(self.refusal)


def _columns() -> list[Column]:
    return [
        Column(tr("Day"), lambda row: short_day(row.place.slot), 132, bold=True),
        Column(tr("Time"), lambda row: times_of(row.place.slot), 108),
        Column(tr("Booking"), lambda row: row.title, stretch=True),
        Column(
            tr("For"),
            lambda row: row.reach.name or row.holder or "–",
            160,
            icon=lambda row: WAY_ICONS[row.reach.way],
        ),
        Column(tr("Since"), lambda row: day_month(to_wall(row.entered_at).date()), 88),
        Column(tr("Now"), _now, 170, icon=_sign, ink=_ink),
    ]


def _now(row: WaitingRow) -> str:
    if row.fits and row.state == WaitingState.OFFERED:
        return tr("offered: {room}", room=row.fit.room)
    return row.fit.room if row.fits else tr("not free: {room}", room=row.room)


def _sign(row: WaitingRow) -> str:
    return "check" if row.fits else "clock"


def _ink(row: WaitingRow) -> str:
    return "ok" if row.fits else "text2"


def _about(row: WaitingRow) -> list[str]:
    """Everything else about a wish."""
    parts = [tr("Wanted: {room}.", room=row.room)]
    if row.any_room:
        parts = [tr("Wanted: {room}, or any room that fits.", room=row.room)]
    if row.people:
        parts.append(ntr("{n} person.", "{n} people.", row.people))
    if row.moves:
        parts.append(tr("It is booked elsewhere now and would be moved."))
    if row.fit.objection is not None:
        parts.append(words(row.fit.objection))
    if row.fits:
        parts.append(tr("{room} can be had now.", room=row.fit.room))
    return [*parts, row.note] if row.note else parts
