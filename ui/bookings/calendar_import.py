"""Loading a foreign calendar: choose the file, the days and the rooms, look, then one step."""

from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Change
from app.bookings.board import BoardRoom
from app.bookings.calendar_import import ImportBookings
from app.bookings.calendar_preview import CalendarPreview, ImportRow, Wishes
from app.bookings.calendar_report import CalendarReport, report_lines, to_load
from app.bookings.model import BookingKind
from app.bookings.vocabulary import KINDS
from app.clock import today, wall_now
from app.errors import Refused
from app.exchange.calendar_found import FoundCalendar
from app.exchange.calendars import read_calendar
from app.ids import new_id
from app.language import ntr, say, tr, words
from app.permission import Permission
from ui.bookings.calendar_preview import CalendarPreviewPage
from ui.bookings.calendar_report import CalendarReportPage
from ui.bookings.calendar_rooms import CalendarRooms
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.date_field import DateField
from ui.kit.dialogs import choose_file
from ui.kit.drawer import Drawer
from ui.kit.flow import Flow
from ui.kit.forms import Choice, Field
from ui.kit.labels import Label
from ui.kit.progress import ProgressLine
from ui.theme import px

WIDTH = 1010
SPAN_WIDTH, KIND_WIDTH = 222, 220


class CalendarImportDrawer(Drawer):
    """Nothing is written before the primary verb; its button carries the number.

    While a calendar is read or written, Esc and Cancel stop that and leave the drawer open.
    """

    def __init__(self, caller: QWidget, desk: QtDesk, rooms: tuple[BoardRoom, ...]) -> None:
        super().__init__(caller, tr("Load a calendar"), width=WIDTH)
        self._desk = desk
        self._names = {room.id: room.name for room in rooms}
        self._path: Path | None = None
        self._found: FoundCalendar | None = None
        self._ids: tuple[UUID, ...] = ()
        self._rows: tuple[ImportRow, ...] = ()
        self._report: CalendarReport | None = None
        self._asked = 0
        """Counts what was asked; an answer to older wishes is not shown."""
        self.setAcceptDrops(True)
        self.column.addLayout(self._file_line())
        self.column.addLayout(self._span_line())
        self.progress = ProgressLine()
        self.progress.hide()
        self.refusal = Note("danger", "")
        self.endless = Note("info", "")
        self.rooms = CalendarRooms(rooms)
        self.rooms.changed.connect(self._ask)
        self.page = CalendarPreviewPage(decides=desk.may(Permission.DECIDE_BOOKINGS))
        self.page.decided.connect(self._ask)
        self.report = CalendarReportPage(desk)
        self.report.refused.connect(self._refused)
        self.column.addWidget(self.progress)
        for part in (self.refusal, self.rooms, self.endless, self.page, self.report):
            part.hide()
            self.column.addWidget(part, 9 if part in (self.page, self.report) else 0)
        self.column.addStretch(1)
        self.set_verbs(tr("Load"), tr("Save report…"))
        self.accepted.connect(self._accepted)
        if self.primary is not None and self.other is not None:
            self.primary.setEnabled(False)
            self.other.clicked.connect(self._save_report)
            self.other.hide()

    def read(self, path: Path) -> None:
        """Read the file beside the window; the tour and tests come in here."""
        self._path = path
        self._clear()
        span = self._span()
        if span is None:
            return
        self._about.setText(path.name)
        progress = self.progress.begin(tr("Reading {name} …", name=path.name))
        reading = partial(read_calendar, path, span, partial(progress.lines, 0, 0))
        self._desk.work(reading, self._show_calendar, self._refused)

    def dismiss(self) -> None:
        if self.progress.is_running:
            self.progress.stop()
        else:
            super().dismiss()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.progress.is_running:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if dropped:
            self.read(Path(dropped[0]))

    def _file_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(12))
        self.choose = Button(tr("Choose a calendar…"), icon="upload")
        self.choose.clicked.connect(self._choose)
        line.addWidget(self.choose)
        self._about = Label(
            tr("Drop a file here: a calendar (.ics) of Google, Outlook or another program."),
            role="sub",
            wrap=True,
        )
        line.addWidget(self._about, 1)
        return line

    def _span_line(self) -> Flow:
        now = today(self._desk.clock)
        self.first, self.last = DateField(now, now), DateField(_a_year_after(now), now)
        self.kind = Choice([(k, words(name)) for k, name in KINDS.items()], BookingKind.CENTRE)
        line = Flow(px(14))
        for name, field, width in (
            (tr("From"), self.first, SPAN_WIDTH),
            (tr("Until"), self.last, SPAN_WIDTH),
            (tr("Kind"), self.kind, KIND_WIDTH),
        ):
            holder = Field(name, field)
            holder.setFixedWidth(px(width))
            line.add(holder)
        for day in (self.first, self.last):
            day.changed.connect(self._read_again)
        self.kind.picked.connect(lambda _: self._ask())
        return line

    def _span(self) -> tuple[date, date] | None:
        first, last = self.first.day(), self.last.day()
        if first is None or last is None or not first <= last <= _a_year_after(first, 2):
            self._refused(Refused(say("Choose a first and a last day, at most two years apart.")))
            return None
        return first, last

    def _choose(self) -> None:
        kinds = f"{tr('Calendars')} (*.ics *.ical *.ifb *.icalendar);;{tr('All files')} (*)"
        path = choose_file(self, tr("Load a calendar"), kinds)
        if path is not None:
            self.read(path)

    def _read_again(self, _day: object) -> None:
        if self._path is not None and self._report is None:
            self.read(self._path)

    def _clear(self) -> None:
        self._found = self._report = None
        self._rows = ()
        self._asked += 1
        for part in (self.refusal, self.rooms, self.endless, self.page, self.report):
            part.hide()
        if self.primary is not None and self.other is not None:
            self.primary.setText(tr("Load"))
            self.primary.setEnabled(False)
            self.other.hide()

    def _show_calendar(self, found: FoundCalendar) -> None:
        self.progress.end()
        self._found = found
        self._ids = tuple(new_id() for _ in found.dates)
        entries = ntr("{n} entry", "{n} entries", found.entries)
        dates = ntr("{n} date in these days", "{n} dates in these days", len(found.dates))
        self._about.setText(" · ".join(filter(None, (found.path.name, found.name, entries, dates))))
        if found.endless:
            self.endless.say(
                ntr(
                    "{n} entry repeats without an end: read until the last day above.",
                    "{n} entries repeat without an end: read until the last day above.",
                    found.endless,
                )
            )
        elif not found.dates:
            self.endless.say(
                tr("Nothing in this calendar lies in these days. Choose other days above.")
            )
        self.endless.setVisible(bool(found.endless) or not found.dates)
        self.rooms.show_places(found.places)
        self.rooms.setVisible(bool(found.dates))
        self.page.begin({number for number, one in enumerate(found.dates) if one.free})
        self._ask()

    def _ask(self) -> None:
        """With every wish as it stands: who has the room then?"""
        found = self._found
        if found is None or self._report is not None:
            return
        self._asked += 1
        wishes = Wishes(
            self.rooms.rooms(),
            self.kind.value(),
            found.name or found.path.stem,
            self.page.reason.text().strip(),
            frozenset(self.page.anyway),
            frozenset(self.page.left),
        )
        question = CalendarPreview(found.dates, self._ids, wishes)
        self._desk.ask_beside(question, partial(self._show_rows, self._asked), self._refused)

    def _show_rows(self, asked: int, rows: tuple[ImportRow, ...]) -> None:
        if asked != self._asked or self._found is None:
            return
        self._rows = rows
        self.refusal.hide()
        self.page.show_rows(rows, report_lines(self._found.problems, (), ()), self._names)
        self.page.setVisible(bool(rows or self._found.problems))
        self._say_number()

    def _say_number(self) -> None:
        if self._found is not None and self.primary is not None and self.other is not None:
            n = len(self.page.chosen(self._rows))
            self.primary.setText(ntr("Book {n} date", "Book {n} dates", n))
            self.primary.setEnabled(bool(n))
            self.other.setVisible(bool(self._rows or self._found.problems))

    def _accepted(self) -> None:
        if self._report is not None:
            self.dismiss()
        elif self._found is not None and not self.progress.is_running:
            self._load(self._found)

    def _load(self, found: FoundCalendar) -> None:
        dates = to_load(self._rows, self.page.chosen(self._rows))
        self._hold(still=True)
        progress = self.progress.begin(ntr("Booking {n} date …", "Booking {n} dates …", len(dates)))
        action = ImportBookings(new_id(), found.path.name, dates)
        self._desk.do(action, self._done, self._refused, progress.share)

    def _hold(self, *, still: bool) -> None:
        for part in (self.choose, self.first, self.last, self.kind, self.rooms, self.page):
            part.setEnabled(not still)
        if self.primary is not None:
            self.primary.setEnabled(not still)

    def _done(self, change: Change) -> None:
        self.progress.end()
        self._hold(still=False)
        self._report = self._make_report(change.message.n or 0)
        for part in (self.rooms, self.endless, self.page, self.refusal):
            part.hide()
        if self._report is not None:
            self.report.show_report(self._report)
            self.report.show()
        if self.primary is not None:
            self.primary.setText(tr("Close"))
            self.primary.setFocus()

    def _make_report(self, loaded: int) -> CalendarReport | None:
        if self._found is None:
            return None
        chosen = self.page.chosen(self._rows) if loaded else frozenset[int]()
        lines = report_lines(self._found.problems, self._rows, chosen)
        return CalendarReport(self._found.path.name, wall_now(self._desk.clock), loaded, lines)

    def _save_report(self) -> None:
        report = self._report or self._make_report(0)
        if report is not None:
            self.report.save(report)

    def _refused(self, refusal: Refused) -> None:
        self.progress.end()
        self._hold(still=False)
        if self._report is None:
            self._say_number()
        if self.primary is not None and self._found is None:
            self.primary.setEnabled(False)
        self.refusal.say(str(refusal))
        self.refusal.show()


def _a_year_after(day: date, years: int = 1) -> date:
    """29 February becomes 28 February."""
    year = min(day.year + years, date.max.year)
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)
