"""Loading a list of people: choose the file, say what its columns are, look, then one step."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Change
from app.clock import wall_now
from app.errors import Refused
from app.exchange.fields import Field
from app.exchange.people import PeopleFile, ReadList, open_people
from app.exchange.table import Progress as ReadProgress
from app.ids import new_id
from app.language import ntr, say, tr
from app.visitors.import_list import ImportVisitors
from app.visitors.import_preview import ImportPreview, NewPerson, Preview, people_from
from app.visitors.import_report import ImportReport, report_lines
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.dialogs import choose_file
from ui.kit.drawer import Drawer
from ui.kit.labels import Label
from ui.kit.progress import ProgressLine
from ui.theme import px
from ui.visitors.import_mapping import ImportMapping
from ui.visitors.import_preview import ImportPreviewPage
from ui.visitors.import_report import ImportReportPage

WIDTH = 1010
Understood = tuple[ReadList, tuple[NewPerson, ...]]


class ImportDrawer(Drawer):
    """Nothing is written before the primary verb; its button carries the number.

    While a list is read or written, Esc and Cancel stop that and leave the drawer open.
    """

    def __init__(self, caller: QWidget, desk: QtDesk) -> None:
        super().__init__(caller, tr("Load visitors from a file"), width=WIDTH)
        self._desk = desk
        self._file: PeopleFile | None = None
        self._found: ReadList | None = None
        self._preview: Preview | None = None
        self._report: ImportReport | None = None
        self.setAcceptDrops(True)
        self.column.addLayout(self._file_line())
        self.progress = ProgressLine()
        self.progress.hide()
        self.column.addWidget(self.progress)
        self.refusal = Note("danger", "")
        self.mapping = ImportMapping()
        self.mapping.changed.connect(self._understand)
        self.mapping.mend.connect(lambda _: self._understand(self._chosen()))
        self.page = ImportPreviewPage()
        self.page.decided.connect(self._say_number)
        self.report = ImportReportPage(desk)
        self.report.refused.connect(self._refused)
        for part in (self.refusal, self.mapping, self.page, self.report):
            part.hide()
            self.column.addWidget(part, 1 if part is self.page else 0)
        self.column.addStretch(1)
        self.set_verbs(tr("Load"), tr("Save report…"))
        self.accepted.connect(self._accepted)
        if self.primary is not None and self.other is not None:
            self.primary.setEnabled(False)
            self.other.clicked.connect(self._save_report)
            self.other.hide()

    def read(self, path: Path) -> None:
        """Read the file beside the window; the tour and tests come in here."""
        self._clear()
        self._about.setText(path.name)
        progress = self.progress.begin(tr("Reading {name} …", name=path.name))
        self._desk.work(partial(_opened, path, progress.lines), self._show_file, self._refused)

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
        self.choose = Button(tr("Choose a file…"), icon="upload")
        self.choose.clicked.connect(self._choose)
        line.addWidget(self.choose)
        self._about = Label(
            tr("Drop a file here: CSV, Excel (.xlsx), ODS or vCard, one person a line."),
            role="sub",
            wrap=True,
        )
        line.addWidget(self._about, 1)
        return line

    def _choose(self) -> None:
        kinds = f"{tr('Lists')} (*.csv *.xlsx *.ods *.vcf *.txt);;{tr('All files')} (*)"
        path = choose_file(self, tr("Load visitors from a file"), kinds)
        if path is not None:
            self.read(path)

    def _clear(self) -> None:
        self._file = self._found = self._preview = self._report = None
        for part in (self.refusal, self.mapping, self.page, self.report):
            part.hide()
        if self.primary is not None and self.other is not None:
            self.primary.setText(tr("Load"))
            self.primary.setEnabled(False)
            self.other.hide()

    def _show_file(self, read: tuple[PeopleFile, Understood]) -> None:
        self._file, understood = read
        self._show_list(understood)

    def _understand(self, chosen: dict[int, Field | None]) -> None:
        """The same file with another mapping; nothing is read again."""
        if self._file is None:
            return
        mend = self.mapping.mending.isChecked()
        progress = self.progress.begin(tr("Reading …"))
        if self.primary is not None:
            self.primary.setEnabled(False)
        again = partial(_understood, self._file, chosen, progress.lines, mend=mend)
        self._desk.work(again, self._show_list, self._refused)

    def _show_list(self, understood: Understood) -> None:
        self._found, people = understood
        found = self._found
        kind = " · ".join(filter(None, (found.kind, found.encoding, found.sheet)))
        count = ntr("{n} line", "{n} lines", found.line_count)
        self._about.setText(f"{found.path.name} · {count} · {kind}")
        self.mapping.show_list(found)
        self.mapping.show()
        self.refusal.hide()
        if not found.has_names:
            self.page.hide()
            self._refused(Refused(say("Say which column holds the names.")))
            return
        self.progress.begin(tr("Comparing with the people we know …"))
        self._desk.ask_beside(ImportPreview(people), self._show_preview, self._refused)

    def _chosen(self) -> dict[int, Field | None]:
        return {place: choice.value() for place, choice in self.mapping.choices.items()}

    def _show_preview(self, preview: Preview) -> None:
        self.progress.end()
        if self._found is None:
            return
        self._preview = preview
        self.page.show_preview(preview, self._found.problems)
        self.page.show()
        self._say_number()

    def _say_number(self) -> None:
        if self._preview is not None and self.primary is not None and self.other is not None:
            n = len(self._preview.new) + len(self.page.others)
            self.primary.setText(ntr("Load {n} person", "Load {n} people", n))
            self.primary.setEnabled(bool(n))
            self.other.setVisible(self._preview.left_out or bool(self._found_problems()))

    def _found_problems(self) -> bool:
        return self._found is not None and bool(self._found.problems)

    def _accepted(self) -> None:
        if self._report is not None:
            self.dismiss()
        elif self._preview is not None and not self.progress.is_running:
            self._load(self._preview.chosen(self.page.others))

    def _load(self, people: tuple[NewPerson, ...]) -> None:
        self._hold(still=True)
        n = len(people)
        words_ = ntr("Loading {n} person …", "Loading {n} people …", n)
        progress = self.progress.begin(words_)
        action = ImportVisitors(new_id(), people, self._desk.clock.now())
        self._desk.do(action, self._done, self._refused, progress.share)

    def _hold(self, *, still: bool) -> None:
        for part in (self.choose, self.mapping, self.page, self.primary):
            if part is not None:
                part.setEnabled(not still)
        if self.primary is not None and self._preview is None:
            self.primary.setEnabled(False)

    def _done(self, change: Change) -> None:
        self.progress.end()
        self._hold(still=False)
        self._report = self._make_report(change.message.n or 0)
        for part in (self.mapping, self.page, self.refusal):
            part.hide()
        if self._report is not None:
            self.report.show_report(self._report)
            self.report.show()
        if self.primary is not None:
            self.primary.setText(tr("Close"))
            self.primary.setFocus()

    def _make_report(self, loaded: int) -> ImportReport | None:
        if self._found is None or self._preview is None:
            return None
        lines = report_lines(self._found.problems, self._preview, self.page.others)
        now = wall_now(self._desk.clock)
        return ImportReport(self._found.path.name, now, loaded, lines)

    def _save_report(self) -> None:
        report = self._report or self._make_report(0)
        if report is not None:
            self.report.save(report)

    def _refused(self, refusal: Refused) -> None:
        self.progress.end()
        self._hold(still=False)
        if self._report is None:
            self._say_number()
        self.refusal.say(str(refusal))
        self.refusal.show()


def _opened(path: Path, progress: ReadProgress) -> tuple[PeopleFile, Understood]:
    file = open_people(path, progress)
    return file, _understood(file, None, progress, mend=True)


def _understood(
    file: PeopleFile,
    mapping: dict[int, Field | None] | None,
    progress: ReadProgress,
    *,
    mend: bool,
) -> Understood:
    found = file.people(mapping, progress, mend=mend)
    return found, people_from(found.rows)
