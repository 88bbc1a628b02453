"""The page that prints what must be prepared: counts and tasks, no names of visitors."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.accessibility.queries import SessionToPrepare
from app.accessibility.vocabulary import WORDS
from app.clock import wall_now
from app.errors import Refused
from app.language import current, long_date, time_range, tr, words
from app.sheets.beside import write_beside
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.dialogs import choose_printer, save_file_as
from ui.kit.labels import Label
from ui.kit.preview import Preview, print_pdf
from ui.theme import px


class ListPage(QWidget):
    """Shows the list as it stands now; it follows what changes while it is open."""

    returned = Signal()
    said = Signal(str, str)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._centre = ""
        self._sessions: tuple[SessionToPrepare, ...] = ()
        self.preview = Preview(sample=False)
        self.trouble = Note("danger")
        self.trouble.hide()
        self.back = Button(tr("Back"), icon="left")
        self.back.clicked.connect(self.returned)
        self.save = Button(tr("Save PDF"), icon="save")
        self.save.setToolTip("Ctrl+S")
        self.save.clicked.connect(self.choose_and_save)
        self.print = Button(tr("Print"), kind="primary", icon="print")
        self.print.clicked.connect(self.choose_and_print)
        for key, verb in (("Esc", self.returned.emit), ("Ctrl+S", self.choose_and_save)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)
        self._lay_out()

    def show_list(self, centre: str, sessions: tuple[SessionToPrepare, ...]) -> None:
        """What the list says from now on; it is drawn when the page is seen."""
        self._centre, self._sessions = centre, sessions
        if self.isVisible():
            self.draw()

    def draw(self) -> None:
        self._desk.work(self._job(), self._drawn, self._refused)

    def save_to(self, path: Path) -> None:
        """Write it without a file dialogue."""
        wanted = path if path.suffix else path.with_suffix(".pdf")
        job = self._job()

        def kept(_: object) -> None:
            self.said.emit(tr("List saved: {name}", name=wanted.name), "ok")

        self._desk.work(lambda: write_beside(wanted, job()), kept, self._refused)

    def print_on(self, printer: QPrinter) -> None:
        printer.setFullPage(True)

        def printed(pdf: bytes) -> None:
            print_pdf(pdf, printer)
            self.said.emit(tr("List sent to the printer"), "ok")

        self._desk.work(self._job(), printed, self._refused)

    def choose_and_save(self) -> None:
        name = f"{tr('To prepare')} {wall_now(self._desk.clock).date().isoformat()}.pdf"
        if path := save_file_as(self, tr("Save PDF"), name, tr("PDF files (*.pdf)")):
            self.save_to(path)

    def choose_and_print(self) -> None:
        printer = choose_printer(self, tr("Print the list"))
        if printer is not None:
            self.print_on(printer)

    def _job(self) -> Callable[[], bytes]:
        return partial(_draw_list, self._centre, self._sessions, wall_now(self._desk.clock))

    def _drawn(self, pdf: bytes) -> None:
        self.trouble.hide()
        self.preview.show_pdf(pdf)

    def _refused(self, refusal: Refused) -> None:
        self.trouble.say(str(refusal))
        self.trouble.show()
        announce(self, str(refusal))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(10))
        names = QVBoxLayout()
        names.setSpacing(px(1))
        names.addWidget(Label(tr("Print the list"), role="h1", wrap=True))
        names.addWidget(Label(tr("Numbers and tasks only, without names"), role="sub", wrap=True))
        head.addLayout(names, 1)
        for button in (self.back, self.save, self.print):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        card = Card((12, 10, 12, 10))
        card.column.addWidget(self.trouble)
        card.column.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(card, 1)


def _draw_list(centre: str, sessions: tuple[SessionToPrepare, ...], at: datetime) -> bytes:
    from app.sheets.prepare import PrepareBlock, PrepareLine, draw_prepare

    blocks = tuple(
        PrepareBlock(
            one.title,
            f"{long_date(one.start.date())}, {time_range(one.start, one.end)}",
            one.place,
            tuple(
                PrepareLine(
                    words(WORDS[line.support]), line.people, line.prepared.responsible, line.ready
                )
                for line in one.lines
            ),
        )
        for one in sessions
    )
    return draw_prepare(centre, blocks, at, current())
