"""Tells when nobody has touched the keys or the mouse for a while."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Idle(QObject):
    """Watches the whole program while it has a time to wait for."""

    for_long = Signal()

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.for_long)

    def wait(self, minutes: int) -> None:
        """Emit ``for_long`` after so many minutes without a touch; 0 never."""
        self._timer.stop()
        self._app.removeEventFilter(self)
        if minutes:
            self._timer.setInterval(minutes * 60_000)
            self._app.installEventFilter(self)
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._timer.start()
        return False
