"""Saving bookings as a calendar for other programs: which rooms, which days, one file."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.bookings.board import BoardRoom
from app.bookings.calendar_export import CalendarOf
from app.clock import today
from app.errors import Refused
from app.language import ntr, say, tr
from app.sheets.beside import write_beside
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.cards import FlatCard, Note
from ui.kit.date_field import DateField
from ui.kit.dialogs import save_file_as
from ui.kit.drawer import Drawer
from ui.kit.flow import Flow
from ui.kit.forms import Field, Tick
from ui.kit.labels import Label
from ui.theme import px

WIDTH = 520
DAY_WIDTH, ROOM_WIDTH = 222, 200
YEAR = timedelta(days=365)


class CalendarExportDrawer(Drawer):
    """Stays open after saving, so that the next room can follow."""

    def __init__(
        self,
        caller: QWidget,
        desk: QtDesk,
        rooms: tuple[BoardRoom, ...],
        room_id: UUID | None = None,
    ) -> None:
        super().__init__(caller, tr("Calendar for other programs"), width=WIDTH)
        self._desk = desk
        self._names = {room.id: room.name for room in rooms}
        now = today(desk.clock)
        self.first, self.last = DateField(now, now), DateField(now + YEAR, now)
        self.all_rooms = Tick(tr("All rooms"), on=room_id is None)
        self.rooms = {room.id: Tick(room.name, on=room.id == room_id) for room in rooms}
        self.cancelled = Tick(tr("Cancelled bookings too, marked as cancelled"))
        self.note = Note("ok", "")
        self.refusal = Note("danger", "")
        self._lay_out()
        self.set_verbs(tr("Save calendar…"))
        self.accepted.connect(self._choose)
        self.all_rooms.toggled.connect(self._show_rooms)
        self._show_rooms()

    def wish(self) -> CalendarOf | None:
        """What is asked for; None with a sentence in the drawer when it cannot be."""
        first, last = self.first.day(), self.last.day()
        if first is None or last is None or last < first:
            self._refused(Refused(say("The last day must not be before the first.")))
            return None
        chosen = frozenset(id_ for id_, tick in self.rooms.items() if tick.isChecked())
        if self.all_rooms.isChecked():
            chosen = frozenset()
        elif not chosen:
            self._refused(Refused(say("Choose at least one room.")))
            return None
        return CalendarOf(first, last, chosen, self.cancelled.isChecked())

    def save_to(self, path: Path) -> None:
        """Ask, write beside, then replace; without a file dialogue."""
        wish = self.wish()
        if wish is None:
            return
        wanted = path if path.suffix else path.with_suffix(".ics")
        self.note.hide()
        self.refusal.hide()
        self._set_busy(busy=True)

        def write(events: object) -> None:
            made = partial(_written, wanted, self._calendar_name(wish), events, tr("Taken"))
            self._desk.work(made, partial(self._saved, wanted.name), self._refused)

        self._desk.ask_beside(wish, write, self._refused)

    def _choose(self) -> None:
        wish = self.wish()
        if wish is None:
            return
        suggested = f"{self._calendar_name(wish)}.ics"
        kinds = f"{tr('Calendars')} (*.ics)"
        if path := save_file_as(self, tr("Save calendar"), suggested, kinds):
            self.save_to(path)

    def _calendar_name(self, wish: CalendarOf) -> str:
        if len(wish.rooms) == 1:
            return self._names.get(next(iter(wish.rooms)), "")
        return tr("Rooms")

    def _saved(self, name: str, n: int) -> None:
        self._set_busy(busy=False)
        text = ntr("{n} entry saved: {name}", "{n} entries saved: {name}", n, name=name)
        self.note.say(text)
        self.note.show()
        announce(self, text)

    def _refused(self, refusal: Refused) -> None:
        self._set_busy(busy=False)
        self.note.hide()
        self.refusal.say(str(refusal))
        self.refusal.show()
        announce(self, str(refusal))

    def _set_busy(self, *, busy: bool) -> None:
        if self.primary is not None:
            self.primary.setEnabled(not busy)

    def _show_rooms(self) -> None:
        self._list.setVisible(not self.all_rooms.isChecked())

    def _lay_out(self) -> None:
        days = Flow(px(14))
        for name, field in ((tr("From"), self.first), (tr("Until"), self.last)):
            holder = Field(name, field)
            holder.setFixedWidth(px(DAY_WIDTH))
            days.add(holder)
        rooms = FlatCard(gap=8)
        rooms.column.addWidget(self.all_rooms)
        self._list = QWidget()
        flow = Flow(px(18))
        self._list.setLayout(flow)
        for tick in self.rooms.values():
            tick.setMinimumWidth(px(ROOM_WIDTH))
            flow.add(tick)
        rooms.column.addWidget(self._list)
        self.column.addWidget(rooms)
        self.column.addLayout(days)
        self.column.addWidget(self.cancelled)
        told = Label(
            tr(
                "The file says the title, the room and the time. Names, contacts and notes stay here, "
                "and a private booking only says “Taken”."
            ),
            role="sub",
            wrap=True,
        )
        self.column.addWidget(told)
        for note in (self.refusal, self.note):
            note.hide()
            self.column.addWidget(note)
        self.column.addStretch(1)


def _written(path: Path, name: str, events: object, untitled: str) -> int:
    from app.exchange.calendar_file import as_ics

    assert isinstance(events, tuple)
    write_beside(path, as_ics(name, events, untitled))
    return len(events)
