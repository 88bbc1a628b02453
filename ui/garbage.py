"""Garbage is collected on the main thread only.

Python collects cycles in whichever thread happens to allocate; a widget destroyed on a reading thread
stops its timers from there ("Timers cannot be stopped from another thread") and may take Qt down.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class MainThreadGarbage(QObject):
    """Looks once a second whether Python would have collected by now, and does it here."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """The oldest generation that is due takes the younger ones with it."""
        due = [
            n
            for n, (have, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if have > most > 0
        ]
        if due:
            gc.collect(max(due))
