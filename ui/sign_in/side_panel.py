"""The dark panel at the left of the pages before the desk: mark, title, a sentence, languages."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.language import Language, clock_time, current, language_name, long_date
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.mark import Mark
from ui.theme import px


class SidePanel(QFrame):
    """``points`` are (title, sentence) of the steps; the first is lit."""

    language_chosen = Signal(object)

    def __init__(
        self,
        title: str,
        sentence: str,
        points: tuple[tuple[str, str], ...] = (),
        *,
        now: datetime | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setFixedWidth(px(372))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(40), px(34), px(36), px(28))
        column.setSpacing(px(12))
        column.addWidget(Mark(52))
        column.addSpacing(px(10))
        column.addWidget(Label(title, role="side_big", wrap=True))
        column.addWidget(Label(sentence, role="side_sub", wrap=True))
        column.addSpacing(px(12))
        for number, (what, how) in enumerate(points, 1):
            column.addLayout(_point(number, what, how))
        column.addStretch(1)
        if now is not None:
            column.addWidget(Label(clock_time(now), role="side_clock"))
            column.addWidget(Label(long_date(now.date()), role="side_sub"))
            column.addStretch(1)
        column.addLayout(self._languages())

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for language in Language:
            button = Button(language_name(language), kind="side_code")
            button.setCheckable(True)
            button.setChecked(language == current())
            button.clicked.connect(lambda _=False, one=language: self.language_chosen.emit(one))
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
