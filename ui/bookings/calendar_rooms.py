"""Which room each place of a foreign calendar is: guessed from its name, chosen with a combo."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.bookings.board import BoardRoom
from app.language import tr
from app.text import fold
from ui.kit.cards import FlatCard
from ui.kit.flow import Flow
from ui.kit.forms import Choice, Field
from ui.kit.labels import Label
from ui.theme import px

WIDTH = 220
MOST = 24
"""Places that are shown; the rest get the room of the first."""


class CalendarRooms(FlatCard):
    """``rooms()`` says a room, or None, for each place there is."""

    changed = Signal()

    def __init__(self, rooms: Sequence[BoardRoom]) -> None:
        super().__init__(gap=8)
        self._rooms = [room for room in rooms if not room.retired]
        self._places: tuple[str, ...] = ()
        self.choices: dict[str, Choice] = {}
        self.column.addWidget(Label(tr("Which room is it?"), role="h3"))
        self._holder: QWidget | None = None

    def show_places(self, places: tuple[str, ...]) -> None:
        """What was chosen for a place stays when the calendar is read again."""
        before = dict(self.rooms())
        self._places = places
        if self._holder is not None:
            self._holder.deleteLater()
        self._holder = QWidget()
        flow = Flow(px(14))
        self._holder.setLayout(flow)
        self.choices = {}
        for place in places[:MOST]:
            room = before[place] if place in before else self._guess(place)
            options = [(one.id, one.name) for one in self._rooms]
            choice = Choice([*options, (None, tr("Leave out"))], room)
            choice.picked.connect(lambda _: self.changed.emit())
            field = Field(place or tr("Without a place"), choice)
            field.setFixedWidth(px(WIDTH))
            flow.add(field)
            self.choices[place] = choice
        self.column.addWidget(self._holder)

    def rooms(self) -> tuple[tuple[str, UUID | None], ...]:
        chosen = {place: choice.value() for place, choice in self.choices.items()}
        otherwise = next(iter(chosen.values()), None)
        return tuple((place, chosen.get(place, otherwise)) for place in self._places)

    def _guess(self, place: str) -> UUID | None:
        """The room of that name, or of whose name it speaks; without a place, the first of all."""
        written = fold(place)
        same = [room for room in self._rooms if fold(room.name) == written]
        longest_first = sorted(self._rooms, key=lambda room: -len(room.name))
        named = [room for room in longest_first if written and fold(room.name) in written]
        if found := (same or named):
            return found[0].id
        only = len(self._rooms) == 1 or not place
        return self._rooms[0].id if self._rooms and only else None
