"""A scanner that types like a keyboard, told from a person by its speed, wherever the focus is.

A digit waits up to `HOLD_MS` before it goes on to the window: a person does not notice, and of a
scan nothing reaches the field that happens to have the focus. Only when the window was too busy
to count does a beginning slip through; then it is taken out of the field again.
"""

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

GAP_MS = 35
"""Between two keys of a scanner, by the times the keyboard gave them; people need twice that."""
HOLD_MS = 2 * GAP_MS
SHORTEST = 8
LONGEST = 40
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = Qt.KeyboardModifier.KeypadModifier
WATCHED = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress}
)
_UNSEEN = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_F4)


@dataclass(frozen=True)
class _Key:
    """One digit on its way to a window."""

    window: QWindow
    key: int
    modifiers: Qt.KeyboardModifier
    digit: str
    at: int


@dataclass(frozen=True)
class _Before:
    """A line of text as it was before the beginning of a scan slipped through."""

    line: QLineEdit
    text: str
    cursor: int
    chosen: tuple[int, int]
    """Where the chosen letters begin, and how many they are."""
    modified: bool

    @classmethod
    def of(cls, line: QLineEdit) -> "_Before":
        chosen = (line.selectionStart(), len(line.selectedText()))
        return cls(line, line.text(), line.cursorPosition(), chosen, line.isModified())

    def put_back(self) -> None:
        if shiboken6.isValid(self.line):
            self.line.setText(self.text)
            self.line.setCursorPosition(self.cursor)
            if self.chosen[1]:
                self.line.setSelection(*self.chosen)
            self.line.setModified(self.modified)


class KeyScanner(QObject):
    """Watches the whole program for as long as its parent lives."""

    scanned = Signal(str)
    """The digits of one scan."""
    touched = Signal()
    """A person pressed a key or the mouse; not Shift, Ctrl, Alt and F4 by themselves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._held: list[_Key] = []
        self._slipped: list[_Key] = []
        self._before: _Before | None = None
        self._last = self._ended = 0
        self._sending = False
        self._quiet = QTimer(self, singleShot=True, interval=HOLD_MS)
        # After a pause of the window its timers may come before keys that are older than they.
        self._surely_quiet = QTimer(self, singleShot=True, interval=0)
        self._quiet.timeout.connect(self._surely_quiet.start)
        self._surely_quiet.timeout.connect(self._let_slip)
        program = QCoreApplication.instance()
        if program is not None:
            program.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in WATCHED or self.__dict__.get("_sending", True):
            return False
        if isinstance(event, QKeyEvent):
            if kind == QEvent.Type.ShortcutOverride:
                return self._is_no_shortcut(event)
            # The window gets a key first; from there it goes to the widget and its parents.
            return isinstance(watched, QWindow) and self._pressed(watched, event)
        if isinstance(watched, QWindow):
            self._deliver()
            self.touched.emit()
        return False

    def _is_no_shortcut(self, event: QKeyEvent) -> bool:
        """The end of a scan is not the Enter of a button."""
        if self._begun and (event.key() in ENTERS or _digit(event)) and self._is_quick(event):
            event.accept()
            return True
        return False

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        """True when the key goes no further, or not yet."""
        digit = _digit(event)
        if digit:
            return self._hold(
                _Key(window, event.key(), event.modifiers(), digit, event.timestamp())
            )
        if event.key() in ENTERS and self._is_quick(event):
            if len(self._begun) >= SHORTEST:
                self._recognise(event.timestamp())
                return True
            if self._ended and not self._begun:
                return True  # some scanners end with two
        self._deliver()
        self._forget()
        if event.key() not in _UNSEEN:
            self.touched.emit()
        return False

    def _hold(self, key: _Key) -> bool:
        follows = bool(self._begun) and 0 <= key.at - self._last <= GAP_MS
        if not follows or len(self._begun) >= LONGEST:
            self._deliver()
            self._forget()
            self.touched.emit()
        self._held.append(key)
        self._last, self._ended = key.at, 0
        self._surely_quiet.stop()
        self._quiet.start()
        return True

    def _recognise(self, at: int) -> None:
        digits = "".join(key.digit for key in self._begun)
        if self._before is not None:
            self._before.put_back()
        elif self._slipped:
            self._rub_out()
        self._held.clear()
        self._forget()
        self._last = self._ended = at
        self.scanned.emit(digits)

    @property
    def _begun(self) -> list[_Key]:
        return [*self._slipped, *self._held]

    def _is_quick(self, event: QKeyEvent) -> bool:
        return bool(event.timestamp()) and 0 <= event.timestamp() - self._last <= GAP_MS

    def _let_slip(self) -> None:
        """Nothing followed: most likely a person. What is delivered is remembered all the same."""
        line = QApplication.focusWidget()
        if not self._slipped and isinstance(line, QLineEdit):
            self._before = _Before.of(line)
        slipped = list(self._held)
        self._deliver()
        self._slipped += slipped

    def _deliver(self) -> None:
        """Hand on what was held, in its order."""
        self._quiet.stop()
        self._surely_quiet.stop()
        held, self._held = self._held, []
        for key in held:
            self._send(key.window, key.key, key.modifiers, key.digit)

    def _rub_out(self) -> None:
        """As a person would: one key back for each digit."""
        for key in self._slipped:
            self._send(key.window, Qt.Key.Key_Backspace.value, Qt.KeyboardModifier.NoModifier, "\b")

    def _send(self, window: QWindow, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
        if not shiboken6.isValid(window):
            return
        self._sending = True
        try:
            press = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
            QCoreApplication.sendEvent(window, press)  # its release was never held
        finally:
            self._sending = False

    def _forget(self) -> None:
        self._slipped.clear()
        self._before = None
        self._last = self._ended = 0
        self._quiet.stop()
        self._surely_quiet.stop()


def _digit(event: QKeyEvent) -> str:
    """What a scanner may type; a key held down, or typed by a program without a time, is none."""
    text = event.text()
    plain = not event.modifiers() & ~PLAIN
    own = len(text) == 1 and text in "0123456789"
    return text if own and plain and event.timestamp() and not event.isAutoRepeat() else ""
