"""Day, times and place of a session: one of our rooms, or a place elsewhere in words."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.bookings.board import BoardRoom
from app.events.details import SessionPlace
from app.language import ntr, tr
from app.slot import Place, Slot
from ui.kit.date_field import DateField, TimeChoice
from ui.kit.forms import Choice, Field, TextField
from ui.theme import px


class WhenWhere(QWidget):
    """The end follows the start; the place elsewhere is asked only without a room of ours."""

    changed = Signal()

    def __init__(self, rooms: Sequence[BoardRoom], seen: SessionPlace, today: date) -> None:
        super().__init__()
        start, end = seen.slot.start, seen.slot.end
        self.day = DateField(start.date(), today)
        self.start = TimeChoice(start.time())
        self.end = TimeChoice(end.time())
        self._length = seen.slot.length
        used = [room for room in rooms if not room.retired or room.id == seen.room_id]
        options = [(room.id, _with_seats(room)) for room in used]
        self.room = Choice([*options, (None, tr("Elsewhere"))], seen.room_id)
        self.place = TextField(seen.place)
        self._place_field = Field(tr("Where"), self.place, tr("Such as: in the park"))
        self._error = Field(tr("Day"), self.day)
        self.day.changed.connect(lambda _: self.changed.emit())
        self.start.changed.connect(self._start_changed)
        self.end.changed.connect(self._end_changed)
        self.room.picked.connect(self._room_picked)
        self.place.textEdited.connect(lambda _: self.changed.emit())
        self._lay_out()
        self._show_place()
        self._proposed = self.value()

    def value(self) -> SessionPlace | None:
        """None while a field cannot be read; `say_why` then says what to mend."""
        slot = self._slot()
        if slot is None:
            return None
        room_id = self.room.value()
        return SessionPlace(slot, room_id, "" if room_id else self.place.text().strip())

    def set_place(self, place: Place) -> None:
        """A way out was chosen: the fields say it."""
        self.show_date(SessionPlace(place.slot, place.room_id))
        self.changed.emit()

    def show_date(self, date_: SessionPlace) -> None:
        """The fields are for another date now; nobody has changed anything."""
        told = self.blockSignals(True)
        self.room.set_value(date_.room_id)
        self.place.setText(date_.place)
        self.day.set_day(date_.slot.start.date())
        self.start.set_time(date_.slot.start.time())
        self.end.set_time(date_.slot.end.time())
        self._length = date_.slot.length
        self._show_place()
        self.clear_error()
        self.blockSignals(told)

    def propose(self, place: Place | None) -> None:
        """Set the fields, unless somebody has changed them meanwhile."""
        if place is not None and self.value() == self._proposed:
            self.set_place(place)

    def say_why(self) -> None:
        """The error under the day, and the focus on the field to mend."""
        if self.day.day() is None:
            self._error.set_error(tr("Write the day like 22.10 or Thursday."))
            self.day.setFocus()
        elif self.start.at() is None or self.end.at() is None:
            self._error.set_error(tr("Write the time like 9.30."))
            (self.start if self.start.at() is None else self.end).setFocus()
        else:
            self._error.set_error(tr("The end must be after the start."))
            self.end.setFocus()

    def clear_error(self) -> None:
        self._error.clear_error()

    def _slot(self) -> Slot | None:
        day, start, end = self.day.day(), self.start.at(), self.end.at()
        if day is None or start is None or end is None:
            return None
        begins, ends = datetime.combine(day, start), datetime.combine(day, end)
        if end == time() and start != time():
            ends += timedelta(days=1)
        return Slot(begins, ends) if begins < ends else None

    def _start_changed(self, start: time | None) -> None:
        if start is not None:
            end = datetime.combine(date(2000, 1, 1), start) + self._length
            if end.date() == date(2000, 1, 1):
                self.end.set_time(end.time())
        self.changed.emit()

    def _end_changed(self, _end: time | None) -> None:
        if slot := self._slot():
            self._length = slot.length
        self.changed.emit()

    def _room_picked(self, _room_id: object) -> None:
        self._show_place()
        self.changed.emit()

    def _show_place(self) -> None:
        self._place_field.setVisible(self.room.value() is None)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(9))
        grid.addWidget(self._error, 0, 0)
        grid.addWidget(Field(tr("From"), self.start), 0, 1)
        grid.addWidget(Field(tr("Until"), self.end), 0, 2)
        grid.addWidget(Field(tr("Room"), self.room), 1, 0)
        grid.addWidget(self._place_field, 1, 1, 1, 2)
        for at, stretch in enumerate((2, 1, 1)):
            grid.setColumnStretch(at, stretch)


def _with_seats(room: BoardRoom) -> str:
    if not room.capacity:
        return room.name
    seats = ntr("{n} seat", "{n} seats", room.capacity)
    return f"{room.name} · {seats}"
