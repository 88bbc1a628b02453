"""The line under day, times and room of a date: the room is free, or whose it is until when."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bookings.queries import PlaceAnswer
from ui.bookings.answer_line import AnswerLine
from ui.events.when_where import WhenWhere


class RoomLine(QWidget):
    """Hidden while the date is in no room of ours; a way out goes into the fields."""

    def __init__(self, when: WhenWhere) -> None:
        super().__init__()
        self._shown: PlaceAnswer | None = None
        self.answer = AnswerLine()
        self.answer.taken.connect(when.set_place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.answer)
        self.hide()

    def show_answer(self, answer: PlaceAnswer | None) -> None:
        """None: nothing is known, or there is nothing to ask."""
        if answer is not None and answer != self._shown:
            self.answer.show_answer(answer)
        self._shown = answer
        self.setVisible(answer is not None)
