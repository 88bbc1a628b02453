"""Giving sheets their numbers, drawing them, and putting them on paper or into a file."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from app.action import Change
from app.errors import Refused
from app.events.sheets import IssuedPaper, IssueSheet, IssueSheets, NeverPrinted, PapersOf
from app.ids import new_id
from app.language import Message, ntr, say, tr
from app.sheets.attendance import ToDraw, draw_sheets
from app.sheets.beside import write_beside
from app.sheets.sheet import SheetOptions
from app.sheets.sheet_wish import as_json
from ui.desk import QtDesk
from ui.events.paper_words import NOTHING_TAKEN
from ui.kit.printing import PrintJob
from ui.kit.progress import Progress, ProgressLine, Stopped

_STOPPED = say("Stopped. Nothing was printed or saved, and no number is used.")


@dataclass(frozen=True)
class SheetsWish:
    """Which sessions, and what was chosen for their sheets."""

    sessions: tuple[UUID, ...]
    options: SheetOptions


class Issuing(QObject):
    """One at a time. What comes to no paper gives its numbers back."""

    finished = Signal(str)
    failed = Signal(object)
    """A `Refused`."""

    def __init__(self, parent: QObject, desk: QtDesk, progress: ProgressLine) -> None:
        super().__init__(parent)
        self._desk, self._line = desk, progress
        self._ids: tuple[UUID, ...] = ()

    def save(self, wish: SheetsWish, path: Path) -> None:
        self._begin(wish, path, None)

    def print(self, wish: SheetsWish, printer: QPrinter) -> None:
        self._begin(wish, None, printer)

    def _begin(self, wish: SheetsWish, path: Path | None, printer: QPrinter | None) -> None:
        """Numbers first, then the papers from exactly the rows that were remembered."""
        self._wish, self._path, self._printer = wish, path, printer
        self._ids = tuple(new_id() for _ in wish.sessions)
        self._progress = self._line.begin(self._words())
        now, options = self._desk.clock.now(), wish.options
        written = as_json(options)
        action: IssueSheet | IssueSheets
        if len(self._ids) == 1:
            sheet, session = self._ids[0], wish.sessions[0]
            action = IssueSheet(sheet, session, written, now)
        else:
            pairs = tuple(zip(self._ids, wish.sessions, strict=True))
            action = IssueSheets(pairs, written, now)
        self._desk.do(action, self._numbered, self._end_refused)

    def _words(self) -> str:
        return ntr("Making {n} sheet…", "Making {n} sheets…", len(self._ids))

    def _numbered(self, _change: Change) -> None:
        self._desk.ask_beside(PapersOf(self._ids), self._draw, self._give_back)

    def _draw(self, papers: tuple[IssuedPaper, ...]) -> None:
        self._papers = papers
        job = partial(_drawn, papers, self._wish.options, self._path, self._progress)
        self._desk.work(job, self._put_out, self._give_back)

    def _put_out(self, pdf: bytes) -> None:
        if self._printer is None:
            self._end(self._said(say("Sheet {number} saved"), say("Sheets {number} saved")))
            return
        self._job = PrintJob(self, pdf, self._printer)
        self._job.told.connect(self._tell_page)
        self._job.done.connect(self._printed)
        self._job.start()

    def _tell_page(self, done: int, of: int) -> None:
        try:
            self._progress.lines(done, of)
        except Stopped:
            self._job.stop()

    def _printed(self, whole: bool) -> None:
        if whole:
            one = say("Sheet {number} sent to the printer")
            self._end(self._said(one, say("Sheets {number} sent to the printer")))
        elif self._job.was_stopped:
            self._give_back(Stopped(_STOPPED))
        else:
            self._give_back(Refused(NOTHING_TAKEN))

    def _give_back(self, refusal: Refused) -> None:
        """The numbers are free again: nobody is to wait for paper that never was."""
        if isinstance(refusal, Stopped):
            refusal = Refused(_STOPPED)
        free = NeverPrinted(self._ids)
        self._desk.do(free, lambda _: self._end_refused(refusal), self._end_refused)

    def _end_refused(self, refusal: Refused) -> None:
        self._line.end()
        self.failed.emit(refusal)

    def _end(self, said: str) -> None:
        self._line.end()
        self.finished.emit(said)

    def _said(self, one: Message, many: Message) -> str:
        """With the number of the sheet, or the first and the last of them."""
        first, last = self._papers[0].issued.number, self._papers[-1].issued.number
        number = first if first == last else f"{first}–{last[5:]}"
        return tr((one if first == last else many).text, number=number)


def _drawn(
    papers: tuple[IssuedPaper, ...], options: SheetOptions, path: Path | None, progress: Progress
) -> bytes:
    wanted = [ToDraw(one.head, one.lines, one.issued) for one in papers]
    pdf = draw_sheets(wanted, options, progress.lines)
    if path is not None:
        write_beside(path, pdf)
    return pdf
