"""A card scanned while nobody is signed in must not land in the password field."""

import time

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

SHORTEST = 6
QUICK_SECONDS = 0.035
"""Scanners type like a keyboard, faster than anybody: digits, then Enter."""


class ScanGuard(QObject):
    """Takes the digits of a scan out of ``line`` again, and its Enter away."""

    swallowed = Signal()

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._digits = 0
        self._last = 0.0
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        now = time.monotonic()
        quick, self._last = now - self._last < QUICK_SECONDS, now
        text = event.text()
        if text in ("\r", "\n"):
            scanned = quick and self._digits >= SHORTEST
            if scanned:
                self._line.setText(self._line.text()[: -self._digits])
                self.swallowed.emit()
            self._digits = 0
            return scanned
        if text.isdigit():
            self._digits = self._digits + 1 if quick or not self._digits else 1
        elif text:
            self._digits = 0
        return False
