"""The slot in the top bar: what happened last, and Undo. It stays until the next action."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from app.action import Action
from app.errors import Offer
from app.language import tr
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.icons import pixmap
from ui.kit.labels import ElidedLabel, Label
from ui.offer_buttons import OfferButtons
from ui.theme import px, tokens

ICONS = {"ok": "check", "danger": "warn", "warn": "warn", "info": "info"}
SENTENCE_END = re.compile(r"(?<=[^\d\s]\.)\s+(?=\S)")
"""A full stop after a numeral ends no sentence: “15. okt.”."""
ONE_LINE = 40
"""Letters that fit beside Undo."""
WIDE = 720
LEAST_SENTENCE = 150
"""So much of the slot is the sentence's, before there is a second offer beside it."""


class LastAction(QFrame):
    """Never a floating bar over rows, never a time limit (WCAG 2.4.11, 2.2.1)."""

    undo_wanted = Signal()
    redo_wanted = Signal()

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
        self._redo = Button(tr("Do again"), kind="quiet", icon="redo")
        self._redo.clicked.connect(self.redo_wanted)
        self._key = Label("Ctrl+Z", role="kbd")
        row.addWidget(self._icon)
        row.addLayout(lines, 1)
        self.offers = OfferButtons()
        self._usual: int | None = None
        """The greatest width while nothing is offered."""
        row.addWidget(self.offers)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        self._redo.setVisible(False)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setVisible(False)
        self.text = ""

    def say(self, text: str, kind: str = "ok", *, can_undo: bool = False) -> None:
        """Show a sentence; a second one after a line break or a full stop goes to the second line."""
        self._write(text)
        self._forget_offers()
        self._undo.setVisible(can_undo)
        self._redo.setVisible(False)
        self._key.setText("Ctrl+Z")
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

    def say_taken_back(self, text: str) -> None:
        """What was taken back can be done again: that is what the button does now."""
        self.say(text, "ok", can_undo=True)
        self._undo.setVisible(False)
        self._redo.setVisible(True)
        self._key.setText("Ctrl+Y")

    def offer(self, offers: tuple[Offer, ...], do: Callable[[Action], object]) -> None:
        """Ways out beside the sentence just said; ``do`` performs the one that is pressed."""
        self._forget_offers()
        if not offers:
            return
        self._usual = self.maximumWidth()
        self.setMaximumWidth(px(WIDE))
        self.offers.show_offers(offers, do)
        self._make_room()

    def _make_room(self) -> None:
        """Sentence and buttons need more than half the bar, but never push its edge out."""
        bar = self.parentWidget()
        layout = bar.layout() if bar is not None else None
        if bar is None or layout is None:
            return
        layout.activate()
        others = layout.minimumSize().width() - self.minimumSizeHint().width()
        room = bar.width() - others
        self.offers.fit(room - px(LEAST_SENTENCE))
        self.setMinimumWidth(min(px(WIDE), max(room, 0)))

    def _forget_offers(self) -> None:
        self.offers.clear()
        self.setMinimumWidth(0)
        if self._usual is not None:
            self.setMaximumWidth(self._usual)
            self._usual = None

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
    """Short sentences stay whole; a long text breaks after its first one, or else at its middle."""
    head, found, tail = text.partition("\n")
    if found and tail:
        return head.rstrip("."), tail.strip()
    if stop := SENTENCE_END.search(text):
        return text[: stop.start()], text[stop.end() :].strip()
    middle = text.find(" ", len(text) // 2) if len(text) > ONE_LINE else -1
    return (text, "") if middle < 0 else (text[:middle], text[middle + 1 :])
