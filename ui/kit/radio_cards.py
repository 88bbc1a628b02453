"""One of several ways, each on a card with a line that says what will happen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit.labels import Label
from ui.theme import px, tokens


@dataclass(frozen=True)
class Way:
    """``key`` such as ``Alt+1`` is printed on the card and works in the whole drawer."""

    value: Any
    title: str
    text: str = ""
    key: str = ""


class RadioCards(QWidget):
    """One tab stop; the arrow keys choose. The card carries the ring, the radio inside none."""

    chosen = Signal(object)

    def __init__(
        self, name: str, ways: Sequence[Way], current: Any = None, *, upright: bool = True
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row: QBoxLayout = QVBoxLayout(self) if upright else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self.cards = [RadioCard(way, self) for way in ways]
        for card in self.cards:
            row.addWidget(card, 0 if upright else 1)
            card.clicked.connect(lambda _=False, value=card.way.value: self.choose(value))
        self._value: Any = None
        self.set_value(current)

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        """Without telling anybody."""
        self._value = value
        known = [card for card in self.cards if card.way.value == value]
        for card in self.cards:
            card.setAutoExclusive(False)
            card.setChecked(card in known)
            card.setAutoExclusive(True)
            stop = card in known or (not known and card is self.cards[0])
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def choose(self, value: Any) -> None:
        told = value != self._value
        self.set_value(value)
        if told:
            self.chosen.emit(value)

    def step(self, card: "RadioCard", by: int) -> None:
        place = max(0, min(self.cards.index(card) + by, len(self.cards) - 1))
        self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.choose(self.cards[place].way.value)


class RadioCard(QPushButton):
    """``column`` takes more widgets below the line, such as the dates that would change."""

    def __init__(self, way: Way, cards: RadioCards) -> None:
        super().__init__(cards)
        self.way, self._cards = way, cards
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader hears a radio button
        self.setText(way.title)
        self.setAccessibleName(way.title)
        self.setAccessibleDescription(way.text)
        if way.key:
            self.setShortcut(way.key)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(44), px(9), px(14), px(9))
        self.column = QVBoxLayout()
        self.column.setSpacing(px(2))
        row.addLayout(self.column, 1)
        for text, role in ((way.title, "h3"), (way.text, "sub")):
            if text:
                label = Label(text, role=role, wrap=True)
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                self.column.addWidget(label)
        if way.key:
            row.addWidget(Label(way.key, role="kbd"))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)

    def nextCheckState(self) -> None:
        """A chosen way stays chosen when it is clicked again."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if (by := steps.get(Qt.Key(event.key()))) is not None:
            self._cards.step(self, by)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, on = tokens(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 3 if self.hasFocus() else 2 if on else 1
        edge = look.focus if self.hasFocus() else look.primary if on else look.outline
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(look.sel if on else look.surface))
        half = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), 8, 8)
        self._paint_radio(painter, on=on)
        painter.end()

    def _paint_radio(self, painter: QPainter, *, on: bool) -> None:
        look = tokens()
        middle = QPointF(px(24), px(9) + px(10))
        painter.setPen(QPen(QColor(look.primary if on else look.outline), 2))
        painter.setBrush(QColor(look.surface))
        painter.drawEllipse(middle, px(9), px(9))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.primary))
            painter.drawEllipse(middle, px(5), px(5))
