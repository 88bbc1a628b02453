"""Buttons with a verb, and segments of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.kit.icons import icon
from ui.kit.inside import Inside
from ui.theme import px, tokens

GLUE = "\u00a0"
"""A styled button glues its icon to its text."""
FILLED = ("primary", "big")


class Button(Inside, QPushButton):
    """``kind``: "", primary, big, quiet, danger, side; ``key`` is a shortcut inside its window."""

    def __init__(self, text: str, kind: str = "", icon: str = "", key: str = "") -> None:
        super().__init__()
        self._icon = icon
        if kind:
            self.setProperty("kind", kind)
        if icon:
            self.set_icon(icon)
        self.setText(text)
        if key:
            self.setShortcut(key)
            self.setToolTip(key)
        self.setAutoDefault(False)

    def set_icon(self, name: str) -> None:
        self._icon = name
        kind = self.property("kind")
        look = tokens()
        colour = look.primary
        if kind in FILLED:
            colour = look.on_primary
        elif kind == "danger":
            colour = look.danger
        elif kind in ("side", "side_code"):
            colour = look.side_text2
        self.setIcon(icon(name, colour))
        self.setIconSize(QSize(px(20), px(20)))

    def setText(self, text: str) -> None:
        super().setText((GLUE if self._icon and text else "") + text.replace("&", "&&"))
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)


class IconButton(Button):
    """For ‹ › ✕ and the lock only: a picture with a name and a tooltip."""

    def __init__(self, icon: str, name: str, kind: str = "quiet") -> None:
        super().__init__("", kind=kind, icon=icon)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedWidth(px(42))


class Segments(QWidget):
    """One of several; one tab stop, the arrow keys choose."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], name: str = "", current: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons: list[Button] = []
        for index, text in enumerate(names):
            button = _Segment(text, self)
            button.setProperty("kind", "seg")
            button.setProperty("edge", _edge(index, len(names)))
            button.setCheckable(True)
            button.setAutoExclusive(True)  # a screen reader hears a radio button
            button.clicked.connect(lambda _=False, n=index: self.choose(n))
            row.addWidget(button)
            self.buttons.append(button)
        self._current = -1
        self._show(current)

    @property
    def current(self) -> int:
        return self._current

    def choose(self, index: int) -> None:
        """Choose and tell; choosing what is chosen says nothing."""
        changed = index != self._current
        self._show(index)
        if changed:
            self.chosen.emit(index)

    def show_choice(self, index: int) -> None:
        """Choose without telling anybody."""
        self._show(index)

    def step(self, by: int) -> None:
        index = max(0, min(self._current + by, len(self.buttons) - 1))
        self.buttons[index].setFocus(Qt.FocusReason.TabFocusReason)
        self.choose(index)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.buttons[self._current].setFocus(reason)

    def _show(self, index: int) -> None:
        self._current = index
        for n, button in enumerate(self.buttons):
            if n == index:
                button.setChecked(True)
            focus = Qt.FocusPolicy.StrongFocus if n == index else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(focus)


class _Segment(Button):
    def __init__(self, text: str, segments: Segments) -> None:
        super().__init__(text)
        self._segments = segments

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if (by := steps.get(Qt.Key(event.key()))) is not None:
            self._segments.step(by)
            return
        super().keyPressEvent(event)


def _edge(index: int, count: int) -> str:
    if count == 1:
        return "both"
    return "first" if index == 0 else "last" if index == count - 1 else "middle"
