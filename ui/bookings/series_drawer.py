"""The dates of a series before they are kept; the button counts what will be booked."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.action import Action, Question
from app.bookings.details import BookingDetails
from app.bookings.repeats import Repeat
from app.bookings.series import BookSeries
from app.bookings.series_preview import DateRow, SeriesDates, SeriesPreview
from app.bookings.series_record import Dated, LeftOut
from app.clock import today
from app.errors import Refused
from app.ids import new_id
from app.language import month_year, ntr, tr
from ui.bookings.date_rows import Becomes, DateRows, Sum
from ui.bookings.repeat_fields import How, RepeatFields
from ui.bookings.sentences import times_of
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.drawer import Drawer
from ui.kit.labels import Label

WIDTH = 1010
SETTLES = 150
"""Milliseconds without a change before the rules are asked."""
LANE = "dates of a series"


class DatesDrawer(Drawer):
    """A table of dates with a choice for each; those who derive say what is asked and done."""

    kept = Signal()

    def __init__(self, caller: QWidget, desk: QtDesk, title: str, below: str) -> None:
        super().__init__(caller, title, width=WIDTH)
        self._desk = desk
        self.column.addWidget(Label(below, role="sub", wrap=True))
        self.refusal = Note("danger")
        self.refusal.hide()
        self.hint = Note("info")
        self.hint.hide()
        self.rows = DateRows()
        self.sum = Sum()
        self.next = Button("", icon="warn", key="Alt+N")
        self.next.clicked.connect(self._to_next)
        self.rows.changed.connect(self._count)
        self.set_verbs(tr("Book"), tr("Back"))
        self.next.hide()
        self.foot.insertWidget(self.foot.count() - 1, self.next)
        if self.other is not None:
            self.other.clicked.connect(self.dismiss)
        self.accepted.connect(self._keep)
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self.look)

    def fill(self, *above: QWidget) -> None:
        for widget in (*above, self.refusal, self.hint, self.rows, self.sum):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._count()

    def look(self) -> None:
        """Ask the rules about every date."""
        question = self.question()
        if question is None:
            self.show_dates(SeriesDates(()))
        else:
            self._desk.ask_newest(LANE, question, self.show_dates)

    def question(self) -> Question[SeriesDates] | None:
        """None while what was typed makes no pattern."""
        raise NotImplementedError

    def action(self, dates: tuple[Dated, ...], left_out: tuple[LeftOut, ...]) -> Action | None:
        raise NotImplementedError

    def show_dates(self, dates: SeriesDates) -> None:
        self.hint.setVisible(bool(dates.left_out))
        if dates.left_out:
            months = ", ".join(month_year(month) for month in dates.left_out)
            self.hint.say(tr("There is no such date in: {months}.", months=months))
        self.rows.show_rows(dates.rows)
        if self.close_button.hasFocus():
            self.focus_first()

    def _look_soon(self, *_: object) -> None:
        self.refusal.hide()
        self._timer.start()

    def _count(self) -> None:
        self.sum.show_sum(self.rows)
        booked = len(self.rows.places())
        clashing = self.rows.clashing
        self.next.setVisible(clashing > 0)
        self.next.setText(ntr("{n} clash", "{n} clashes", clashing))
        self.next.setShortcut("Alt+N")  # Qt forgets it with the text
        if self.primary is not None:
            self.primary.setEnabled(booked > 0)
            self.primary.setText(ntr("Book {n} time", "Book {n} times", booked))

    def _to_next(self) -> None:
        """The next clashing date after the one that has the focus, then the first again."""
        choices = [line.choice for line in self.rows.undecided()]
        there = [n for n, choice in enumerate(choices) if choice.hasFocus()]
        if choices:
            choices[(there[0] + 1) % len(choices) if there else 0].setFocus()

    def _keep(self) -> None:
        dates = tuple(Dated(new_id(), day, place) for day, place in self.rows.places())
        skips = tuple(
            LeftOut(new_id(), row.day, row.reason) for row in self._left_out(self.rows.rows)
        )
        action = self.action(dates, skips)
        if action is not None and self.primary is not None:
            self.primary.setEnabled(False)
            self._desk.do(action, self._done, self._refused)

    def _left_out(self, rows: Sequence[DateRow]) -> list[DateRow]:
        return [row for row in rows if self.rows.becomes(row) is Becomes.LEFT_OUT]

    def _done(self, _change: object) -> None:
        self.dismiss()
        self.kept.emit()

    def _refused(self, refusal: Refused) -> None:
        """What was chosen stays; the dates are asked about again."""
        self.refusal.say(str(refusal))
        self.refusal.show()
        announce(self, str(refusal))
        self.look()


class SeriesDrawer(DatesDrawer):
    """A new series, from the booking drawer's choice of how it repeats."""

    def __init__(
        self, caller: QWidget, desk: QtDesk, details: BookingDetails, how: How, room: str
    ) -> None:
        slot = details.place.slot
        below = " · ".join(filter(None, (room, details.holder, times_of(slot))))
        super().__init__(caller, desk, tr("Repeat: {title}", title=details.title), below)
        self._details = details
        self._asked: Repeat | None = None
        self.fields = RepeatFields(how, slot.start.date(), today(desk.clock))
        self.fields.changed.connect(self._look_soon)
        self.fill(self.fields)
        self.look()

    def question(self) -> Question[SeriesDates] | None:
        self._asked = self.fields.repeat()
        if self._asked is None:
            return None
        try:
            self._asked.check_length(self._details.place.slot)
        except Refused as refused:
            self.fields.say(str(refused))
            return None
        return SeriesPreview(self._details, self._asked)

    def action(self, dates: tuple[Dated, ...], left_out: tuple[LeftOut, ...]) -> Action | None:
        if self._asked is None:
            return None
        return BookSeries(new_id(), new_id(), self._details, self._asked, dates, left_out)
