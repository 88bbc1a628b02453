"""Keys as the keyboard gives them to a window, each with the time it was pressed."""

from collections.abc import Iterable
from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_times = count(100_000, 10_000)
"""Every burst begins long after the one before."""


def press(widget: QWidget, letter: str, at: int, *, held_down: bool = False) -> None:
    """One key, pressed ``at`` so many milliseconds, to the window the widget stands in."""
    key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
    window = widget.window().windowHandle()
    assert window is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key.value, NO_MODIFIER, letter, held_down)
        event.setTimestamp(at)
        QCoreApplication.sendEvent(window, event)


def type_at(widget: QWidget, letters: Iterable[str], gap: int) -> int:
    """All letters, ``gap`` milliseconds apart; returns when the last was pressed."""
    at = next(_times)
    for letter in letters:
        at += gap
        press(widget, letter, at)
    return at


def scan(widget: QWidget, digits: str) -> None:
    """As a scanner types: 4 ms between keys, Enter at the end."""
    type_at(widget, f"{digits}\r", 4)
