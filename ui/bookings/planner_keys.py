"""Which verb a key means on the board and in the list; letters work on Cyrillic layouts too."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Verb(StrEnum):
    """What a key asks for."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    FIRST = "first"
    LAST = "last"
    DAY_BEFORE = "day before"
    DAY_AFTER = "day after"
    LONGER = "longer"
    SHORTER = "shorter"
    ENTER = "enter"
    ESCAPE = "escape"
    MOVE = "move"
    START = "start"
    END = "end"
    NEW = "new"
    DUPLICATE = "duplicate"
    CANCEL = "cancel"
    SHOW_PARTS = "show parts"
    HIDE_PARTS = "hide parts"
    ROOM = "room"


_KEYS = {
    Qt.Key.Key_Up: Verb.UP,
    Qt.Key.Key_Down: Verb.DOWN,
    Qt.Key.Key_Left: Verb.LEFT,
    Qt.Key.Key_Right: Verb.RIGHT,
    Qt.Key.Key_Home: Verb.FIRST,
    Qt.Key.Key_End: Verb.LAST,
    Qt.Key.Key_PageUp: Verb.DAY_BEFORE,
    Qt.Key.Key_PageDown: Verb.DAY_AFTER,
    Qt.Key.Key_Return: Verb.ENTER,
    Qt.Key.Key_Enter: Verb.ENTER,
    Qt.Key.Key_Escape: Verb.ESCAPE,
}
_SHIFTED = {Qt.Key.Key_Up: Verb.SHORTER, Qt.Key.Key_Down: Verb.LONGER}
_LETTERS = {
    "mь": Verb.MOVE,
    "sіы": Verb.START,
    "eу": Verb.END,
    "nт": Verb.NEW,
    "dв": Verb.DUPLICATE,
    "cс": Verb.CANCEL,
    "rк": Verb.ROOM,
    "+=": Verb.SHOW_PARTS,
    "-": Verb.HIDE_PARTS,
}
"""The Latin letter, and what the same key types on the Ukrainian and the Russian layout."""


def verb_of(event: QKeyEvent) -> Verb | None:
    """The verb of a key; a letter with Ctrl or Alt is somebody else's."""
    modifiers = event.modifiers()
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if modifiers & command:
        return None
    key = Qt.Key(event.key())
    if modifiers & Qt.KeyboardModifier.ShiftModifier and key in _SHIFTED:
        return _SHIFTED[key]
    if key in _KEYS:
        return _KEYS[key]
    typed = event.text().lower()
    if not typed:
        return None
    return next((verb for letters, verb in _LETTERS.items() if typed in letters), None)
