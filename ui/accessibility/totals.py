"""What is wanted in the next seven days: a bar and its number for each support."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.accessibility.vocabulary import WORDS, Support
from app.language import tr, words
from ui.accessibility.shown import ICONS
from ui.kit.cards import Card
from ui.kit.labels import ElidedLabel, IconLabel, Label
from ui.theme import px, tokens


class TotalsCard(Card):
    """The most wanted first."""

    def __init__(self) -> None:
        super().__init__((16, 12, 16, 12), gap=4)
        self.column.addWidget(Label(tr("Wanted in the next 7 days"), role="h2", wrap=True))
        self._lines = QWidget()
        self.column.addWidget(self._lines)

    def show_totals(self, totals: tuple[tuple[Support, int], ...]) -> None:
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        most = max((n for _, n in totals), default=1)
        for support, n in totals:
            row = QHBoxLayout()
            row.addWidget(IconLabel(ICONS[support], tokens().text, 18))
            row.addWidget(ElidedLabel(words(WORDS[support])), 1)
            row.addWidget(_Bar(n / most))
            number = Label(str(n), role="h3")
            number.setFixedWidth(px(24))
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(number)
            column.addLayout(row)
        if not totals:
            column.addWidget(Label(tr("Nothing has to be prepared"), role="sub"))
        self.column.replaceWidget(self._lines, lines)
        self._lines.deleteLater()
        self._lines = lines


class _Bar(QWidget):
    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setFixedSize(px(72), px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().primary))
        width = self.width() * self._share
        painter.drawRoundedRect(QRectF(self.width() - width, 0, width, self.height()), 3, 3)
        painter.end()
