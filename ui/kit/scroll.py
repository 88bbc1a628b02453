"""A body that scrolls up and down only; it goes inside its card, or the card loses its edge."""

from functools import cache, partial

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import px

AIR = 8
"""Left free above and below what was scrolled into sight."""


class Scroll(QScrollArea):
    """``column`` takes the widgets; what gets the focus is scrolled into sight.

    Qt does so for Tab only, not for F7 or Enter; under the mouse nothing may move away.
    """

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(*(px(one) for one in margins))
        self.column.setSpacing(px(gap))
        self.setWidget(body)
        body.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            _follow_focus(app)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            needed = watched.minimumSizeHint().width()
            self.setMinimumWidth(needed + self.verticalScrollBar().sizeHint().width())
        return super().eventFilter(watched, event)

    def bring(self, widget: QWidget) -> None:
        """Scroll as little as shows it; of what is too high, the beginning."""
        body = self.widget()
        if body is None or not body.isAncestorOf(widget):
            return
        bar, top = self.verticalScrollBar(), widget.mapTo(body, QPoint(0, 0)).y()
        beginning = top - px(AIR)
        end = top + widget.height() + px(AIR) - self.viewport().height()
        bar.setValue(min(max(bar.value(), end), beginning))


@cache
def _follow_focus(app: QApplication) -> None:
    app.focusChanged.connect(_focus_moved)


def _focus_moved(_before: QWidget | None, now: QWidget | None) -> None:
    if now is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        return
    place = now.parentWidget()
    while place is not None:
        if isinstance(place, Scroll):
            place.bring(now)
            QTimer.singleShot(0, place, partial(_bring_again, place, now))
        place = place.parentWidget()


def _bring_again(place: Scroll, widget: QWidget) -> None:
    """Where it stands now: what was shown together with it had no place yet."""
    if shiboken6.isValid(widget) and widget.hasFocus():
        place.bring(widget)
