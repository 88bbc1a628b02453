"""The drawer that prints about rooms: choices left, the true paper right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

import shiboken6
from PySide6.QtCore import QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.accessibility.queries import SessionToPrepare, ToPrepare
from app.clock import today, wall_now
from app.errors import Refused
from app.language import tr
from app.permission import Permission
from app.sheets.beside import write_beside
from app.sheets.plan import DeskPlan
from ui.bookings.paper_choices import PaperChoices, PrintFrom
from ui.bookings.paper_wish import (
    Facts,
    PaperWish,
    drawing,
    file_name,
    question,
    supports_of,
    with_supports,
)
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.beside import Beside
from ui.kit.cards import Card, Note
from ui.kit.dialogs import choose_printer, save_file_as
from ui.kit.drawer import Drawer
from ui.kit.preview import Preview, print_pdf
from ui.theme import px

WIDTH, CHOICES = 1010, 320
BESIDE = 700
SETTLES = 30


class PapersDrawer(Drawer):
    """Enter prints, Ctrl+S saves; what was chosen is chosen again next time."""

    said = Signal(str, str)
    last: ClassVar[PaperWish] = PaperWish()

    def __init__(self, caller: QWidget, desk: QtDesk, come_from: PrintFrom) -> None:
        super().__init__(caller, tr("Print"), width=WIDTH)
        self._desk = desk
        self._facts: Facts | None = None
        self._pdf = b""
        self._wanted = 0
        """Counts what was asked for; an answer to an older wish is not shown."""
        self._then: Callable[[], None] | None = None
        self.choices = PaperChoices(come_from, PapersDrawer.last, today(desk.clock))
        self.preview = Preview(sample=False)
        self.preview.setMinimumHeight(px(300))
        self.trouble = Note("danger")
        self.trouble.hide()
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self._ask)
        self._lay_out()
        self.set_verbs(tr("Print"), tr("Save PDF"), key="Enter")
        self.accepted.connect(self.choose_and_print)
        if self.other is not None:
            self.other.setShortcut("Ctrl+S")
            self.other.setToolTip("Ctrl+S")
            self.other.clicked.connect(self.choose_and_save)
        self.choices.changed.connect(self._changed)
        self._changed()

    def choose_and_print(self) -> None:
        """Enter: when the paper is drawn."""
        self._when_drawn(self._choose_printer)

    def choose_and_save(self) -> None:
        """Ctrl+S."""
        self._when_drawn(self._choose_file)

    def print_on(self, printer: QPrinter) -> None:
        """Turned as the paper is."""
        size: QSizeF = self.preview.view.document().pagePointSize(0)
        ways = QPageLayout.Orientation
        printer.setPageOrientation(
            ways.Landscape if size.width() > size.height() else ways.Portrait
        )
        printer.setFullPage(True)
        print_pdf(self._pdf, printer)
        self._say(tr("Sent to the printer"))

    def save_to(self, path: Path) -> None:
        """Write it without a file dialogue."""
        wanted = path if path.suffix else path.with_suffix(".pdf")

        def kept(_: object) -> None:
            self._say(tr("Saved: {name}", name=wanted.name))

        self._desk.work(partial(write_beside, wanted, self._pdf), kept, self._refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._accept()
            event.accept()
            return
        super().keyPressEvent(event)

    def _choose_printer(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self._show_trouble(
                tr(
                    "This computer has no printer. Save the paper as a PDF (Ctrl+S) and print it on "
                    "another one."
                )
            )
            return
        printer = choose_printer(self, self.title.text())
        if printer is not None:
            self.print_on(printer)

    def _choose_file(self) -> None:
        if self._facts is None:
            return
        name = file_name(self._facts)
        if path := save_file_as(self, tr("Save PDF"), name, tr("PDF files (*.pdf)")):
            self.save_to(path)

    def _when_drawn(self, then: Callable[[], None]) -> None:
        if self._pdf:
            then()
        else:
            self._then = then

    def _changed(self) -> None:
        PapersDrawer.last = self.choices.wish()
        self._pdf, self._facts, self._then = b"", None, None
        self._wanted += 1
        self.trouble.hide()
        self._timer.start()

    def _ask(self) -> None:
        choices = self.choices
        asked = question(
            choices.wish(), choices.room.value(), choices.day.day(), choices.booking_id
        )
        if asked is not None:
            self._desk.ask_beside(asked, partial(self._answered, self._wanted), self._refused)

    def _answered(self, wanted: int, facts: Facts) -> None:
        if not self._still_wants(wanted):
            return
        if not isinstance(facts, DeskPlan) or not self._desk.may(Permission.SEE_PREPARATIONS):
            self._draw(facts)
            return

        def prepared(sessions: tuple[SessionToPrepare, ...]) -> None:
            if self._still_wants(wanted):
                self._draw(with_supports(facts, supports_of(sessions)))

        self._desk.ask_beside(ToPrepare(facts.day, 1), prepared, self._refused)

    def _draw(self, facts: Facts) -> None:
        self._facts = facts
        at = wall_now(self._desk.clock)
        job = drawing(facts, self.choices.wish(), at)
        self._desk.work(job, partial(self._drawn, self._wanted), self._refused)

    def _drawn(self, wanted: int, pdf: bytes) -> None:
        if not self._still_wants(wanted):
            return
        self._pdf = pdf
        self.preview.show_pdf(pdf)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _still_wants(self, wanted: int) -> bool:
        return shiboken6.isValid(self) and wanted == self._wanted

    def _say(self, text: str) -> None:
        """The drawer may have been closed meanwhile: it is printed or saved all the same."""
        if shiboken6.isValid(self):
            self.trouble.hide()
            self.said.emit(text, "ok")
            announce(self, text)

    def _refused(self, refusal: Refused) -> None:
        if shiboken6.isValid(self):
            self._then = None
            self._show_trouble(str(refusal))

    def _show_trouble(self, text: str) -> None:
        self.trouble.say(text)
        self.trouble.show()
        announce(self, text)

    def _lay_out(self) -> None:
        self.choices.setMinimumWidth(px(CHOICES))
        right = Card((12, 10, 12, 10))
        right.column.addWidget(self.trouble)
        right.column.addWidget(self.preview, 1)
        self.column.addWidget(Beside(self.choices, right, BESIDE, grows=1), 1)
