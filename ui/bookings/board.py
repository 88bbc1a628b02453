"""The board of a day, or of a room's week: it shows, lets bookings be taken hold of, and tells; it never writes."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip

from app.bookings.board import Board
from ui.bookings import cursor as cursors
from ui.bookings.accessible import describe_boards
from ui.bookings.canvas import Canvas
from ui.bookings.ghost import Ghost
from ui.bookings.heads import hall_at
from ui.bookings.hold import Hold, card_at, cell_at, take
from ui.bookings.planner_keys import Verb, verb_of
from ui.bookings.steering import Steering
from ui.bookings.tips import tip_at
from ui.kit.announce import announce
from ui.kit.labels import plain_tip

STEP, FINE_STEP = 15, 5
"""Minutes a dragged booking snaps to; the fine one with Shift."""
EDGE, EDGE_STEP = 24, 16


class Planner(Canvas):
    """Rooms, or the days of one room, across; time down. It tells what somebody wants."""

    new_wanted = Signal(object)
    """Place: free time was drawn, or Enter pressed on it. None: wherever there is time."""
    moved = Signal(object, object)
    """BookingCard, Place: a booking was dropped elsewhere."""
    opened = Signal(object)
    duplicate_wanted = Signal(object)
    cancel_wanted = Signal(object)
    """BookingCard."""
    menu_wanted = Signal(object, QPoint)
    """Cursor, and where on the screen."""
    day_wanted = Signal(int)
    """Days, weeks or months from what is shown."""
    parts_wanted = Signal(bool)
    """Show or fold the parts of halls."""

    room_wanted = Signal(object)
    """The room whose week is wanted, or all rooms when it is shown."""

    def __init__(self) -> None:
        super().__init__()
        describe_boards()
        self.viewport().setMouseTracking(True)
        self._hold: Hold | None = None
        self._steering = Steering(self)

    def show_board(self, board: Board, now: datetime) -> None:
        """A newer board under the hand: what is held stays held while its booking is the same."""
        super().show_board(board, now)
        start = self._hold.start.on(board) if self._hold and self.ghost else None
        self._hold = replace(self._hold, start=start) if self._hold and start else None

    def drop(self, ghost: Ghost) -> None:
        """The hand is empty again; what becomes of it, others decide."""
        self._hold = None
        self.hold_ghost(None)
        if ghost.origin is None:
            self.new_wanted.emit(ghost.place)
        elif ghost.has_moved:
            self.moved.emit(ghost.origin, ghost.place)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from booking to booking and leaves the board after the last one."""
        if self.board and self.ghost is None:
            there = cursors.next_booking(self.board, self.spot, 1 if forward else -1)
            if there is not None:
                self.go_to(there)
                return True
        return super().focusNextPrevChild(forward)

    def steer(self, verb: Verb, *, fine: bool = False) -> bool:
        """Do what a key does; False when it means nothing here."""
        return self.board is not None and self._steering.steer(verb, fine=fine)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = verb_of(event)
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if verb is None or not self.steer(verb, fine=fine):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.board is None:
            return
        if hall_at(self.board, self.geometry_, event.position()) is not None:
            self.parts_wanted.emit(bool(self.board.folded))
            return
        self._hold = take(self.board, self.geometry_, self.spot, event.position())
        if self._hold is not None:
            origin = self._hold.start.origin
            place = self._hold.start.place
            start = place.slot.start
            self.go_to(
                cursors.on(origin) if origin else cursors.at(self.board, place.room_id, start)
            )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hold is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self.ghost is None and not self._hold.is_drag(event.position()):
            return
        self._scroll_at_edge(event.position())
        fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = FINE_STEP if fine else STEP
        ghost = self._hold.ghost(self.geometry_, event.position(), step)
        if self.ghost is None or ghost.place != self.ghost.place:
            before, self.ghost = self.ghost, ghost
            announce(self, ghost.sentence())
            self.repaint_ghost(before, ghost)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.ghost is not None:
            self.drop(self.ghost)
        self._hold = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.board is None:
            return
        card = card_at(self.board, self.geometry_, event.position())
        place = cell_at(self.geometry_, event.position())
        self._hold = None
        if card is not None:
            self.opened.emit(card)
        elif place is not None:
            self.new_wanted.emit(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button, or the menu key at the cursor."""
        if self.board is None or self.ghost is not None:
            return
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            point = QPointF(self.viewport().mapFromGlobal(where))
            card, place = card_at(self.board, self.geometry_, point), cell_at(self.geometry_, point)
            if place is None:
                return
            start = place.slot.start
            self.go_to(cursors.on(card) if card else cursors.at(self.board, place.room_id, start))
        elif self.spot is not None:
            box = self.cursor_box(self.geometry_)
            where = self.viewport().mapToGlobal(box.center().toPoint())
        if self.spot is not None:
            self.menu_wanted.emit(self.spot, where)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.board:
            point = QPointF(event.pos())
            tip = plain_tip(tip_at(self.board, self.geometry_, point))
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def _scroll_at_edge(self, point: QPointF) -> None:
        """A drag near an edge brings what lies beyond it."""
        grid = self.geometry_.grid
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if point.x() > grid.right() - EDGE:
            across.setValue(across.value() + EDGE_STEP)
        elif point.x() < grid.left() + EDGE:
            across.setValue(across.value() - EDGE_STEP)
        if point.y() > grid.bottom() - EDGE:
            down.setValue(down.value() + EDGE_STEP)
        elif point.y() < grid.top() + EDGE:
            down.setValue(down.value() - EDGE_STEP)
