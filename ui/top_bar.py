"""The top edge: the omni box, the last action with its Undo, the date and the clock. Nothing else."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.clock import wall_now
from app.language import clock_time, long_date
from ui.desk import QtDesk
from ui.kit.labels import Label
from ui.last_action import LastAction
from ui.theme import px

EVERY_SECOND = 1000


class TopBar(QFrame):
    """64 px high at 100 %."""

    def __init__(self, desk: QtDesk, omni: QWidget, last_action: LastAction) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self._desk = desk
        self._last_action = last_action
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(8), px(20), px(8))
        row.setSpacing(px(14))
        omni.setMinimumWidth(px(290))
        omni.setMaximumWidth(px(640))
        row.addWidget(omni, 5)
        row.addStretch(1)
        last_action.setMaximumWidth(px(470))
        row.addWidget(last_action, 5)
        self._day = Label("", role="strong")
        self._time = Label("", role="clock")
        row.addWidget(self._day)
        row.addWidget(self._time)
        timer = QTimer(self, interval=EVERY_SECOND)
        timer.timeout.connect(self.tick)
        timer.start()
        self.tick()

    def tick(self) -> None:
        now = wall_now(self._desk.clock)
        self._day.setText(long_date(now.date()))
        self._day.setVisible(not self._last_action.text)
        self._time.setText(clock_time(now))
