"""Closing a room or the whole centre for a time, and what lies in that time."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Action
from app.bookings.board import BoardRoom
from app.bookings.closures import AddClosure, EditClosure
from app.bookings.details import ClosureDetails
from app.bookings.facts import Holding
from app.bookings.room_queries import BookingsInTheWay, ClosureRow, Rooms
from app.clock import today
from app.errors import Refused
from app.ids import new_id
from app.language import clock_time, day_month, ntr, tr
from app.slot import Slot
from ui.desk import QtDesk
from ui.kit.cards import Note
from ui.kit.date_field import DateField, TimeChoice
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, TextField, Tick
from ui.theme import px

MOST_NAMED = 6


class ClosureDrawer(Drawer):
    """Bookings in the time are named, not moved: people must be told."""

    def __init__(
        self,
        caller: QWidget,
        desk: QtDesk,
        row: ClosureRow | None,
        room_id: UUID | None = None,
    ) -> None:
        super().__init__(
            caller, tr("Close for a time") if row is None else tr("Change the closure")
        )
        self._desk, self._row = desk, row
        self._room_id = row.details.room_id if row else room_id
        slot = row.details.slot if row else _whole_day(today(desk.clock) + timedelta(days=1))
        whole = slot.start.time() == slot.end.time() == time()
        last = slot.end - timedelta(days=1) if whole else slot.end
        now = today(desk.clock)
        self.room = Choice([(None, tr("The whole centre"))])
        self.first = DateField(slot.start.date(), now)
        self.last = DateField(last.date(), now)
        self.whole_days = Tick(tr("Whole days"), on=whole)
        self.start = TimeChoice(time(9) if whole else slot.start.time())
        self.end = TimeChoice(time(12) if whole else slot.end.time())
        self.reason = TextField(row.details.reason if row else "")
        self._fields()
        self._in_the_way = Note("warn")
        self._in_the_way.hide()
        self._refusal = Note("danger")
        self._refusal.hide()
        for note in (self._in_the_way, self._refusal):
            self.column.addWidget(note)
        self.column.addStretch(1)
        self.set_verbs(tr("Close") if row is None else tr("Save"))
        self.accepted.connect(self._save)
        self.whole_days.toggled.connect(self._whole_toggled)
        self.room.picked.connect(self._look)
        for changed in (self.first.changed, self.last.changed):
            changed.connect(self._look)
        for changed in (self.start.changed, self.end.changed):
            changed.connect(self._look)
        self._times.setVisible(not whole)
        desk.ask(Rooms(), self._hear_rooms)

    def details(self) -> ClosureDetails | None:
        """None while a day or a time cannot be read, or the end is not after the start."""
        days = self.first.day(), self.last.day()
        times = self.start.at(), self.end.at()
        first, last = days
        if first is None or last is None or None in times:
            return None
        if self.whole_days.isChecked():
            start, end = _whole_day(first).start, _whole_day(last).end
        else:
            start = datetime.combine(first, times[0] or time())
            end = datetime.combine(last, times[1] or time())
        if end <= start:
            return None
        return ClosureDetails(self.room.value(), Slot(start, end), self.reason.text())

    def _fields(self) -> None:
        self._reason = Field(tr("Why (shown on the board and on the door)"), self.reason)
        self._first = Field(tr("From"), self.first)
        days = QHBoxLayout()
        days.setSpacing(px(12))
        days.addWidget(self._first)
        days.addWidget(Field(tr("To and including"), self.last))
        self._times = QWidget()
        times = QHBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(px(12))
        times.addWidget(Field(tr("From time"), self.start))
        times.addWidget(Field(tr("To time"), self.end))
        self.column.addWidget(Field(tr("What is closed"), self.room))
        self.column.addLayout(days)
        self.column.addWidget(self.whole_days)
        self.column.addWidget(self._times)
        self.column.addWidget(self._reason)

    def _hear_rooms(self, rooms: tuple[BoardRoom, ...]) -> None:
        options = [(None, tr("The whole centre"))]
        options += [(room.id, room.name) for room in rooms if not room.retired]  # type: ignore[misc]
        self.room.set_options(options, self._room_id)
        self._look()

    def _whole_toggled(self, on: bool) -> None:
        self._times.setVisible(not on)
        self._look()

    def _look(self, *_: object) -> None:
        details = self.details()
        if details is not None:
            self._desk.ask(BookingsInTheWay(details), self._show_in_the_way)

    def _show_in_the_way(self, found: tuple[Holding, ...]) -> None:
        lines = [
            ntr(
                "{n} booking lies in this time. Tell whoever it is for:",
                "{n} bookings lie in this time. Tell those they are for:",
                len(found),
            )
        ]
        lines += [_in_words(one) for one in found[:MOST_NAMED]]
        if len(found) > MOST_NAMED:
            lines.append("…")
        text = "\n".join(lines)
        self._in_the_way.say(text)
        self._in_the_way.setVisible(bool(found))

    def _save(self) -> None:
        self._first.clear_error()
        self._reason.clear_error()
        details = self.details()
        if details is None:
            self._first.set_error(
                tr("Write days and times of which the last is not before the first.")
            )
            self.first.setFocus()
            return
        if not details.reason.strip():
            self._reason.set_error(tr("Write why it is closed."))
            self.reason.setFocus()
            return
        action: Action = AddClosure(new_id(), details)
        if self._row is not None:
            action = EditClosure(self._row.id, self._row.details, details)
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self._refusal.say(str(refusal))
        self._refusal.show()


def _whole_day(day: date) -> Slot:
    start = datetime.combine(day, time())
    return Slot(start, start + timedelta(days=1))


def _in_words(one: Holding) -> str:
    day, at = day_month(one.slot.start.date()), clock_time(one.slot.start)
    return f"{day} {at} {one.title}".strip()
