"""Roles of our painted widgets for screen readers: a choice is a group, a drawer a dialogue."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLES = {
    "Four": QAccessible.Role.Grouping,
    "Segments": QAccessible.Role.Grouping,
    "RadioCards": QAccessible.Role.Grouping,
    "Drawer": QAccessible.Role.Dialog,
    "Note": QAccessible.Role.Note,
    "Mark": QAccessible.Role.Graphic,
    "Chip": QAccessible.Role.StaticText,
}
"""By the name of the class; a class derived from it is asked for its parents too."""
_interfaces: dict[int, QAccessibleInterface] = {}
"""Kept alive here: Qt does not own an interface made in Python."""
_installed: list[bool] = []


def describe_kit() -> None:
    """Let Qt ask us for the roles; once for the program."""
    if not _installed:
        QAccessible.installFactory(_made)
        _installed.append(True)


def _made(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = ROLES.get(class_name)
    if role is None or not isinstance(thing, QWidget):
        return None
    key = id(thing)
    if key not in _interfaces:
        _interfaces[key] = QAccessibleWidget(thing, role)
        thing.destroyed.connect(lambda: _interfaces.pop(key, None))
    return _interfaces[key]
