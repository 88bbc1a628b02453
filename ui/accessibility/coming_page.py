"""The page Coming: what to prepare left; totals, rooms and ending consents right, or below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import ntr, tr
from ui.accessibility.coming import ComingCard
from ui.accessibility.room_matrix import RoomMatrix
from ui.accessibility.totals import TotalsCard
from ui.desk import QtDesk
from ui.kit.beside import Beside
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.theme import px

SIDE = 400
TWO_COLUMNS = 900
LEAST = 320


class ComingPage(Scroll):
    """``ending_wanted``: somebody wants to see which consents end."""

    ending_wanted = Signal()

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self.card = ComingCard(desk)
        self.card.setMinimumHeight(px(LEAST))
        self.totals = TotalsCard()
        self.few = RoomMatrix(few=True)
        self._rooms = Card((16, 12, 16, 12))
        self._rooms.column.addWidget(Label(tr("Rooms: what is in them"), role="h2", wrap=True))
        self._rooms.column.addWidget(self.few, 1)
        self.ending = Note("warn", "")
        show = Button(tr("Show which"), kind="quiet")
        show.clicked.connect(self.ending_wanted)
        beside = self.ending.layout()
        if beside is not None:
            beside.addWidget(show)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(px(12))
        side.addWidget(self.totals)
        side.addWidget(self._rooms, 1)
        side.addWidget(self.ending)
        self.ending.hide()
        both = Beside(self.card, self._side, TWO_COLUMNS)
        both.turned.connect(self._arrange)
        self.setWidget(both)
        self._arrange(wide=False)

    def show_ending(self, n: int) -> None:
        self.ending.say(ntr("{n} consent ends soon", "{n} consents end soon", n) if n else "")
        self.ending.setVisible(bool(n))

    def _arrange(self, wide: bool) -> None:
        self._side.setMaximumWidth(px(SIDE) if wide else 16_777_215)
        self._side.setMinimumWidth(px(SIDE) if wide else 0)
        self._rooms.setVisible(wide)  # all of them have a page of their own
