"""The first frame: the window in its own colours, painted before anything behind it is imported.

In the sample centre, where nobody signs in, the line of the omni box is already there: what is typed
while the desk opens is not lost, it goes on in the real box.
"""

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.folders import Folders, own_folders
from app.settings import Settings, read_settings
from ui import theme
from ui.theme import px, tokens
from ui.window import Window

START_SIZE = (1366, 768)
SIDE, BAR, FIELD = 212, 63, QRectF(232, 8, 640, 46)
"""Where the sidebar, the top bar and its box will be: nothing jumps when they come."""


class Opening(QWidget):
    """What stands in the window until the first page is made; ``painted`` is called once."""

    def __init__(self, painted: Callable[[], None] | None = None, *, takes_keys: bool) -> None:
        super().__init__()
        self.field: QLineEdit | None = None
        self._painted = painted
        if takes_keys:
            self.field = QLineEdit(self)
            self.field.setObjectName("opening")
            self.field.setFrame(False)
            self.field.setFocus()

    def resizeEvent(self, event: object) -> None:
        if self.field is not None:
            inside = _scaled(FIELD).adjusted(px(42), 6, -px(8), -6)
            self.field.setGeometry(inside.toRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(look.bg))
        painter.fillRect(0, 0, px(SIDE), self.height(), QColor(look.side))
        if self.field is not None:
            painter.fillRect(px(SIDE), 0, self.width(), px(BAR), QColor(look.surface))
            painter.setPen(QPen(QColor(look.focus), 3))
            painter.setBrush(QColor(look.surface))
            painter.drawRoundedRect(_scaled(FIELD).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        painter.end()
        if self._painted is not None:
            painted, self._painted = self._painted, None
            QTimer.singleShot(0, painted)

    @property
    def typed(self) -> str:
        return self.field.text() if self.field is not None else ""


def _scaled(rect: QRectF) -> QRectF:
    return QRectF(px(rect.x()), px(rect.y()), px(rect.width()), px(rect.height()))


def open_desk(*, demo: bool = False, address: str = "") -> int:
    """Open the window and stay until it is closed. A demo leaves nothing behind."""
    own = own_folders()
    settings = Settings() if demo else read_settings(own.settings)
    app = QApplication(sys.argv[:1])
    theme.begin(app, settings.look, settings.size / 100)
    window = Window()
    page = Opening(partial(_go_on, window, own, demo, address), takes_keys=demo)
    window.show_page(page)
    window.resize(*START_SIZE)
    window.show()
    window.activateWindow()
    return app.exec()


def _go_on(window: Window, own: Folders, demo: bool, address: str) -> None:
    """What is imported here is imported behind a painted window."""
    from app.clock import SystemClock
    from ui.entrance import demo_folders
    from ui.program import Program

    folders = demo_folders(own) if demo else own
    program = Program(folders, SystemClock(), demo=demo, address=address, window=window)
    program.setParent(window)  # kept as long as the window
    program.start()
