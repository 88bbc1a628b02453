"""A copy of an event: from which day, with or without its people; every date is checked before."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.action import Change
from app.bookings.board import BoardRoom
from app.errors import Refused
from app.events.brief import EventBrief
from app.events.copying import CopiedPerson, CopyEvent, PeopleToCopy
from app.events.details import PlannedDate, SessionPlace
from app.ids import new_id
from app.language import ntr, tr
from ui.desk import QtDesk
from ui.events.dates_field import DatesField
from ui.events.refusal_note import RefusalNote
from ui.kit.announce import announce
from ui.kit.date_field import DateField
from ui.kit.drawer import Drawer
from ui.kit.forms import Field, Tick
from ui.kit.labels import Label

WIDTH = 640
WEEK = timedelta(days=7)


class CopyDrawer(Drawer):
    """All dates go as many days later as the first of them; each can then be put elsewhere."""

    kept = Signal(object)
    """UUID of the first session of the copy."""

    def __init__(
        self,
        caller: QWidget,
        desk: QtDesk,
        rooms: tuple[BoardRoom, ...],
        brief: EventBrief,
        today: date,
    ) -> None:
        super().__init__(caller, tr("Copy the event"), width=WIDTH)
        self._desk, self._brief = desk, brief
        self._people: tuple[UUID, ...] = ()
        self._old = [one.place for one in brief.plan.dates]
        first = self._old[0].slot.start.date() + self._usual_step(today)
        self.first = DateField(first, today)
        self.with_people = Tick(tr("With its people"))
        self.with_people.setEnabled(False)
        self.who = Label("", role="sub", wrap=True)
        dates = self._dates_from(first)
        self.dates = DatesField(desk, rooms, dates[0], today)
        self.refusal = RefusalNote()
        self.column.addWidget(Label(brief.plan.details.title, role="h2", wrap=True))
        self.column.addWidget(Field(tr("The first date of the copy"), self.first))
        for part in (self.with_people, self.who, self.dates, self.refusal):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.dates.repeat.hide()
        details = brief.plan.details
        self.dates.seats = details.capacity, details.companion_places
        self.dates.set_dates(dates)
        self.first.changed.connect(self._shift)
        self.dates.when.changed.connect(self.refusal.hide)
        self.set_verbs(tr("Make the copy"))
        self.accepted.connect(self.keep)
        desk.ask(PeopleToCopy(brief.event_id), self._know)

    def keep(self) -> None:
        """Ctrl+Enter."""
        dates = self.dates.dates()
        if dates is None:
            return
        with_people = self.with_people.isChecked()
        people = tuple(CopiedPerson(one, new_id()) for one in self._people) if with_people else ()
        if self.primary is not None:
            self.primary.setEnabled(False)
        details = self._brief.plan.details
        now = self._desk.clock.now()
        action = CopyEvent(self._brief.event_id, new_id(), details, dates, now, people)
        self._desk.do(action, self._done, self._refused)

    def _usual_step(self, today: date) -> timedelta:
        """Whole weeks, so that it is on the same weekdays: after its last date, and not past."""
        first, last = self._old[0].slot.start.date(), self._old[-1].slot.start.date()
        weeks = (max(last, today) - first).days // 7 + 1
        return WEEK * weeks

    def _dates_from(self, first: date) -> list[PlannedDate]:
        step = first - self._old[0].slot.start.date()
        return [
            PlannedDate(
                new_id(), new_id(), SessionPlace(one.slot.moved(step), one.room_id, one.place)
            )
            for one in self._old
        ]

    def _shift(self, first: date | None) -> None:
        if first is not None:
            self.dates.replace_all(self._dates_from(first))

    def _know(self, people: tuple[UUID, ...]) -> None:
        self._people = people
        self.with_people.setEnabled(bool(people))
        self.who.setText(
            ntr(
                "{n} person on its list; who waits there waits here too.",
                "{n} people on its list; who waits there waits here too.",
                len(people),
            )
            if people
            else tr("Nobody is on its list.")
        )

    def _done(self, _change: Change) -> None:
        self.kept.emit(self.dates.chosen.session_id)
        self.dismiss()

    def _refused(self, refusal: Refused) -> None:
        if self.primary is not None:
            self.primary.setEnabled(True)
        self.refusal.show_refusal(refusal)
        self.form.ensureWidgetVisible(self.refusal)
        announce(self, str(refusal))
