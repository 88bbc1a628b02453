"""The one window: first start, signing in, the desk, and the lock that covers them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ui.theme import scale

SMALLEST = (1024, 600)
COMPACT_BELOW = 1280
"""Logical px: below it the sidebar shows icons only."""


class Window(QMainWindow):
    """Shows one page at a time. Its title never carries a name (the task bar shows it)."""

    closing = Signal()
    resized = Signal(bool)
    """True when there is room for the wide sidebar."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Kopā")
        self.setMinimumSize(*SMALLEST)
        self._pages = QStackedWidget()
        self._pages.setObjectName("root")
        self.setCentralWidget(self._pages)

    @property
    def is_roomy(self) -> bool:
        return self.width() / scale() >= COMPACT_BELOW

    @property
    def page(self) -> QWidget | None:
        return self._pages.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show ``page`` instead of the present one, which is kept when it can come back."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def drop_page(self, page: QWidget) -> None:
        self._pages.removeWidget(page)
        page.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.is_roomy)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        event.accept()
