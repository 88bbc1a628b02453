"""Many dates of an event at once, by a pattern: every date with what the rules say and what to do."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.action import Question
from app.bookings.repeats import Every, Repeat
from app.bookings.series_preview import SeriesDates
from app.clock import today
from app.errors import Refused
from app.events.check_dates import MoreDates
from app.language import ntr, tr
from app.slot import Place
from ui.bookings.repeat_fields import How, RepeatFields
from ui.bookings.sentences import times_of
from ui.bookings.series_drawer import DatesDrawer
from ui.desk import QtDesk


@dataclass(frozen=True)
class DateToRepeat:
    """The date of the event that the others are like."""

    title: str
    place: Place
    room: str
    people: int | None
    first: date
    """The first day that is proposed."""


class MoreDatesDrawer(DatesDrawer):
    """Makes nothing itself: the dates go into the form, and are kept with it."""

    found = Signal(object)
    """Tuple of Place."""

    def __init__(self, caller: QWidget, desk: QtDesk, like: DateToRepeat) -> None:
        slot = like.place.slot
        below = " · ".join(filter(None, (like.room, times_of(slot))))
        super().__init__(caller, desk, tr("Repeat: {title}", title=like.title), below)
        self._like = like
        self._asked: Repeat | None = None
        self.fields = RepeatFields(How(Every.WEEK), like.first, today(desk.clock))
        self.fields.changed.connect(self._look_soon)
        self.fill(self.fields)
        self.look()

    def question(self) -> Question[SeriesDates] | None:
        self._asked = self.fields.repeat()
        if self._asked is None:
            return None
        try:
            self._asked.check_length(self._like.place.slot)
        except Refused as refused:
            self.fields.say(str(refused))
            return None
        like = self._like
        return MoreDates(like.title, like.place, self._asked, like.people)

    def _count(self) -> None:
        super()._count()
        if self.primary is not None:
            booked = len(self.rows.places())
            self.primary.setText(ntr("Add {n} date", "Add {n} dates", booked))

    def _keep(self) -> None:
        places = tuple(place for _, place in self.rows.places())
        self.dismiss()
        self.found.emit(places)
