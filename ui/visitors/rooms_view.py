"""Who is in which room: a card for each, with the session that goes on there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import clock_time, tr
from app.people.on_site import OnSiteRow, RoomOnSite
from ui.kit.cards import FlatCard
from ui.kit.cell_painter import HEIGHT
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px
from ui.visitors.evacuation import room_order


class RoomsView(QWidget):
    """``current_row`` is the one chosen in the card that last had the keys."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self._cards: dict[str, _RoomCard] = {}
        self._last = ""
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self._nobody = FlatCard()
        self._nobody.column.addWidget(Label(tr("Nobody is in"), role="h3"))
        self._empty_rooms = Label("", role="sub", wrap=True)
        self._nobody.column.addWidget(self._empty_rooms)

    def show_rows(self, rows: tuple[OnSiteRow, ...], rooms: tuple[RoomOnSite, ...]) -> None:
        """Cards of rooms that stay peopled stay, with what is chosen in them."""
        names = room_order(rows, rooms)
        known = {room.name: room for room in rooms}
        for name in set(self._cards) - set(names):
            self._cards.pop(name).deleteLater()
        while self._column.takeAt(0) is not None:
            pass
        self._cards = {name: self._cards.get(name) or self._new_card(name) for name in names}
        for name, card in self._cards.items():
            card.fill(tuple(row for row in rows if row.room == name), known.get(name))
            self._column.addWidget(card)
        empty = [room.name for room in rooms if room.name not in names]
        self._empty_rooms.setText(" · ".join(empty))
        self._nobody.setVisible(bool(empty and names))
        self._column.addWidget(self._nobody)
        self._column.addStretch(1)

    @property
    def tables(self) -> list[Table]:
        return [card.table for card in self._cards.values()]

    def current_row(self) -> OnSiteRow | None:
        card = self._cards.get(self._last)
        row: OnSiteRow | None = card.table.current_row() if card is not None else None
        return row

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Where the keys were last; else in the first room."""
        card = self._cards.get(self._last) or next(iter(self._cards.values()), None)
        if card is not None:
            card.table.setFocus(reason)

    def set_narrow(self, narrow: bool) -> None:
        """A narrow card keeps what counts: since when, and who."""
        self._narrow = narrow
        for table in self.tables:
            table.setColumnHidden(len(self._columns) - 1, narrow)

    def update_cells(self) -> None:
        for table in self.tables:
            table.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for name, card in self._cards.items():
                if card.table is watched:
                    self._last = name
                else:
                    card.table.clearSelection()
        return False

    def _new_card(self, name: str) -> "_RoomCard":
        card = _RoomCard(name, self._columns)
        card.table.installEventFilter(self)
        card.table.setColumnHidden(len(self._columns) - 1, self._narrow)
        return card


class _RoomCard(FlatCard):
    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        super().__init__((14, 10, 10, 8), gap=4)
        head = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(name or tr("Foyer, no room"), role="h3", wrap=True))
        self._going_on = Label("", role="sub", wrap=True)
        texts.addWidget(self._going_on)
        head.addLayout(texts, 1)
        self._count = Label("", role="h1")
        head.addWidget(self._count)
        self.column.addLayout(head)
        self.table = Table(name or tr("Foyer"), columns)
        self.table.horizontalHeader().hide()
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self.table)

    def fill(self, rows: tuple[OnSiteRow, ...], room: RoomOnSite | None) -> None:
        self.table.setFixedHeight(len(rows) * px(HEIGHT) + 2 * self.table.frameWidth())
        self.table.set_rows(rows)
        self._count.setText(str(sum(row.heads for row in rows)))
        text = ""
        if room is not None and room.until is not None:
            until = tr("until {at}", at=clock_time(room.until))
            text = f"{room.title} {until}".strip()
        self._going_on.setText(text)
        self._going_on.setVisible(bool(text))
