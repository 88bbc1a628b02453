"""The tabs of the sidebar: lower where the window is low; where even that is not enough, they scroll."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QTabBar

from app.language import tr, words
from ui.kit.icons import pixmap
from ui.tabs import TABS
from ui.theme import FAMILY, px, tokens

ONE_LINE, TWO_LINES = 50, 58
LEAST_ONE, LEAST_TWO = 31, 44
"""How low a tab may become; its target stays larger than 24 px."""
WORDS_LEFT, WORDS_RIGHT = 54, 20
"""Beside the words of a tab: the picture and the edges."""


class SideTabs(QTabBar):
    """A true tab bar (screen readers and arrow keys know it) painted as a vertical list."""

    def __init__(self, show_chosen: Callable[[], None], *, wide: bool) -> None:
        super().__init__()
        self._show_chosen = show_chosen
        self._wide = wide
        self._room = QSize(0, 0)
        self._heights: list[int] = []
        self.setShape(QTabBar.Shape.RoundedWest)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Tabs"))
        for place in TABS:
            self.setTabToolTip(self.addTab(words(place.title)), words(place.title))

    def fit(self, room: QSize) -> None:
        """Take the width, and the height as far as the tabs can be made lower."""
        if room != self._room:
            self._room = room
            self._heights.clear()
            self.setTabText(0, self.tabText(0))  # the one door to QTabBar's own measuring anew

    def setCurrentIndex(self, index: int) -> None:
        """Comes into sight also while its signals are blocked."""
        super().setCurrentIndex(index)
        self._show_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's tab bar takes ← and → even when it stands upright."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.setCurrentIndex(max(0, min(self.currentIndex() + step, self.count() - 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_chosen()

    def tabSizeHint(self, index: int) -> QSize:
        """Qt asks for one tab at a time, and for each of them many times over."""
        if len(self._heights) != self.count():
            self._heights = self._shared_out()
        return QSize(self._room.width(), self._heights[index])

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _shared_out(self) -> list[int]:
        """Between its lowest and its usual height each takes the same part of what there is."""
        usual = [self._height(n, TWO_LINES, ONE_LINE) for n in range(self.count())]
        lowest = [self._height(n, LEAST_TWO, LEAST_ONE) for n in range(self.count())]
        least, most = sum(lowest), sum(usual)
        spare = (min(max(self._room.height(), least), most) - least) / max(most - least, 1)
        return [low + int((full - low) * spare) for low, full in zip(lowest, usual, strict=True)]

    def _height(self, index: int, two: int, one: int) -> int:
        room = self._room.width() - px(WORDS_LEFT + WORDS_RIGHT)
        words_ = QFontMetrics(self._font()).horizontalAdvance(self.tabText(index))
        return px(two if self._wide and words_ > room else one)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        look, chosen = tokens(), index == self.currentIndex()
        box = QRectF(self.tabRect(index)).adjusted(px(8), 3, -px(8), -3)
        if chosen:
            edge = QPen(QColor(look.accent), 2) if look.name == "contrast" else Qt.PenStyle.NoPen
            painter.setPen(edge)
            painter.setBrush(QColor(look.side_sel))
            painter.drawRoundedRect(box, 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 8, 4, box.height() - 16), 2, 2)
        if chosen and self.hasFocus():
            painter.setPen(QPen(QColor(look.side_focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        left = box.left() + px(14) if self._wide else box.center().x() - px(11)
        colour = look.side_text if chosen else look.side_text2
        picture = pixmap(TABS[index].icon, colour, px(22))
        painter.drawPixmap(QPointF(left, box.center().y() - px(11)), picture)
        if self._wide:
            painter.setFont(self._font(bold=chosen))
            painter.setPen(QColor(look.side_text))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(px(46), 0, -px(6), 0), flags, self.tabText(index))

    def _font(self, *, bold: bool = False) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(px(16))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


class ScrolledTabs(QScrollArea):
    """Keeps the chosen tab in sight, however it was chosen, when not all of them fit."""

    def __init__(self, *, wide: bool) -> None:
        super().__init__()
        self.tabs = SideTabs(self.show_chosen, wide=wide)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(self.tabs)
        self.tabs.currentChanged.connect(self.show_chosen)
        self.verticalScrollBar().rangeChanged.connect(self.show_chosen)

    def show_chosen(self) -> None:
        chosen = self.tabs.tabRect(self.tabs.currentIndex())
        self.ensureVisible(chosen.center().x(), chosen.center().y(), 0, chosen.height() // 2 + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tabs.fit(self.viewport().size())
