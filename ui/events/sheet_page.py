"""The page that prints the attendance sheet: choices left, the true paper right."""

from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused
from app.events.sheets import AttendanceSheet, SheetsOf, SheetToIssue, UsualOptions
from app.language import clock_time, ntr, short_date, tr
from app.sheets.attendance import ToDraw, draw_sheets
from app.sheets.sheet import SheetHead, SheetLine, SheetOptions
from ui.desk import QtDesk
from ui.events.badge_choices import Paper
from ui.events.badges_drawer import BadgesDrawer
from ui.events.paper_words import NO_PRINTER, file_name
from ui.events.sheet_issue import Issuing, SheetsWish
from ui.events.sheet_options import DAYS, Scope, SheetChoices
from ui.kit.announce import announce
from ui.kit.beside import NO_LIMIT, Beside
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.dialogs import choose_printer, save_file_as
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.preview import Preview
from ui.kit.printing import has_printer, usual_printer
from ui.kit.progress import ProgressLine
from ui.kit.scroll import Scroll
from ui.theme import px

SETTLES = 30
CHOICES_WIDTH = 376
LEAST_CHOICES, LEAST_PREVIEW = 230, 270
BESIDE = 740
"""Logical px: narrower, the paper stands under the choices and the page scrolls."""
PREVIEWED = 12
"""Sheets of a batch that are drawn before they are printed."""


class SheetPage(QWidget):
    """A sample until it is printed or saved: only then the sheet gets its number."""

    returned = Signal()
    said = Signal(str, str)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._session_id: UUID | None = None
        self._shown: tuple[SheetToIssue, ...] = ()
        self._day: date | None = None
        self._prints_at_once = False
        self._drawing = self._again = False
        self.choices = SheetChoices()
        self.choices.changed.connect(self._settle)
        self._asked = self.choices.asked_for()
        self.preview = Preview()
        self.trouble = Note("danger")
        self.trouble.hide()
        self.progress = ProgressLine()
        self.progress.hide()
        self._issuing = Issuing(self, desk, self.progress)
        self._issuing.finished.connect(self._finished)
        self._issuing.failed.connect(self._refused)
        self.title = Label(tr("Print the attendance sheet"), role="h1", wrap=True)
        self.line = Label("", role="sub", wrap=True)
        self.back = Button(tr("Back"), icon="left")
        self.back.clicked.connect(self.returned)
        self.save = Button(tr("Save PDF"), icon="save", key="Ctrl+S")
        self.save.clicked.connect(self.choose_and_save)
        self.print = Button(tr("Print"), kind="primary", icon="print")
        self.print.clicked.connect(self.print_now)
        self.other = Button(tr("Other printer…"))
        self.other.clicked.connect(self.choose_and_print)
        self.badges = Button(tr("Name badges…"), kind="quiet")
        self.badges.clicked.connect(partial(self._open_others, Paper.BADGES))
        self.certificates = Button(tr("Certificates…"), kind="quiet")
        self.certificates.clicked.connect(partial(self._open_others, Paper.CERTIFICATES))
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self._draw)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.returned)
        self._lay_out()

    @property
    def session_id(self) -> UUID | None:
        return self._session_id

    @property
    def is_settled(self) -> bool:
        """What is chosen is what is seen."""
        waits = self._timer.isActive() or self._drawing or self.progress.is_running
        return not waits and self.preview.is_settled

    def open(self, session_id: UUID) -> None:
        """Show the sheet of a session, with what was chosen for its event last."""
        self._session_id, self._day, self._shown = session_id, None, ()
        self._prints_at_once = False
        self.trouble.hide()
        self.choices.scope.set_value(Scope.SESSION)
        self._desk.ask(UsualOptions(session_id), self._take_usual)
        self.print.setFocus()

    def reload(self) -> None:
        """What the sheets say, asked anew."""
        if self._session_id is None:
            return
        self._asked = scope, order, course = self.choices.asked_for()
        if scope is Scope.SESSION or self._day is None:
            self._desk.ask(AttendanceSheet(self._session_id, order, course), self._show_one)
        else:
            self._desk.ask(SheetsOf(self._day, DAYS[scope], order, course), self._show)

    def choose_and_save(self) -> None:
        """Ctrl+S."""
        if not self._shown:
            return
        if path := save_file_as(self, tr("Save PDF"), self._file_name(), tr("PDF files (*.pdf)")):
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Issue the sheets and write them; without a file dialogue."""
        if wish := self._wish():
            self._issuing.save(wish, path if path.suffix else path.with_suffix(".pdf"))

    def print_now(self) -> None:
        """Enter: on the usual printer, without asking."""
        if not self._shown:
            self._prints_at_once = True
        elif not has_printer():
            self._refused(Refused(NO_PRINTER))
        elif (printer := usual_printer()) is None:
            self.choose_and_print()
        else:
            printer.setDocName(self.title.text())
            self.print_on(printer)

    def choose_and_print(self) -> None:
        """Ctrl+P: which printer, how many copies."""
        if not has_printer():
            self._refused(Refused(NO_PRINTER))
        elif self._shown and (printer := choose_printer(self, self.title.text())):
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Issue the sheets and put them on paper."""
        if wish := self._wish():
            self._issuing.print(wish, printer)

    def _open_others(self, paper: Paper) -> None:
        if self._session_id is not None:
            drawer = BadgesDrawer(self, self._desk, self._session_id, paper)
            drawer.said.connect(self.said)
            self.save.setShortcut("")  # of two buttons with one key neither would hear it
            drawer.closed.connect(lambda: self.save.setShortcut("Ctrl+S"))
            drawer.open()

    def _wish(self) -> SheetsWish | None:
        """None while nothing is shown, or something is being made already."""
        if not self._shown or self.progress.is_running:
            return None
        self._set_busy(busy=True)
        sessions = tuple(one.session_id for one in self._shown)
        return SheetsWish(sessions, self.choices.options())

    def _take_usual(self, options: SheetOptions | None) -> None:
        """What was chosen for this event last is chosen again."""
        if options is not None:
            self.choices.set_options(options)
        self.reload()

    def _show_one(self, answer: tuple[SheetHead, tuple[SheetLine, ...]]) -> None:
        assert self._session_id is not None
        self._show((SheetToIssue(self._session_id, *answer),))

    def _show(self, sheets: tuple[SheetToIssue, ...]) -> None:
        self._shown = sheets
        if sheets:
            self._day = self._day or sheets[0].head.date
        self.line.setText(self._said())
        self.choices.set_confidential(confidential=any(one.head.confidential for one in sheets))
        self._set_busy(busy=self.progress.is_running)
        self._draw()
        if sheets and self._prints_at_once:  # Enter came before the answer
            self._prints_at_once = False
            self.print_now()

    def _said(self) -> str:
        if self.choices.scope.value() is not Scope.SESSION:
            n = len(self._shown)
            return ntr("{n} sheet, each with its number", "{n} sheets, each with its number", n)
        head = self._shown[0].head
        return f"{head.title} · {short_date(head.date)} {clock_time(head.start)}"

    def _settle(self) -> None:
        self.trouble.hide()
        self._timer.start()

    def _draw(self) -> None:
        """One drawing at a time; what changed meanwhile is drawn when it is done."""
        if self.choices.asked_for() != self._asked:
            self.reload()
            return
        if not self._shown:
            return
        if self._drawing:
            self._again = True
            return
        self._drawing = True
        samples = [ToDraw(one.head, one.lines) for one in self._shown[:PREVIEWED]]
        self._desk.work(
            partial(draw_sheets, samples, self.choices.options()), self._drawn, self._refused
        )

    def _drawn(self, pdf: bytes) -> None:
        self._drawing = False
        self.preview.show_pdf(pdf)  # what could not be written is still said
        if self._again:
            self._again = False
            self._draw()

    def _finished(self, said: str) -> None:
        self._set_busy(busy=False)
        self.trouble.hide()
        self.said.emit(said, "ok")

    def _refused(self, refusal: Refused) -> None:
        self._drawing = self._again = False
        self._set_busy(busy=False)
        self.trouble.say(str(refusal))
        self.trouble.show()
        announce(self, str(refusal))

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.save, self.other, self.print):
            button.setEnabled(not busy and bool(self._shown))

    def _file_name(self) -> str:
        head = self._shown[0].head
        alone = len(self._shown) == 1 and not head.confidential
        return file_name(head.title if alone else tr("Attendance sheet"), head.date)

    def _lay_out(self) -> None:
        names, verbs = QWidget(), QWidget()
        words = QVBoxLayout(names)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self.line)
        buttons = Flow(px(10))
        buttons.add(self.back, self.save, self.other, self.print)
        verbs.setLayout(buttons)
        left = Card((1, 1, 1, 1), gap=0)
        self._left = left
        left.column.addWidget(self.choices, 1)
        foot = Label(
            tr("The sheet gets its number when it is printed or saved."), role="cap", wrap=True
        )
        foot.setContentsMargins(px(16), px(8), px(16), 0)
        left.column.addWidget(foot)
        others = Flow(px(8))
        others.setContentsMargins(px(8), 0, px(8), px(8))
        others.add(self.badges, self.certificates)
        left.column.addLayout(others)
        right = Card((12, 10, 12, 10))
        right.column.addWidget(self.trouble)
        right.column.addWidget(self.progress)
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
        column.addWidget(Beside(names, verbs, BESIDE, gap=10))
        column.addWidget(page, 1)

    def _fit_choices(self, beside: bool) -> None:
        self._left.setMinimumSize(px(CHOICES_WIDTH), 0 if beside else px(LEAST_CHOICES))
        self._left.setMaximumWidth(px(CHOICES_WIDTH) if beside else NO_LIMIT)
