"""The drawer that prints name badges and certificates of an event: choices left, paper right."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from app.action import Change
from app.clock import today
from app.errors import Refused
from app.events.badges import BadgesOf
from app.events.certificates import CertificatesOf, Earned, IssueCertificates
from app.ids import new_id
from app.language import say, tr
from app.sheets.badges import Badge, BadgeHead, draw_badges
from app.sheets.beside import write_beside
from app.sheets.certificate import CertificateHead, draw_certificates
from ui.desk import QtDesk
from ui.events.badge_choices import BadgeChoices, Paper
from ui.events.paper_words import NO_PRINTER, NOTHING_TAKEN, file_name
from ui.kit.announce import announce
from ui.kit.beside import Beside
from ui.kit.cards import Card, Note
from ui.kit.dialogs import choose_printer, save_file_as
from ui.kit.drawer import Drawer
from ui.kit.preview import Preview
from ui.kit.printing import PrintJob, has_printer
from ui.theme import px

WIDTH, CHOICES, BESIDE = 1010, 320, 700
Drawing = Callable[[], bytes]
Badges = tuple[BadgeHead, tuple[Badge, ...]]
Certificates = tuple[CertificateHead, tuple[Earned, ...]]


class BadgesDrawer(Drawer):
    """A certificate gets its number when it is printed or saved, and keeps it."""

    said = Signal(str, str)

    def __init__(self, caller: QWidget, desk: QtDesk, session_id: UUID, first: Paper) -> None:
        super().__init__(caller, tr("Badges and certificates"), width=WIDTH)
        self._desk, self._session_id = desk, session_id
        self._badges: Badges | None = None
        self._certificates: Certificates | None = None
        self._wanted = 0
        """Counts what was asked for; an answer to an older wish is not shown."""
        self.choices = BadgeChoices(first)
        self.choices.changed.connect(self._draw)
        self.preview = Preview(sample=False)
        self.preview.setMinimumHeight(px(300))
        self.trouble = Note("danger")
        self.trouble.hide()
        self._lay_out()
        self.set_verbs(tr("Print"), tr("Save PDF"))
        self.accepted.connect(self.choose_and_print)
        if self.other is not None:
            self.other.setShortcut("Ctrl+S")
            self.other.setToolTip("Ctrl+S")
            self.other.clicked.connect(self.choose_and_save)
        self._desk.ask(BadgesOf(session_id), self._keep_badges)
        self._desk.ask(CertificatesOf(session_id), self._keep_certificates)

    def choose_and_print(self) -> None:
        if not has_printer():
            self._refused(Refused(NO_PRINTER))
        elif (printer := choose_printer(self, self.title.text())) is not None:
            self.print_on(printer)

    def choose_and_save(self) -> None:
        """Ctrl+S."""
        certificates = self.choices.paper is Paper.CERTIFICATES
        name = file_name(tr("Certificates") if certificates else tr("Name badges"), self._today)
        if path := save_file_as(self, tr("Save PDF"), name, tr("PDF files (*.pdf)")):
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write it without a file dialogue."""
        wanted = path if path.suffix else path.with_suffix(".pdf")

        def write(drawing: Drawing) -> None:
            job = partial(_write, wanted, drawing)
            self._desk.work(job, self._say_saved(wanted.name), self._refused)

        self._issue(write)

    def print_on(self, printer: QPrinter) -> None:
        def put_out(pdf: bytes) -> None:
            job = PrintJob(self, pdf, printer)
            job.done.connect(self._printed)
            job.start()

        self._issue(lambda drawing: self._desk.work(drawing, put_out, self._refused))

    @property
    def _today(self) -> date:
        return today(self._desk.clock)

    def _issue(self, then: Callable[[Drawing], None]) -> None:
        """Numbers first, when they are certificates."""
        if self.choices.paper is Paper.BADGES:
            if (drawing := self._drawing()) is not None:
                then(drawing)
            return
        people = tuple((new_id(), one.visitor_id) for one in self._chosen())
        if not people:
            self._refused(Refused(say("Nobody came so often. Ask for fewer sessions.")))
            return

        def numbered(answer: Certificates) -> None:
            self._keep_certificates(answer)
            if (drawing := self._drawing()) is not None:
                then(drawing)

        def issued(_change: Change) -> None:
            self._desk.ask(CertificatesOf(self._session_id), numbered)

        now = self._desk.clock.now()
        self._desk.do(IssueCertificates(self._session_id, people, now), issued, self._refused)

    def _chosen(self) -> tuple[Earned, ...]:
        if self._certificates is None:
            return ()
        least = self.choices.least.value()
        return tuple(one for one in self._certificates[1] if one.diploma.attended >= least)

    def _drawing(self) -> Drawing | None:
        """Draws what is chosen, away from the window's thread; None while nothing is known."""
        languages = self.choices.languages()
        if self.choices.paper is Paper.BADGES:
            if self._badges is None:
                return None
            head, badges = self._badges
            return partial(draw_badges, head, self.choices.shown(badges), languages)
        if self._certificates is None:
            return None
        diplomas = [one.diploma for one in self._chosen()]
        return partial(draw_certificates, self._certificates[0], diplomas, languages, self._today)

    def _keep_badges(self, answer: Badges) -> None:
        self._badges = answer
        self._draw()

    def _keep_certificates(self, answer: Certificates) -> None:
        if self._certificates is None:
            self.choices.set_sessions(answer[0].sessions)
        self._certificates = answer
        self._draw()

    def _draw(self) -> None:
        self.trouble.hide()
        self._wanted += 1
        certificates = self.choices.paper is Paper.CERTIFICATES
        chosen = len(self._chosen())
        self.choices.say_count(chosen if certificates else None)
        drawing = self._drawing()
        if drawing is not None and (chosen or not certificates):
            self._desk.work(drawing, partial(self._drawn, self._wanted), self._refused)

    def _drawn(self, wanted: int, pdf: bytes) -> None:
        if shiboken6.isValid(self) and wanted == self._wanted:
            self.preview.show_pdf(pdf)

    def _printed(self, whole: bool) -> None:
        if whole:
            self.said.emit(tr("Sent to the printer"), "ok")
        else:
            self._refused(Refused(NOTHING_TAKEN))

    def _say_saved(self, name: str) -> Callable[[object], None]:
        def kept(_: object) -> None:
            if shiboken6.isValid(self):
                self.said.emit(tr("Saved: {name}", name=name), "ok")

        return kept

    def _refused(self, refusal: Refused) -> None:
        if shiboken6.isValid(self):
            self.trouble.say(str(refusal))
            self.trouble.show()
            announce(self, str(refusal))

    def _lay_out(self) -> None:
        right = Card((12, 10, 12, 10))
        right.column.addWidget(self.trouble)
        right.column.addWidget(self.preview, 1)
        both = Beside(self.choices, right, BESIDE, grows=1)
        self.choices.setMinimumWidth(px(CHOICES))
        self.column.addWidget(both, 1)


def _write(path: Path, drawing: Drawing) -> None:
    write_beside(path, drawing())
