"""How far long work has come, and a way to stop it."""

import threading

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.errors import Refused
from app.language import say, tr
from ui.kit.buttons import Button
from ui.kit.inside import Inside
from ui.kit.labels import Label
from ui.theme import px

WHOLE = 1000


class Stopped(Refused):
    """Somebody pressed Cancel; what was begun has been taken back."""


class Progress(QObject):
    """Told on any thread, heard on the main one. A stopped one ends the work by raising."""

    moved = Signal(int)
    """Thousandths; -1 while nobody knows how long it takes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        self._last = 0

    def stop(self) -> None:
        self._stopped.set()

    def share(self, share: float) -> None:
        """Of the whole, from 0 to 1."""
        if self._stopped.is_set():
            raise Stopped(say("Stopped. Nothing was loaded."))
        now = int(share * WHOLE)
        if now != self._last:
            self._last = now
            self.moved.emit(now)

    def lines(self, done: int, of: int) -> None:
        """Lines read, and in all; 0 for not known."""
        self.share(min(done / of, 1.0) if of else -1 / WHOLE)


class ProgressLine(Inside, QWidget):
    """A sentence, a bar, and Cancel."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, px(6))
        self._label = Label("", role="strong", wrap=True)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        row.addWidget(self.bar, 1)
        self.cancel = Button(tr("Cancel"), icon="close")
        self.cancel.clicked.connect(self._stop)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self._progress: Progress | None = None

    @property
    def is_running(self) -> bool:
        return self._progress is not None

    def begin(self, words: str) -> Progress:
        """Show it; hand ``share`` or ``lines`` of what comes back to the work."""
        self.end()
        self._label.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._progress = Progress(self)
        self._progress.moved.connect(self._move)
        self.show()
        return self._progress

    def end(self) -> None:
        if self._progress is not None:
            self._progress.moved.disconnect(self._move)
            self._progress.stop()
            self._progress = None
        self.hide()

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()
            self.cancel.setEnabled(False)
            self.cancelled.emit()

    def stop(self) -> None:
        self._stop()

    def _move(self, thousandths: int) -> None:
        if thousandths < 0:
            self.bar.setRange(0, 0)
            return
        self.bar.setRange(0, WHOLE)
        self.bar.setValue(thousandths)
