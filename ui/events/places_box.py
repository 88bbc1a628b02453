"""How many may come: participants, those who come along, wheelchairs; and whether the room has them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.events.details import EventDetails
from app.language import ntr, tr
from ui.kit.cards import FlatCard
from ui.kit.forms import Field, NumberField
from ui.kit.labels import Label
from ui.theme import px


class PlacesBox(FlatCard):
    """Says in words what the numbers come to."""

    changed = Signal()

    def __init__(self, seen: EventDetails) -> None:
        super().__init__()
        self.capacity = NumberField(seen.capacity or 0, zero=tr("as many as come"))
        self.companions = NumberField(seen.companion_places)
        self.wheelchairs = NumberField(seen.wheelchair_places, zero=tr("not counted"))
        self.sum = Label("", role="sub", wrap=True)
        self._room = ("", 0)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(Field(tr("For participants"), self.capacity), 4)
        row.addWidget(Field(tr("For companions"), self.companions), 4)
        row.addWidget(Field(tr("Of these, wheelchair places"), self.wheelchairs), 6)
        self.column.addWidget(Label(tr("Places"), role="field"))
        self.column.addLayout(row)
        self.column.addWidget(self.sum)
        for field in (self.capacity, self.companions, self.wheelchairs):
            field.valueChanged.connect(self._tell)
        self._say()

    @property
    def seats(self) -> tuple[int | None, int]:
        return self.capacity.value() or None, self.companions.value()

    def show_room(self, name: str, seats: int) -> None:
        self._room = (name, seats)
        self._say()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        capacity, companions = self.seats
        name, seats = self._room
        if not capacity:
            self.sum.setText(tr("As many may come as like; nobody has to wait."))
            return
        people = ntr("{n} participant", "{n} participants", capacity)
        along = ntr("{n} companion", "{n} companions", companions)
        total = capacity + companions
        if not name or not seats:
            said = f"{people} + {along} = {total}" if companions else people
        elif companions:
            said = ntr(
                "{people} + {along} = {total} of {n} seat: {room}",
                "{people} + {along} = {total} of {n} seats: {room}",
                seats,
                people=people,
                along=along,
                total=total,
                room=name,
            )
        else:
            said = ntr(
                "{people} of {n} seat: {room}",
                "{people} of {n} seats: {room}",
                seats,
                people=people,
                room=name,
            )
        self.sum.setText(said)
