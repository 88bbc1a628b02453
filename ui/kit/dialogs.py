"""The only modal windows: asking before what cannot be taken back, choosing a file, printing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from app.language import tr


def ask_first(parent: QWidget, title: str, text: str, verb: str) -> bool:
    """True when the person chose ``verb``; the safe button has the focus."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(text)
    does = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
    does.setProperty("kind", "danger")
    safe = box.addButton(tr("Leave as it is"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(safe)
    box.setEscapeButton(safe)
    box.exec()
    return box.clickedButton() is does


def choose_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """``kinds`` as Qt wants them: ``Lists (*.csv *.xlsx)``."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def save_file_as(parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
    name, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
    return Path(name) if name else None


def choose_printer(parent: QWidget, title: str) -> QPrinter | None:
    """The system's own print dialogue; None when it was closed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None
