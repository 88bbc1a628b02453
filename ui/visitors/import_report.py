"""What came of loading a list: how many came in, which lines did not, and a report to keep."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused
from app.language import ntr, tr
from app.sheets.beside import write_beside
from app.visitors.import_report import ImportReport
from ui.desk import QtDesk
from ui.kit.cards import Note
from ui.kit.dialogs import save_file_as
from ui.kit.inside import Inside
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px

HEIGHT = 380


class ImportReportPage(Inside, QWidget):
    """``save`` also serves before anything is loaded: the lines may have to be corrected first."""

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
            tr("Lines that were not loaded as they are"),
            [
                Column(tr("Line"), lambda one: str(one.number), width=64),
                Column(tr("What is written"), lambda one: one.written, width=280),
                Column(tr("What came of it"), lambda one: one.outcome, stretch=True),
            ],
            id_of=id,
        )
        self.table.setMinimumHeight(px(HEIGHT))
        for part in (self.note, self.saved, self._title, self.table):
            whole.addWidget(part)

    def show_report(self, report: ImportReport) -> None:
        loaded = ntr("{n} person loaded", "{n} people loaded", report.loaded)
        undo = tr("Ctrl+Z takes all of them out again.")
        self.note.say(f"{loaded}. {undo}")
        self._title.setText(
            ntr(
                "{n} line was not loaded as it is",
                "{n} lines were not loaded as they are",
                len(report.lines),
            )
        )
        self.table.set_rows(report.lines)
        self.table.setVisible(bool(report.lines))
        self._title.setVisible(bool(report.lines))

    def save(self, report: ImportReport) -> None:
        suggested = f"{Path(report.file_name).stem} - {tr('report')}.csv"
        kinds = f"CSV (*.csv);;{tr('Text')} (*.txt)"
        path = save_file_as(self, tr("Save report"), suggested, kinds)
        if path is not None:
            self.save_to(path, report)

    def save_to(self, path: Path, report: ImportReport) -> None:
        """Text when the name says so, else CSV."""
        made = report.as_text() if path.suffix.lower() == ".txt" else report.as_csv()
        self._desk.work(
            partial(write_beside, path, made), partial(self._saved, path.name), self._refused
        )

    def _saved(self, name: str, _nothing: None) -> None:
        self.saved.say(tr("Saved: {name}", name=name))
        self.saved.show()

    def _refused(self, refusal: Refused) -> None:
        self.refused.emit(refusal)
