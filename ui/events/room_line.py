"""The line under day, times and room of an event: the room is free, or whose it is until when."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bookings.queries import PlaceAnswer
from app.events.free_place import MayHave
from app.slot import Place
from ui.bookings.answer_line import AnswerLine
from ui.bookings.place_fields import SETTLES
from ui.desk import QtDesk
from ui.events.when_where import WhenWhere


class RoomLine(QWidget):
    """Asks when told to, then whenever the fields change; hidden while they name no room of ours."""

    def __init__(self, desk: QtDesk, when: WhenWhere, session_id: UUID | None = None) -> None:
        super().__init__()
        self._desk, self._when, self._session_id = desk, when, session_id
        self._asked: Place | None = None
        self.answer = AnswerLine()
        self.answer.taken.connect(when.set_place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.answer)
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self.ask)
        when.changed.connect(self._timer.start)
        self.hide()

    def ask(self) -> None:
        """Ask the rules about what the fields say now."""
        self._timer.stop()
        wanted = self._when.value()
        self._asked = wanted.in_room if wanted else None
        if self._asked is None:
            self.hide()
        else:
            self._desk.ask(MayHave(self._asked, self._session_id), self._hear)

    def _hear(self, answer: PlaceAnswer) -> None:
        """An answer to an older question comes before the answer to the last one."""
        if self._asked is not None:
            self.answer.show_answer(answer)
            self.show()
