"""Room, people, day and times of a booking, and the line that says whether the room is free."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bookings.board import BoardRoom
from app.bookings.facts import Terms
from app.bookings.queries import PlaceAnswer, WhyNot
from app.language import ntr, tr
from app.slot import Place, Slot
from ui.bookings.answer_line import AnswerLine
from ui.bookings.setup_fields import SetupFields
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.date_field import DateField, TimeChoice
from ui.kit.forms import Choice, Field, NumberField
from ui.theme import px

SETTLES = 120
"""Milliseconds without a change before the rules are asked."""
LENGTHS = (30, 60, 120)


class PlaceFields(QWidget):
    """Asks the rules as soon as something changes; offers set the fields."""

    changed = Signal()
    answered = Signal(object)
    """PlaceAnswer for what the fields say now."""

    def __init__(
        self, desk: QtDesk, rooms: tuple[BoardRoom, ...], place: Place, today: date
    ) -> None:
        super().__init__()
        self.booking_id: UUID | None = None
        self._desk = desk
        self.room = Choice([(room.id, _with_seats(room)) for room in rooms], current=place.room_id)
        self.people = NumberField(0, zero=tr("not said"))
        start, end = place.slot.start, place.slot.end
        self.day = DateField(start.date(), today)
        self.start = TimeChoice(start.time())
        self.end = TimeChoice(end.time())
        self._length = place.slot.length
        self.answer = AnswerLine()
        self.answer.taken.connect(self.set_place)
        self.setup = SetupFields(rooms)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self._ask)
        self.room.picked.connect(self._changed)
        self.people.valueChanged.connect(self._changed)
        self.setup.changed.connect(self._changed)
        self.room.picked.connect(self.setup.show_room)
        self.setup.show_room(place.room_id)
        self.day.changed.connect(self._changed)
        self.start.changed.connect(self._start_changed)
        self.end.changed.connect(self._end_changed)
        self._ask()

    def place(self) -> Place | None:
        """None while a field cannot be read, or the end is not after the start."""
        day, start, end = self.day.day(), self.start.at(), self.end.at()
        if day is None or start is None or end is None or self.room.value() is None:
            return None
        begins, ends = datetime.combine(day, start), datetime.combine(day, end)
        if end == time() and start != time():
            ends += timedelta(days=1)
        return Place(self.room.value(), Slot(begins, ends)) if begins < ends else None

    def set_place(self, place: Place) -> None:
        self.room.set_value(place.room_id)
        self.day.set_day(place.slot.start.date())
        self.start.set_time(place.slot.start.time())
        self.end.set_time(place.slot.end.time())
        self._length = place.slot.length
        self.setup.show_room(place.room_id)
        self._changed()

    def why_unreadable(self) -> str:
        """What to mend when `place` is None."""
        if self.day.day() is None:
            return tr("Write the day like 22.10 or Thursday.")
        if self.start.at() is None or self.end.at() is None:
            return tr("Write the time like 9.30.")
        return tr("The end must be after the start.")

    def last(self, minutes: int) -> None:
        """Let the booking last so long from its start."""
        start = self.start.at()
        if start is not None:
            self._length = timedelta(minutes=minutes)
            self._end_follows(start)
            self._changed()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        column.addLayout(
            _row((Field(tr("Room"), self.room), 3), (Field(tr("People"), self.people), 1))
        )
        self.when = _row(
            (Field(tr("Day"), self.day), 5),
            (Field(tr("From"), self.start), 2),
            (Field(tr("Until"), self.end), 2),
        )
        column.addLayout(self.when)
        self.lengths = row = QHBoxLayout()
        row.setSpacing(px(8))
        for minutes in LENGTHS:
            button = Button(_length(minutes))
            button.clicked.connect(lambda _=False, long=minutes: self.last(long))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.setup)
        column.addWidget(self.answer)

    def _start_changed(self, start: time | None) -> None:
        if start is not None:
            self._end_follows(start)
        self._changed()

    def _end_changed(self, _end: time | None) -> None:
        place = self.place()
        if place is not None:
            self._length = place.slot.length
        self._changed()

    def _end_follows(self, start: time) -> None:
        """The length stays while the start moves, as long as the day lasts."""
        begins = datetime.combine(date.min, start)
        ends = begins + self._length
        self.end.set_time(ends.time() if ends.date() == date.min else time(23, 55))

    def ask_again(self) -> None:
        self._timer.start()

    def _changed(self, *_: object) -> None:
        self._timer.start()
        self.changed.emit()

    def _ask(self) -> None:
        place = self.place()
        if place is None:
            self.answer.say_no(self.why_unreadable())
            return
        question = WhyNot(place, self.terms(), self.booking_id)
        self._desk.ask(question, self._hear)

    def terms(self) -> Terms:
        return Terms(
            self.people.value() or None,
            self.setup.how(),
            self.setup.before_minutes(),
            self.setup.after_minutes(),
        )

    def _hear(self, answer: PlaceAnswer) -> None:
        """An answer to an older question comes before the answer to the last one."""
        self.answer.show_answer(answer)
        self.answered.emit(answer)


def _with_seats(room: BoardRoom) -> str:
    if not room.capacity:
        return room.name
    return f"{room.name} ({ntr('{n} seat', '{n} seats', room.capacity)})"


def _length(minutes: int) -> str:
    if minutes % 60:
        return tr("{n} min", n=minutes)
    return tr("{n} h", n=minutes // 60)


def _row(*fields: tuple[Field, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(10))
    for field, stretch in fields:
        row.addWidget(field, stretch)
    return row
