"""The last line of a person's card: how many of her consents hold, and the way to them."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clock import wall_now
from app.language import ntr, tr
from app.permission import Permission
from app.visitors.consents import ClosedConsents, ConsentRow, Consents
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.labels import IconLabel, Label
from ui.theme import px


class ConsentsLine(QWidget):
    """Asks by itself; counts only what the person at the desk may see."""

    wanted = Signal()

    def __init__(self, desk: QtDesk, visitor_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self._holding = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(IconLabel("check", size=20))
        row.addWidget(Label(tr("Consents"), role="h2"))
        self._count = Label("", role="sub")
        row.addWidget(self._count)
        row.addStretch(1)
        show = Button(tr("Open"), kind="quiet")
        show.setAccessibleName(f"{tr('Open')}: {tr('Consents')}")
        show.clicked.connect(self.wanted)
        row.addWidget(show)
        self._add(())
        desk.ask(Consents(visitor_id), self._add)
        if desk.may(Permission.SEE_NEEDS):
            desk.ask(ClosedConsents(visitor_id), self._add)

    def _add(self, rows: tuple[ConsentRow, ...]) -> None:
        today = wall_now(self._desk.clock).date()
        self._holding += sum(1 for row in rows if row.holds(today))
        self._count.setText(ntr("{n} in force", "{n} in force", self._holding))
