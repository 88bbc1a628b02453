"""The five stages of an idea as discs on a line; each can be pressed to say that it has come so far."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.initiatives.model import Stage
from app.initiatives.vocabulary import STAGES, WAY
from app.language import day_month, tr, words
from ui.kit.buttons import Button
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.theme import px


class StageLine(QWidget):
    """Past stages have a tick and their day, the present one says so in words."""

    wanted = Signal(object)
    """Stage."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Stage, Button] = {}
        self._days: dict[Stage, Label] = {}
        self._now = Stage.IDEA
        flow = Flow(px(10))
        for stage in WAY:
            button = Button(words(STAGES[stage]))
            button.clicked.connect(lambda _=False, stage=stage: self._press(stage))
            day = Label("", role="cap")
            both = QWidget()
            column = QVBoxLayout(both)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(2))
            column.addWidget(button)
            column.addWidget(day)
            flow.add(both)
            self.buttons[stage], self._days[stage] = button, day
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(flow, 1)

    def _press(self, stage: Stage) -> None:
        if stage is not self._now:
            self.wanted.emit(stage)

    def show_stage(self, stage: Stage, days: Mapping[Stage, date], *, may_run: bool) -> None:
        self._now = stage
        come = WAY.index(stage) if stage in WAY else -1
        for place, one in enumerate(WAY):
            button, day = self.buttons[one], self._days[one]
            name = words(STAGES[one])
            now = one is stage
            said = tr("{stage} — now", stage=name) if now else name
            button.setText(f"{place + 1}. {said}")
            button.setProperty("kind", "primary" if now else "")
            button.style().unpolish(button)
            button.style().polish(button)
            button.setEnabled(may_run or now)
            if one in days and place <= max(come, 0):
                since = tr("since {day}", day=day_month(days[one]))
                day.setText(since if now else f"✓ {day_month(days[one])}")
            else:
                day.setText("" if now else tr("still to come"))
            button.setAccessibleDescription(day.text())
