"""Buttons in the foot of the page that ask for a telephone call: whom to tell, who could come now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.bookings.telling_queries import HowManyToTell
from app.bookings.waiting_queries import WaitingRow, WaitingThatFit
from app.clock import wall_now
from app.language import ntr, tr
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.theme import px

HEIGHT = 26
"""As high as the signs beside them, so that the board loses no line to them."""


class Calls(QWidget):
    """Each button is there only while there is somebody to call."""

    tell_wanted = Signal()
    waiting_wanted = Signal()

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self.to_tell = Button("", kind="quiet", icon="phone")
        self.waiting = Button("", kind="quiet", icon="clock")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        for button, wanted in (
            (self.to_tell, self.tell_wanted),
            (self.waiting, self.waiting_wanted),
        ):
            button.clicked.connect(wanted)
            button.setFixedHeight(px(HEIGHT))
            button.hide()
            row.addWidget(button)

    def reload(self) -> None:
        now = wall_now(self._desk.clock)
        self._desk.ask(HowManyToTell(now), self._show_telling)
        self._desk.ask(WaitingThatFit(now), self._show_waiting)

    def _show_telling(self, count: int) -> None:
        name = ntr("Whom to tell: {n} booking", "Whom to tell: {n} bookings", count)
        _name(self.to_tell, tr("To tell: {n}", n=count), name)
        self.to_tell.setVisible(count > 0)

    def _show_waiting(self, rows: tuple[WaitingRow, ...]) -> None:
        count = len(rows)
        name = ntr(
            "Waiting list: {n} could have a room now",
            "Waiting list: {n} could have a room now",
            count,
        )
        _name(self.waiting, tr("Waiting: {n}", n=count), name)
        self.waiting.setVisible(count > 0)


def _name(button: Button, text: str, name: str) -> None:
    button.setText(text)
    button.setAccessibleName(name)
    button.setToolTip(name)
