"""The board of one session: its head, where people are entered, and the table of the list."""

from collections.abc import Set
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.action import Action
from app.clock import wall_now
from app.events.attending import CountHead, MarkPresent, UnmarkPresent
from app.events.board import BoardOfSession, ListRow
from app.events.model import RegistrationStatus
from app.events.registering import CancelRegistration, RegisterForEvent, RestoreRegistration
from app.events.waiting import GivePlace
from app.ids import new_id
from app.language import clock_time, tr
from app.permission import Permission
from app.visitors.model import Band
from ui.desk import QtDesk
from ui.events.entry import Entry
from ui.events.head import SessionHead
from ui.events.people_table import PeopleTable
from ui.kit.buttons import Button
from ui.kit.cards import KeyHints
from ui.kit.empty import Empty
from ui.theme import px

LEAST_TABLE = 190


class SessionView(QWidget):
    """Shows one board and does what its keys say; what happened comes back with the next board."""

    open_card = Signal(object)
    """UUID of a visitor."""
    said = Signal(str, str)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self.board: BoardOfSession | None = None
        may_mark = desk.may(Permission.MARK_ATTENDANCE)
        self.head = SessionHead(may_plan=desk.may(Permission.PLAN_EVENTS), may_print=may_mark)
        self.entry = Entry(desk)
        if not may_mark:
            self.entry.hide()
        self.entry.person.connect(self.enter)
        self.entry.counted.connect(self.count)
        self.entry.box.said.connect(self.said)
        self.table = PeopleTable()
        if may_mark:
            self.table.ticked.connect(self.toggle)
            self.table.opened.connect(self.mark_row)
            self.table.not_coming.connect(self.come_or_not)
        self.table.chosen.connect(lambda _: self._show_verbs())
        empty = Empty(
            "event",
            tr("Nobody has registered yet."),
            tr("Scan a card or write a name."),
        )
        self._people = QStackedWidget()
        self._people.addWidget(self.table)
        self._people.addWidget(empty)
        self._people.setMinimumHeight(px(LEAST_TABLE))
        self._lay_out(may_mark=may_mark)

    def show_board(self, board: BoardOfSession) -> None:
        """Fill everything; another session chooses its mode by the time."""
        other = self.board is None or self.board.session_id != board.session_id
        self.board = board
        now = wall_now(self._desk.clock)
        if other:
            self.entry.set_mode_by(board.place.slot.start, now)
            self.entry.box.clear()
        self.head.show_board(board, now.date())
        self.entry.setEnabled(not board.cancelled)
        self.entry.set_unnamed(board.unnamed)
        self.table.set_rows(board.rows)
        self._people.setCurrentIndex(0 if board.rows else 1)
        self._show_verbs()

    def set_flagged(self, visitors: Set[UUID]) -> None:
        self.table.set_flagged(visitors)

    def set_private(self, private: bool) -> None:
        self.table.private = self.entry.box.private = private
        self.entry.needs.set_private(private)
        self.table.viewport().update()

    def enter(self, visitor_id: UUID) -> None:
        """Enter in the box: register, or mark present, by the mode."""
        if self.entry.marks:
            self._mark(visitor_id)
        elif self.board is not None:
            via, now = self.entry.via.value(), self._desk.clock.now()
            self._do(RegisterForEvent(new_id(), self.board.event_id, visitor_id, via, now))

    def mark_row(self, row: ListRow) -> None:
        """Enter on a row never takes a tick away: a second Enter by accident does no harm."""
        if row.came is None:
            self._mark(row.visitor_id)
        else:
            at = clock_time(row.came)
            self.said.emit(tr("{who} has been here since {at}.", who=row.list_name, at=at), "info")

    def toggle(self, row: ListRow) -> None:
        """Space or a click on the tick."""
        if row.attendance_id is None:
            self._mark(row.visitor_id)
        else:
            self._do(UnmarkPresent(row.attendance_id, row.walk_in))

    def come_or_not(self, row: ListRow) -> None:
        if row.status == RegistrationStatus.CANCELLED:
            self._do(RestoreRegistration(row.registration_id))
        else:
            self._do(CancelRegistration(row.registration_id))

    def count(self, band: Band, step: int) -> None:
        if self.board is not None:
            self._do(CountHead(self.board.session_id, band, step))

    def _mark(self, visitor_id: UUID) -> None:
        if self.board is not None:
            session_id, now = self.board.session_id, self._desk.clock.now()
            self._do(MarkPresent(new_id(), session_id, visitor_id, now, new_id()))

    def _do(self, action: Action) -> None:
        self._desk.do(action)

    def _give_place(self) -> None:
        if (row := self.table.current_row()) is not None:
            self._do(GivePlace(row.registration_id))

    def _show_verbs(self) -> None:
        """The verbs of the chosen row stand under the table."""
        row: ListRow | None = self.table.current_row()
        self._verbs.setVisible(row is not None)
        if row is None:
            return
        cancelled = row.status == RegistrationStatus.CANCELLED
        self._not_coming.setText(tr("Will come after all") if cancelled else tr("Will not come"))
        self._not_coming.setVisible(row.came is None)
        self._place.setVisible(row.line > 0)

    def _lay_out(self, *, may_mark: bool) -> None:
        self._verbs = QWidget()
        row = QHBoxLayout(self._verbs)
        row.setContentsMargins(px(12), px(4), px(12), px(4))
        row.setSpacing(px(6))
        self._not_coming = Button("", kind="quiet")
        self._not_coming.clicked.connect(lambda: self.come_or_not(self.table.current_row()))
        self._place = Button(tr("Give a place"), kind="quiet")
        self._place.clicked.connect(self._give_place)
        card = Button(tr("Open the card"), kind="quiet", icon="person")
        card.clicked.connect(lambda: self.open_card.emit(self.table.current_row().visitor_id))
        row.addWidget(KeyHints([("Space", tr("present")), ("Delete", tr("will not come"))]), 1)
        shown = (self._not_coming, self._place, card) if may_mark else (card,)
        for button in shown:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, px(2), 1, 3)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.entry)
        column.addWidget(self._people, 1)
        column.addWidget(self._verbs)
