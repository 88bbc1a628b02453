"""Day and time fields that understand what people type: ``22.10``, ``rīt``, ``ce``; ``930``, ``9.30``."""

import re
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.language import (
    Language,
    clock_time,
    current,
    long_date,
    short_date,
    tr,
    tr_in,
    weekday_short,
)
from app.text import fold
from ui.kit.buttons import IconButton
from ui.theme import px, tokens

QUARTER = timedelta(minutes=15)
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""Years beyond are slips of the finger; near the ends of the calendar nothing can be reckoned."""


def read_day(text: str, today: date) -> date | None:
    """A day as typed: a date with or without its year, today, tomorrow, a weekday's beginning."""
    typed = fold(text).strip(" .")
    if (days := _named_days().get(typed)) is not None:
        return today + timedelta(days=days)
    if found := re.fullmatch(
        r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{2}|\d{4}))?", text.strip(" .")
    ):
        return _date(int(found[1]), int(found[2]), found[3], today)
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text.strip()):
        return _date(int(found[3]), int(found[2]), found[1], today)
    return _weekday(typed, today)


def _named_days() -> dict[str, int]:
    """In every language: who writes ``rīt`` with the window in English means tomorrow too."""
    days: dict[str, int] = {}
    for language in Language:
        days[fold(tr_in(language, "today"))] = 0
        days[fold(tr_in(language, "tomorrow"))] = 1
        days[fold(tr_in(language, "yesterday"))] = -1
    return days


def _date(day: int, month: int, year: str | None, today: date) -> date | None:
    try:
        if year:
            found = date(int(year) + (2000 if len(year) == 2 else 0), month, day)
            return found if EARLIEST <= found <= LATEST else None
        found = date(today.year, month, day)
        return found.replace(year=today.year + 1) if found < today - timedelta(days=180) else found
    except ValueError:
        return None


def _weekday(typed: str, today: date) -> date | None:
    if len(typed) < 2:
        return None
    for step in range(7):
        day = today + timedelta(days=step)
        if fold(weekday_short(day)).startswith(typed) or fold(long_date(day)).startswith(typed):
            return day
    return None


def read_time(text: str) -> time | None:
    """``9``, ``9.30``, ``9:30``, ``930``, ``0930``."""
    found = re.fullmatch(r"(\d{1,2})(?:[.:, ]?(\d{2}))?", text.strip())
    if not found:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


class DateField(QWidget):
    """A day, typed or chosen from a calendar (button or Alt+↓). ``day()`` is None while unreadable."""

    changed = Signal(object)

    def __init__(self, day: date, today: date) -> None:
        super().__init__()
        self._today = today
        self._day: date | None = day
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        self.field = _DayLine()
        self.field.editingFinished.connect(self._read)
        self.field.opened.connect(self._open)
        self.field.stepped.connect(lambda days: self._step((self._day or today) + timedelta(days)))
        button = IconButton("event", tr("Choose from a calendar"))
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.clicked.connect(self._open)
        row.addWidget(self.field, 1)
        row.addWidget(button)
        self.setFocusProxy(self.field)
        self._show()

    def day(self) -> date | None:
        return self._day

    def set_day(self, day: date) -> None:
        told = day != self._day
        self._day = day
        self._show()
        if told:
            self.changed.emit(day)

    def _step(self, day: date) -> None:
        if EARLIEST <= day <= LATEST:
            self.set_day(day)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def _show(self) -> None:
        if self._day is not None:
            self.field.setText(f"{weekday_short(self._day)} {short_date(self._day)}")

    def _read(self) -> None:
        if self._day is not None and self.field.text().endswith(short_date(self._day)):
            return
        found = read_day(self.field.text(), self._today)
        self._day, before = found, self._day
        self._show()
        if found != before:
            self.changed.emit(found)

    def _open(self) -> None:
        calendar = Calendar(self._day or self._today)
        calendar.setParent(self, Qt.WindowType.Popup)
        calendar.clicked.connect(lambda chosen: self._chosen(calendar, chosen))
        calendar.activated.connect(lambda chosen: self._chosen(calendar, chosen))
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.ensurePolished()
        calendar.resize(calendar.sizeHint().expandedTo(calendar.minimumSize()))
        below = self.mapToGlobal(QPoint(0, self.height()))
        room = self.screen().availableGeometry()
        if below.y() + calendar.height() > room.bottom():
            below = self.mapToGlobal(QPoint(0, -calendar.height()))
        calendar.move(min(below.x(), room.right() - calendar.width()), max(below.y(), room.top()))
        calendar.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _chosen(self, calendar: "Calendar", chosen: QDate) -> None:
        calendar.close()
        self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
        self.field.setFocus()


class _DayLine(QLineEdit):
    opened = Signal()
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Down:
            self.opened.emit()
        elif (days := steps.get(Qt.Key(event.key()))) is not None:
            self.stepped.emit(days)
        else:
            super().keyPressEvent(event)


class Calendar(QCalendarWidget):
    """A month; the chosen day is painted here because the style sheet cannot make it readable."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self.setLocale(QLocale(current()))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContentsMargins(1, 1, 1, 1)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setDateRange(*(QDate(end.year, end.month, end.day) for end in (EARLIEST, LATEST)))
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        plain = QTextCharFormat()
        plain.setForeground(QColor(tokens().text))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekday, plain)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        wanted = day if isinstance(day, QDate) else QDate(day.year, day.month, day.day)
        if wanted != self.selectedDate():
            super().paintCell(painter, rect, wanted)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().primary))
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 6, 6)
        painter.setPen(QColor(tokens().on_primary))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(wanted.day()))
        painter.restore()


class TimeChoice(QComboBox):
    """A time of the day in quarters of an hour; any minute can be typed."""

    changed = Signal(object)

    def __init__(self, at: time, first: time = time(7), last: time = time(22)) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self._at: time | None = at
        step = datetime.combine(date.min, first)
        while step.time() <= last and step.date() == date.min:
            self.addItem(clock_time(step.time()), step.time())
            step += QUARTER
        self.set_time(at)
        self.activated.connect(lambda _: self._read())
        line = self.lineEdit()
        if line is not None:
            line.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none; its stub does not
            line.editingFinished.connect(self._read)

    def at(self) -> time | None:
        """None while what is typed is not a time."""
        return self._at

    def set_time(self, at: time) -> None:
        self._at = at
        index = self.findData(at)
        if index >= 0:
            self.setCurrentIndex(index)
        self.setEditText(clock_time(at))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page

    def _read(self) -> None:
        found = read_time(self.currentText())
        if found == self._at:
            if found is not None:
                self.setEditText(clock_time(found))  # typed short
            return
        self._at = found
        if found is not None:
            self.set_time(found)
        self.changed.emit(found)
