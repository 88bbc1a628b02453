"""Painting what follows the hand: the ring round the cursor, its handles, and the ghost."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from ui.bookings.block import font
from ui.bookings.ghost import Ghost, Standing
from ui.kit.icons import pixmap
from ui.theme import px, tokens
from ui.theme_tokens import Tokens

HANDLE = (24, 6)


def paint_ring(painter: QPainter, box: QRectF, *, focused: bool, handles: bool) -> None:
    """Focused: 3 px, outside the block. Chosen only: 2 px in the primary colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    look = tokens()
    if not focused:
        painter.setPen(QPen(QColor(look.primary), 2))
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 8, 8)
        return
    painter.setPen(QPen(QColor(look.focus), 3))
    painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 8, 8)
    if not handles:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.focus))
    width, height = px(HANDLE[0]), HANDLE[1]
    for y in (box.top() - 2, box.bottom() + 2):
        handle = QRectF(box.center().x() - width / 2, y - height / 2, width, height)
        painter.drawRoundedRect(handle, 3, 3)


def paint_cell(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    """The cursor on free time."""
    look = tokens()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.focus if focused else look.outline), 3 if focused else 1))
    painter.drawRoundedRect(box, 6, 6)


def paint_ghost(painter: QPainter, box: QRectF, ghost: Ghost) -> None:
    """Free: the primary tint. Too small: amber. Taken: danger, dashed, with a sign and words."""
    look, standing = tokens(), ghost.standing
    ground, ink = _colours(look, standing)
    painter.setBrush(QColor(ground))
    painter.setPen(QPen(QColor(ink), 2.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box, 6, 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left = box.left() + px(10)
    if standing is not Standing.FREE:
        painter.drawPixmap(QPointF(box.left() + px(8), box.top() + px(5)), _sign(ink))
        left = box.left() + px(30)
    painter.setPen(QColor(ink))
    painter.setFont(font(14, QFont.Weight.DemiBold))
    width = box.right() - left - px(4)
    heading = QRectF(left, box.top() + px(4), width, px(20))
    painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, ghost.heading())
    painter.setFont(font(13))
    rest = QRectF(left, box.top() + px(24), width, max(box.height() - px(26), 0))
    painter.save()
    painter.setClipRect(box.adjusted(0, 0, 0, -2), Qt.ClipOperation.IntersectClip)
    painter.drawText(rest, Qt.TextFlag.TextWordWrap, "\n".join(_under(ghost)))
    painter.restore()
    paint_ring(painter, box, focused=True, handles=False)


def _under(ghost: Ghost) -> list[str]:
    title = [ghost.origin.title] if ghost.origin else []
    return title if ghost.standing is Standing.FREE else ghost.lines()


def _colours(look: Tokens, standing: Standing) -> tuple[str, str]:
    return {
        Standing.FREE: (look.container, look.primary),
        Standing.CROWDED: (look.warn_bg, look.warn),
        Standing.TAKEN: (look.danger_bg, look.danger),
    }[standing]


def _sign(ink: str) -> QPixmap:
    return pixmap("warn", ink, px(18))
