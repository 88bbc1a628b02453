"""The board of a day: it shows, lets bookings be taken hold of, and tells; it never writes."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from app.bookings.board import Board
from app.language import tr
from ui.bookings import cursor as cursors
from ui.bookings.accessible import describe_boards
from ui.bookings.cursor import Cursor
from ui.bookings.geometry import Geometry, hours_of
from ui.bookings.ghost import Ghost
from ui.bookings.heads import paint_heads
from ui.bookings.hold import Hold, box_of, card_at, cell_at, take
from ui.bookings.lively import paint_cell, paint_ghost, paint_ring
from ui.bookings.paint import Picture, paint_still
from ui.bookings.planner_keys import verb_of
from ui.bookings.sentences import board_sentence, card_sentence, cell_sentence
from ui.bookings.steering import Steering
from ui.bookings.still import StillLayer
from ui.bookings.tips import tip_at
from ui.kit.announce import announce
from ui.theme import px, scale, told

STEP, FINE_STEP = 15, 5
"""Minutes a dragged booking snaps to; the fine one with Shift."""
EDGE, EDGE_STEP = 24, 16


class Planner(QAbstractScrollArea):
    """Rooms across, time down. Give it a board; it tells what somebody wants."""

    new_wanted = Signal(object)
    """Place: free time was drawn, or Enter pressed on it."""
    moved = Signal(object, object)
    """BookingCard, Place: a booking was dropped elsewhere."""
    opened = Signal(object)
    duplicate_wanted = Signal(object)
    cancel_wanted = Signal(object)
    """BookingCard."""
    menu_wanted = Signal(object, QPoint)
    """Cursor, and where on the screen."""
    day_wanted = Signal(int)
    """Days from the one shown."""
    parts_wanted = Signal(bool)
    """Show or fold the parts of halls."""

    def __init__(self) -> None:
        super().__init__()
        describe_boards()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setMinimumHeight(px(200))
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Rooms of the day"))
        self.board: Board | None = None
        self.cursor_: Cursor | None = None
        self.ghost: Ghost | None = None
        self._now: datetime | None = None
        self._hold: Hold | None = None
        self._steering = Steering(self)
        self._still = StillLayer(self._paint_still)
        told().changed.connect(self._look_changed)

    def show_board(self, board: Board, now: datetime) -> None:
        """Show a day; the cursor stays on its booking or on its time."""
        another_day = self.board is None or self.board.day != board.day
        self.board, self._now, self.ghost, self._hold = board, now, None, None
        kept = cursors.refreshed(board, self.cursor_)
        self.cursor_ = kept or cursors.first_cursor(board, now)
        self._fit()
        if another_day and self.cursor_:
            self._reveal()
        self._describe()

    def set_now(self, now: datetime) -> None:
        self._now = now
        self.viewport().update()

    def go_to(self, cursor: Cursor | None) -> None:
        """Put the cursor somewhere, bring it to sight and say what is there."""
        if cursor is None:
            return
        self.cursor_ = cursor
        self._reveal()
        self._describe()
        announce(self, self.accessibleDescription())

    def choose(self, booking_id: UUID) -> None:
        """Put the cursor on a booking, if it is on this day."""
        card = self.board.card(booking_id) if self.board else None
        if card and not card.cancelled:
            self.go_to(cursors.on(card))

    def hold_ghost(self, ghost: Ghost | None) -> None:
        """Show a ghost and say how it stands; None lets go of it."""
        self.ghost = ghost
        if ghost is not None:
            self.setAccessibleDescription(ghost.sentence())
            announce(self, ghost.sentence())
            self._scroll_to(self._ghost_box(ghost))
        else:
            self._describe()
        self.viewport().update()

    def drop(self, ghost: Ghost) -> None:
        """The hand is empty again; what becomes of it, others decide."""
        self._hold = None
        self.hold_ghost(None)
        if ghost.origin is None:
            self.new_wanted.emit(ghost.place)
        elif ghost.has_moved:
            self.moved.emit(ghost.origin, ghost.place)

    @property
    def geometry_(self) -> Geometry:
        """Where things are now."""
        board = self.board
        if board is None:
            raise LookupError("No board is shown")
        columns = tuple(room.id for room in board.columns)
        parts = {room.part_of_id for room in board.columns if room.part_of_id}
        return Geometry(
            day=board.day,
            columns=columns,
            hours=hours_of(board),
            width=self.viewport().width(),
            height=self.viewport().height(),
            scale=scale(),
            divided=bool(parts & set(columns)),
            left=self.horizontalScrollBar().value(),
            top=self.verticalScrollBar().value(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.board is None or not self.board.columns:
            return
        painter = QPainter(self.viewport())
        self._still.paint(painter, self.viewport(), self._picture())
        geometry = self.geometry_
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(geometry.grid)
        self._paint_cursor(painter, geometry)
        if self.ghost is not None:
            paint_ghost(painter, self._ghost_box(self.ghost), self.ghost)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._describe()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from booking to booking and leaves the board after the last one."""
        if self.board and self.ghost is None:
            there = cursors.next_booking(self.board, self.cursor_, 1 if forward else -1)
            if there is not None:
                self.go_to(there)
                return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = verb_of(event)
        if verb is None or self.board is None or not self._steering.steer(verb, event.modifiers()):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.board is None:
            return
        self._hold = take(self.board, self.geometry_, self.cursor_, event.position())
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
            self.ghost = ghost
            announce(self, ghost.sentence())
        self.viewport().update()

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
        elif self.cursor_ is not None:
            box = self._cursor_box(self.geometry_)
            where = self.viewport().mapToGlobal(box.center().toPoint())
        if self.cursor_ is not None:
            self.menu_wanted.emit(self.cursor_, where)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.board:
            point = QPointF(event.pos())
            QToolTip.showText(event.globalPos(), tip_at(self.board, self.geometry_, point), self)
            return True
        return super().viewportEvent(event)

    def _picture(self) -> Picture:
        board = self.board
        if board is None:
            raise LookupError("No board is shown")
        now = self._now if self._now and self._now.date() == board.day else None
        ghost = self.ghost
        if ghost is None:
            return Picture(board, self.geometry_, now)
        return Picture(board, self.geometry_, now, ghost.rooms_not_free(), ghost.booking_id)

    @staticmethod
    def _paint_still(painter: QPainter, picture: Picture) -> None:
        paint_still(painter, picture)
        paint_heads(painter, picture)

    def _paint_cursor(self, painter: QPainter, geometry: Geometry) -> None:
        if self.cursor_ is None or self.ghost is not None:
            return
        box, focused = self._cursor_box(geometry), self.hasFocus()
        if self.cursor_.card is not None:
            paint_ring(painter, box, focused=focused, handles=not self.cursor_.card.of_event)
        elif focused:
            paint_cell(painter, box, focused=True)

    def _cursor_box(self, geometry: Geometry) -> QRectF:
        if self.cursor_ is None:
            return QRectF()
        if self.cursor_.card is not None:
            return box_of(geometry, self.cursor_.card)
        place = self.cursor_.place
        return geometry.rect(geometry.columns.index(place.room_id), place.slot)

    def _ghost_box(self, ghost: Ghost) -> QRectF:
        geometry = self.geometry_
        return geometry.rect(geometry.columns.index(ghost.place.room_id), ghost.place.slot)

    def _describe(self) -> None:
        if self.board is not None:
            self.setAccessibleName(f"{tr('Rooms of the day')}: {board_sentence(self.board)}")
            self.setAccessibleDescription(_spoken(self.board, self.cursor_))
        self.viewport().update()

    def _fit(self) -> None:
        """Scroll bars as the content needs them."""
        if self.board is None:
            return
        geometry = self.geometry_
        for bar, content, shown in (
            (self.horizontalScrollBar(), geometry.content_width, geometry.width),
            (self.verticalScrollBar(), geometry.content_height, geometry.height),
        ):
            bar.setRange(0, max(round(content - shown), 0))
            bar.setPageStep(round(shown))
            bar.setSingleStep(px(20))
        self.viewport().update()

    def _reveal(self) -> None:
        self._scroll_to(self._cursor_box(self.geometry_))
        self.viewport().update()

    def _scroll_to(self, box: QRectF) -> None:
        left, top = self.geometry_.scrolled_to_show(box)
        self.horizontalScrollBar().setValue(round(left))
        self.verticalScrollBar().setValue(round(top))

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

    def _look_changed(self) -> None:
        self._still.forget()
        self._fit()


def _spoken(board: Board, cursor: Cursor | None) -> str:
    if cursor is None:
        return ""
    if cursor.card is not None:
        return card_sentence(board, cursor.card)
    room = board.room(cursor.place.room_id)
    return cell_sentence(board, room, cursor.place.slot) if room else ""
