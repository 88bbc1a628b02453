"""What is closed, from when to when, and why: the fields of the closure drawer."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.bookings.board import BoardRoom
from app.bookings.details import ClosureDetails
from app.language import tr
from app.slot import Slot
from ui.kit.date_field import DateField, TimeChoice
from ui.kit.forms import Choice, Field, TextField, Tick
from ui.theme import px

DAY_WIDTH = 158
"""The longest short weekday with its date."""


class ClosureFields(QWidget):
    """``wide``: room and times in one row. Tells when the room or the time has changed."""

    changed = Signal()

    def __init__(self, seen: ClosureDetails, today: date, *, wide: bool) -> None:
        super().__init__()
        self._seen = seen
        slot = seen.slot
        whole = slot.start.time() == slot.end.time() == time()
        last = slot.end - timedelta(days=1) if whole else slot.end
        self.room = Choice([(None, tr("The whole centre"))])
        self.first = DateField(slot.start.date(), today)
        self.last = DateField(last.date(), today)
        self.whole_days = Tick(tr("Whole days"), on=whole)
        self.start = TimeChoice(time(9) if whole else slot.start.time())
        self.end = TimeChoice(time(12) if whole else slot.end.time())
        self.reason = TextField(seen.reason)
        self._lay_out(wide=wide)
        self.whole_days.toggled.connect(self._whole_toggled)
        self.room.picked.connect(self._tell)
        for field in (self.first, self.last, self.start, self.end):
            field.changed.connect(self._tell)
        self.reason.textChanged.connect(lambda _: self._reason.clear_error())
        self._show_times()

    def begin_on(self, day: date) -> None:
        """One whole day."""
        self.first.set_day(day)
        self.last.set_day(day)

    def details(self) -> ClosureDetails | None:
        """None while a day or a time cannot be read, or the end is not after the start."""
        first, last = self.first.day(), self.last.day()
        begins, ends = self.start.at(), self.end.at()
        if first is None or last is None or begins is None or ends is None:
            return None
        if self.whole_days.isChecked():
            start, end = whole_day(first).start, whole_day(last).end
        else:
            start, end = datetime.combine(first, begins), datetime.combine(last, ends)
        if end <= start:
            return None
        return ClosureDetails(self.room.value(), Slot(start, end), self.reason.text())

    def complete(self) -> ClosureDetails | None:
        """`details`, or None after saying under the field what is missing."""
        self._first.clear_error()
        self._reason.clear_error()
        details = self.details()
        if details is None:
            self._first.set_error(
                tr("Write days and times of which the last is not before the first.")
            )
            self.first.setFocus()
        elif not details.reason.strip():
            self._reason.set_error(tr("Write why it is closed."))
            self.reason.setFocus()
            return None
        return details

    def show_rooms(self, rooms: tuple[BoardRoom, ...]) -> None:
        options: list[tuple[UUID | None, str]] = [(None, tr("The whole centre"))]
        options += [(room.id, _with_parts(room, rooms)) for room in rooms if not room.retired]
        self.room.set_options(options, self._seen.room_id)
        self._tell()

    def _lay_out(self, *, wide: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._first = Field(tr("From"), _beside(self.first, self.start))
        self.first.setAccessibleName(tr("From"))
        last = Field(tr("To and including"), _beside(self.last, self.end))
        self.last.setAccessibleName(tr("To and including"))
        self.start.setAccessibleName(tr("From time"))
        self.end.setAccessibleName(tr("To time"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(8))
        room = Field(tr("What is closed"), self.room)
        if wide:
            for place, field in enumerate((room, self._first, last)):
                grid.addWidget(field, 0, place)
            grid.setColumnStretch(0, 1)
        else:
            grid.addWidget(room, 0, 0, 1, 2)
            grid.addWidget(self._first, 1, 0)
            grid.addWidget(last, 1, 1)
        column.addLayout(grid)
        column.addWidget(self.whole_days)
        self._reason = Field(tr("Why (shown on the board and on the door)"), self.reason)
        column.addWidget(self._reason)

    def _whole_toggled(self, _on: bool) -> None:
        self._show_times()
        self._tell()

    def _show_times(self) -> None:
        for choice in (self.start, self.end):
            choice.setVisible(not self.whole_days.isChecked())

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def whole_day(day: date) -> Slot:
    start = datetime.combine(day, time())
    return Slot(start, start + timedelta(days=1))


def _beside(day: DateField, at: TimeChoice) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(6))
    row.addWidget(day, 1)
    row.addWidget(at)
    both.setFocusProxy(day)
    day.field.setMinimumWidth(px(DAY_WIDTH))
    return both


def _with_parts(room: BoardRoom, rooms: tuple[BoardRoom, ...]) -> str:
    parts = [
        one.name.removeprefix(room.name).lstrip(" ,–-")
        for one in rooms
        if one.part_of_id == room.id and not one.retired
    ]
    if not parts:
        return room.name
    return tr("{room} (also {parts})", room=room.name, parts=", ".join(parts))
