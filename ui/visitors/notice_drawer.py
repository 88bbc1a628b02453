"""The drawer that prints what is done with people's data, in their language, to take home."""

from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.centre.queries import CentreCard, CentreNames
from app.clock import wall_now
from app.errors import Refused
from app.language import Language, current, language_name, tr
from app.sheets.beside import write_beside
from app.sheets.notice import WhoKeeps, draw_notice
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Segments
from ui.kit.cards import Note
from ui.kit.dialogs import choose_printer, save_file_as
from ui.kit.drawer import Drawer
from ui.kit.labels import Label
from ui.kit.preview import Preview, print_pdf
from ui.theme import px

LANGUAGES = tuple(Language)


class NoticeDrawer(Drawer):
    """``speaks`` is the language of contact; who speaks another one reads the desk's."""

    said = Signal(str)

    def __init__(self, caller: QWidget, desk: QtDesk, speaks: str = "") -> None:
        super().__init__(caller, tr("Notice on data"), width=560)
        self._desk = desk
        self._centre: CentreNames | None = None
        self._pdf = b""
        about = tr("To read together and take home. Giving it to somebody is not a consent.")
        self.column.addWidget(Label(about, role="sub", wrap=True))
        names = [language_name(language) for language in LANGUAGES]
        first = LANGUAGES.index(Language(speaks) if speaks in LANGUAGES else current())
        self.language = Segments(names, tr("Language of the notice"), first)
        self.language.chosen.connect(lambda _: self._draw())
        self.column.addWidget(self.language)
        self.preview = Preview(sample=False)
        self.preview.setMinimumHeight(px(420))
        self.column.addWidget(self.preview, 1)
        self.trouble = Note("danger", "")
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        self.set_verbs(tr("Print"), tr("Save PDF"))
        self.accepted.connect(self.choose_and_print)
        if self.other is not None:
            self.other.clicked.connect(self.choose_and_save)
        desk.ask(CentreCard(), self._know_centre)

    def save_to(self, path: Path) -> None:
        """Write it without a file dialogue."""
        wanted = path if path.suffix else path.with_suffix(".pdf")

        def kept(_: object) -> None:
            self._say(tr("Notice saved: {name}", name=wanted.name))

        self._desk.work(partial(write_beside, wanted, self._pdf), kept, self._refused)

    def choose_and_save(self) -> None:
        if not self._pdf:
            return
        path = save_file_as(
            self, tr("Save PDF"), f"{tr('Notice on data')}.pdf", tr("PDF files (*.pdf)")
        )
        if path is not None:
            self.save_to(path)

    def choose_and_print(self) -> None:
        printer = choose_printer(self, tr("Notice on data")) if self._pdf else None
        if printer is not None:
            printer.setFullPage(True)
            print_pdf(self._pdf, printer)
            self._say(tr("Notice sent to the printer"))

    def _know_centre(self, centre: CentreNames) -> None:
        self._centre = centre
        self._draw()

    def _draw(self) -> None:
        if self._centre is None:
            return
        language = LANGUAGES[self.language.current]
        who = who_keeps(self._centre, language)
        today = wall_now(self._desk.clock).date()
        self._desk.work(partial(draw_notice, who, today, language), self._drawn, self._refused)

    def _drawn(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.trouble.hide()
        self.preview.show_pdf(pdf)

    def _say(self, text: str) -> None:
        if shiboken6.isValid(self):
            self.said.emit(text)
            announce(self, text)

    def _refused(self, refusal: Refused) -> None:
        self.trouble.say(str(refusal))
        self.trouble.show()
        announce(self, str(refusal))


def who_keeps(centre: CentreNames, language: Language) -> WhoKeeps:
    """The centre by its name in that language, where it has one."""
    names = {
        Language.EN: centre.name_in_english,
        Language.UK: centre.name_in_ukrainian,
    }
    name = names.get(language) or centre.name
    return WhoKeeps(name, centre.municipality, centre.address, centre.phone, centre.email)
