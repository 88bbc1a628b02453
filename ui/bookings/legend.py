"""The foot of the page: what colours, letters and dashes mean, and the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.bookings.model import BookingKind
from app.language import tr
from ui.bookings.block import hatch
from ui.bookings.sentences import kind_of, letter_of
from ui.kit.cards import KindBadge
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.theme import px, tokens


class Foot(QWidget):
    """The meaning of the signs, or a count; the keys; and where something would be moved to."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(px(8))
        self.setLayout(self._flow)
        self._beside = Label("", role="strong")
        self._instead = Label("", role="strong", wrap=True, parent=self)
        self._parts: list[QWidget] = []
        self.say("")

    def show_for(
        self, left: Sequence[QWidget], keys: Sequence[tuple[str, str]], sentence: str = ""
    ) -> None:
        """Replace what stands here; ``sentence`` stands before the signs."""
        for old in self._parts:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._flow.removeWidget(self._beside)
        hints = [_pair(Label(key, role="kbd"), does) for key, does in keys]
        self._parts = [*left, *hints]
        self._flow.add(self._beside, *left)
        self._flow.push()
        self._flow.add(*hints)
        self.say_beside(sentence)
        self.say("")

    def say_beside(self, text: str) -> None:
        """A cell in words, before the signs."""
        self._beside.setText(text)
        self._beside.setVisible(bool(text))

    def say(self, text: str) -> None:
        """Where a booking would be, instead of all else; nothing round it moves. Empty ends it."""
        self._instead.setText(text)
        self._instead.setVisible(bool(text))
        for widget in self._parts:
            widget.setVisible(not text)
        high = max(self.height(), self._instead.heightForWidth(self.width())) if text else 0
        self.setMinimumHeight(high)
        self._instead.setGeometry(0, 0, self.width(), max(high, self.height()))


def legend(*, buffers: bool) -> list[QWidget]:
    """Kinds, the dashed frame of what waits, and the hatch of time that is taken."""
    pairs = [_pair(KindBadge(kind.value, letter_of(kind)), kind_of(kind)) for kind in BookingKind]
    pairs.append(_pair(Swatch(hatched=False), tr("To be confirmed")))
    if buffers:
        pairs.append(_pair(Swatch(hatched=True), tr("preparing, clearing up")))
    return pairs


def _pair(sign: QWidget, words: str) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(6))
    row.addWidget(sign)
    row.addWidget(Label(words, role="cap"))
    return pair


class Swatch(QWidget):
    """A small sample of a frame or a hatch."""

    def __init__(self, *, hatched: bool) -> None:
        super().__init__()
        self._hatched = hatched
        self.setFixedSize(px(22), px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        dashes = Qt.PenStyle.DotLine if self._hatched else Qt.PenStyle.DashLine
        if self._hatched:
            hatch(painter, box, tokens().outline, px(6))
        painter.setPen(QPen(QColor(tokens().outline), 1.2 if self._hatched else 2, dashes))
        painter.drawRoundedRect(box, 4, 4)
        painter.end()
