"""The board for a screen reader: a table with a name, and in words where the cursor is."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

BOARDS = ("Planner", "Lanes", "MonthCells")
_interfaces: dict[int, QAccessibleInterface] = {}
"""Kept alive here: Qt does not own an interface made in Python."""
_installed: list[bool] = []


class BoardInterface(QAccessibleWidget):
    """Its value is the sentence of the booking or cell under the cursor; the list has the rows."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Table)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._widget.accessibleName()
        if kind in (QAccessible.Text.Value, QAccessible.Text.Description):
            return self._widget.accessibleDescription()
        return super().text(kind)


def describe_boards() -> None:
    """Let Qt ask us how a board is described; once for the program."""
    if not _installed:
        QAccessible.installFactory(_made)
        _installed.append(True)


def _made(class_name: str, thing: object) -> QAccessibleInterface | None:
    if class_name not in BOARDS or not isinstance(thing, QWidget):
        return None
    key = id(thing)
    if key not in _interfaces:
        _interfaces[key] = BoardInterface(thing)
        thing.destroyed.connect(lambda: _interfaces.pop(key, None))
    return _interfaces[key]
