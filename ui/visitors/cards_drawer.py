"""The drawer that prints visitor cards: a true preview, on sheets of ten or each by itself."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

import shiboken6
from PySide6.QtCore import QMarginsF, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from app.errors import Refused
from app.language import current, ntr, tr
from app.sheets.beside import write_beside
from app.sheets.cards import CentreOnCard, NameCard, draw_cards
from app.visitors.cards import CardsToPrint
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Segments
from ui.kit.cards import Note
from ui.kit.dialogs import choose_printer, save_file_as
from ui.kit.drawer import Drawer
from ui.kit.labels import Label
from ui.kit.preview import Preview, print_pdf
from ui.theme import px

MOST = 200
"""Cards at once; more are not cut out in a day, and the list can be narrowed."""
CARD_MM = QSizeF(85.6, 54)


class CardsDrawer(Drawer):
    """For one person or a list of them; closes itself when nobody is left to print."""

    said = Signal(str, str)

    def __init__(self, caller: QWidget, desk: QtDesk, visitor_ids: tuple[UUID, ...]) -> None:
        super().__init__(caller, tr("Visitor cards"), width=620)
        self._desk = desk
        self._facts: tuple[CentreOnCard, tuple[NameCard, ...]] | None = None
        self._count = Label("", role="sub", wrap=True)
        self.column.addWidget(self._count)
        more = Note("info", tr("These are the first {most} of the list.", most=MOST))
        more.setVisible(len(visitor_ids) > MOST)
        self.column.addWidget(more)
        names = [tr("Sheets of ten"), tr("Each by itself")]
        self.paper = Segments(names, tr("How the cards are printed"))
        self.paper.chosen.connect(lambda _: self._draw())
        self.column.addWidget(self.paper)
        self.preview = Preview(sample=False)
        self.preview.setMinimumHeight(px(380))
        self.column.addWidget(self.preview, 1)
        self.trouble = Note("danger", "")
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        self.set_verbs(tr("Print"), tr("Save PDF"))
        if self.other is not None:
            self.other.clicked.connect(self.choose_and_save)
        self.accepted.connect(self.choose_and_print)
        self._desk.ask(CardsToPrint(visitor_ids[:MOST]), self._show)

    def save_to(self, path: Path) -> None:
        """Write it without a file dialogue."""
        wanted = path if path.suffix else path.with_suffix(".pdf")
        job = self._job()

        def kept(_: object) -> None:
            self._say(tr("Cards saved: {name}", name=wanted.name))

        if job is not None:
            self._desk.work(lambda: write_beside(wanted, job()), kept, self._refused)

    def print_on(self, printer: QPrinter) -> None:
        """A card by itself fills its page; the printer is told how small that page is."""
        if self._alone:
            size = QPageSize(CARD_MM, QPageSize.Unit.Millimeter)
            printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF()))
        printer.setFullPage(True)
        job = self._job()

        def printed(pdf: bytes) -> None:
            print_pdf(pdf, printer)
            self._say(tr("Cards sent to the printer"))

        if job is not None:
            self._desk.work(job, printed, self._refused)

    def choose_and_save(self) -> None:
        name = f"{tr('Visitor cards')}.pdf"
        path = save_file_as(self, tr("Save PDF"), name, tr("PDF files (*.pdf)"))
        if path is not None:
            self.save_to(path)

    def choose_and_print(self) -> None:
        printer = choose_printer(self, tr("Visitor cards"))
        if printer is not None:
            self.print_on(printer)

    @property
    def _alone(self) -> bool:
        return self.paper.current == 1

    def _job(self) -> Callable[[], bytes] | None:
        if self._facts is None:
            return None
        return partial(draw_cards, *self._facts, current(), alone=self._alone)

    def _show(self, facts: tuple[CentreOnCard, tuple[NameCard, ...]]) -> None:
        if not facts[1]:
            self.said.emit(tr("This person is no longer in the list."), "warn")
            self.dismiss()
            return
        self._facts = facts
        self._count.setText(ntr("{n} card", "{n} cards", len(facts[1])))
        self._draw()

    def _draw(self) -> None:
        job = self._job()
        if job is not None:
            self._desk.work(job, self._drawn, self._refused)

    def _say(self, text: str) -> None:
        """The drawer may have been closed while the paper was drawn: it is printed all the same."""
        if shiboken6.isValid(self):
            self.said.emit(text, "ok")

    def _drawn(self, pdf: bytes) -> None:
        self.trouble.hide()
        self.preview.show_pdf(pdf)

    def _refused(self, refusal: Refused) -> None:
        self.trouble.say(str(refusal))
        self.trouble.show()
        announce(self, str(refusal))
