"""When the centre is open: the week, and the days and rooms that are closed."""

from datetime import time

from PySide6.QtWidgets import QGridLayout

from app.bookings.closures import AddHolidays, RemoveClosures
from app.bookings.public_holidays import Holiday
from app.bookings.room_queries import ClosureRow, ClosuresFrom, MissingHolidays
from app.centre.actions import WEEKDAYS, SetOpeningHours
from app.centre.details import Hours
from app.centre.queries import OpeningWeek
from app.clock import today
from app.errors import Refused
from app.language import clock_time, day_month, short_date, time_range, tr, words
from app.permission import Permission
from ui.bookings.closure import ClosureDrawer
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Hline
from ui.kit.date_field import TimeChoice
from ui.kit.flow import Flow
from ui.kit.forms import Choice, Tick
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.settings.school_holidays import SchoolHolidaysBox
from ui.settings.section import Section
from ui.theme import px

USUAL = (time(9), time(18))
TABLE_HEIGHT = 160


class HoursSection(Section):
    """Bookings are not taken outside the opening hours."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk, tr("Hours, holidays"))
        self.days = [_DayRow(self, weekday) for weekday in range(7)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(4))
        for row, day in enumerate(self.days):
            day.lay_into(grid, 2 * row)
        grid.setColumnStretch(4, 1)
        self.column.addWidget(Label(tr("Opening hours"), role="h3"))
        self.column.addLayout(grid)
        self.column.addWidget(Hline())
        self._closures()
        self.school = SchoolHolidaysBox(desk, may_change=desk.may(Permission.RUN_ROOMS))
        self.school.said.connect(self.said)
        self.column.addWidget(self.school)

    def reload(self) -> None:
        self.desk.ask(OpeningWeek(), self._show_week)
        self.desk.ask(ClosuresFrom(today(self.desk.clock)), self.table.set_rows)
        self.school.reload()

    def new(self) -> None:
        if self.desk.may(Permission.RUN_ROOMS):
            self._open(None)

    def _closures(self) -> None:
        may = self.desk.may(Permission.RUN_ROOMS)
        day = today(self.desk.clock)
        self.table = Table(
            tr("Closed days and rooms"),
            [
                Column(tr("When"), _when, width=250, bold=True),
                Column(tr("Room"), lambda row: row.room or tr("whole centre"), width=170),
                Column(tr("Why"), lambda row: row.details.reason, stretch=True),
            ],
        )
        self.table.setMinimumHeight(px(TABLE_HEIGHT))
        self.table.opened.connect(self._open if may else lambda _: None)
        add = Button(tr("Close for a time…"), icon="add")
        add.clicked.connect(lambda: self._open(None))
        self.remove = Button(tr("Open again"), kind="quiet", icon="undo")
        self.remove.clicked.connect(self._remove)
        self.year = Choice([(day.year + n, str(day.year + n)) for n in range(3)], day.year)
        self.year.setAccessibleName(tr("Year of the holidays"))
        self.holidays = Button(tr("Enter the public holidays of"), icon="event")
        self.holidays.clicked.connect(self._enter_holidays)
        row = Flow(px(8))
        row.add(add, self.remove)
        row.push()
        row.add(self.holidays, self.year)
        for button in (add, self.remove, self.holidays, self.year):
            button.setEnabled(may)
        self.column.addWidget(Label(tr("Closed"), role="h3"))
        self.column.addLayout(row)
        self.column.addWidget(self.table, 1)

    def _show_week(self, week: tuple[Hours, ...]) -> None:
        for day, hours in zip(self.days, week, strict=True):
            day.show_hours(hours)

    def _open(self, row: ClosureRow | None) -> None:
        ClosureDrawer(self, self.desk, row).open()

    def _remove(self) -> None:
        row = self.table.current_row()
        if row is None:
            self.said.emit(tr("Choose what to open again in the list first."), "info")
            return
        self.desk.do(RemoveClosures((row.id,)))

    def _enter_holidays(self) -> None:
        self.desk.ask(MissingHolidays(self.year.value()), self._add_holidays)

    def _add_holidays(self, holidays: tuple[Holiday, ...]) -> None:
        self.desk.do(AddHolidays(holidays), None, self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.said.emit(str(refusal), "info")


class _DayRow:
    """One weekday: a tick whether it is open, and from when to when."""

    def __init__(self, section: HoursSection, weekday: int) -> None:
        self._section, self._weekday = section, weekday
        self._hours: Hours = None
        name = words(WEEKDAYS[weekday])
        self.open = Tick(name)
        self.opens = TimeChoice(USUAL[0], first=time(6))
        self.closes = TimeChoice(USUAL[1], first=time(8), last=time(23, 45))
        self.opens.setAccessibleName(tr("{day}: opens", day=name))
        self.closes.setAccessibleName(tr("{day}: closes", day=name))
        self._said = Label("", role="error", wrap=True)
        self.open.toggled.connect(self._save)
        self.opens.changed.connect(self._save)
        self.closes.changed.connect(self._save)
        for widget in (self.open, self.opens, self.closes):
            widget.setEnabled(section.may_change)

    @property
    def said(self) -> str:
        """Why the hours were not saved."""
        return self._said.text()

    def lay_into(self, grid: QGridLayout, row: int) -> None:
        widgets = (self.open, self.opens, Label("–"), self.closes)
        for column, widget in enumerate(widgets):
            grid.addWidget(widget, row, column)
        grid.addWidget(self._said, row + 1, 0, 1, 5)

    def show_hours(self, hours: Hours) -> None:
        self._hours = hours
        for widget in (self.open, self.opens, self.closes):
            widget.blockSignals(True)
        self.open.setChecked(hours is not None)
        if hours is not None:
            for choice, at in zip((self.opens, self.closes), hours, strict=True):
                if not choice.hasFocus():
                    choice.set_time(at)
        for widget in (self.open, self.opens, self.closes):
            widget.blockSignals(False)
        self._enable()

    def _enable(self) -> None:
        for choice in (self.opens, self.closes):
            choice.setEnabled(self._section.may_change and self.open.isChecked())
        self._say("")

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _save(self, *_: object) -> None:
        opens, closes = self.opens.at(), self.closes.at()
        if opens is None or closes is None:
            self._say(tr("Write a time such as {example}.", example=clock_time(time(9))))
            return
        wanted = (opens, closes) if self.open.isChecked() else None
        if wanted == self._hours:
            return
        seen, self._hours = self._hours, wanted
        self._section.desk.do(
            SetOpeningHours(self._weekday, seen, wanted),
            lambda _: self._enable(),
            lambda refusal: self._refused(refusal, seen),
        )

    def _refused(self, refusal: Refused, seen: Hours) -> None:
        """What was chosen stays to be mended; the hours there are those seen before."""
        self._hours = seen
        self._say(str(refusal))


def _when(row: ClosureRow) -> str:
    slot = row.details.slot
    whole_days = slot.start.time() == slot.end.time() == time()
    days = slot.length.days
    if whole_days and days == 1:
        return short_date(slot.start.date())
    if whole_days:
        last = slot.end.date().fromordinal(slot.end.toordinal() - 1)
        return f"{day_month(slot.start.date())} – {short_date(last)}"
    if slot.start.date() == slot.end.date():
        return f"{short_date(slot.start.date())}, {time_range(slot.start, slot.end)}"
    start = f"{day_month(slot.start.date())} {clock_time(slot.start)}"
    return f"{start} – {day_month(slot.end.date())} {clock_time(slot.end)}"
