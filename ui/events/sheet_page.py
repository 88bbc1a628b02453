"""The page that prints the attendance sheet: choices left, the true paper right."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPageLayout, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.action import Change
from app.errors import Refused
from app.events.sheets import AttendanceSheet, IssuedPaper, IssueSheet, PaperOf
from app.ids import new_id
from app.language import clock_time, short_date, tr
from app.sheets.attendance import draw_attendance
from app.sheets.beside import write_beside
from app.sheets.sheet import SheetHead, SheetLine, SheetOptions
from ui.desk import QtDesk
from ui.events.sheet_options import SheetChoices, as_json
from ui.kit.announce import announce
from ui.kit.beside import NO_LIMIT, Beside
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.dialogs import choose_printer, save_file_as
from ui.kit.labels import Label
from ui.kit.preview import Preview, print_pdf
from ui.kit.scroll import Scroll
from ui.theme import px

SETTLES = 30
CHOICES_WIDTH = 376
LEAST_CHOICES, LEAST_PREVIEW = 230, 270
BESIDE = 740
"""Logical px: narrower, the paper stands under the choices and the page scrolls."""
FORBIDDEN = '<>:"/\\|?*'
"""In file names, somewhere."""


class SheetPage(QWidget):
    """A sample until it is printed or saved: only then the sheet gets its number."""

    returned = Signal()
    said = Signal(str, str)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._session_id: UUID | None = None
        self._head: SheetHead | None = None
        self._lines: tuple[SheetLine, ...] = ()
        self._options = SheetOptions()
        self._order = self._options.order
        self._use: Callable[[bytes], None] | None = None
        self._drawing = self._again = False
        self.choices = SheetChoices()
        self.choices.changed.connect(self._settle)
        self.preview = Preview()
        self.trouble = Note("danger")
        self.trouble.hide()
        self.title = Label(tr("Print the attendance sheet"), role="h1", wrap=True)
        self.line = Label("", role="sub", wrap=True)
        self.back = Button(tr("Back"), icon="left")
        self.back.clicked.connect(self.returned)
        self.save = Button(tr("Save PDF"), icon="save", key="Ctrl+S")
        self.save.clicked.connect(self.choose_and_save)
        self.print = Button(tr("Print"), kind="primary", icon="print")
        self.print.clicked.connect(self.choose_and_print)
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self._draw)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.returned)
        self._lay_out()

    @property
    def session_id(self) -> UUID | None:
        return self._session_id

    def open(self, session_id: UUID) -> None:
        """Show the sheet of a session; the choices stay as they were last."""
        self._session_id = session_id
        self._forget_trouble()
        self.reload()
        self.print.setFocus()

    def reload(self) -> None:
        if self._session_id is not None:
            self._order = self.choices.options().order
            self._desk.ask(AttendanceSheet(self._session_id, self._order), self._show)

    def choose_and_save(self) -> None:
        """Ctrl+S."""
        if self._head is None:
            return
        title = tr("Attendance sheet") if self._head.confidential else self._head.title
        name = _file_name(title, self._head.date)
        if path := save_file_as(self, tr("Save PDF"), name, tr("PDF files (*.pdf)")):
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Issue the sheet and write it; without a file dialogue."""
        wanted = path if path.suffix else path.with_suffix(".pdf")
        self._issue(partial(write_beside, wanted), None)

    def choose_and_print(self) -> None:
        if self._head is None:
            return
        printer = choose_printer(self, self.title.text())
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Issue the sheet and put it on the paper, turned as it was chosen."""
        wide = self.choices.options().wide
        way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(way)
        printer.setFullPage(True)
        self._issue(None, lambda pdf: print_pdf(pdf, printer))

    def _show(self, answer: tuple[SheetHead, tuple[SheetLine, ...]]) -> None:
        self._head, self._lines = answer
        when = f"{short_date(self._head.date)} {clock_time(self._head.start)}"
        self.line.setText(f"{self._head.title} · {when}")
        self.choices.set_head(self._head)
        self._draw()

    def _settle(self) -> None:
        self._forget_trouble()
        self._timer.start()

    def _draw(self) -> None:
        """One drawing at a time; what changed meanwhile is drawn when it is done."""
        if self._head is None:
            return
        if self.choices.options().order is not self._order:
            self.reload()
            return
        if self._drawing:
            self._again = True
            return
        self._drawing = True
        job = partial(draw_attendance, self._head, self._lines, self.choices.options())
        self._desk.work(job, self._drawn, self._refused)

    def _drawn(self, pdf: bytes) -> None:
        self._drawing = False
        self.preview.show_pdf(pdf)  # what could not be written is still said
        if self._again:
            self._again = False
            self._draw()

    def _issue(
        self, write: Callable[[bytes], None] | None, use: Callable[[bytes], None] | None
    ) -> None:
        """Number first, then the paper from exactly the rows that were remembered."""
        if self._session_id is None or self._head is None:
            return
        self._set_busy(busy=True)
        self._options, self._write, self._use = self.choices.options(), write, use
        self._sheet_id = new_id()
        options = as_json(self._options, self._head)
        now = self._desk.clock.now()
        action = IssueSheet(
            self._sheet_id,
            self._session_id,
            options,
            now,
            self._options.order,
            self._options.named,
        )
        self._desk.do(action, self._issued, self._refused)

    def _issued(self, _change: Change) -> None:
        self._desk.ask(PaperOf(self._sheet_id), self._draw_issued)

    def _draw_issued(self, paper: IssuedPaper) -> None:
        self._number = paper.issued.number
        job = partial(_drawn_and_written, paper, self._options, self._write)
        self._desk.work(job, self._finish, self._refused)

    def _finish(self, pdf: bytes) -> None:
        self._set_busy(busy=False)
        self._forget_trouble()
        if self._use is not None:
            self._use(pdf)
            said = tr("Sheet {number} sent to the printer", number=self._number)
        else:
            said = tr("Sheet {number} saved", number=self._number)
        self.said.emit(said, "ok")

    def _refused(self, refusal: Refused) -> None:
        self._drawing = self._again = False
        self._set_busy(busy=False)
        self.trouble.say(str(refusal))
        self.trouble.show()
        announce(self, str(refusal))

    def _forget_trouble(self) -> None:
        self.trouble.hide()

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.save, self.print):
            button.setEnabled(not busy)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(10))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self.line)
        head.addLayout(words, 1)
        for button in (self.back, self.save, self.print):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        left = Card((1, 1, 1, 1), gap=0)
        self._left = left
        left.column.addWidget(self.choices, 1)
        foot = Label(
            tr("The sheet gets its number when it is printed or saved."), role="cap", wrap=True
        )
        foot.setContentsMargins(px(16), px(8), px(16), px(8))
        left.column.addWidget(foot)
        right = Card((12, 10, 12, 10))
        right.column.addWidget(self.trouble)
        right.column.addWidget(self.preview, 1)
        right.setMinimumHeight(px(LEAST_PREVIEW))
        both = Beside(left, right, BESIDE, grows=1)
        both.turned.connect(self._fit_choices)
        self._fit_choices(both.is_wide)
        page = Scroll()
        page.column.addWidget(both, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(page, 1)

    def _fit_choices(self, beside: bool) -> None:
        self._left.setMinimumSize(px(CHOICES_WIDTH), 0 if beside else px(LEAST_CHOICES))
        self._left.setMaximumWidth(px(CHOICES_WIDTH) if beside else NO_LIMIT)


def _drawn_and_written(
    paper: IssuedPaper, options: SheetOptions, write: Callable[[bytes], None] | None
) -> bytes:
    pdf = draw_attendance(paper.head, paper.lines, options, paper.issued)
    if write is not None:
        write(pdf)
    return pdf


def _file_name(title: str, day: date) -> str:
    clean = "".join(" " if letter in FORBIDDEN else letter for letter in title).strip(" .")
    return f"{clean[:80]} {day.isoformat()}.pdf"
