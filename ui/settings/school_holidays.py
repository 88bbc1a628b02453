"""School holidays: entered as two days and a name; series then say on which dates schools stay away."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bookings.school_holidays import (
    AddSchoolHoliday,
    RemoveSchoolHoliday,
    SchoolHolidayRow,
    SchoolHolidays,
)
from app.clock import today
from app.errors import Refused
from app.ids import new_id
from app.language import day_month, short_date, tr
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.date_field import DateField
from ui.kit.drawer import Drawer
from ui.kit.flow import Flow
from ui.kit.forms import Field, TextField
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px

TABLE_HEIGHT = 120


class SchoolHolidaysBox(QWidget):
    """Nothing is closed by them and nothing that is booked changes."""

    said = Signal(str, str)

    def __init__(self, desk: QtDesk, *, may_change: bool) -> None:
        super().__init__()
        self._desk = desk
        self.table = Table(
            tr("School holidays"),
            [
                Column(tr("When"), _when, width=250, bold=True),
                Column(tr("Title"), lambda row: row.name, stretch=True),
            ],
        )
        self.table.setMinimumHeight(px(TABLE_HEIGHT))
        self.add = Button(tr("School holiday…"), icon="add")
        self.add.clicked.connect(lambda: SchoolHolidayDrawer(self, desk).open())
        self.remove = Button(tr("Take out"), kind="quiet")
        self.remove.clicked.connect(self._remove)
        row = Flow(px(8))
        row.add(self.add, self.remove)
        for button in (self.add, self.remove):
            button.setEnabled(may_change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Label(tr("School holidays"), role="h3"))
        column.addLayout(row)
        column.addWidget(self.table)

    def reload(self) -> None:
        self._desk.ask(SchoolHolidays(), self.table.set_rows)

    def _remove(self) -> None:
        row = self.table.current_row()
        if row is None:
            self.said.emit(tr("Choose what to take out in the list first."), "info")
            return
        self._desk.do(RemoveSchoolHoliday(row.id))


class SchoolHolidayDrawer(Drawer):
    """A name, the first day and the last."""

    def __init__(self, caller: QWidget, desk: QtDesk) -> None:
        super().__init__(caller, tr("School holiday"))
        self._desk = desk
        now = today(desk.clock)
        self.name = TextField()
        self.first, self.last = DateField(now, now), DateField(now, now)
        self._first = Field(tr("From"), self.first)
        days = QHBoxLayout()
        days.setSpacing(px(12))
        days.addWidget(self._first)
        days.addWidget(Field(tr("To and including"), self.last))
        self.refusal = Note("danger")
        self.refusal.hide()
        self.column.addWidget(Field(tr("Title"), self.name))
        self.column.addLayout(days)
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)
        self.first.changed.connect(self._last_follows)
        self.set_verbs(tr("Save"))
        self.accepted.connect(self._save)

    def _last_follows(self, first: date | None) -> None:
        last = self.last.day()
        if first is not None and (last is None or last < first):
            self.last.set_day(first)

    def _save(self) -> None:
        self._first.clear_error()
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            self._first.set_error(tr("Write the day like 22.10 or Thursday."))
            self.first.setFocus()
            return
        action = AddSchoolHoliday(new_id(), first, last, self.name.text())
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()


def _when(row: SchoolHolidayRow) -> str:
    if row.first == row.last:
        return short_date(row.first)
    return f"{day_month(row.first)} – {short_date(row.last)}"
