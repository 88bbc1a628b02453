"""The rules of one room: how long, how long before, who decides, seats by set-up, hours of its own."""

from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.bookings.details import RoomDay, RoomDetails
from app.bookings.model import Setup
from app.bookings.room_queries import RoomCardRow
from app.bookings.rooms import EditRoom
from app.bookings.vocabulary import SETUPS
from app.centre.actions import WEEKDAYS
from app.errors import Refused
from app.language import ntr, tr, words
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.cards import Note
from ui.kit.date_field import TimeChoice
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, NumberField, Tick
from ui.kit.labels import Label
from ui.theme import px

WIDTH = 560
LENGTHS = (0, 15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440)
AS_CENTRE, OWN, CLOSED = "centre", "own", "closed"
USUAL = (time(9), time(18))


class RoomRulesDrawer(Drawer):
    """All are kept together; a coordinator may let a booking stand against any of them."""

    def __init__(self, caller: QWidget, desk: QtDesk, card: RoomCardRow) -> None:
        super().__init__(caller, tr("Rules: {room}", room=card.details.name), width=WIDTH)
        self._desk, self._card = desk, card
        seen = card.details
        self.notice = NumberField(seen.notice_hours, zero=tr("any time"))
        self.shortest = Choice(_lengths(seen.shortest_minutes), seen.shortest_minutes)
        self.longest = Choice(_lengths(seen.longest_minutes), seen.longest_minutes)
        self.approval = Tick(
            tr("What the front desk books waits for the coordinator"), on=seen.needs_approval
        )
        seats = dict(seen.seats)
        self.seats = {
            setup: NumberField(seats.get(setup, 0), zero=tr("as the room")) for setup in Setup
        }
        days = {day.weekday: day for day in seen.days}
        self.days = [_Day(weekday, days.get(weekday)) for weekday in range(7)]
        self.refusal = Note("danger", "")
        self.refusal.hide()
        self._lay_out()
        self.set_verbs(tr("Save"))
        self.accepted.connect(self.keep)

    def wanted(self) -> RoomDetails:
        return replace(
            self._card.details,
            notice_hours=self.notice.value(),
            shortest_minutes=self.shortest.value(),
            longest_minutes=self.longest.value(),
            needs_approval=self.approval.isChecked(),
            seats=tuple(
                sorted((how, one.value()) for how, one in self.seats.items() if one.value())
            ),
            days=tuple(day for one in self.days if (day := one.day()) is not None),
        )

    def keep(self) -> None:
        """A time that cannot be read keeps the drawer open."""
        wrong = next((day for day in self.days if not day.is_readable()), None)
        if wrong is not None:
            self._say(tr("Write the time like 9.30, the end after the start."))
            wrong.opens.setFocus()
            return
        action = EditRoom(self._card.id, self._card.details, self.wanted())
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self._say(str(refusal))

    def _say(self, text: str) -> None:
        self.refusal.say(text)
        self.refusal.show()
        announce(self, text)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(Field(tr("Book at least (hours before)"), self.notice))
        row.addWidget(Field(tr("At least"), self.shortest))
        row.addWidget(Field(tr("At most"), self.longest))
        self.column.addLayout(row)
        self.column.addWidget(self.approval)
        self.column.addWidget(Label(tr("Seats by how it is set up"), role="h3"))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for setup, number in self.seats.items():
            row.addWidget(Field(words(SETUPS[setup]), number))
        self.column.addLayout(row)
        self.column.addWidget(Label(tr("Hours of its own"), role="h3"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        for at, day in enumerate(self.days):
            for column, widget in enumerate(day.widgets()):
                grid.addWidget(widget, at, column)
        self.column.addLayout(grid)
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)


class _Day:
    """One weekday: as the centre, hours of its own, or closed."""

    def __init__(self, weekday: int, day: RoomDay | None) -> None:
        self._weekday = weekday
        name = words(WEEKDAYS[weekday])
        self._name = Label(name)
        how = AS_CENTRE if day is None else OWN if day.opens else CLOSED
        options = [(AS_CENTRE, tr("as the centre")), (OWN, tr("its own")), (CLOSED, tr("closed"))]
        self.how = Choice(options, how)
        self.how.setAccessibleName(name)
        opens, closes = USUAL
        self.opens = TimeChoice(day.opens if day and day.opens else opens)
        self.closes = TimeChoice(day.closes if day and day.closes else closes)
        self.opens.setAccessibleName(tr("{day}: opens", day=name))
        self.closes.setAccessibleName(tr("{day}: closes", day=name))
        self.how.picked.connect(lambda _: self._show())
        self._show()

    def widgets(self) -> tuple[QWidget, ...]:
        return self._name, self.how, self.opens, self.closes

    def is_readable(self) -> bool:
        if self.how.value() != OWN:
            return True
        opens, closes = self.opens.at(), self.closes.at()
        return opens is not None and closes is not None and (opens < closes or closes == time())

    def day(self) -> RoomDay | None:
        """None where the room is as the centre."""
        match self.how.value():
            case "own":
                return RoomDay(self._weekday, self.opens.at(), self.closes.at())
            case "closed":
                return RoomDay(self._weekday)
        return None

    def _show(self) -> None:
        for field in (self.opens, self.closes):
            field.setEnabled(self.how.value() == OWN)


def _lengths(also: int) -> list[tuple[int, str]]:
    return [(n, _length(n)) for n in sorted({*LENGTHS, also})]


def _length(minutes: int) -> str:
    if not minutes:
        return tr("any length")
    if minutes % 60:
        return tr("{n} min", n=minutes)
    return ntr("{n} hour", "{n} hours", minutes // 60)
