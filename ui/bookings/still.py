"""Parts of the board kept as pictures: a moving mouse repaints only what moves.

Each column has a picture of all its hours, so that scrolling paints nothing either, and two of them
while something is moved: bright and dimmed.
"""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.theme import tokens

VARIANTS = 3


class StillParts:
    """Paints a part with ``draw`` when what it depends on has changed, else shows what was painted."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, list[tuple[object, QPixmap]]] = {}
        self._size: object = None

    def begin(self, size: object) -> None:
        """What every part depends on; another one forgets them all."""
        if size != self._size:
            self._kept.clear()
            self._size = size

    def forget(self) -> None:
        self._size = None

    def paint(
        self,
        painter: QPainter,
        box: QRectF,
        part: Hashable,
        facts: object,
        draw: Callable[[QPainter], None],
    ) -> None:
        """``draw`` begins at 0, 0; the picture is put on whole pixels of the screen."""
        ratio = painter.device().devicePixelRatioF()
        kept = self._kept.setdefault(part, [])
        picture = next((one for known, one in kept if known == facts), None)
        if picture is None:
            picture = _drawn(box, ratio, draw)
            kept.insert(0, (facts, picture))
            del kept[VARIANTS:]
        left, top = round(box.left() * ratio) / ratio, round(box.top() * ratio) / ratio
        painter.drawPixmap(QPointF(left, top), picture)


def _drawn(box: QRectF, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
    size = QSize(round(box.width() * ratio) + 1, round(box.height() * ratio) + 1)
    picture = QPixmap(size)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(tokens().surface))  # opaque: it is copied, not blended
    painter = QPainter(picture)
    try:  # a painter left open by a mistake would take the program with it
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
    finally:
        painter.end()
    return picture
