"""Painting one booking as a block: tint, bar, badge, words, and the signs of its three facts."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from app.bookings.board import BookingCard
from app.language import clock_time
from ui.bookings.sentences import facts_of, letter_of, times_of, title_of
from ui.kit.icons import pixmap
from ui.theme import FAMILY, px, tokens
from ui.theme_tokens import Tint

RADIUS = 6
BAR = 5
EDGE = 2
"""Half a frame lies outside its box."""
LINE = 17
"""Height of a line of small text at 100 %."""


def font(size: float, weight: QFont.Weight = QFont.Weight.Normal, family: str = FAMILY) -> QFont:
    """The font of a painter; the same object each time, not to be changed."""
    return _font(px(size), weight, family)


@lru_cache(maxsize=64)
def _font(pixels: int, weight: QFont.Weight, family: str) -> QFont:
    made = QFont(family)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def paint_block(painter: QPainter, box: QRectF, card: BookingCard) -> None:
    tint = tokens().kinds[card.kind.value]
    bar_and_frame(painter, box, card)
    if box.height() < px(34):
        _one_line(painter, box, card, tint)
        return
    badge = QRectF(box.right() - px(21), box.top() + px(5), px(16), px(16))
    _badge(painter, badge, card, tint)
    _words(painter, box, card, tint)


def hatch(painter: QPainter, box: QRectF, colour: str, step: float) -> None:
    """Lines at 45 degrees, as on a plan: time nobody may book."""
    painter.save()
    painter.setClipPath(_rounded(box), Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colour), 1))
    along = -box.height()
    while along < box.width():
        painter.drawLine(
            QPointF(box.left() + along, box.bottom()),
            QPointF(box.left() + along + box.height(), box.top()),
        )
        along += step
    painter.restore()


def plate(painter: QPainter, box: QRectF, text: str, size: float, weight: QFont.Weight) -> None:
    """Words on a plain ground, so that they are read on a hatch."""
    painter.setFont(font(size, weight))
    metrics = QFontMetricsF(painter.font())
    if box.height() < metrics.height() + px(8):
        _plate_of_one_line(painter, box, text)
        return
    flags = Qt.TextFlag.TextWordWrap
    room = QRectF(0, 0, box.width() - px(24), max(box.height() - px(8), metrics.height()))
    need = metrics.boundingRect(room, flags, text)
    ground = QRectF(
        box.left() + px(8),
        box.top() + px(5),
        min(need.width() + px(10), box.width() - px(12)),
        min(need.height() + px(2), box.height() - px(6)),
    )
    painter.fillRect(ground, QColor(tokens().surface2))
    painter.setPen(QColor(tokens().text2))
    painter.drawText(ground.adjusted(px(4), px(1), 0, 0), flags, text)


def _plate_of_one_line(painter: QPainter, box: QRectF, text: str) -> None:
    """In half an hour: as much of the words as stands in one line, nothing cut across."""
    metrics = QFontMetricsF(painter.font())
    if box.height() < metrics.ascent():
        return
    line = box.adjusted(px(8), px(1), -px(8), -px(1))
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width() - px(8))
    line.setWidth(metrics.horizontalAdvance(short) + px(8))
    painter.fillRect(line, QColor(tokens().surface2))
    painter.setPen(QColor(tokens().text2))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(line.adjusted(px(4), 0, 0, 0), flags, short)


def _rounded(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, RADIUS, RADIUS)
    return path


def bar_and_frame(painter: QPainter, box: QRectF, card: BookingCard) -> None:
    """The ground of a booking, with what its frame says of it; painted once for each size."""
    ratio = painter.device().devicePixelRatioF()
    size = round(box.width() * ratio), round(box.height() * ratio)
    signs = card.kind.value, card.tentative, card.pending
    corner = QPointF(box.left() - EDGE, box.top() - EDGE)
    painter.drawPixmap(corner, _frame(size, ratio, tokens().name, signs))


@lru_cache(maxsize=512)
def _frame(
    size: tuple[int, int], ratio: float, look: str, signs: tuple[str, bool, bool]
) -> QPixmap:
    (width, height), (kind, tentative, pending) = size, signs
    picture = QPixmap(width + round(2 * EDGE * ratio), height + round(2 * EDGE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(EDGE, EDGE, width / ratio, height / ratio)
    tint, path = tokens().kinds[kind], _rounded(box)
    painter.fillPath(path, QColor(tokens().surface if tentative else tint.fill))
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(box.left(), box.top(), BAR, box.height()), QColor(tint.bar))
    painter.restore()
    thick = pending or look == "contrast"
    pen = QPen(QColor(tint.bar), 2 if thick else 1.4)
    if pending:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.end()
    return picture


def _badge(painter: QPainter, box: QRectF, card: BookingCard, tint: Tint) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint.ink))
    painter.drawRoundedRect(box, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(font(11, QFont.Weight.Bold))
    painter.setPen(QColor(tint.fill))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter_of(card.kind))


def _one_line(painter: QPainter, box: QRectF, card: BookingCard, tint: Tint) -> None:
    """Too low for more: the beginning and the title."""
    side = min(px(16), box.height() - 2)
    badge = QRectF(box.right() - px(21), box.center().y() - side / 2, side, side)
    if box.height() >= px(12):
        _badge(painter, badge, card, tint)
    painter.setFont(font(13, QFont.Weight.DemiBold))
    painter.setPen(QColor(tint.ink))
    room = QRectF(box.left() + px(11), box.top(), box.width() - px(36), box.height())
    text = f"{clock_time(card.slot.start.time())} {title_of(card)}"
    elided(painter, room, text)


def _words(painter: QPainter, box: QRectF, card: BookingCard, tint: Tint) -> None:
    painter.setPen(QColor(tint.ink))
    height = box.height()
    left, width = box.left() + px(11), box.width() - px(16)
    y = box.top() + px(2 if height < px(48) else 4)
    y += _title(painter, QRectF(left, y, width - px(20), height), card)
    painter.setFont(font(13))
    signs = _signs(card) if height >= px(52) else []
    lines = _Lines(QFontMetricsF(painter.font()), width).of(card)
    room_for = max(int((box.bottom() - y) // px(LINE)), 1)
    for text in lines[:room_for]:
        beside = y + px(LINE) > box.bottom() - px(20)
        taken = px(19) * len(signs) if beside else 0
        elided(painter, QRectF(left, y, width - taken, px(LINE)), text)
        y += px(LINE)
    for n, name in enumerate(signs):
        spot = QPointF(box.right() - px(20) - n * px(19), box.bottom() - px(20))
        painter.drawPixmap(spot, pixmap(name, tint.ink, px(16)))


def _title(painter: QPainter, room: QRectF, card: BookingCard) -> float:
    """Paints the title, on two lines when there is room, and says how high it became."""
    painter.setFont(font(14, QFont.Weight.DemiBold))
    text = title_of(card)
    metrics = QFontMetricsF(painter.font())
    two = room.height() >= px(54) and metrics.horizontalAdvance(text) > room.width()
    high = px(35 if two else 18)
    box = QRectF(room.left(), room.top(), room.width(), high)
    if not two:
        elided(painter, box, text)
        return high
    first, rest = _broken(metrics, text, room.width())
    half = high / 2
    elided(painter, QRectF(box.left(), box.top(), box.width(), half), first)
    elided(painter, QRectF(box.left(), box.top() + half, box.width(), half), rest)
    return high


def _broken(metrics: QFontMetricsF, text: str, width: float) -> tuple[str, str]:
    """The words that fit on the first line, and the others."""
    words = text.split()
    fitting = 1
    while (
        fitting < len(words) and metrics.horizontalAdvance(" ".join(words[: fitting + 1])) <= width
    ):
        fitting += 1
    return " ".join(words[:fitting]), " ".join(words[fitting:])


@dataclass(frozen=True)
class _Lines:
    """The small lines under the title: time, facts, for whom."""

    metrics: QFontMetricsF
    width: float

    def of(self, card: BookingCard) -> list[str]:
        time, facts = times_of(card.slot), facts_of(card)
        if facts and self.metrics.horizontalAdvance(f"{time} · {facts[0]}") <= self.width:
            time = f"{time} · {facts.pop(0)}"
        return [time, *facts, *filter(None, [card.holder])]


def _signs(card: BookingCard) -> list[str]:
    """Icons from the right: waiting, repeating, private."""
    facts = {"clock": card.pending, "event": card.of_event, "repeat": card.repeats}
    return [name for name, holds in (facts | {"lock": card.private}).items() if holds]


def two_lines(painter: QPainter, box: QRectF, text: str, step: float) -> int:
    """``text`` on the line ``box``, and on one more when it is too long; how many it took."""
    metrics = QFontMetricsF(painter.font())
    if metrics.horizontalAdvance(text) <= box.width() or " " not in text:
        elided(painter, box, text)
        return 1
    first, rest = _broken(metrics, text, box.width())
    elided(painter, box, first)
    elided(painter, box.translated(0, step), rest)
    return 2


def elided(painter: QPainter, box: QRectF, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
