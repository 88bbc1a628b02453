"""The days as a list: equal to the board, with the same verbs, for a screen reader and large text."""

from uuid import UUID

from PySide6.QtCore import QItemSelection, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.bookings.board import Board, BookingCard
from app.language import ntr, tr
from ui.bookings import cursor as cursors
from ui.bookings.day_model import DAY, TITLE, WIDTHS, DayModel
from ui.bookings.ghost import Ghost, moving
from ui.bookings.planner_keys import Verb, verb_of
from ui.bookings.steering import DAYS, GRIPS, one_step
from ui.kit.announce import announce
from ui.theme import px, tokens

ROW, NARROWEST_TITLE, PUSHED_TITLE = 33, 132, 220


class DayList(QTableView):
    """Tells what somebody wants, like the board; while something is moved it says where it would be."""

    new_wanted = Signal(object)
    moved = Signal(object, object)
    opened = Signal(object)
    duplicate_wanted = Signal(object)
    cancel_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    day_wanted = Signal(int)
    ghost_changed = Signal(object)
    """Ghost while a booking is being moved, then None."""

    def __init__(self) -> None:
        super().__init__()
        self.ghost: Ghost | None = None
        self._model = DayModel()
        self.setModel(self._model)
        self.setAccessibleName(tr("Bookings of the day"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setMinimumSectionSize(px(60))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, px(width))
        self.doubleClicked.connect(lambda _: self._open())

    def show_board(self, board: Board) -> None:
        """Show days; the chosen booking stays chosen."""
        kept = self.card()
        self.setColumnHidden(DAY, board.days == 1)
        self._stretch()
        what = tr("Bookings of the day") if board.days == 1 else tr("Bookings of several days")
        self.setAccessibleName(what)
        self._model.show_board(board)
        self.hold_ghost(self.ghost.on(board) if self.ghost else None)
        row = self._row_of(kept)
        if self._model.lines:
            self.selectRow(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        """The title has what the others leave; if that is too little, the list is pushed anyway."""
        others = sum(self.columnWidth(n) for n in WIDTHS if not self.isColumnHidden(n))
        left = self.viewport().width() - others
        self.setColumnWidth(TITLE, left if left >= px(NARROWEST_TITLE) else px(PUSHED_TITLE))

    @property
    def board(self) -> Board | None:
        return self._model.board

    def card(self) -> BookingCard | None:
        """The booking of the chosen row."""
        row = self.currentIndex().row()
        return self._model.lines[row].card if 0 <= row < len(self._model.lines) else None

    def choose(self, booking_id: UUID) -> None:
        """Put the cursor on a booking, if it is in the list."""
        for row, line in enumerate(self._model.lines):
            if line.card is not None and line.card.id == booking_id:
                self.selectRow(row)

    def counted(self) -> str:
        """Bookings, closures and cancelled ones, counted apart."""
        board = self._model.board
        if board is None:
            return ""
        parts = [ntr("{n} booking", "{n} bookings", len(board.cards))]
        if board.closures:
            parts.append(ntr("{n} closure", "{n} closures", len(board.closures)))
        if board.cancelled:
            parts.append(ntr("{n} cancelled", "{n} cancelled", len(board.cancelled)))
        return ", ".join(parts)

    def hold_ghost(self, ghost: Ghost | None) -> None:
        self.ghost = ghost
        if ghost is not None:
            announce(self, ghost.sentence())
        self.ghost_changed.emit(ghost)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = verb_of(event)
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if verb is None or not self.steer(verb, fine=fine):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = self.card()
        if card is not None:
            self.menu_wanted.emit(cursors.on(card), event.globalPos())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring goes round the whole row, not round a cell."""
        super().paintEvent(event)
        index = self.currentIndex()
        if not index.isValid() or not self.hasFocus():
            return
        top = self.visualRect(index)
        row = QRect(0, top.top(), self.viewport().width(), top.height())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(tokens().focus), 3))
        painter.drawRect(row.adjusted(1, 1, -2, -2))
        painter.end()

    def _row_of(self, kept: BookingCard | None) -> int:
        """Where the booking is, else what comes next; the first on days that have no now."""
        lines, board = self._model.lines, self.board
        for row, line in enumerate(lines):
            if _is(line.card, kept):
                return row
        now = board.now if board and board.now and board.now.date() in board.dates else None
        coming = (row for row, line in enumerate(lines) if now and line.slot.end > now)
        return next(coming, 0)

    def steer(self, verb: Verb, *, fine: bool = False) -> bool:
        """Do what a key does; False when it means nothing here."""
        if self.ghost is not None:
            return self._steer_ghost(self.ghost, verb, fine=fine)
        if verb in DAYS:
            self.day_wanted.emit(DAYS[verb])
        elif verb is Verb.NEW:
            self.new_wanted.emit(None)
        else:
            return self._act(verb)
        return True

    def _steer_ghost(self, ghost: Ghost, verb: Verb, *, fine: bool) -> bool:
        if verb is Verb.ENTER:
            self.hold_ghost(None)
            if ghost.origin is not None and ghost.has_moved:
                self.moved.emit(ghost.origin, ghost.place)
        elif verb is Verb.ESCAPE:
            self.hold_ghost(None)
        elif further := one_step(ghost, verb, fine=fine):
            self.hold_ghost(further)
        return True

    def _act(self, verb: Verb) -> bool:
        card, board = self.card(), self._model.board
        if card is None or board is None:
            return False
        if verb in GRIPS and not card.cancelled:
            self.hold_ghost(moving(board, card, GRIPS[verb]))
            return True
        signals = {
            Verb.ENTER: self.opened,
            Verb.DUPLICATE: self.duplicate_wanted,
            Verb.CANCEL: self.cancel_wanted,
        }
        if verb in signals:
            signals[verb].emit(card)
        return verb in signals

    def _open(self) -> None:
        card = self.card()
        if card is not None:
            self.opened.emit(card)


def _is(card: BookingCard | None, other: BookingCard | None) -> bool:
    return card is not None and other is not None and card.id == other.id
