"""Ctrl+Z in a text field: takes back typing only while the field was changed since the last action.

A focused QLineEdit swallows the key always, so that a window-wide Undo never fires, and after
``clear()`` the key would bring typed letters back. Answering ``ShortcutOverride`` decides.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


class _UndoKeys(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if not undo and not event.matches(QKeySequence.StandardKey.Redo):
            return False
        if _takes_text(watched) and not _typed(watched):
            event.ignore()
            return True  # the window's Undo gets the key
        return False


def _takes_text(watched: QObject) -> bool:
    kinds = QLineEdit | QAbstractSpinBox | QComboBox | QPlainTextEdit | QTextEdit
    return isinstance(watched, kinds)


def _typed(field: QObject) -> bool:
    """Qt's own mark: set by typing, taken away by ``setText`` and ``forget_typing``."""
    if isinstance(field, QAbstractSpinBox | QComboBox):
        line = field.lineEdit()
        return line is not None and _typed(line)
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isModified() and not field.isReadOnly()
    return isinstance(field, QLineEdit) and field.isModified() and not field.isReadOnly()


_watching: list[_UndoKeys] = []


def install_undo_keys(app: QApplication) -> None:
    """Once for the whole program."""
    if not _watching:
        _watching.append(_UndoKeys())
    app.removeEventFilter(_watching[0])
    app.installEventFilter(_watching[0])


def forget_typing() -> None:
    """After an action: what was typed before it is no longer what Ctrl+Z takes back."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLineEdit):
            widget.setModified(False)
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            widget.document().setModified(False)
