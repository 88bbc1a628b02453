"""The agenda: sessions under the headings of their days, time · title · count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.events.queries import DayRows, SessionRow
from app.language import clock_time, tr
from ui.events.shown import day_heading
from ui.kit.focus_ring import paint_focus
from ui.kit.rows import ROW, Index, Rows
from ui.theme import font, px, tokens

HEADING, LINE, PAD = 32, 22, 10
TIME, COUNT = 54, 54
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class DayHeading:
    """A line of the list that cannot be chosen."""

    words: str
    session_id: None = None


Line = DayHeading | SessionRow


class Agenda(QListView):
    """Frozen rows of several days; the arrow keys step over the headings."""

    chosen = Signal(object)
    """SessionRow, or None."""
    opened = Signal(object)
    """Enter: go on in the board."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Agenda"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._lines = _Lines()
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(self))
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def lines(self) -> Sequence[Line]:
        return self._lines.rows

    def current_session(self) -> UUID | None:
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row.session_id if row is not None else None

    def set_days(self, days: Sequence[DayRows], today: date) -> None:
        """Replace everything; the chosen session stays chosen when it is still there."""
        before = self.current_session()
        scrolled = self.verticalScrollBar().value()
        lines: list[Line] = []
        for day in days:
            lines += [DayHeading(day_heading(day.day, today)), *day.rows]
        self._quiet = True
        self._lines.set_rows(lines)
        if before is not None:
            self.choose(before)
        self._quiet = False
        self.verticalScrollBar().setValue(scrolled)

    def choose(self, session_id: UUID) -> bool:
        """Make the session current; False when it is not in the agenda."""
        place = self._lines.place_of(session_id)
        if place >= 0:
            index = self._lines.index(place, 0)
            seen = self.viewport().rect().contains(self.visualRect(index))
            self.setCurrentIndex(index)  # scrolls too, but only to the last line in sight
            if not seen:
                self.scrollTo(index, self.ScrollHint.PositionAtCenter)
        else:
            self.setCurrentIndex(QModelIndex())  # another one would look chosen
        return place >= 0

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.current_session() is not None:
                self.opened.emit(self.currentIndex().data(ROW))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # a title may need another number of lines

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            paint_focus(self.viewport())

    def _tell(self, now: QModelIndex) -> None:
        if not self._quiet:
            self.chosen.emit(now.data(ROW) if now.isValid() else None)


class _Lines(Rows):
    def __init__(self) -> None:
        super().__init__(1, lambda line, _: _words(line), _spoken, lambda line: line.session_id)

    def place_of(self, row_id: Any) -> int:
        return -1 if row_id is None else super().place_of(row_id)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(index.data(ROW), DayHeading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class _Painter(QStyledItemDelegate):
    """A title wraps into two lines; a cancelled session is struck through."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        line = index.data(ROW)
        if isinstance(line, DayHeading):
            return QSize(0, px(HEADING))
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 0
        metrics = QFontMetrics(_title_font(line, chosen=True))
        room = max(px(60), width - px(14 + TIME + COUNT + 14))
        needed = metrics.boundingRect(0, 0, room, px(400), WRAPPED, _title(line)).height()
        lines = 2 if needed > metrics.lineSpacing() * 1.5 else 1
        return QSize(0, max(px(LINE), metrics.lineSpacing()) * lines + px(PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        line, box = index.data(ROW), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, DayHeading):
            painter.setFont(font(14, QFont.Weight.Bold))
            painter.setPen(QColor(tokens().text2))
            below = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box.adjusted(px(17), 0, -px(8), -px(5)), below, line.words)
        else:
            self._session(painter, box, option, line)
        painter.restore()

    def _session(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, row: SessionRow
    ) -> None:
        view = option.widget
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _ground(
            painter,
            box,
            chosen=chosen,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            focused=chosen and view is not None and view.hasFocus(),
        )
        look = tokens()
        top = box.adjusted(px(14), px(PAD) / 2, -px(14), 0)
        painter.setPen(QColor(look.text2 if row.cancelled or row.draft else look.text))
        painter.setFont(font(15, QFont.Weight.Bold))
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, clock_time(row.start))
        painter.setFont(_title_font(row, chosen=chosen))
        room = top.adjusted(px(TIME), 0, -px(COUNT), -px(PAD) / 2)
        painter.drawText(room, WRAPPED, _cut(painter, _title(row), room))
        painter.setFont(font(14))
        painter.setPen(QColor(look.text2))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight, _count(row))


def _ground(painter: QPainter, box: QRectF, *, chosen: bool, hovered: bool, focused: bool) -> None:
    look = tokens()
    if chosen or hovered:
        painter.fillRect(box, QColor(look.sel if chosen else look.hover))
    if chosen:
        painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), QColor(look.primary))
    if focused:
        painter.setPen(QPen(QColor(look.focus), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -1.5))


def _title_font(row: SessionRow, *, chosen: bool) -> QFont:
    made = font(15, QFont.Weight.Bold if chosen else QFont.Weight.Normal)
    made.setStrikeOut(row.cancelled)
    return made


def _cut(painter: QPainter, title: str, room: QRectF) -> str:
    """What fits into two lines."""
    metrics = painter.fontMetrics()
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(room.width() * 1.85))


def _count(row: SessionRow) -> str:
    return f"{row.count}/{row.capacity}" if row.capacity else str(row.count)


def _title(row: SessionRow) -> str:
    return tr("{title} (draft)", title=row.title) if row.draft else row.title


def _words(line: Line) -> str:
    return line.words if isinstance(line, DayHeading) else _title(line)


def _spoken(line: Line) -> str:
    if isinstance(line, DayHeading):
        return line.words
    places = (
        tr("{count} of {places} places taken", count=line.count, places=line.capacity)
        if line.capacity
        else tr("{count} on the list", count=line.count)
    )
    cancelled = tr("cancelled") if line.cancelled else ""
    parts = (clock_time(line.start), _title(line), line.room, places, cancelled)
    return ", ".join(filter(None, parts))
