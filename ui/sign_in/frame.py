"""What the pages before the tabs share: a dark panel with the clock and the languages, and a page."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.clock import Clock, SystemClock, wall_now
from app.language import Language, clock_time, current, language_name, long_date
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.mark import Mark
from ui.theme import px, scale

PANEL, PANEL_SHARE = 400, 0.3
BAND_BELOW = 1000
"""Logical px of the window; below it the panel becomes a band on top."""
CLOCK_EVERY_MS = 5_000


class Frame(QWidget):
    """``side`` takes what stands under the sentence of the panel, ``column`` the page itself."""

    language_chosen = Signal(object)

    def __init__(self, title: str, sentence: str, clock: Clock | None = None) -> None:
        super().__init__()
        self.setObjectName("root")
        self._clock = clock or SystemClock()
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self.panel = _Panel(title, sentence)
        self.panel.language_chosen.connect(self.language_chosen)
        self.side = self.panel.more
        self.page = QVBoxLayout()
        self.page.setContentsMargins(0, 0, 0, 0)
        self.scroll = Scroll(margins=(36, 22, 36, 22), gap=14)
        self.column = self.scroll.column
        self.page.addWidget(self.scroll, 1)
        self._whole.addWidget(self.panel)
        self._whole.addLayout(self.page, 1)
        timer = QTimer(self, interval=CLOCK_EVERY_MS)
        timer.timeout.connect(self._tick)
        timer.start()
        self._tick()

    def centre(self, card: QWidget, width: int) -> None:
        """Put a card of at most ``width`` into the middle of the page."""
        card.setMaximumWidth(px(width))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 1000)
        row.addStretch(1)
        self.column.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def wall_hour(self) -> int:
        return wall_now(self._clock).hour

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        band = self.width() / scale() < BAND_BELOW
        directions = QBoxLayout.Direction
        self._whole.setDirection(directions.TopToBottom if band else directions.LeftToRight)
        width = min(px(PANEL), round(self.width() * PANEL_SHARE))
        self.panel.be_band() if band else self.panel.be_panel(width)

    def _tick(self) -> None:
        now = wall_now(self._clock)
        self.panel.say_time(clock_time(now), long_date(now.date()))


class _Panel(QFrame):
    language_chosen = Signal(object)

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._title = Label(title, role="side_big", wrap=True)
        self._sentence = Label(sentence, role="side_sub", wrap=True)
        self.more = QVBoxLayout()
        self._more = QWidget()
        self._more.setLayout(self.more)
        self.more.setContentsMargins(0, 0, 0, 0)
        self._time = Label(role="side_clock")
        self._day = Label(role="side_sub")
        self._whole.addWidget(Mark(52))
        self._whole.addWidget(self._title)
        self._whole.addWidget(self._sentence)
        self._whole.addWidget(self._more)
        self._whole.addStretch(1)
        self._whole.addWidget(self._time)
        self._whole.addWidget(self._day)
        self._whole.addStretch(1)
        self._whole.addLayout(self._languages())

    def say_time(self, time: str, day: str) -> None:
        self._time.setText(time)
        self._day.setText(day)

    def hide_clock(self) -> None:
        """For the first start, where the steps stand in its place."""
        self._time.hide()
        self._day.hide()
        self._time = Label(parent=self)
        self._time.hide()
        self._day = Label(parent=self)
        self._day.hide()

    def be_panel(self, width: int) -> None:
        self._arrange(QBoxLayout.Direction.TopToBottom, (40, 34, 30, 28), 12)
        self.setFixedWidth(width)
        self.setMaximumHeight(16_777_215)
        self._show_words(shown=True)

    def be_band(self) -> None:
        self._arrange(QBoxLayout.Direction.LeftToRight, (16, 6, 16, 6), 14)
        self.setMinimumWidth(0)
        self.setMaximumWidth(16_777_215)
        self.setMaximumHeight(px(64))
        self._show_words(shown=False)

    def _arrange(
        self, way: QBoxLayout.Direction, margins: tuple[int, int, int, int], gap: int
    ) -> None:
        self._whole.setDirection(way)
        self._whole.setContentsMargins(*(px(one) for one in margins))
        self._whole.setSpacing(px(gap))

    def _show_words(self, *, shown: bool) -> None:
        self._title.set_role("side_big" if shown else "side_h")
        for widget in (self._sentence, self._more):
            widget.setVisible(shown)
        for label in (self._time, self._day):
            label.setVisible(shown and bool(label.text()))

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for language in Language:
            chip = Button(language_name(language), kind="side_code")
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.setChecked(language == current())
            chip.clicked.connect(lambda _=False, one=language: self._choose(one))
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return row

    def _choose(self, language: Language) -> None:
        if language != current():
            self.language_chosen.emit(language)
