"""Who has not come for a while and agreed to be contacted; stands in place of the card."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clock import wall_now
from app.language import ntr, short_date, tr
from app.people.not_seen import NotSeen, NotSeenFor, NotSeenRow
from ui.desk import QtDesk
from ui.kit.buttons import Button, Segments
from ui.kit.cards import Card, Note
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.kit.tables import Column, Table
from ui.theme import px
from ui.visitors.shown import private_name


class NotSeenPage(QWidget):
    """Enter opens a card. Contacts are shown whole: to be called is what these people agreed to."""

    WEEKS: ClassVar[tuple[int, ...]] = (4, 8, 13, 26)
    USUAL: ClassVar[int] = 1

    back = Signal()
    chosen = Signal(object)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._private = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        frame = Card((1, 2, 1, 2))
        whole.addWidget(frame)
        card = Scroll((19, 12, 12, 12), gap=10)
        frame.column.addWidget(card)
        away = Button(tr("Back"), kind="quiet", icon="left")
        away.setToolTip("Esc")
        away.clicked.connect(self.back)
        card.column.addWidget(away, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(Label(tr("Not seen for a while"), role="h2", wrap=True))
        self._count = Label("", role="sub", wrap=True)
        card.column.addWidget(self._count)
        weeks = [ntr("{n} week", "{n} weeks", n) for n in self.WEEKS]
        self.weeks = Segments(weeks, tr("For how long"), self.USUAL)
        self.weeks.chosen.connect(lambda _: self.reload())
        line = Flow(px(10))
        line.add(self.weeks)
        card.column.addLayout(line)
        self._nobody = Note("ok", tr("Everybody who may be contacted has been here lately."))
        self._nobody.hide()
        card.column.addWidget(self._nobody)
        self.table = Table(
            tr("Not seen for a while"),
            [
                Column(tr("Last"), _last, width=100),
                Column(tr("Name, surname"), self._name, stretch=True, bold=True),
                Column(tr("Phone"), lambda row: self._hidden(row.phone), width=140),
                Column(tr("E-mail"), lambda row: self._hidden(row.email), width=190),
            ],
        )
        self.table.setMinimumHeight(px(240))
        self.table.opened.connect(lambda row: self.chosen.emit(row.id))
        card.column.addWidget(self.table, 1)
        card.column.addStretch(0)

    def reload(self) -> None:
        """Among very many people it takes a second: asked beside everything else."""
        weeks = self.WEEKS[self.weeks.current]
        self._desk.ask_beside(NotSeenFor(weeks, wall_now(self._desk.clock).date()), self._show)

    def set_private(self, private: bool) -> None:
        self._private = private
        self.table.viewport().update()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.weeks.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)

    def _show(self, found: NotSeen) -> None:
        self.table.set_rows(found.rows)
        self.table.setVisible(bool(found.rows))
        self._nobody.setVisible(not found.rows)
        n = len(found.rows)
        text = ntr("{n} person agreed to be contacted", "{n} people agreed to be contacted", n)
        if found.more:
            text += " · " + tr("there are more, longer ago")
        self._count.setText(text)
        self._count.setVisible(n > 0)

    def _name(self, row: NotSeenRow) -> str:
        return private_name(row.list_name) if self._private else row.list_name

    def _hidden(self, contact: str) -> str:
        return "" if self._private else contact


def _last(row: NotSeenRow) -> str:
    return short_date(row.last) if row.last else tr("never")
