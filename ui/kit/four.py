"""Yes, limited, no, unknown: as a mark with a word, and as a choice."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from app.language import Message, say, words
from ui.kit.announce import announce
from ui.kit.icons import pixmap
from ui.theme import px, tokens


@dataclass(frozen=True)
class _Value:
    token: str
    icon: str
    words: Message


VALUES: dict[str, _Value] = {
    "yes": _Value("ok", "check", say("there is")),
    "limited": _Value("warn", "tilde", say("limited")),
    "no": _Value("danger", "close", say("there is none")),
    "unknown": _Value("text2", "q", say("not known")),
}
"""By value of ``app.bookings.model.Having``."""


def colours(value: str) -> tuple[str, str]:
    """Ground and ink."""
    token = VALUES[value].token
    return getattr(tokens(), f"{token}_bg", tokens().surface2), getattr(tokens(), token)


def paint_mark(painter: QPainter, box: QRectF, value: str) -> None:
    """Shape and colour: never colour alone."""
    ground, ink = colours(value)
    dashed = value == "unknown"
    plain = tokens().name != "contrast"
    edge = QColor(tokens().outline if dashed else ground if plain else ink)
    painter.setBrush(QColor(ground))
    painter.setPen(QPen(edge, 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
    side = int(box.height() * 0.68)
    corner = QPointF(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.drawPixmap(corner, pixmap(VALUES[value].icon, ink, side))


class Mark(QWidget):
    """One value, with its word as name and tooltip."""

    def __init__(self, value: str, size: int = 26) -> None:
        super().__init__()
        self._value = value
        self.setFixedSize(px(size), px(size))
        self.setAccessibleName(words(VALUES[value].words))
        self.setToolTip(words(VALUES[value].words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(self.rect()), self._value)
        painter.end()


class Four(QWidget):
    """One tab stop; ← → choose. Its name says what and which: "Hearing loop: there is"."""

    chosen = Signal(str)

    def __init__(self, name: str, value: str = "unknown") -> None:
        super().__init__()
        self._name, self._value = name, value
        self.setFixedSize(px(132), px(30))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rename()

    @property
    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        self._rename()
        self.update()

    def choose(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            announce(self, self.accessibleName())
            self.chosen.emit(value)

    def _rename(self) -> None:
        self.setAccessibleName(f"{self._name}: {words(VALUES[self._value].words)}")
        self.setToolTip(self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        names = list(VALUES)
        self.choose(names[max(0, min(names.index(self._value) + by, len(names) - 1))])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().x() / (self.width() / len(VALUES)))
        self.choose(list(VALUES)[min(place, len(VALUES) - 1)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7), 7, 7)
        painter.fillPath(frame, QColor(look.surface))
        width = self.width() / len(VALUES)
        for index, value in enumerate(VALUES):
            box = QRectF(index * width, 0, width, self.height())
            self._paint_value(painter, box, value)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.outline), 1.2))
        painter.drawPath(frame)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.focus), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
        painter.end()

    def _paint_value(self, painter: QPainter, box: QRectF, value: str) -> None:
        ground, ink = colours(value)
        chosen = value == self._value
        if chosen:
            painter.setPen(QPen(QColor(ink), 2))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        side = px(18)
        corner = QPointF(box.center().x() - side / 2, box.center().y() - side / 2)
        colour = ink if chosen else tokens().outline
        painter.drawPixmap(corner, pixmap(VALUES[value].icon, colour, side))
