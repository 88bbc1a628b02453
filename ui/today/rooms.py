"""Rooms now, on the Today page: an icon and words, never colour alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bookings.now import Now, RoomNow
from app.language import clock_time, tr
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.labels import IconLabel, Label
from ui.kit.scroll import Scroll
from ui.theme import px, tokens

SIGNS = {Now.FREE: ("check", "ok"), Now.BUSY: ("clock", "warn"), Now.CLOSED: ("close", "danger")}


class RoomsCard(Card):
    """Each room: free until, taken until and by what, closed."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.column.addWidget(Label(tr("Rooms now"), role="h2"))
        self._scroll = Scroll(gap=8)
        self.column.addWidget(self._scroll, 1)
        plan = Button(tr("Open the day plan"), kind="quiet", icon="room")
        plan.clicked.connect(lambda: self.go.emit("bookings", None))
        self.column.addWidget(plan, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rooms(self, rooms: tuple[RoomNow, ...]) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for room in rooms:
            picture, token = SIGNS[room.state]
            line = QHBoxLayout()
            line.setSpacing(px(14))
            line.addWidget(IconLabel(picture, getattr(tokens(), token), 22))
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(Label(room.name, role="h3", wrap=True))
            texts.addWidget(Label(in_words(room), role="sub", wrap=True))
            line.addLayout(texts, 1)
            column.addLayout(line)
        if not rooms:
            column.addWidget(
                Label(tr("No rooms yet. Add them in Settings."), role="sub", wrap=True)
            )
        column.addStretch(1)
        self._scroll.setWidget(body)


def in_words(room: RoomNow) -> str:
    until = clock_time(room.until) if room.until else ""
    if room.state is Now.CLOSED:
        why = f": {room.by}" if room.by else ""
        return (tr("Closed until {at}", at=until) if until else tr("Closed today")) + why
    if room.state is Now.BUSY:
        return tr("Taken until {at}: {what}", at=until, what=room.by)
    if not until:
        return tr("Free for the rest of the day")
    if room.next_start == room.until and room.next_title:
        return tr("Free until {at}, then “{what}”", at=until, what=room.next_title)
    return tr("Free until {at}", at=until)
