"""The slot in the top bar: what happened last, and Undo. It stays until the next action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from app.language import tr
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.icons import pixmap
from ui.kit.labels import ElidedLabel, Label
from ui.theme import px, tokens

ICONS = {"ok": "check", "danger": "warn", "warn": "warn", "info": "info"}


class LastAction(QFrame):
    """Never a floating bar over rows, never a time limit (WCAG 2.4.11, 2.2.1)."""

    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(46))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(2), px(6), px(2))
        row.setSpacing(px(8))
        self._icon = Label("")
        self._icon.setFixedSize(px(20), px(20))
        self._first = ElidedLabel("", role="slot")
        self._second = ElidedLabel("", role="slot2")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._first)
        lines.addWidget(self._second)
        self._undo = Button(tr("Undo"), kind="quiet", icon="undo")
        self._undo.clicked.connect(self.undo_wanted)
        self._key = Label("Ctrl+Z", role="kbd")
        row.addWidget(self._icon)
        row.addLayout(lines, 1)
        row.addWidget(self._undo)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setVisible(False)
        self.text = ""

    def say(self, text: str, kind: str = "ok", *, can_undo: bool = False) -> None:
        """Show a sentence; a second one after a line break or a full stop goes to the second line."""
        self._write(text)
        self._undo.setVisible(can_undo)
        self._key.setVisible(can_undo)
        self.setObjectName(f"{kind}box")
        self.style().unpolish(self)
        self.style().polish(self)
        for label in (self._first, self._second):
            label.style().unpolish(label)
            label.style().polish(label)
        self._icon.setPixmap(pixmap(ICONS[kind], getattr(tokens(), kind), px(20)))
        self.setVisible(True)
        announce(self, text)

    def shorten(self, text: str, left: str) -> None:
        """Keep only a part of this sentence, if it is the one that stands here: nothing new to say."""
        if text == self.text:
            self._write(left)

    def withdraw(self, text: str) -> None:
        """Take this sentence away, if it is the one that stands here."""
        if text == self.text:
            self.clear()

    def _write(self, text: str) -> None:
        self.text = text
        first, second = _two_lines(text)
        self._first.setText(first)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self.setToolTip("")
        self.setAccessibleName(text)

    def clear(self) -> None:
        self.text = ""
        self.setVisible(False)


def _two_lines(text: str) -> tuple[str, str]:
    """Short sentences stay whole; a long text breaks after its first sentence."""
    for mark in ("\n", ". "):
        head, found, tail = text.partition(mark)
        if found and tail:
            return head.rstrip(".") if mark == "\n" else head + ".", tail.strip()
    return text, ""
