"""People for whom something is prepared: the list left, one person's folded needs right."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.accessibility.reveal import Why
from app.clock import wall_now
from app.language import tr
from app.permission import Permission
from app.visitors.rows import VisitorRow
from ui.accessibility.reveal import NeedsBox
from ui.desk import QtDesk
from ui.kit.beside import NO_LIMIT, Beside
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.empty import Empty
from ui.kit.labels import Label
from ui.kit.lists import RowList, RowLook
from ui.kit.scroll import Scroll
from ui.theme import px
from ui.visitors.shown import row_look, second_line

SIDE = 420
TWO_COLUMNS = 760
LEAST = 240


class PeoplePage(Scroll):
    """What each one needs is not in the list: only a journalled look shows it."""

    open_card = Signal(object)
    record = Signal(object)
    """UUID of a visitor."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._private = False
        self.box: NeedsBox | None = None
        self.list = RowList(tr("People for whom something is prepared"), self._look)
        self.list.chosen.connect(self._show_person)
        self.list.opened.connect(lambda row: self.open_card.emit(row.id))
        self._none = Empty(
            "access",
            tr("Nobody has asked for anything yet"),
            tr("Needs are recorded on a visitor's card (F6)."),
        )
        left = Card((1, 8, 1, 3))
        left.column.addWidget(self.list, 1)
        left.column.addWidget(self._none, 1)
        left.setMinimumHeight(px(LEAST))
        self._right = Card()
        self._body = QWidget()
        self._right.column.addWidget(self._body)
        both = Beside(left, self._right, TWO_COLUMNS)
        both.turned.connect(self._arrange)
        self.setWidget(both)
        self._arrange(wide=False)
        self._show_person(None)
        self.show_people(())

    @property
    def row(self) -> VisitorRow | None:
        chosen: VisitorRow | None = self.list.current_row()
        return chosen

    def show_people(self, rows: tuple[VisitorRow, ...]) -> None:
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def set_private(self, private: bool) -> None:
        """F8: initials only, and what was shown is folded."""
        self._private = private
        self.list.viewport().update()
        self._show_person(self.row)

    def _arrange(self, wide: bool) -> None:
        self._right.setMaximumWidth(px(SIDE) if wide else NO_LIMIT)
        self._right.setMinimumWidth(px(SIDE) if wide else 0)

    def _look(self, row: VisitorRow) -> RowLook:
        return row_look(row, self._today(), private=self._private)

    def _show_person(self, row: VisitorRow | None) -> None:
        body = QWidget()
        before, self._body = self._body, body
        self._right.column.replaceWidget(before, body)
        before.hide()
        before.deleteLater()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.box = None
        if row is None or self._private:
            text = tr("Privacy mode: F8 shows the card.") if row else tr("Choose a person.")
            column.addWidget(Label(text, role="sub", wrap=True))
        else:
            column.addWidget(Label(row.name, role="h1", wrap=True))
            column.addWidget(Label(second_line(row), role="sub", wrap=True))
            self.box = NeedsBox(self._desk, row.id, Why.LIST)
            column.addWidget(self.box)
            column.addLayout(self._verbs(row))
        column.addStretch(1)

    def _verbs(self, row: VisitorRow) -> QVBoxLayout:
        verbs = QVBoxLayout()
        verbs.setSpacing(px(8))
        if self._desk.may(Permission.RECORD_NEEDS):
            add = Button(tr("Record a need"), icon="add")
            add.setToolTip("F6")
            add.clicked.connect(lambda: self.record.emit(row.id))
            verbs.addWidget(add)
        card = Button(tr("Open the card"), icon="person")
        card.clicked.connect(lambda: self.open_card.emit(row.id))
        verbs.addWidget(card)
        return verbs

    def _today(self) -> date:
        return wall_now(self._desk.clock).date()
