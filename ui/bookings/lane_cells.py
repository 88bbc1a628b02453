"""What a week of all rooms shows: a lane for each room, a cell for each day, a chip for each booking."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter

from app.bookings.board import Board, BookingCard, Column
from app.language import day_range, long_date, ntr, tr
from app.slot import Place, Slot
from ui.bookings import cursor as cursors
from ui.bookings.cells import Cells
from ui.bookings.chips import Lane, lanes_of
from ui.bookings.cursor import Cursor
from ui.bookings.geometry import HALF_HOUR
from ui.bookings.ghost import Ghost
from ui.bookings.grid import Grid, edges
from ui.bookings.lane_paint import paint_day_heads, paint_label, paint_lane
from ui.bookings.lively import paint_ghost
from ui.bookings.sentences import card_sentence, cell_sentence, room_sentence
from ui.bookings.strips import Light
from ui.kit.announce import announce
from ui.theme import px

LABEL, HEAD, CLOSED_DAY, NARROWEST_DAY = 132, 40, 64, 116
GHOST = (140, 58)
"""The least size of a ghost: it says why not."""


class LaneCells(Cells):
    """Paints, and puts into words; what is done with it, `Lanes` knows."""

    ghost_changed = Signal(object)
    """Ghost while a booking is being moved, then None."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Week of all rooms"))
        self.board: Board | None = None
        self.card: BookingCard | None = None
        """The chip under the cursor; None: the whole cell."""
        self.ghost: Ghost | None = None
        self._today = date.min
        self._lanes: dict[Column, Lane] = {}

    def show_board(self, board: Board, now: datetime) -> None:
        """Show a week; the cursor stays on its booking or on its cell."""
        before, room_id = self.board, self._room_id()
        self.board, self._today = board, now.date()
        ghost = self.ghost.on(board) if self.ghost else None
        self.fit()
        card = board.card(self.card.id) if self.card else None
        if before is None or before.dates != board.dates or card is None or card.cancelled:
            self.card = None
            row = next((n for n, room in enumerate(board.shown) if room.id == room_id), 0)
            self.cell = row, self.cell[1]
        else:
            self._put(cursors.on(card))
        rows, columns = self.size_of_cells()
        self.cell = min(self.cell[0], max(rows - 1, 0)), min(self.cell[1], max(columns - 1, 0))
        self.hold_ghost(ghost)

    def go_to_day(self, day: date) -> None:
        if self.board is not None and day in self.board.dates and self.card is None:
            self.go(self.cell[0], self.board.dates.index(day))

    def _room_id(self) -> UUID | None:
        rooms, row = self.board.shown if self.board else (), self.cell[0]
        return rooms[row].id if row < len(rooms) else None

    def choose(self, booking_id: UUID) -> None:
        card = self.board.card(booking_id) if self.board else None
        if card is not None and not card.cancelled:
            self.go_to(cursors.on(card))

    def spot(self) -> Cursor | None:
        """The cursor as the other boards know it: a booking, or when the cell opens."""
        if self.board is None or not self.board.columns:
            return None
        if self.card is not None:
            return cursors.on(self.card)
        column = self.column_of_cell(*self.cell)
        start = cursors.opening(self.board, column)
        return Cursor(Place(column.room_id, Slot(start, start + HALF_HOUR)))

    def go_to(self, spot: Cursor) -> None:
        self._put(spot)
        self.reveal(self.cursor_box())
        self.say()

    def go(self, row: int, column: int) -> None:
        self.card = None
        super().go(row, column)

    def hold_ghost(self, ghost: Ghost | None) -> None:
        """Show a ghost and say how it stands; None lets go of it."""
        self.ghost = ghost
        self.describe()
        if ghost is not None:
            announce(self, ghost.sentence())
            self.reveal(self.grid.box(*self._cell_of(ghost.place)))
        self.ghost_changed.emit(ghost)

    def size_of_cells(self) -> tuple[int, int]:
        return (len(self.board.shown), len(self.board.dates)) if self.board else (0, 0)

    def laid_out(self, width: float, height: float) -> Grid:
        board = self.board
        if board is None or not board.columns:
            return Grid()
        closed = [self._closed(day) for day in board.dates]
        label, head = px(LABEL), px(HEAD)
        room = width - label - px(CLOSED_DAY) * sum(closed)
        day = max(room / max(len(closed) - sum(closed), 1), px(NARROWEST_DAY))
        across = edges([px(CLOSED_DAY) if shut else day for shut in closed])
        wide = {d: across[n + 1] - across[n] for n, d in enumerate(board.dates)}
        self._lanes = lanes_of(board, lambda column: wide[column.day])
        need = [
            max(px(LABEL) / 2, *(self._lanes[Column(r.id, d)].height for d in board.dates))
            for r in board.shown
        ]
        share = max(height - head - sum(need), 0) / len(need)
        return Grid(across, edges([high + share for high in need]), label, head, width, height)

    def sentence(self) -> str:
        board = self.board
        if board is None or not board.columns:
            return ""
        if self.ghost is not None:
            return self.ghost.sentence()
        if self.card is not None:
            return card_sentence(board, self.card)
        column = self.column_of_cell(*self.cell)
        room, cards = board.room(column.room_id), board.cards_in(column)
        closed = [tr("Closed")] if board.is_closed(column) else []
        count = [ntr("{n} booking", "{n} bookings", len(cards))] if cards or not closed else []
        return ", ".join((room.name if room else "", long_date(column.day), *closed, *count))

    def describe(self) -> None:
        if self.board is not None:
            week = day_range(self.board.dates[0], self.board.dates[-1])
            self.setAccessibleName(f"{tr('Week of all rooms')}: {week}")
        super().describe()

    def tip_at(self, point: QPointF) -> str:
        board, row = self.board, self.grid.row_at(point.y())
        if board is None or row is None:
            return ""
        if point.x() < self.grid.label:
            return room_sentence(board.shown[row])
        cell = self.grid.cell_at(point)
        chip = self.lane_at(*cell).chip_at(self.grid.box(*cell), point) if cell else None
        if chip is None:
            return ""
        if chip.card is not None:
            return card_sentence(board, chip.card)
        return cell_sentence(board, board.shown[row], chip.slot)

    def paint(self, painter: QPainter, grid: Grid) -> None:
        board = self.board
        if board is None:
            return
        ghost = self.ghost
        busy = ghost.columns_not_free if ghost else frozenset()
        moved = ghost.booking_id if ghost else None
        self.still.begin((grid.across, px(100)))
        painter.setClipRect(grid.inside)
        for row, cell in grid.cells_in_sight():
            column = self.column_of_cell(row, cell)
            box, lane = grid.box(row, cell), self._lanes[column]
            mine = moved is not None and any(c.card and c.card.id == moved for c in lane.chips)
            light = Light(column in busy, moved if mine else None)
            draw = partial(paint_lane, size=_at_zero(box), lane=lane, light=light)
            self.still.paint(painter, box, column, (lane, light, box.size()), draw)
        self._paint_cursor(painter)
        painter.setClipRect(QRectF(0, grid.head, grid.label, grid.height))
        for row in grid.rows_in_sight():
            box, room = grid.label_box(row), board.shown[row]
            draw = partial(paint_label, box=_at_zero(box), room=room)
            self.still.paint(painter, box, room.id, (room, box.size()), draw)
        painter.setClipping(False)
        heads = (board.dates, self._today, grid.left, grid.width)
        draw = partial(paint_day_heads, grid=grid, dates=board.dates, today=self._today)
        self.still.paint(painter, QRectF(0, 0, grid.width, grid.head + 1), "heads", heads, draw)

    def look_changed(self) -> None:
        self._lanes = {}
        super().look_changed()

    def put_on(self, cell: tuple[int, int], card: BookingCard | None) -> None:
        self.cell, self.card = cell, card
        self.say()

    def _put(self, spot: Cursor) -> None:
        self.card = spot.card
        self.cell = self._cell_of(spot.place)

    def _closed(self, day: date) -> bool:
        """Nobody has anything on this day: it may be narrow."""
        board = self.board
        if board is None:
            return False
        columns = [Column(room.id, day) for room in board.shown]
        return all(board.is_closed(one) and not board.cards_in(one) for one in columns)

    def column_of_cell(self, row: int, column: int) -> Column:
        if self.board is None:
            raise LookupError("No week is shown")
        return Column(self.board.shown[row].id, self.board.dates[column])

    def _cell(self, column: Column) -> tuple[int, int]:
        if self.board is None:
            raise LookupError("No week is shown")
        return divmod(self.board.order[column], len(self.board.dates))

    def _cell_of(self, place: Place) -> tuple[int, int]:
        column = self.board.column_of(place) if self.board else None
        known = self.board is not None and column in self.board.order
        return self._cell(column) if known and column else self.cell

    def lane_at(self, row: int, column: int) -> Lane:
        return self._lanes[self.column_of_cell(row, column)]

    def cursor_box(self) -> QRectF:
        cell = self.grid.box(*self.cell)
        boxes: Sequence[QRectF] = [
            box
            for chip, box in self.lane_at(*self.cell).boxes(cell)
            if self.card and chip.card and chip.card.id == self.card.id
        ]
        return boxes[0] if boxes else cell.adjusted(1, 1, -1, -1)

    def _paint_cursor(self, painter: QPainter) -> None:
        if self.ghost is None:
            self.paint_ring(painter, self.cursor_box().adjusted(-1, -1, 1, 1))
            return
        cell, inside = self.grid.box(*self._cell_of(self.ghost.place)), self.grid.inside
        wide, high = max(cell.width() - 8, px(GHOST[0])), max(cell.height() - 8, px(GHOST[1]))
        box = QRectF(cell.left() + 4, cell.top() + 4, wide, min(high, px(90)))
        box.moveRight(min(box.right(), inside.right() - 3))
        box.moveBottom(min(box.bottom(), inside.bottom() - 3))
        paint_ghost(painter, box, self.ghost)


def _at_zero(box: QRectF) -> QRectF:
    return QRectF(0, 0, box.width(), box.height())
