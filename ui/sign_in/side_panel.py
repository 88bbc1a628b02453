"""The dark panel at the left of the pages before the desk: mark, title, a sentence, languages."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.clock import Clock, wall_now
from app.language import Language, clock_time, current, language_name, long_date
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.mark import Mark
from ui.theme import px, scale

WIDTH = 372
BAND_BELOW = 1000
"""Logical px of the window; below it the panel becomes a band on top."""
WIDEST = 16_777_215
TICK = 5_000
"""Milliseconds; the minute shown is never older."""


class SidePanel(QFrame):
    """``points`` are (title, sentence) of the steps; ``clock`` is shown and goes on."""

    language_chosen = Signal(object)

    def __init__(
        self,
        title: str,
        sentence: str,
        points: tuple[tuple[str, str], ...] = (),
        *,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        ways = QBoxLayout.Direction
        self._column = QBoxLayout(ways.TopToBottom, self)
        self._more = QWidget()
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(px(12))
        more.addWidget(Label(sentence, role="side_sub", wrap=True))
        more.addSpacing(px(12))
        for number, (what, how) in enumerate(points, 1):
            more.addLayout(_point(number, what, how))
        more.addStretch(1)
        if clock is not None:
            self._follow(clock, more)
            more.addStretch(1)
        self._title = Label(title, role="side_big", wrap=True)
        self._column.addWidget(Mark(52))
        self._column.addWidget(self._title, 0)
        self._column.addWidget(self._more, 1)
        self._column.addLayout(self._languages())
        self._lie(band=True)  # the page stands it up when it knows its width

    def fit(self, whole: QBoxLayout, width: int) -> None:
        """Stand at the left of ``whole``, or lie on top of it where there is little room."""
        band = width / scale() < BAND_BELOW
        ways = QBoxLayout.Direction
        whole.setDirection(ways.TopToBottom if band else ways.LeftToRight)
        self._lie(band=band)

    def keep_language(self) -> None:
        """From here on the page may not be made anew."""
        for chip in self._chips:
            chip.hide()

    def _follow(self, clock: Clock, column: QVBoxLayout) -> None:
        self._time, self._date = Label(role="side_clock"), Label(role="side_sub")
        column.addWidget(self._time)
        column.addWidget(self._date)
        self._tell(wall_now(clock))
        tick = QTimer(self)
        tick.timeout.connect(lambda: self._tell(wall_now(clock)))
        tick.start(TICK)

    def _tell(self, now: datetime) -> None:
        self._time.setText(clock_time(now))
        self._date.setText(long_date(now.date()))

    def _lie(self, *, band: bool) -> None:
        ways = QBoxLayout.Direction
        self._column.setDirection(ways.LeftToRight if band else ways.TopToBottom)
        margins = (16, 6, 16, 6) if band else (40, 34, 36, 28)
        self._column.setContentsMargins(*(px(one) for one in margins))
        self._column.setSpacing(px(14 if band else 18))
        self._column.setStretch(1, 1 if band else 0)
        self._more.setVisible(not band)
        self._title.set_role("side_h" if band else "side_big")
        self.setMinimumWidth(0 if band else px(WIDTH))
        self.setMaximumWidth(WIDEST if band else px(WIDTH))
        self.setMaximumHeight(px(68) if band else WIDEST)

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self._chips: list[Button] = []
        for language in Language:
            button = Button(language_name(language), kind="side_code")
            button.setCheckable(True)
            button.setChecked(language == current())
            button.clicked.connect(lambda _=False, one=language: self.language_chosen.emit(one))
            self._chips.append(button)
            row.addWidget(button)
        row.addStretch(1)
        return row


def _point(number: int, what: str, how: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(14))
    row.addWidget(Label(str(number), role="step"), 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(px(1))
    texts.addWidget(Label(what, role="side_h", wrap=True))
    texts.addWidget(Label(how, role="side_sub", wrap=True))
    row.addLayout(texts, 1)
    return row
