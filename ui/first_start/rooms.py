"""The first rooms: a name and seats each. What is in them is said later, in the settings."""

from itertools import pairwise
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import tr
from ui.kit.buttons import Button, IconButton
from ui.kit.cards import Card
from ui.kit.forms import NumberField, TextField
from ui.kit.labels import Label
from ui.theme import px


class RoomRow(QWidget):
    """One room; without a name it does not count."""

    def __init__(self, name: str = "", seats: int = 0) -> None:
        super().__init__()
        self.name = TextField(name, tr("Name of the room"))
        self.name.setAccessibleName(tr("Name of the room"))
        self.seats = NumberField(seats)
        self.seats.setAccessibleName(tr("Seats"))
        self.remove = IconButton("close", tr("Take this room away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.name, 1)
        row.addWidget(self.seats)
        row.addWidget(Label(tr("seats"), role="cap"))
        row.addWidget(self.remove)


class RoomsForm(Card):
    """Rooms may be left out; the planner then asks for them."""

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 18), gap=8)
        self.rows: list[RoomRow] = []
        self.column.addWidget(Label(tr("Rooms"), role="h3"))
        self.column.addWidget(
            Label(tr("Those that are given out most. You can add others later."), role="cap")
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(px(6))
        self.column.addLayout(self._list)
        self.add_button = Button(tr("One more room"), kind="quiet", icon="add")
        self.add_button.clicked.connect(self._add_and_go)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addStretch(1)
        self.add()

    def add(self, name: str = "", seats: int = 0) -> RoomRow:
        row = RoomRow(name, seats)
        row.remove.clicked.connect(lambda: self._take_away(row))
        self._list.addWidget(row)
        if self.rows:
            QWidget.setTabOrder(self.rows[-1].remove, row.name)
        for first, then in pairwise((row.name, row.seats, row.remove, self.add_button)):
            QWidget.setTabOrder(first, then)
        self.rows.append(row)
        return row

    def rooms(self) -> tuple[tuple[str, int], ...]:
        """Names and seats; rows without a name are left out."""
        named = ((row.name.text().strip(), row.seats.value()) for row in self.rows)
        return tuple((name, seats) for name, seats in named if name)

    def typed(self) -> Any:
        return [(row.name.text(), row.seats.value()) for row in self.rows]

    def put_back(self, typed: Any) -> None:
        for row in list(self.rows):
            self._drop(row)
        for name, seats in typed:
            self.add(name, seats)

    def _add_and_go(self) -> None:
        self.add().name.setFocus()

    def _take_away(self, row: RoomRow) -> None:
        number = self.rows.index(row)
        self._drop(row)
        if not self.rows:
            self.add()
        self.rows[min(number, len(self.rows) - 1)].name.setFocus()

    def _drop(self, row: RoomRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
