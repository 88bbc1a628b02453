"""A month of all rooms: how full each room is on each day."""

from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter

from app.bookings.board import Column
from app.bookings.free_time import next_quarter
from app.bookings.occupancy import DayUse, Month, RoomMonth
from app.language import long_date, month_year, ntr, tr
from app.slot import Place, Slot
from ui.bookings.cells import Cells
from ui.bookings.cursor import Cursor
from ui.bookings.geometry import HALF_HOUR
from ui.bookings.grid import Grid, edges
from ui.bookings.in_hours import hours
from ui.bookings.month_paint import paint_month_heads, paint_room_of_month, paint_use
from ui.bookings.planner_keys import Verb
from ui.bookings.sentences import room_sentence
from ui.theme import px

LABEL, HEAD, LOWEST_ROW, NARROWEST_DAY = 150, 46, 76, 27
USUAL_BEGIN = time(9)


class MonthCells(Cells):
    """Shows only how much; Enter opens the day, where everything can be done."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Month of all rooms"))
        self.month: Month | None = None
        self._now = datetime.min

    def show_month(self, month: Month, folded: frozenset[UUID], now: datetime) -> None:
        """Show a month; the cursor stays on its room and on its day of the month."""
        rooms = tuple(room for room in month.rooms if room.room.id not in folded)
        month = replace(month, rooms=rooms)
        self.month, self._now = month, now
        row, column = self.cell
        self.cell = min(row, max(len(rooms) - 1, 0)), min(column, max(len(month.dates) - 1, 0))
        self.fit()
        self.describe()

    def go_to_day(self, day: date) -> None:
        if self.month is not None and day in self.month.dates:
            self.go(self.cell[0], self.month.dates.index(day))

    def spot(self) -> Cursor | None:
        """When the room opens on the day under the cursor; today not before now."""
        column, use = self._column(), self._use()
        if column is None or use is None:
            return None
        start = use.opens.start if use.opens else datetime.combine(column.day, USUAL_BEGIN)
        if start.time() == time():
            start = datetime.combine(column.day, USUAL_BEGIN)
        if column.day == self._now.date():
            start = max(start, next_quarter(self._now))
        return Cursor(Place(column.room_id, Slot(start, start + HALF_HOUR)))

    def size_of_cells(self) -> tuple[int, int]:
        return (len(self.month.rooms), len(self.month.dates)) if self.month else (0, 0)

    def laid_out(self, width: float, height: float) -> Grid:
        rows, columns = self.size_of_cells()
        if not rows or not columns:
            return Grid()
        label, head = px(LABEL), px(HEAD)
        wide = max((width - label) / columns, px(NARROWEST_DAY))
        high = max((height - head) / rows, px(LOWEST_ROW))
        return Grid(edges([wide] * columns), edges([high] * rows), label, head, width, height)

    def sentence(self) -> str:
        """``Thursday, 15 October · Hall: 3 bookings, 6.5 h of 11 h (59 %)``."""
        column, use = self._column(), self._use()
        if self.month is None or column is None or use is None:
            return ""
        room = self.month.rooms[self.cell[0]].room
        return f"{long_date(column.day)} · {room.name}: {use_in_words(use)}"

    def describe(self) -> None:
        if self.month is not None:
            name = f"{tr('Month of all rooms')}: {month_year(self.month.first)}"
            self.setAccessibleName(name)
        super().describe()

    def tip_at(self, point: QPointF) -> str:
        row = self.grid.row_at(point.y())
        if self.month is None or row is None:
            return ""
        room = self.month.rooms[row]
        cell = self.grid.cell_at(point)
        if cell is None:
            return room_sentence(room.room)
        day = self.month.dates[cell[1]]
        return f"{long_date(day)} · {room.room.name}: {use_in_words(room.days[cell[1]])}"

    def paint(self, painter: QPainter, grid: Grid) -> None:
        month = self.month
        if month is None:
            return
        self.still.begin((grid.across, grid.down, px(100), month.first))
        painter.setClipRect(grid.inside)
        for row in grid.rows_in_sight():
            room = month.rooms[row]
            box = grid.box(row, 0).united(grid.box(row, len(room.days) - 1))
            draw = partial(_row, grid=grid, dates=month.dates, room=room, row=row)
            self.still.paint(painter, box, room.room.id, room, draw)
        self.paint_ring(painter, grid.box(*self.cell).adjusted(1, 1, -1, -1))
        painter.setClipRect(QRectF(0, grid.head, grid.label, grid.height))
        for row in grid.rows_in_sight():
            paint_room_of_month(painter, grid.label_box(row), month.rooms[row])
        painter.setClipping(False)
        paint_month_heads(painter, grid, month.dates, self._now.date())

    def act(self, verb: Verb, *, fine: bool) -> bool:
        column = self._column()
        if column is None:
            return False
        if verb is Verb.ENTER:
            self.day_opened.emit(column)
        elif verb is Verb.ROOM:
            self.room_wanted.emit(column.room_id)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.grid.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.go(*cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.grid.cell_at(event.position()) is not None:
            self.act(Verb.ENTER, fine=False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            cell = self.grid.cell_at(QPointF(self.viewport().mapFromGlobal(where)))
            if cell is None:
                return
            self.go(*cell)
        else:
            where = self.viewport().mapToGlobal(self.grid.box(*self.cell).center().toPoint())
        if (spot := self.spot()) is not None:
            self.menu_wanted.emit(spot, where)

    def _column(self) -> Column | None:
        rows, columns = self.size_of_cells()
        if self.month is None or not rows or not columns:
            return None
        return Column(self.month.rooms[self.cell[0]].room.id, self.month.dates[self.cell[1]])

    def _use(self) -> DayUse | None:
        rows, columns = self.size_of_cells()
        if self.month is None or not rows or not columns:
            return None
        return self.month.rooms[self.cell[0]].days[self.cell[1]]


def use_in_words(use: DayUse) -> str:
    count = ntr("{n} booking", "{n} bookings", use.count)
    if use.is_closed:
        closed = tr("closed: {reason}", reason=use.reason) if use.reason else tr("Closed").lower()
        return f"{closed}, {count}" if use.count else closed
    share = round(use.share * 100)
    parts = [
        count,
        tr(
            "{booked} h of {open} h ({share} %)",
            booked=hours(use.booked),
            open=hours(use.open),
            share=share,
        ),
    ]
    return ", ".join([*parts, *([tr("closed: {reason}", reason=use.reason)] if use.reason else [])])


def _row(painter: QPainter, grid: Grid, dates: tuple[date, ...], room: RoomMonth, row: int) -> None:
    high = grid.down[row + 1] - grid.down[row]
    for n, use in enumerate(room.days):
        box = QRectF(grid.across[n], 0, grid.across[n + 1] - grid.across[n], high)
        paint_use(painter, box, use, monday=dates[n].weekday() == 0 and n > 0)
