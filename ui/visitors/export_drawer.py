"""Saving the list of visitors as a file: which columns, Excel or CSV; the journal notes it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QWidget

from app.action import Change
from app.clock import wall_now
from app.errors import Refused
from app.exchange.export import as_csv, as_xlsx
from app.language import ntr, tr, words
from app.sheets.beside import write_beside
from app.visitors.export_list import (
    USUAL,
    ExportColumn,
    Exported,
    ExportVisitors,
    VisitorsToExport,
    column_name,
)
from app.visitors.queries import Who
from ui.desk import QtDesk
from ui.kit.buttons import Segments
from ui.kit.cards import Note
from ui.kit.dialogs import save_file_as
from ui.kit.drawer import Drawer
from ui.kit.forms import Tick
from ui.kit.labels import Label
from ui.kit.progress import ProgressLine
from ui.theme import px

WIDTH = 500
KINDS = (("Excel", "xlsx"), ("CSV", "csv"))


class ExportDrawer(Drawer):
    """The whole filtered list goes out, however long. Needs and sensitive groups never do."""

    def __init__(self, caller: QWidget, desk: QtDesk, who: Who, text: str) -> None:
        super().__init__(caller, tr("Save the list as a file"), width=WIDTH)
        self._desk, self._who, self._text = desk, who, text
        self.column.addWidget(Label(self._which(), role="strong", wrap=True))
        self.kind = Segments([name for name, _ in KINDS], tr("Kind of file"))
        self.column.addWidget(self.kind)
        self.column.addWidget(Label(tr("Columns"), role="h3"))
        self.ticks = {
            column: Tick(words(column_name(column)), on=column in USUAL) for column in ExportColumn
        }
        grid = QGridLayout()
        grid.setVerticalSpacing(px(4))
        for place, tick in enumerate(self.ticks.values()):
            tick.toggled.connect(lambda _: self._say_ready())
            grid.addWidget(tick, place // 2, place % 2)
        self.column.addLayout(grid)
        self.column.addWidget(
            Note(
                "info",
                tr(
                    "Access needs and sensitive groups are never saved to a file. "
                    "Keep the file only as long as you need it; the journal notes that it was made."
                ),
            )
        )
        self.progress = ProgressLine()
        self.progress.cancel.hide()
        self.progress.hide()
        self.refusal = Note("danger", "")
        self.refusal.hide()
        self.column.addWidget(self.progress)
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Save…"))
        self.accepted.connect(self._choose)

    def save_to(self, path: Path) -> None:
        """Ask, note it in the journal, write: nothing leaves without a note. Tests come in here."""
        self.refusal.hide()
        self.progress.begin(tr("Writing {name} …", name=path.name))
        self._enable(still=True)
        today = wall_now(self._desk.clock).date()
        question = VisitorsToExport(self._who, today, self._text, self._columns())
        self._desk.ask_beside(question, partial(self._note, path), self._refused)

    def _which(self) -> str:
        if self._text.strip():
            return tr("Everybody found by “{text}”", text=self._text.strip())
        return {
            Who.ALL: tr("All visitors"),
            Who.TODAY: tr("Everybody who was here today"),
            Who.ON_SITE: tr("Everybody in the centre now"),
        }[self._who]

    def _columns(self) -> tuple[ExportColumn, ...]:
        return tuple(column for column, tick in self.ticks.items() if tick.isChecked())

    def _say_ready(self) -> None:
        if self.primary is not None:
            self.primary.setEnabled(bool(self._columns()))

    def _choose(self) -> None:
        if self.progress.is_running or not self._columns():
            return
        name, ending = KINDS[self.kind.current]
        day = wall_now(self._desk.clock).date().isoformat()
        suggested = f"{tr('Visitors')} {day}.{ending}"
        path = save_file_as(self, tr("Save the list as a file"), suggested, f"{name} (*.{ending})")
        if path is not None:
            self.save_to(path if path.suffix else path.with_suffix(f".{ending}"))

    def _note(self, path: Path, found: Exported) -> None:
        action = ExportVisitors(len(found.rows), found.columns, self._desk.clock.now())
        self._desk.do(action, partial(self._write, path, found), self._refused)

    def _write(self, path: Path, found: Exported, _change: Change) -> None:
        title, headings = tr("Visitors"), found.headings
        write = partial(_written, path, title, headings, found)
        self._desk.work(write, partial(self._written, path.name, len(found.rows)), self._refused)

    def _written(self, name: str, count: int, _nothing: None) -> None:
        self.progress.end()
        self._enable(still=False)
        done = Note("ok", ntr("{n} person in {name}", "{n} people in {name}", count, name=name))
        self.column.insertWidget(0, done)

    def _refused(self, refusal: Refused) -> None:
        self.progress.end()
        self._enable(still=False)
        self.refusal.say(str(refusal))
        self.refusal.show()

    def _enable(self, *, still: bool) -> None:
        if self.primary is not None:
            self.primary.setEnabled(not still)


def _written(path: Path, title: str, headings: Sequence[str], found: Exported) -> None:
    if path.suffix.lower() == ".csv":
        write_beside(path, as_csv(headings, found.rows))
    else:
        write_beside(path, as_xlsx(title, headings, found.rows))
