"""The board of one session: its head, where people are entered, and the table of the list."""

from collections.abc import Sequence, Set
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.action import Action
from app.clock import wall_now
from app.events.attending import CountHead, MarkPresent, UnmarkPresent
from app.events.board import BoardOfSession, ListRow
from app.events.facts import Facts
from app.events.missed import SetAbsence, SetStay, Stay
from app.events.model import OUT, Absence
from app.events.register_group import Member, RegisterGroup
from app.events.registering import (
    CancelRegistration,
    RegisterForEvent,
    RestoreRegistration,
)
from app.events.together import MarkTogether, NobodyElseCame
from app.events.waiting import GivePlace
from app.events.with_her import ComesWith
from app.ids import new_id
from app.language import clock_time, tr
from app.permission import Permission
from app.visitors.model import Band
from ui.desk import QtDesk
from ui.events.entry import Entry
from ui.events.group_drawer import GroupDrawer
from ui.events.head import SessionHead
from ui.events.people_table import PeopleTable
from ui.events.registration_drawer import RegistrationDrawer
from ui.events.row_verbs import RowVerbs
from ui.events.stay_drawer import StayDrawer
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
        self.entry.group.clicked.connect(self.register_group)
        self.entry.box.said.connect(self.said)
        self.table = PeopleTable()
        self.verbs = RowVerbs(may_mark=may_mark)
        self._may_mark = may_mark
        self._connect_verbs()
        if may_mark:
            self.table.letter.connect(self._letter)
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
        self._lay_out()

    def show_board(self, board: BoardOfSession) -> None:
        """Fill everything; another session chooses its mode by the time."""
        other = self.board is None or self.board.session_id != board.session_id
        self.board = board
        now = wall_now(self._desk.clock)
        if other:
            self.entry.box.clear()
        self.entry.set_mode_by(board.place.slot, now, other=other)
        self.head.show_board(board, now.date())
        self.entry.set_dates(board, other=other)
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
        if self.board is None:
            return
        self.entry.set_mode_by(self.board.place.slot, wall_now(self._desk.clock), other=False)
        if self.entry.marks:
            self._mark(visitor_id)
        else:
            via, now = self.entry.via.value(), self._desk.clock.now()
            facts = Facts(session_ids=self.entry.dates.value() or frozenset())
            self._do(RegisterForEvent(new_id(), self.board.event_id, visitor_id, via, now, facts))

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
        if row.status in OUT:
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

    def set_absence(self, row: ListRow, wanted: Absence | None) -> None:
        if self.board is not None:
            session_id, visitor_id = self.board.session_id, row.visitor_id
            self._do(SetAbsence(new_id(), session_id, visitor_id, row.absence, wanted))

    def leaves_now(self, row: ListRow) -> None:
        if row.attendance_id is not None and row.came is not None:
            now = max(row.came, wall_now(self._desk.clock))
            seen = Stay(row.came, row.left)
            self._do(SetStay(row.attendance_id, seen, Stay(row.came, now)))

    def correct_times(self, row: ListRow) -> None:
        if row.came is not None:
            StayDrawer(self, self._desk, row, private=self.table.private).open()

    def mark_together(self, people: Sequence[UUID]) -> None:
        """A family or a class, in one action."""
        if self.board is not None:
            session_id, now = self.board.session_id, self._desk.clock.now()
            marks = (MarkPresent(new_id(), session_id, one, now, new_id()) for one in people)
            self._do(MarkTogether(tuple(marks)))

    def nobody_else_came(self) -> None:
        if self.board is not None:
            awaited = [row for row in self.board.rows if row.awaited]
            session_id = self.board.session_id
            self._do(
                NobodyElseCame(
                    tuple(
                        SetAbsence(new_id(), session_id, one.visitor_id, None, Absence.NO_SHOW)
                        for one in awaited
                    )
                )
            )

    def _give_place(self) -> None:
        if (row := self.table.current_row()) is not None:
            self._do(GivePlace(row.registration_id))

    def _show_verbs(self) -> None:
        """The verbs of the chosen row stand under the table."""
        row: ListRow | None = self.table.current_row()
        if self.board is None:
            return
        now, slot = wall_now(self._desk.clock), self.board.place.slot
        over = 0 if now < slot.end or self.board.cancelled else self.board.awaited
        self.verbs.show_row(row, begun=now >= slot.start, others=over)
        if row is not None and self._may_mark:
            self._desk.ask_newest(
                "company", ComesWith(self.board.session_id, row.visitor_id), self.verbs.show_company
            )

    def _letter(self, row: ListRow, letter: str) -> None:
        """A key of the list presses the button that is seen; of a hidden one it does nothing."""
        buttons = {
            "N": self.verbs.no_show,
            "E": self.verbs.excused,
            "L": self.verbs.left,
            "T": self.verbs.stay,
            "F": self.verbs.family,
            "G": self.verbs.group,
            "R": self.verbs.details,
            "A": self.verbs.kin,
        }
        if row is self.verbs.row and not buttons[letter].isHidden():
            buttons[letter].click()

    def register_together(self, people: Sequence[UUID]) -> None:
        """Somebody's family, to the same dates and in the same way as chosen above."""
        if self.board is not None:
            members = tuple(Member(new_id(), one) for one in people)
            via, now = self.entry.via.value(), self._desk.clock.now()
            dates = self.entry.dates.value() or frozenset()
            self._do(RegisterGroup(self.board.event_id, members, via, now, dates))

    def register_group(self) -> None:
        if self.board is not None:
            GroupDrawer(self, self._desk, self.board).open()

    def _open_registration(self, row: ListRow) -> None:
        RegistrationDrawer(self, self._desk, row.registration_id).open()

    def _connect_verbs(self) -> None:
        verbs = self.verbs
        verbs.registration.connect(self._open_registration)
        verbs.come_or_not.connect(self.come_or_not)
        verbs.give_place.connect(lambda _: self._give_place())
        verbs.absence.connect(self.set_absence)
        verbs.leaves.connect(self.leaves_now)
        verbs.times.connect(self.correct_times)
        verbs.together.connect(self.mark_together)
        verbs.register_kin.connect(self.register_together)
        verbs.nobody_else.connect(self.nobody_else_came)
        verbs.open_card.connect(self.open_card)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, px(2), 1, 3)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.entry)
        column.addWidget(self._people, 1)
        column.addWidget(self.verbs)
