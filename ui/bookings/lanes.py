"""A week of all rooms under the hand: walking, opening, and moving bookings to other cells."""

from datetime import datetime

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from app.bookings.board import Board, BookingCard
from app.slot import Place, Slot
from ui.bookings import cursor as cursors
from ui.bookings.cells import WALK
from ui.bookings.cursor import Cursor
from ui.bookings.geometry import HALF_HOUR
from ui.bookings.ghost import Ghost, Grip, moving
from ui.bookings.hold import FAR_ENOUGH
from ui.bookings.lane_cells import LaneCells
from ui.bookings.planner_keys import Verb
from ui.bookings.steering import DAYS, GRIPS, one_step


class Lanes(LaneCells):
    """Chips can be taken hold of; a booking keeps its time when it goes to another cell."""

    moved = Signal(object, object)
    """BookingCard, Place."""
    opened = Signal(object)
    duplicate_wanted = Signal(object)
    cancel_wanted = Signal(object)

    _press: QPointF | None = None

    def act(self, verb: Verb, *, fine: bool) -> bool:
        board = self.board
        if board is None or not board.columns:
            return False
        if self.ghost is not None:
            return self._steer_ghost(self.ghost, verb, fine=fine)
        if verb is Verb.ROOM:
            self.room_wanted.emit(self.column_of_cell(*self.cell).room_id)
        elif verb is Verb.ESCAPE and self.card is not None:
            self.go(*self.cell)
        elif self.card is not None:
            return self._act_on(board, self.card, verb)
        elif verb is Verb.ENTER:
            self.day_opened.emit(self.column_of_cell(*self.cell))
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from booking to booking and leaves the week after the last one."""
        spot = self.spot()
        if self.board is not None and spot is not None and self.ghost is None:
            there = cursors.next_booking(self.board, self._from(spot), 1 if forward else -1)
            if there is not None:
                self.go_to(there)
                return True
        return super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._put_on_point(event.position()):
            self._press = event.position() if self.card else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None or self.card is None or self.board is None:
            return
        if self.ghost is None:
            if (event.position() - self._press).manhattanLength() < FAR_ENOUGH:
                return
            self.hold_ghost(moving(self.board, self.card, Grip.WHOLE))
        cell = self.grid.cell_at(event.position())
        if cell is not None and self.ghost is not None:
            there, here = self.column_of_cell(*cell), self.ghost.column
            start = self.ghost.place.slot.start + (there.day - here.day)
            ghost = self.ghost.at(there, start)
            if ghost.place != self.ghost.place:
                self.hold_ghost(ghost)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._press is not None and self.ghost is not None:
            self._drop(self.ghost)
        self._press = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press = None
        if not self._put_on_point(event.position()):
            return
        if self.card is not None:
            self.opened.emit(self.card)
        else:
            self.new_wanted.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if not self._put_on_point(QPointF(self.viewport().mapFromGlobal(where))):
                return
        else:
            where = self.viewport().mapToGlobal(self.cursor_box().center().toPoint())
        if (spot := self.spot()) is not None and self.ghost is None:
            self.menu_wanted.emit(spot, where)

    def _put_on_point(self, point: QPointF) -> bool:
        """The cursor on the cell or the chip under the mouse; False beside the cells."""
        cell = self.grid.cell_at(point)
        if cell is None:
            return False
        chip = self.lane_at(*cell).chip_at(self.grid.box(*cell), point)
        self.put_on(cell, chip.card if chip else None)
        return True

    def _act_on(self, board: Board, card: BookingCard, verb: Verb) -> bool:
        if verb in GRIPS:
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

    def _steer_ghost(self, ghost: Ghost, verb: Verb, *, fine: bool) -> bool:
        """In a week the arrows go to other rooms and days; of an end, to another time."""
        if verb is Verb.ESCAPE:
            self.hold_ghost(None)
        elif verb is Verb.ENTER:
            self._drop(ghost)
        elif ghost.grip is not Grip.WHOLE or verb in DAYS:
            self.hold_ghost(one_step(ghost, verb, fine=fine) or ghost)
        elif verb in WALK:
            self.hold_ghost(ghost.stepped(rooms=WALK[verb][0], days=WALK[verb][1]))
        return True

    def _drop(self, ghost: Ghost) -> None:
        self._press = None
        self.hold_ghost(None)
        if ghost.origin is not None and ghost.has_moved:
            self.moved.emit(ghost.origin, ghost.place)

    def _from(self, spot: Cursor) -> Cursor:
        """From the beginning of a cell: the first booking in it may begin before it opens."""
        if spot.card is not None:
            return spot
        midnight = datetime.combine(spot.place.slot.start.date(), datetime.min.time())
        return Cursor(Place(spot.place.room_id, Slot(midnight, midnight + HALF_HOUR)))
