"""Where the focus is, and where it goes: rings for painted widgets, a round trip for drawers."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import tokens

WIDTH = 3


def paint_focus(widget: QWidget, radius: int = 0) -> None:
    """A ring inside the edge of a widget that paints itself."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens().focus), WIDTH))
    half = WIDTH / 2
    box = QRectF(widget.rect()).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(box, radius, radius)
    painter.end()


def go_round(inside: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next stop inside; False when there is none."""
    stops = _stops(inside)
    if not stops:
        return False
    here = QApplication.focusWidget()
    place = stops.index(here) if here in stops else -1
    step = 1 if forward else -1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(place + step) % len(stops)].setFocus(reason)
    return True


def _stops(inside: QWidget) -> list[QWidget]:
    """In the order of the window's focus chain."""
    stops = []
    widget = inside.nextInFocusChain()
    while widget is not None and widget is not inside:
        if inside.isAncestorOf(widget) and _takes_focus(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
