"""How the room is set up, and the time to prepare and clear up around one booking."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.bookings.board import BoardRoom
from app.bookings.facts import Terms
from app.bookings.model import Setup
from app.bookings.vocabulary import SETUPS
from app.language import ntr, tr, words
from ui.kit.forms import Choice, Field
from ui.theme import px

MINUTES = (0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240)


class SetupFields(QWidget):
    """Each choice begins with what the room always needs."""

    changed = Signal()

    def __init__(self, rooms: tuple[BoardRoom, ...]) -> None:
        super().__init__()
        self._rooms = {room.id: room for room in rooms}
        self._room: BoardRoom | None = None
        self.setup, self.before, self.after = Choice(), Choice(), Choice()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(Field(tr("Set-up"), self.setup), 3)
        row.addWidget(Field(tr("Prepare before"), self.before), 2)
        row.addWidget(Field(tr("Clear up after"), self.after), 2)
        for choice in (self.setup, self.before, self.after):
            choice.picked.connect(lambda _: self.changed.emit())
        self._fill(None, Terms())

    def show_room(self, room_id: UUID | None) -> None:
        """Another room has other seats and needs other time; what was chosen stays chosen."""
        self._room = self._rooms.get(room_id) if room_id else None
        self._fill(self._room, self._chosen())

    def set_terms(self, terms: Terms) -> None:
        self._fill(self._room, terms)

    def how(self) -> Setup | None:
        value: Setup | None = self.setup.value()
        return value

    def before_minutes(self) -> int | None:
        value: int | None = self.before.value()
        return value

    def after_minutes(self) -> int | None:
        value: int | None = self.after.value()
        return value

    def _chosen(self) -> Terms:
        return Terms(None, self.how(), self.before_minutes(), self.after_minutes())

    def _fill(self, room: BoardRoom | None, chosen: Terms) -> None:
        seats = dict(room.seats) if room else {}
        setups = [
            (setup, _with_seats(words(name), seats.get(setup))) for setup, name in SETUPS.items()
        ]
        self.setup.set_options([(None, tr("as usual")), *setups], chosen.setup)
        usual = (room.setup_minutes, room.clear_minutes) if room else (0, 0)
        for choice, minutes in zip((self.before, self.after), usual, strict=True):
            value = chosen.before if choice is self.before else chosen.after
            others = sorted({*MINUTES, *filter(None, [value])} - {minutes})
            options: list[tuple[int | None, str]] = [(None, _minutes(minutes))]
            options += [(n, _minutes(n)) for n in others]
            choice.set_options(options, None if value == minutes else value)


def _minutes(minutes: int) -> str:
    return tr("{n} min", n=minutes)


def _with_seats(name: str, seats: int | None) -> str:
    return f"{name} ({ntr('{n} seat', '{n} seats', seats)})" if seats else name
