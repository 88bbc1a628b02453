"""What came of loading a calendar: how many dates are booked, which are not, and a report to keep."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bookings.calendar_report import CalendarReport
from app.language import ntr, tr
from app.sheets.beside import write_beside
from ui.desk import QtDesk
from ui.kit.cards import Note
from ui.kit.dialogs import save_file_as
from ui.kit.inside import Inside
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px

HEIGHT = 340


class CalendarReportPage(Inside, QWidget):
    """``save`` also serves before anything is loaded: the clashes may have to be spoken about."""

    refused = Signal(object)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        self.note = Note("ok", "")
        self.saved = Note("info", "")
        self.saved.hide()
        self._title = Label("", role="h3", wrap=True)
        self.table = Table(
            tr("Dates that were not booked"),
            [
                Column(tr("When"), lambda one: one.when, width=220),
                Column(tr("Title"), lambda one: one.title, width=240, bold=True),
                Column(tr("What came of it"), lambda one: one.outcome, stretch=True, wrap=True),
            ],
            id_of=id,
        )
        self.table.setMinimumHeight(px(HEIGHT))
        for part in (self.note, self.saved, self._title, self.table):
            whole.addWidget(part, 1 if part is self.table else 0)

    def show_report(self, report: CalendarReport) -> None:
        booked = ntr("{n} date booked", "{n} dates booked", report.loaded)
        undo = tr("Ctrl+Z takes all dates out again.")
        self.note.say(f"{booked}. {undo}")
        lines = len(report.lines)
        self._title.setText(ntr("{n} date was not booked", "{n} dates were not booked", lines))
        self.table.set_rows(report.lines)
        self.table.setVisible(bool(lines))
        self._title.setVisible(bool(lines))

    def save(self, report: CalendarReport) -> None:
        suggested = f"{Path(report.file_name).stem} - {tr('report')}.csv"
        path = save_file_as(
            self, tr("Save report"), suggested, f"CSV (*.csv);;{tr('Text')} (*.txt)"
        )
        if path is not None:
            self.save_to(path, report)

    def save_to(self, path: Path, report: CalendarReport) -> None:
        """Text when the name says so, else CSV."""
        made = report.as_text() if path.suffix.lower() == ".txt" else report.as_csv()
        kept = partial(self._saved, path.name)
        self._desk.work(partial(write_beside, path, made), kept, self.refused.emit)

    def _saved(self, name: str, _nothing: None) -> None:
        self.saved.say(tr("Saved: {name}", name=name))
        self.saved.show()
        self.show()
