"""What the board shows and where it is scrolled: a board, a cursor, and perhaps a ghost."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.bookings.board import Board
from app.language import tr
from ui.bookings import cursor as cursors
from ui.bookings.cursor import Cursor
from ui.bookings.geometry import Geometry, hours_of
from ui.bookings.ghost import Ghost
from ui.bookings.heads import paint_heads
from ui.bookings.hold import box_of
from ui.bookings.lively import paint_cell, paint_ghost, paint_ring
from ui.bookings.paint import Picture, paint_still
from ui.bookings.sentences import board_sentence, card_sentence, cell_sentence
from ui.bookings.still import StillLayer
from ui.kit.announce import announce
from ui.theme import px, scale, told

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
        self._still = StillLayer(self._paint_still)
        told().changed.connect(self._look_changed)

    def show_board(self, board: Board, now: datetime) -> None:
        """Show a day; the cursor stays on its booking or on its time."""
        another_day = self.board is None or self.board.day != board.day
        self.board, self._now = board, now
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
        try:  # a painter left open by a mistake would take the program with it
            self._paint(painter)
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

    def _paint(self, painter: QPainter) -> None:
        self._still.paint(painter, self.viewport(), self._picture())
        geometry = self.geometry_
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(geometry.grid)
        self._paint_cursor(painter, geometry)
        if self.ghost is not None:
            paint_ghost(painter, self._ghost_box(self.ghost), self.ghost)

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
        if self.spot is None or self.ghost is not None:
            return
        box, focused = self.cursor_box(geometry), self.hasFocus()
        if self.spot.card is not None:
            paint_ring(painter, box, focused=focused, handles=not self.spot.card.of_event)
        elif focused:
            paint_cell(painter, box, focused=True)

    def cursor_box(self, geometry: Geometry) -> QRectF:
        if self.spot is None:
            return QRectF()
        if self.spot.card is not None:
            return box_of(geometry, self.spot.card)
        place = self.spot.place
        return geometry.rect(geometry.columns.index(place.room_id), place.slot)

    def _ghost_box(self, ghost: Ghost) -> QRectF:
        geometry = self.geometry_
        return geometry.rect(geometry.columns.index(ghost.place.room_id), ghost.place.slot)

    def _describe(self) -> None:
        if self.board is not None:
            self.setAccessibleName(f"{tr('Rooms of the day')}: {board_sentence(self.board)}")
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


def _spoken(board: Board, cursor: Cursor | None) -> str:
    if cursor is None:
        return ""
    if cursor.card is not None:
        return card_sentence(board, cursor.card)
    room = board.room(cursor.place.room_id)
    return cell_sentence(board, room, cursor.place.slot) if room else ""
