"""Five faces, drawn; each a card with its word and its key."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.language import Language, Message, say, words_in
from ui.kit.focus_ring import paint_focus
from ui.theme import font, px, tokens

FACES: dict[int, Message] = {
    1: say("Bad"),
    2: say("Not so good"),
    3: say("So-so"),
    4: say("Good"),
    5: say("Very good"),
}
_COLOURS = {
    1: ("#F3C5C2", "#7A1712"),
    2: ("#F8D9BE", "#6E3500"),
    3: ("#F4ECC2", "#574700"),
    4: ("#D3EAC9", "#1E5318"),
    5: ("#BCE5D5", "#00513F"),
}
"""The ground and the lines; the same in every look, and never without the word."""
WIDE, HIGH = 200, 270
SMALLEST = 11


class FaceButton(QPushButton):
    """A card of 200 × 270; in a narrow place it shrinks with everything in it."""

    def __init__(self, face: int, first: Language, second: Language) -> None:
        super().__init__()
        self.face = face
        self._first, self._second = (words_in(one, FACES[face]) for one in (first, second))
        self.setAccessibleName(f"{self._first}, {self._second}, {face}")
        self.setMinimumSize(px(96), px(150))
        self.setMaximumSize(px(WIDE + 16), px(HIGH + 30))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(look.outline), 1.5))
        painter.setBrush(QColor(look.container if self.isDown() else look.surface))
        painter.drawRoundedRect(box, px(14), px(14))
        side = min(box.width() * 0.66, box.height() * 0.46)
        _paint_face(
            painter, QRectF(box.center().x() - side / 2, box.top() + px(20), side, side), self.face
        )
        top = box.top() + px(28) + side
        for text, size, ink, weight in (
            (self._first, 22, look.text, QFont.Weight.Bold),
            (self._second, 18, look.text2, QFont.Weight.Normal),
        ):
            if not text:
                continue
            painter.setFont(_fitting(text, size, weight, box.width() - px(12)))
            painter.setPen(QColor(ink))
            line = QRectF(box.left(), top, box.width(), px(30))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
            top += px(32)
        painter.setFont(font(14, QFont.Weight.DemiBold))
        painter.setPen(QColor(look.text2))
        key = QRectF(box.center().x() - px(15), box.bottom() - px(36), px(30), px(26))
        painter.drawRoundedRect(key, 4, 4)
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(self.face))
        painter.end()
        if self.hasFocus():
            paint_focus(self, px(14))


def _fitting(text: str, size: int, weight: QFont.Weight, room: float) -> QFont:
    """As large as wanted, or as small as it must be."""
    while size > SMALLEST and QFontMetrics(font(size, weight)).horizontalAdvance(text) > room:
        size -= 1
    return font(size, weight)


def _paint_face(painter: QPainter, box: QRectF, face: int) -> None:
    ground, ink = _COLOURS[face]
    side = box.width()
    pen = QPen(QColor(ink), max(side * 0.035, 2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(box)
    painter.setBrush(QColor(ink))
    for across in (0.32, 0.68):
        middle = QPointF(box.left() + side * across, box.top() + side * 0.38)
        painter.drawEllipse(middle, side * 0.035, side * 0.055)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bend = (face - 3) * 0.14
    y = box.top() + side * (0.68 - bend / 3)
    mouth = QPainterPath(QPointF(box.left() + side * 0.28, y))
    mouth.quadTo(
        QPointF(box.left() + side * 0.5, y + side * bend), QPointF(box.left() + side * 0.72, y)
    )
    painter.drawPath(mouth)
