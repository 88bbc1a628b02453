"""A scrolled field of cells, rooms down and days across, with a cursor that keys move."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from ui.bookings.accessible import describe_boards
from ui.bookings.grid import Grid
from ui.bookings.planner_keys import Verb, verb_of
from ui.bookings.still import StillParts
from ui.kit.announce import announce
from ui.kit.labels import plain_tip
from ui.theme import px, tokens, told

LOWEST = 140
WALK = {Verb.UP: (-1, 0), Verb.DOWN: (1, 0), Verb.LEFT: (0, -1), Verb.RIGHT: (0, 1)}
STEPS = {Verb.DAY_BEFORE: -1, Verb.DAY_AFTER: 1}


class Cells(QAbstractScrollArea):
    """What a cell holds, how high rows are and what is said of it, the views say."""

    new_wanted = Signal(object)
    """Place, or None: where the cursor is."""
    day_opened = Signal(object)
    """Column: its day is wanted."""
    room_wanted = Signal(object)
    """The room whose week is wanted."""
    day_wanted = Signal(int)
    """Weeks or months from what is shown."""
    parts_wanted = Signal(bool)
    menu_wanted = Signal(object, QPoint)
    """Cursor, and where on the screen."""
    told_of = Signal(str)
    """The cell under the cursor, in words."""

    def __init__(self) -> None:
        super().__init__()
        describe_boards()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setMinimumHeight(px(LOWEST))
        self.setCornerWidget(QWidget())
        self.cell = (0, 0)
        """Row and column of the cursor."""
        self.still = StillParts()
        told().changed.connect(self.look_changed)

    def laid_out(self, width: float, height: float) -> Grid:
        """Rows and columns for a field of that size, not scrolled."""
        raise NotImplementedError

    def size_of_cells(self) -> tuple[int, int]:
        """How many rows and columns."""
        raise NotImplementedError

    def sentence(self) -> str:
        """What is under the cursor."""
        raise NotImplementedError

    def tip_at(self, point: QPointF) -> str:
        raise NotImplementedError

    def paint(self, painter: QPainter, grid: Grid) -> None:
        raise NotImplementedError

    def act(self, verb: Verb, *, fine: bool) -> bool:
        """A verb that is not walking about; False when it means nothing here."""
        raise NotImplementedError

    @property
    def grid(self) -> Grid:
        """Where things are now."""
        return self._grid

    def fit(self) -> None:
        """Lay out anew, with scroll bars as the content needs them."""
        port = self.viewport()
        self._whole = self.laid_out(port.width(), port.height())
        for bar, content, shown in (
            (self.horizontalScrollBar(), self._whole.content_width, port.width()),
            (self.verticalScrollBar(), self._whole.content_height, port.height()),
        ):
            bar.setRange(0, max(round(content - shown), 0))
            bar.setPageStep(round(shown))
            bar.setSingleStep(px(20))
        self._scrolled()

    def reveal(self, box: QRectF) -> None:
        left, top = self._grid.scrolled_to_show(box)
        self.horizontalScrollBar().setValue(round(left))
        self.verticalScrollBar().setValue(round(top))

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell, bring it to sight and say what it is."""
        rows, columns = self.size_of_cells()
        if rows and columns:
            self.cell = min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)
            self.reveal(self._grid.box(*self.cell))
            self.say()

    def say(self) -> None:
        self.describe()
        announce(self, self.accessibleDescription())

    def describe(self) -> None:
        self.setAccessibleDescription(self.sentence())
        self.told_of.emit(self.sentence())
        self.viewport().update()

    def steer(self, verb: Verb, *, fine: bool = False) -> bool:
        """Do what a key does; False when it means nothing here."""
        if self.act(verb, fine=fine):
            return True
        row, column = self.cell
        if verb in WALK:
            self.go(row + WALK[verb][0], column + WALK[verb][1])
        elif verb in (Verb.FIRST, Verb.LAST):
            self.go(row, 0 if verb is Verb.FIRST else self.size_of_cells()[1] - 1)
        elif verb in STEPS:
            self.day_wanted.emit(STEPS[verb])
        elif verb in (Verb.SHOW_PARTS, Verb.HIDE_PARTS):
            self.parts_wanted.emit(verb is Verb.SHOW_PARTS)
        elif verb is Verb.NEW:
            self.new_wanted.emit(None)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = verb_of(event)
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if verb is None or not self.steer(verb, fine=fine):
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        rows, columns = self.size_of_cells()
        if not rows or not columns:
            return
        painter = QPainter(self.viewport())
        try:  # a painter left open by a mistake would take the program with it
            painter.fillRect(self.viewport().rect(), QColor(tokens().surface))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, self._grid)
        finally:
            painter.end()

    def paint_ring(self, painter: QPainter, box: QRectF) -> None:
        """Focused: 3 px. Chosen only: 2 px in the primary colour."""
        focused, look = self.hasFocus(), tokens()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.focus if focused else look.primary), 3 if focused else 2))
        painter.drawRoundedRect(box, 7, 7)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def scrollContentsBy(self, across: int, down: int) -> None:
        self._scrolled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.describe()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self.tip_at(QPointF(event.pos()))), self)
            return True
        return super().viewportEvent(event)

    def look_changed(self) -> None:
        self.still.forget()
        self.fit()

    _whole = _grid = Grid()

    def _scrolled(self) -> None:
        port, whole = self.viewport(), self._whole
        self._grid = Grid(
            whole.across,
            whole.down,
            whole.label,
            whole.head,
            port.width(),
            port.height(),
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
        )
        self.viewport().update()
