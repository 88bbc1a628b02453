"""The recovery sheet: whether there is one, a new one, and trying the one there is."""

from typing import ClassVar

from PySide6.QtCore import Qt

from app.centre.actions import KeepRecoverySheet
from app.centre.queries import CentreCard, CentreNames
from app.clock import today
from app.errors import Refused
from app.language import current, tr
from app.permission import Permission
from app.staff.queries import StaffRow
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Hline, Note
from ui.kit.dialogs import choose_printer, save_file_as
from ui.kit.forms import Field, TextField, Tick
from ui.kit.labels import Label
from ui.kit.password import PasswordField
from ui.settings.passwords import with_me
from ui.settings.section import Section
from ui.theme import px

WIDEST = 460
KINDS = "PDF (*.pdf)"


class RecoverySection(Section):
    """A new sheet makes the old one worthless; its code is never shown on the screen."""

    needs: ClassVar[Permission] = Permission.RUN_CENTRE

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(
            desk,
            tr("Recovery sheet"),
            tr("It opens the data when a password is forgotten or the computer breaks."),
        )
        self._names = CentreNames()
        self.pdf = b""
        self.kept = Tick(tr("The sheet is in a safe place"))
        self.kept.toggled.connect(self._keep)
        self.password = PasswordField()
        self._password_field = Field(tr("Your own password"), self.password)
        self.make_button = Button(tr("Make a new recovery sheet"), kind="primary", icon="key")
        self.make_button.clicked.connect(self._make)
        self.password.line.returnPressed.connect(self._make)
        self.print_button = Button(tr("Print"), icon="print")
        self.print_button.clicked.connect(self._print)
        self.save_button = Button(tr("Save as PDF"), icon="save")
        self.save_button.clicked.connect(self._save)
        self.code = TextField(placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-X")
        self._code_field = Field(
            tr("Code of the recovery sheet"),
            self.code,
            tr("Dashes and small letters do not matter."),
        )
        self.code.returnPressed.connect(self._try)
        self.try_button = Button(tr("Try the code"), icon="check")
        self.try_button.clicked.connect(self._try)
        self._made = Note("ok", tr("The sheet is made. Print it now: the old one no longer opens."))
        self._right = Note("ok", tr("The code is right. Put the sheet in a safe place."))
        self._lay_out()

    def reload(self) -> None:
        self.desk.ask(CentreCard(), self._show)

    def _lay_out(self) -> None:
        if self.desk.folders is None:
            self.column.addWidget(
                Note("info", tr("This database is not kept in a file here, so it needs no sheet."))
            )
            self.column.addStretch(1)
            return
        left = Qt.AlignmentFlag.AlignLeft
        self.column.addWidget(self.kept)
        self.column.addWidget(Hline())
        self.column.addWidget(Label(tr("A new sheet"), role="h3"))
        for widget in (self._password_field, self._code_field):
            widget.setMaximumWidth(px(WIDEST))
        self.column.addWidget(self._password_field)
        self.column.addWidget(self.make_button, 0, left)
        self.column.addWidget(self._made)
        self.column.addWidget(self.print_button, 0, left)
        self.column.addWidget(self.save_button, 0, left)
        self.column.addWidget(Hline())
        self.column.addWidget(Label(tr("Try the sheet you have"), role="h3"))
        self.column.addWidget(self._code_field)
        self.column.addWidget(self.try_button, 0, left)
        self.column.addWidget(self._right)
        self.column.addStretch(1)
        for hidden in (self._made, self.print_button, self.save_button, self._right):
            hidden.hide()

    def _show(self, names: CentreNames) -> None:
        self._names = names
        self.kept.blockSignals(True)
        self.kept.setChecked(names.recovery_sheet_kept)
        self.kept.blockSignals(False)

    def _keep(self, kept: bool) -> None:
        seen = self._names.recovery_sheet_kept
        if kept != seen:
            self.desk.do(KeepRecoverySheet(seen, kept))

    def _make(self) -> None:
        self._password_field.clear_error()
        self.make_button.setEnabled(False)
        with_me(self.desk, self._make_for)

    def _make_for(self, me: StaffRow) -> None:
        folders, password = self.desk.folders, self.password.text()
        centre, day, language = self._names.name, today(self.desk.clock), current()

        def draw() -> bytes:
            from app.sheets.recovery import draw_recovery
            from app.sign_in import make_recovery

            if folders is None:
                return b""
            code = make_recovery(folders, me.details.user_name, password)
            return draw_recovery(centre, code, day, language)

        self.desk.work(draw, self._drawn, self._refused)

    def _drawn(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.make_button.setEnabled(True)
        self.password.line.clear()
        for widget in (self._made, self.print_button, self.save_button):
            widget.show()
        announce(self, self._made.accessibleName())
        self.print_button.setFocus()
        if self._names.recovery_sheet_kept:
            self.desk.do(KeepRecoverySheet(True, False))

    def _refused(self, refusal: Refused) -> None:
        self.make_button.setEnabled(True)
        self._password_field.set_error(str(refusal))
        self.password.line.setFocus()
        self.password.line.selectAll()

    def _print(self) -> None:
        from ui.kit.preview import print_pdf

        printer = choose_printer(self, tr("Recovery sheet"))
        if printer is not None:
            print_pdf(self.pdf, printer)
            self.code.setFocus()

    def _save(self) -> None:
        path = save_file_as(self, tr("Save as PDF"), tr("Recovery sheet") + ".pdf", KINDS)
        if path is None:
            return
        try:
            path.write_bytes(self.pdf)
        except OSError:
            self.said.emit(
                tr("The sheet could not be saved there. Choose another folder."), "danger"
            )
            return
        self.said.emit(tr("Saved: {name}", name=path.name), "ok")

    def _try(self) -> None:
        folders, typed = self.desk.folders, self.code.text()
        self._code_field.clear_error()
        self._right.hide()

        def fits() -> bool:
            from app.sign_in import try_recovery

            return folders is not None and try_recovery(folders, typed)

        if typed.strip():
            self.desk.work(fits, self._tried)

    def _tried(self, right: bool) -> None:
        self._right.setVisible(right)
        if right:
            announce(self, self._right.accessibleName())
            self.code.clear()
            self._keep(True)
        else:
            self._code_field.set_error(tr("This code does not open the data. Compare each group."))
            self.code.setFocus()
            self.code.selectAll()
