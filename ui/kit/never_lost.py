"""Takes the focus when nobody has it: without a focus no key would do anything."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class NeverLost(QObject):
    """Watches over one widget in whose window the focus may be lost.

    Qt clears it when what had it is hidden, switched off or gone and nothing stands next in line.
    """

    def __init__(self, keeper: QWidget) -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._take)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._changed)

    def _changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            self._timer.start()

    def _take(self) -> None:
        keeper = self._keeper
        if QApplication.focusWidget() is None and keeper.isActiveWindow() and keeper.isVisible():
            keeper.setFocus(Qt.FocusReason.OtherFocusReason)
