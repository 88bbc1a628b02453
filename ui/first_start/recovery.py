"""Step 3: the recovery sheet, printed or saved, and proven by typing its code back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.clock import Clock, today
from app.language import current, tr
from ui.answers import Answers
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Card, Chip, Note
from ui.kit.dialogs import choose_printer, save_file_as
from ui.kit.forms import Field, TextField
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens


@dataclass(frozen=True)
class Ways:
    """How a sheet is made, tried, and noted as kept; each is slow, so none runs in the window."""

    make: Callable[[], str]
    fits: Callable[[str], bool]
    note_kept: Callable[[], None]


class RecoveryStep(Card):
    """Recommended, never forced: ``finished`` may come without a sheet."""

    finished = Signal()

    def __init__(self, centre: str, ways: Ways, clock: Clock) -> None:
        super().__init__(margins=(28, 20, 28, 22), gap=12)
        self._centre, self._ways, self._clock = centre, ways, clock
        self._code = ""
        self._thread = ThreadPoolExecutor(1, "recovery")
        self._answers = Answers()
        self._answers.failed.connect(self._on_failed)
        self.print_button = Button(tr("Print the recovery sheet"), kind="primary", icon="print")
        self.save_button = Button(tr("Save as PDF"), icon="save")
        self.code = TextField(placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-X")
        self.try_button = Button(tr("Try the code"), icon="check")
        self.open_button = Button(tr("Open the desk"), kind="big", icon="login")
        self._code_field = Field(
            tr("Type the code from the sheet: then you know that it opens the data"),
            self.code,
            tr("Dashes and small letters do not matter."),
        )
        self._proven = Note("ok", tr("The code is right. Put the sheet in a safe place."))
        self._proven.hide()
        self._build()
        self._connect()
        self._answers.run(self._thread, ways.make, self._made, None)

    @property
    def is_idle(self) -> bool:
        return self._answers.is_idle

    def pdf(self) -> bytes:
        from app.sheets.recovery import draw_recovery

        return draw_recovery(self._centre, self._code, today(self._clock), current())

    def save_to(self, path: Path) -> None:
        """Write the PDF, or say under the buttons why that cannot be."""
        try:
            path.write_bytes(self.pdf())
        except OSError:
            self._say(tr("The sheet could not be saved there. Choose another folder."), "danger")
            return
        self._say(tr("Saved: {name}", name=path.name), "ok")
        self.code.setFocus()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(IconLabel("key", tokens().primary, 26))
        head.addWidget(Label(tr("3. The recovery sheet"), role="h1", wrap=True), 1)
        head.addWidget(Chip(tr("Do it now"), "warn", "warn"))
        paper = QHBoxLayout()
        paper.setSpacing(px(10))
        paper.addWidget(self.print_button)
        paper.addWidget(self.save_button)
        paper.addStretch(1)
        self._said = Note("ok")
        self._said.hide()
        self.column.addLayout(head)
        self.column.addWidget(
            Label(
                tr(
                    "The data on this computer are encrypted. When a password is forgotten or the "
                    "computer breaks, this sheet opens them. Without a password and without the "
                    "sheet nobody can, not even the makers of the program."
                ),
                wrap=True,
            )
        )
        self.column.addLayout(paper)
        self.column.addWidget(self._said)
        self.column.addWidget(self._code_field)
        self.column.addWidget(self.try_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._proven)
        self.column.addWidget(self.open_button)
        self.column.addWidget(
            Label(tr("You can also make the sheet later, in the settings."), role="cap", wrap=True)
        )
        for button in (self.print_button, self.save_button, self.try_button):
            button.setEnabled(False)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.try_button.clicked.connect(self._try)
        self.code.returnPressed.connect(self._try)
        self.open_button.clicked.connect(self._finish)

    def _made(self, code: str) -> None:
        self._code = code
        for button in (self.print_button, self.save_button, self.try_button):
            button.setEnabled(True)
        self.print_button.setFocus()

    def _print(self) -> None:
        from ui.kit.preview import print_pdf

        printer = choose_printer(self, tr("Recovery sheet"))
        if printer is not None:
            print_pdf(self.pdf(), printer)
            self._say(tr("The sheet was sent to the printer."), "ok")
            self.code.setFocus()

    def _save(self) -> None:
        name = tr("Recovery sheet") + ".pdf"
        found = save_file_as(self, tr("Save as PDF"), name, "PDF (*.pdf)")
        if found is not None:
            self.save_to(found)

    def _try(self) -> None:
        typed = self.code.text()
        if not self.try_button.isEnabled() or not typed.strip():
            self.code.setFocus()
            return
        self._code_field.clear_error()
        self.try_button.setEnabled(False)
        self._answers.run(self._thread, lambda: self._fits(typed), self._tried, None)

    def _fits(self, typed: str) -> bool:
        right = self._ways.fits(typed)
        if right:
            self._ways.note_kept()
        return right

    def _tried(self, right: bool) -> None:
        self._proven.setVisible(right)
        if right:
            announce(self, tr("The code is right. Put the sheet in a safe place."))
            self.open_button.setFocus()
            return
        self.try_button.setEnabled(True)
        self._code_field.set_error(tr("This code does not open the data. Compare each group."))
        self.code.setFocus()
        self.code.selectAll()

    def _finish(self) -> None:
        self.open_button.setEnabled(False)
        self._thread.shutdown(wait=True)
        self.finished.emit()

    def _on_failed(self, _error: Exception) -> None:
        self.try_button.setEnabled(bool(self._code))
        self._say(tr("The sheet could not be made now. Make it later, in the settings."), "danger")

    def _say(self, text: str, kind: str) -> None:
        told = Note(kind, text)
        self.column.replaceWidget(self._said, told)
        self._said.deleteLater()
        self._said = told
        announce(self, text)
