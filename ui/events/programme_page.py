"""The programme of a month: which month and languages at the left, the true poster at the right."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.action import Kind
from app.clock import today, wall_now
from app.errors import Refused
from app.events.programme import ProgrammeOf
from app.language import Language, current, language_name, month_year, ntr, say, tr, words
from app.sheets.beside import write_beside
from app.sheets.programme import Programme, draw_programme
from app.sheets.programme_text import programme_text
from ui.kit.announce import announce
from ui.kit.beside import Beside
from ui.kit.buttons import Button, IconButton
from ui.kit.cards import Card, Note
from ui.kit.dialogs import choose_printer, save_file_as
from ui.kit.forms import Tick
from ui.kit.labels import Label
from ui.kit.preview import Preview
from ui.kit.printing import PrintJob, has_printer
from ui.kit.scroll import Scroll
from ui.kit.tab import Tab
from ui.theme import px

CHOICES, BESIDE, LEAST_PREVIEW = 330, 760, 380
SETTLES = 30
MIDDLE = 10
"""From this day of a month on, the next one is what hangs up soon."""
NO_PRINTER = say(
    "This computer has no printer. Save the paper as a PDF (Ctrl+S) and print it on another one."
)


class ProgrammePage(Tab):
    """What is changed anywhere changes the poster at once; Ctrl+P prints it, Ctrl+S saves it."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.EVENTS, Kind.BOOKINGS, Kind.ROOMS, Kind.CENTRE}
    )

    def build(self) -> None:
        now = today(self.desk.clock)
        self._month = now.replace(day=1)
        if now.day >= MIDDLE:
            self._month = _next_month(self._month)
        self._programme: Programme | None = None
        self._pdf = b""
        self._then: Callable[[], None] | None = None
        """What was asked for before the paper was drawn."""
        self._wanted = 0
        """Counts what was asked for; an older answer is not shown."""
        self.title = Label(tr("Programme of the month"), role="h1", wrap=True)
        self.line = Label("", role="sub", wrap=True)
        self.back, self.forward = (
            IconButton("left", tr("The month before")),
            IconButton("right", tr("The month after")),
        )
        self.month = Label("", role="h2")
        self.languages = {
            one: Tick(language_name(one), on=one is not Language.EN) for one in Language
        }
        self.languages[Language.LV].setEnabled(False)
        self.languages[Language.LV].setToolTip(tr("Latvian is always on paper, and first."))
        self.large = Tick(tr("Large print (18 points)"))
        self.save = Button(tr("Save PDF"), icon="save", key="Ctrl+S")
        self.copy = Button(tr("Copy as text"), icon="text")
        self.copy.setToolTip(tr("For the local paper or a letter, in the language of this window"))
        self.print = Button(tr("Print"), kind="primary", icon="print")
        self.print.setToolTip("Ctrl+P")
        self.preview = Preview(sample=False)
        self.trouble = Note("danger")
        self.trouble.hide()
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self._draw)
        self._connect()
        self._lay_out()

    def reload(self) -> None:
        self._wanted += 1
        self._pdf = b""
        self.month.setText(month_year(self._month))
        self.desk.ask(ProgrammeOf(self._month), partial(self._answered, self._wanted))

    def show_this(self, what: object) -> None:
        """A day: the programme of its month."""
        if isinstance(what, date):
            self._month = what.replace(day=1)
            self.reload()

    def print_page(self) -> None:
        """Ctrl+P."""
        if not has_printer():
            self._refused(Refused(NO_PRINTER))
        else:
            self.when_drawn(self._choose_printer)

    def when_drawn(self, then: Callable[[], None]) -> None:
        """Now, or when the paper shows what was chosen last."""
        if self._pdf:
            then()
        else:
            self._then = then

    def _choose_printer(self) -> None:
        if printer := choose_printer(self, self.title.text()):
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        self._job = PrintJob(self, self._pdf, printer)
        self._job.done.connect(self._printed)
        self._job.start()

    def choose_and_save(self) -> None:
        """Ctrl+S."""
        self.when_drawn(self._choose_file)

    def _choose_file(self) -> None:
        name = f"{tr('Programme of the month')} {self._month:%Y-%m}.pdf"
        if path := save_file_as(self, tr("Save PDF"), name, tr("PDF files (*.pdf)")):
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write it without a file dialogue; what was there stays when it cannot be written."""
        wanted = path if path.suffix else path.with_suffix(".pdf")
        self.desk.work(
            partial(write_beside, wanted, self._pdf),
            partial(self._saved, wanted.name),
            self._refused,
        )

    def copy_text(self) -> None:
        if self._programme is not None:
            text = programme_text(self._programme, current())
            QGuiApplication.clipboard().setText(text)
            self._tell(tr("Copied"))
            announce(self, tr("Copied"))

    def take_focus(self) -> None:
        self.print.setFocus()

    def panels(self) -> list[QWidget]:
        return [self.forward, self.print]

    def _step(self, *, forward: bool) -> None:
        first = self._month
        self._month = _next_month(first) if forward else (first - timedelta(1)).replace(day=1)
        self.reload()

    def _still_wants(self, wanted: int) -> bool:
        return shiboken6.isValid(self) and wanted == self._wanted

    def _answered(self, wanted: int, programme: Programme) -> None:
        if self._still_wants(wanted):
            self._programme = programme
            lines = len(programme.entries)
            said = ntr("{n} line on the poster", "{n} lines on the poster", lines)
            self.line.setText(said if lines else tr("Nothing is planned in this month yet."))
            self._draw()

    def _settle(self) -> None:
        self._pdf = b""
        self._timer.start()

    def _draw(self) -> None:
        if self._programme is None:
            return
        self._wanted += 1
        languages = tuple(one for one, tick in self.languages.items() if tick.isChecked())
        at = wall_now(self.desk.clock)
        job = partial(draw_programme, self._programme, languages, at, large=self.large.isChecked())
        self.desk.work(job, partial(self._drawn, self._wanted), self._refused)

    def _drawn(self, wanted: int, pdf: bytes) -> None:
        if self._still_wants(wanted):
            self._pdf = pdf
            self.trouble.hide()
            self.preview.show_pdf(pdf)
            then, self._then = self._then, None
            if then is not None:
                then()

    def _saved(self, name: str, _: object) -> None:
        if shiboken6.isValid(self):
            self._tell(tr("Saved: {name}", name=name))

    def _printed(self, whole: bool) -> None:
        if whole:
            self._tell(tr("Sent to the printer"))
        else:
            self._refused(
                Refused(
                    say(
                        "The printer took nothing. See whether it is switched on, "
                        "or save the sheet as a PDF."
                    )
                )
            )

    def _tell(self, text: str) -> None:
        self.trouble.hide()
        self.said.emit(text, "ok")

    def _refused(self, refusal: Refused) -> None:
        self.trouble.say(words(refusal.message))
        self.trouble.show()
        announce(self, str(refusal))

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._step(forward=False))
        self.forward.clicked.connect(lambda: self._step(forward=True))
        self.copy.clicked.connect(self.copy_text)
        self.save.clicked.connect(self.choose_and_save)
        self.save.setShortcut("Ctrl+S")
        self.print.clicked.connect(self.print_page)
        for tick in (*self.languages.values(), self.large):
            tick.toggled.connect(self._settle)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(10))
        said = QVBoxLayout()
        said.setSpacing(px(2))
        said.addWidget(self.title)
        said.addWidget(self.line)
        head.addLayout(said, 1)
        head.addWidget(self.copy)
        head.addWidget(self.save)
        head.addWidget(self.print)
        left = Card((16, 12, 16, 12))
        left.setMinimumWidth(px(CHOICES))
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.month, 1)
        row.addWidget(self.forward)
        left.column.addLayout(row)
        left.column.addWidget(Label(tr("Languages"), role="field"))
        for tick in (*self.languages.values(), self.large):
            left.column.addWidget(tick)
        left.column.addWidget(
            Label(
                tr(
                    "Drafts, cancelled events and support groups are not on it. Whether an event is "
                    "on it is said in the event itself."
                ),
                role="sub",
                wrap=True,
            )
        )
        left.column.addStretch(1)
        right = Card((12, 10, 12, 10))
        right.setMinimumHeight(px(LEAST_PREVIEW))
        right.column.addWidget(self.trouble)
        right.column.addWidget(self.preview, 1)
        page = Scroll()
        page.column.addWidget(Beside(left, right, BESIDE, grows=1), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(20), px(16))
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(page, 1)


def _next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)
