"""Looks at everything a window shows: no word of a person may be taken for markup or for a key."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from ui.bookings.board import Planner
from ui.bookings.cells import Cells
from ui.kit.rows import SPOKEN

SAFE_TIP = re.compile(r"<p>[^<>]*</p>")
STEP_ACROSS, STEP_DOWN = 150, 60


def look(window: QWidget) -> str:
    """Everything that is shown or spoken, after making sure that it is plain. Paints it, too."""
    assert not window.grab().isNull()
    shown = [part for widget in _visible(window) for part in _look_at(widget)]
    return "\n".join(shown)


def _visible(window: QWidget) -> list[QWidget]:
    widgets = [window, *(one for one in window.findChildren(QWidget) if one.isVisible())]
    return [one for one in widgets if one.metaObject().className() != "QTipLabel"]


def _look_at(widget: QWidget) -> Iterator[str]:
    _assert_plain_tip(widget.toolTip())
    assert not isinstance(widget, QTextEdit), "a field that takes markup"
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    match widget:
        case QLabel():
            plain = widget.textFormat() == Qt.TextFormat.PlainText
            assert plain or not widget.text(), widget.text()
            yield widget.text()
        case QAbstractButton():
            assert "&" not in widget.text().replace("&&", ""), f"a key: {widget.text()}"
            yield widget.text().replace("&&", "&")
        case QLineEdit():
            yield widget.text()
        case QPlainTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(n) for n in range(widget.count()))
        case Planner() | Cells():
            yield from _tips_on(widget)
        case QAbstractItemView():
            yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount() if model else 0):
        column, index = 0, model.index(row, 0)
        while index.isValid():
            _assert_plain_tip(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
            yield str(index.data() or "")
            yield str(index.data(SPOKEN) or "")
            column += 1
            index = model.index(row, column)


def _tips_on(planner: Planner | Cells) -> Iterator[str]:
    """The board is painted: its tips are asked for where the mouse would rest."""
    port = planner.viewport()
    for x in range(10, port.width(), STEP_ACROSS):
        for y in range(10, port.height(), STEP_DOWN):
            place = QPoint(x, y)
            help_wanted = QHelpEvent(QEvent.Type.ToolTip, place, port.mapToGlobal(place))
            QApplication.sendEvent(port, help_wanted)
            _assert_plain_tip(QToolTip.text())
            yield QToolTip.text()
    QToolTip.hideText()


def _assert_plain_tip(tip: str) -> None:
    """A tooltip guesses: either nothing in it looks like markup, or all of it is escaped."""
    guessed = "<" in tip or "&lt;" in tip
    assert not guessed or SAFE_TIP.fullmatch(tip), f"markup in a tip: {tip[:200]}"
