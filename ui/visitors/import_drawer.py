"""Loading a list from Excel: look first, then one step that can be taken back."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Change
from app.errors import Refused
from app.exchange.fields import field_name
from app.exchange.people import Column as FileColumn
from app.exchange.people import ReadList, read_people
from app.ids import new_id
from app.language import ntr, say, tr, words
from app.visitors.import_list import ImportPreview, ImportVisitors, Preview, people_from
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.dialogs import choose_file
from ui.kit.drawer import Drawer
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px

WIDTH = 1010


class ImportDrawer(Drawer):
    """Nothing is written before the primary verb; its button carries the number."""

    def __init__(self, caller: QWidget, desk: QtDesk) -> None:
        super().__init__(caller, tr("Load visitors from a file"), width=WIDTH)
        self._desk = desk
        self._preview: Preview | None = None
        line = QHBoxLayout()
        choose = Button(tr("Choose a file…"), icon="upload")
        choose.clicked.connect(self._choose)
        line.addWidget(choose)
        self._file = Label(
            tr("CSV or Excel (.xlsx): one person a line, headings on top."), role="sub", wrap=True
        )
        line.addWidget(self._file, 1)
        self.column.addLayout(line)
        self._note = Note("info", "")
        self._note.hide()
        self.column.addWidget(self._note)
        self._parts: list[QWidget] = []
        self._columns = self._table(
            tr("Columns of the file"),
            [
                Column(tr("Heading"), lambda c: c.heading, width=260, bold=True),
                Column(tr("Sample"), lambda c: c.sample, width=240),
                Column(tr("Becomes"), _becomes, stretch=True),
            ],
        )
        self._problems = self._table(
            tr("Lines that are not right"),
            [
                Column(tr("Line"), lambda p: str(p.line_number), width=70),
                Column(tr("What is written"), lambda p: p.written, width=330),
                Column(tr("What to do"), lambda p: words(p.message), stretch=True),
            ],
        )
        self._known = self._table(
            tr("Already in the list; left as they are"),
            [
                Column(tr("Line"), lambda k: str(k.line_number), width=70),
                Column(tr("In the file"), lambda k: k.name, width=330, bold=True),
                Column(
                    tr("There is"), lambda k: f"{k.known_name} {k.known_year or ''}", stretch=True
                ),
            ],
        )
        self.column.addStretch(1)
        self.set_verbs(tr("Load"))
        self.accepted.connect(self._load)
        if self.primary is not None:
            self.primary.setEnabled(False)

    def read(self, path: Path) -> None:
        """Read the file beside the window; the tour and tests come in here."""
        self._file.setText(tr("Reading {name} …", name=path.name))
        self._desk.work(partial(read_people, path), self._show_list, self._refused)

    def _table(self, title: str, columns: list[Column]) -> Table:
        label = Label(title, role="h3")
        table = Table(title, columns, id_of=id)
        label.hide()
        table.hide()
        self.column.addWidget(label)
        self.column.addWidget(table)
        self._parts += [label, table]
        return table

    def _choose(self) -> None:
        kinds = f"{tr('Lists')} (*.csv *.xlsx *.txt)"
        path = choose_file(self, tr("Load visitors from a file"), kinds)
        if path is not None:
            self.read(path)

    def _show_list(self, found: ReadList) -> None:
        kind = " · ".join(filter(None, (found.kind, found.encoding, found.sheet)))
        self._file.setText(f"{found.path.name} · {kind}")
        self._fill(self._columns, list(found.columns), 6)
        self._fill(self._problems, list(found.problems), 5)
        if not found.has_names:
            self._refused(
                Refused(say("There is no column with names in this list. Write headings above it."))
            )
            return
        self._desk.ask(ImportPreview(people_from(found.rows)), self._show_preview)

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        self._fill(self._known, list(preview.known), 5)
        self._say("info", words(preview.message))
        if self.primary is not None:
            n = len(preview.new)
            self.primary.setText(ntr("Load {n} person", "Load {n} people", n))
            self.primary.setEnabled(bool(n))

    def _fill(self, table: Table, rows: list[object], most: int) -> None:
        table.set_rows(rows)
        label = self._parts[self._parts.index(table) - 1]
        for widget in (label, table):
            widget.setVisible(bool(rows))
        table.setFixedHeight(px(40) + px(38) * min(len(rows), most) + 4)

    def _load(self) -> None:
        if self._preview is not None:
            action = ImportVisitors(new_id(), self._preview.new, self._desk.clock.now())
            self._desk.do(action, self._done, self._refused)

    def _done(self, _change: Change) -> None:
        self.dismiss()

    def _refused(self, refusal: Refused) -> None:
        self._say("danger", str(refusal))

    def _say(self, kind: str, text: str) -> None:
        note = Note(kind, text)
        self.column.replaceWidget(self._note, note)
        self._note.deleteLater()
        self._note = note


def _becomes(column: FileColumn) -> str:
    if column.locked:
        return tr("Never loaded: the centre does not need it")
    return words(field_name(column.field)) if column.field else tr("Not loaded")
