"""What the board shows and where it is scrolled: a board, a cursor, and perhaps a ghost."""

from dataclasses import replace
from datetime import datetime, time
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.bookings.board import Board, Column
from app.language import tr
from app.slot import Place, Slot
from ui.bookings import cursor as cursors
from ui.bookings.cursor import Cursor
from ui.bookings.geometry import HALF_HOUR, NARROWEST, NARROWEST_DAY, Geometry, Hours, hours_of
from ui.bookings.ghost import Ghost
from ui.bookings.heads import Heads, paint_heads
from ui.bookings.hold import box_of
from ui.bookings.lively import paint_cell, paint_ghost, paint_ring
from ui.bookings.paint import paint_gutter, paint_strip
from ui.bookings.sentences import board_sentence, card_sentence, cell_sentence
from ui.bookings.still import StillParts
from ui.bookings.strips import Strip, light_on, strips_of
from ui.kit.announce import announce
from ui.theme import px, scale, tokens, told

MORNING = time(9)
LOWEST = 140
"""Its height at 100 %: at 200 % on 768 lines no more is left over, and it must not be cut."""


class Canvas(QAbstractScrollArea):
    """Paints; every step of the cursor or the ghost is put into words for a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setMinimumHeight(px(LOWEST))
        self.setCornerWidget(QWidget())
        self.setAccessibleName(tr("Rooms of the day"))
        self.board: Board | None = None
        self.spot: Cursor | None = None
        """Where the keyboard is; None when there are no rooms."""
        self.carried = False
        """The spot came along from another day; nobody chose it on this one."""
        self.ghost: Ghost | None = None
        self._now: datetime | None = None
        self._hours = Hours(0, 24)
        self._strips: tuple[Strip, ...] = ()
        self._heads: Heads | None = None
        self._still = StillParts()
        told().changed.connect(self._look_changed)

    def show_board(self, board: Board, now: datetime) -> None:
        """Show days; the cursor stays on its booking or on its time."""
        another_day = self.board is None or _shows(self.board) != _shows(board)
        self.board, self._now = board, now
        self._hours, self._strips = hours_of(board), strips_of(board)
        self._heads = Heads(board, now.date())
        self.ghost = self.ghost.on(board) if self.ghost else None
        kept = cursors.refreshed(board, self.spot)
        self.spot = kept or cursors.first_cursor(board, now)
        self._fit()
        if another_day and self.spot:
            self.carried = kept is not None
            self._reveal()
        self._describe()

    def set_now(self, now: datetime) -> None:
        self._now = now
        self.viewport().update()

    def go_to(self, cursor: Cursor | None) -> None:
        """Put the cursor somewhere, bring it to sight and say what is there."""
        if cursor is None:
            return
        self.spot = cursor
        self.carried = False
        self._reveal()
        self._describe()
        announce(self, self.accessibleDescription())

    def come_to(self, column: Column) -> None:
        """The cursor waits in a room for the day that is about to be shown."""
        start = datetime.combine(column.day, MORNING)
        self.spot = Cursor(Place(column.room_id, Slot(start, start + HALF_HOUR)))

    def choose(self, booking_id: UUID) -> None:
        """Put the cursor on a booking, if it is shown."""
        card = self.board.card(booking_id) if self.board else None
        if card and not card.cancelled:
            self.go_to(cursors.on(card))

    def hold_ghost(self, ghost: Ghost | None) -> None:
        """Show a ghost and say how it stands; None lets go of it."""
        before, self.ghost = self.ghost, ghost
        if ghost is not None:
            self.setAccessibleDescription(ghost.sentence())
            announce(self, ghost.sentence())
            self._scroll_to(self._ghost_box(ghost))
        else:
            self._describe()
        self.repaint_ghost(before, ghost)

    def repaint_ghost(self, before: Ghost | None, after: Ghost | None) -> None:
        """While the same columns are dimmed, only where the ghost was and where it is."""
        if not before or not after or before.columns_not_free != after.columns_not_free:
            self.viewport().update()
            return
        for ghost in (before, after):
            around = self._ghost_box(ghost).adjusted(-8, -8, 8, 8)
            self.viewport().update(around.toAlignedRect())

    @property
    def geometry_(self) -> Geometry:
        """Where things are now."""
        board = self.board
        if board is None:
            raise LookupError("No board is shown")
        parts = {room.part_of_id for room in board.shown if room.part_of_id}
        return Geometry(
            columns=board.columns,
            hours=self._hours,
            width=self.viewport().width(),
            height=self.viewport().height(),
            scale=scale(),
            divided=any(room.id in parts for room in board.shown),
            narrowest=NARROWEST_DAY if board.only else NARROWEST,
            left=self.horizontalScrollBar().value(),
            top=self.verticalScrollBar().value(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.board is None or not self.board.columns:
            return
        painter = QPainter(self.viewport())
        try:  # a painter left open by a mistake would take the program with it
            self._paint(painter, QRectF(event.rect()))
        finally:
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

    def _paint(self, painter: QPainter, where: QRectF) -> None:
        """Only what lies in ``where``."""
        geometry = self.geometry_
        self._still.begin(replace(geometry, left=0, top=0))
        self._paint_strips(painter, geometry, where)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cursor(painter, geometry)
        if self.ghost is not None:
            paint_ghost(painter, self._ghost_box(self.ghost), self.ghost)
        painter.setClipping(False)
        if self._heads is not None and not geometry.grid.contains(where):
            self._paint_frame(painter, geometry, self._heads)

    def _paint_strips(self, painter: QPainter, geometry: Geometry, where: QRectF) -> None:
        """The columns that are in sight."""
        ghost, top = self.ghost, geometry.header - geometry.top
        busy = ghost.columns_not_free if ghost else frozenset()
        moved = ghost.booking_id if ghost else None
        painter.setClipRect(geometry.grid)
        for n, strip in enumerate(self._strips):
            box = QRectF(geometry.x(n), top, geometry.column_width, geometry.hours_height)
            if box.right() < max(geometry.gutter, where.left()) or box.left() > where.right():
                continue
            light = light_on(strip, strip.column in busy, moved, self._now)
            draw = partial(paint_strip, geometry=geometry, strip=strip, light=light)
            self._still.paint(painter, box, strip.column, (strip, light), draw)

    def _paint_frame(self, painter: QPainter, geometry: Geometry, heads: Heads) -> None:
        """The hours at the left and the heads above, which do not scroll away."""
        today = bool(self.board and self._now and self._now.date() in self.board.dates)
        now = self._now if today else None
        painter.setClipRect(QRectF(0, geometry.header, geometry.width, geometry.height))
        box = QRectF(0, geometry.header - geometry.top, geometry.gutter + 1, geometry.hours_height)
        self._still.paint(
            painter, box, "gutter", now, partial(paint_gutter, geometry=geometry, now=now)
        )
        painter.setClipRect(QRectF(0, 0, geometry.width, geometry.header + 2))
        painter.fillRect(QRectF(0, 0, geometry.width, geometry.header), QColor(tokens().surface2))
        painter.setClipRect(QRectF(geometry.gutter, 0, geometry.width, geometry.header + 2))
        box = QRectF(geometry.x(0), 0, geometry.content_width, geometry.header + 2)
        self._still.paint(
            painter, box, "heads", heads, partial(paint_heads, geometry=geometry, heads=heads)
        )
        painter.setClipping(False)
        painter.setPen(QPen(QColor(tokens().divider), 2))
        painter.drawLine(QPointF(0, geometry.header), QPointF(geometry.gutter, geometry.header))

    def _paint_cursor(self, painter: QPainter, geometry: Geometry) -> None:
        if self.spot is None or self.ghost is not None:
            return
        box, focused = self.cursor_box(geometry), self.hasFocus()
        if self.spot.card is not None:
            paint_ring(painter, box, focused=focused, handles=True)
        elif focused:
            paint_cell(painter, box, focused=True)

    def cursor_box(self, geometry: Geometry) -> QRectF:
        if self.spot is None or self.board is None:
            return QRectF()
        return box_of(self.board, geometry, self.spot.place)

    def _ghost_box(self, ghost: Ghost) -> QRectF:
        return box_of(ghost.board, self.geometry_, ghost.place)

    def _describe(self) -> None:
        if self.board is not None:
            what = tr("Rooms of the day") if self.board.only is None else tr("Week of a room")
            self.setAccessibleName(f"{what}: {board_sentence(self.board)}")
            self.setAccessibleDescription(_spoken(self.board, self.spot))
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
        self._scroll_to(self.cursor_box(self.geometry_))
        self.viewport().update()

    def _scroll_to(self, box: QRectF) -> None:
        left, top = self.geometry_.scrolled_to_show(box)
        self.horizontalScrollBar().setValue(round(left))
        self.verticalScrollBar().setValue(round(top))

    def _look_changed(self) -> None:
        self._still.forget()
        self._fit()


def _shows(board: Board) -> object:
    return board.dates, board.only


def _spoken(board: Board, cursor: Cursor | None) -> str:
    if cursor is None:
        return ""
    if cursor.card is not None:
        return card_sentence(board, cursor.card)
    room = board.room(cursor.place.room_id)
    return cell_sentence(board, room, cursor.place.slot) if room else ""
