"""The one window: first start, signing in, the desk, and the lock that covers them."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from ui.theme import scale

SMALLEST = (1024, 600)
COMPACT_BELOW = 1280
"""Logical px: below it the sidebar shows icons only."""


class Window(QMainWindow):
    """Shows one page at a time. Its title never carries a name (the task bar shows it)."""

    closing = Signal()
    resized = Signal(bool)
    """True when there is room for the wide sidebar."""
    idle_for_long = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Kopā")
        self.setMinimumSize(*SMALLEST)
        self._pages = QStackedWidget()
        self._pages.setObjectName("root")
        self.setCentralWidget(self._pages)
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.idle_for_long)

    @property
    def is_roomy(self) -> bool:
        return self.width() / scale() >= COMPACT_BELOW

    def show_page(self, page: QWidget) -> None:
        """Show ``page`` instead of the present one, which is kept when it can come back."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def drop_page(self, page: QWidget) -> None:
        self._pages.removeWidget(page)
        page.deleteLater()

    def lock_after(self, minutes: int) -> None:
        """Emit ``idle_for_long`` when nobody has touched anything for so long; 0 never."""
        self._idle.stop()
        app = QApplication.instance()
        if app is None:
            return
        app.removeEventFilter(self)
        if minutes:
            self._idle.setInterval(minutes * 60_000)
            app.installEventFilter(self)
            self._idle.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self._idle.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.is_roomy)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        event.accept()
