"""The dates of an event, one row for each with what the rules say; the chosen one is edited below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bookings.board import BoardRoom
from app.events.check_dates import CheckDates, DateCheck
from app.events.details import PlannedDate, SessionPlace
from app.ids import new_id
from app.language import day_month, time_range, tr, weekday_short, words
from app.slot import Place
from ui.bookings.place_fields import SETTLES
from ui.desk import QtDesk
from ui.events.room_line import RoomLine
from ui.events.when_where import WhenWhere
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px

WEEK = timedelta(days=7)
MOST_ROWS = 6
LANE = "dates of an event"


@dataclass(frozen=True)
class DateRow:
    """One line of the table."""

    number: int
    planned: PlannedDate
    room: str
    check: DateCheck | None

    @property
    def id(self) -> UUID:
        return self.planned.session_id

    @property
    def state(self) -> str:
        """The name of the ink: nothing is known, free, warned, or it stops."""
        answer = self.check.found if self.check else None
        if answer is None:
            return "text2"
        if not answer.troubles:
            return "ok"
        return "warn" if answer.is_free else "danger"


class DatesField(QWidget):
    """Every change asks the rules about all dates at once: against others and one another."""

    repeat_wanted = Signal()

    def __init__(
        self, desk: QtDesk, rooms: Sequence[BoardRoom], seen: PlannedDate, today: date
    ) -> None:
        super().__init__()
        self._desk = desk
        self._rooms = {room.id: room.name for room in rooms}
        self._dates = [seen]
        self._chosen = seen.session_id
        self._checks: dict[UUID, DateCheck] = {}
        self.seats: tuple[int | None, int] = (None, 0)
        """Places for participants and companions that every room must have."""
        self.table = Table(tr("Sessions"), _columns())
        self.when = WhenWhere(rooms, seen.place, today)
        self.room_line = RoomLine(self.when)
        self.another = Button(tr("Add"), kind="quiet", icon="add")
        self.repeat = Button(tr("Repeat…"), kind="quiet", icon="repeat")
        self.remove = Button(tr("Take this date away"), kind="quiet", icon="close")
        self.remove.hide()
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self.ask)
        self._lay_out()
        self.another.clicked.connect(self.add_one)
        self.repeat.clicked.connect(self.repeat_wanted)
        self.remove.clicked.connect(self.remove_one)
        self.table.chosen.connect(self._choose)
        self.when.changed.connect(self._edited)
        self._show()

    def dates(self) -> tuple[PlannedDate, ...] | None:
        """None while the fields of the chosen date cannot be read; they then say why."""
        if self.when.value() is None:
            self.when.say_why()
            return None
        self._read()
        return tuple(self._dates)

    @property
    def chosen(self) -> PlannedDate:
        return next(one for one in self._dates if one.session_id == self._chosen)

    def set_dates(self, dates: Sequence[PlannedDate]) -> None:
        """All dates of the event are known now; what was typed for the chosen one stays."""
        typed = self.when.value()
        changed = typed is not None and typed != self.chosen.place
        self._dates = list(dates)
        if changed and typed is not None:
            self._put(typed)
        self._show()
        self.ask()

    def replace_all(self, dates: Sequence[PlannedDate]) -> None:
        """Other dates altogether, the first of them chosen."""
        self._dates, self._checks = list(dates), {}
        self._chosen = dates[0].session_id
        self.when.show_date(dates[0].place)
        self._show()
        self.ask()

    def add(self, places: Sequence[SessionPlace]) -> None:
        """These too; the first of them is chosen."""
        new = [PlannedDate(new_id(), new_id(), place) for place in places]
        self._read()
        self._dates += new
        self._chosen = new[0].session_id
        self.when.show_date(new[0].place)
        self._show()
        self.ask()

    def add_one(self) -> None:
        """The same hours in the same room a week after the last."""
        self._read()
        last = max(self._dates, key=lambda one: one.place.slot)
        self.add([replace(last.place, slot=last.place.slot.moved(WEEK))])
        self.when.day.setFocus()

    def remove_one(self) -> None:
        """The chosen date goes; the last one stays."""
        if len(self._dates) > 1:
            at = self._dates.index(self.chosen)
            del self._dates[at]
            near = self._dates[min(at, len(self._dates) - 1)]
            self._chosen = near.session_id
            self.when.show_date(near.place)
            self._show()
            self.ask()

    def propose(self, place: Place | None) -> None:
        """A new event begins where a room is free."""
        self.when.propose(place)
        self._read()
        self.ask()

    def set_seats(self, capacity: int | None, companions: int) -> None:
        """They were changed: every room is asked about again."""
        if self.seats != (capacity, companions):
            self.seats = (capacity, companions)
            self._timer.start()

    def next_day(self) -> date:
        """A week after the last date."""
        return (max(one.place.slot for one in self._dates).start + WEEK).date()

    def room_of_chosen(self) -> UUID | None:
        return self.chosen.place.room_id

    def ask(self) -> None:
        """Ask the rules about what the fields say now."""
        self._timer.stop()
        self._read()
        self._desk.ask_newest(LANE, CheckDates(tuple(self._dates), *self.seats), self._hear)

    def _hear(self, checks: tuple[DateCheck, ...]) -> None:
        self._checks = {check.session_id: check for check in checks}
        self._show()

    def _edited(self) -> None:
        self._read()
        self._timer.start()

    def _read(self) -> None:
        place = self.when.value()
        if place is not None and place != self.chosen.place:
            self._put(place)
            self._checks.pop(self._chosen, None)
            self._show()

    def _put(self, place: SessionPlace) -> None:
        self._dates = [
            replace(one, booking_id=one.booking_id or new_id(), place=place)
            if one.session_id == self._chosen
            else one
            for one in self._dates
        ]

    def _choose(self, row: DateRow | None) -> None:
        if row is None or row.id == self._chosen:
            return
        self._read()
        self._chosen = row.id
        self.when.show_date(self.chosen.place)
        self._show_answer()

    def _show(self) -> None:
        in_order = sorted(self._dates, key=lambda one: (one.place.slot, one.session_id))
        rows = [
            DateRow(n, one, self._where(one.place), self._checks.get(one.session_id))
            for n, one in enumerate(in_order, 1)
        ]
        self.table.set_rows(rows)
        self.table.choose(self._chosen)
        line, shown = self.table.verticalHeader().defaultSectionSize(), min(len(rows), MOST_ROWS)
        self.table.setFixedHeight(
            self.table.horizontalHeader().sizeHint().height() + line * shown + 6
        )
        self.remove.setVisible(len(rows) > 1)
        self._show_answer()

    def _show_answer(self) -> None:
        check = self._checks.get(self._chosen)
        self.room_line.show_answer(check.found if check else None)

    def _where(self, place: SessionPlace) -> str:
        return (
            self._rooms.get(place.room_id, "") if place.room_id else place.place or tr("Elsewhere")
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(Label(tr("Sessions"), role="field"), 1)
        head.addWidget(self.repeat)
        head.addWidget(self.another)
        column.addLayout(head)
        column.addWidget(self.table)
        card = FlatCard()
        card.column.addWidget(self.when)
        card.column.addWidget(self.room_line)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.remove)
        card.column.addLayout(row)
        column.addWidget(card)


def _columns() -> list[Column]:
    icons = {"ok": "check", "warn": "warn", "danger": "warn", "text2": ""}
    return [
        Column("", lambda row: str(row.number), 44),
        Column(tr("Day"), lambda row: _day(row.planned.place.slot.start.date()), 136, bold=True),
        Column(tr("Time"), lambda row: _times(row.planned.place), 112),
        Column(tr("Room"), lambda row: row.room, stretch=True),
        Column(
            tr("Check"),
            lambda row: words(row.check.short) if row.check and row.check.short else "",
            150,
            icon=lambda row: icons[row.state],
            ink=lambda row: row.state,
        ),
    ]


def _day(day: date) -> str:
    return f"{weekday_short(day)} {day_month(day)}"


def _times(place: SessionPlace) -> str:
    return time_range(place.slot.start, place.slot.end)
