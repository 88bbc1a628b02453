"""The line under the times: the room is free, or every objection at once with ways out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bookings.queries import PlaceAnswer
from app.language import Message, clock_time, tr, words
from app.slot import Place
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.flow import Flow
from ui.theme import px


class AnswerLine(QWidget):
    """Green: the room is free. Red: every objection at once, with ways out. Amber: a warning."""

    taken = Signal(object)
    """Place: a way out was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.note: Note | None = None

    def show_answer(self, answer: PlaceAnswer) -> None:
        if not answer.troubles:
            start, end = (
                clock_time(answer.needed.start.time()),
                clock_time(answer.needed.end.time()),
            )
            self._show("ok", tr("The room is free from {start} to {end}", start=start, end=end))
            return
        text = "\n".join(words(trouble.message) for trouble in answer.troubles)
        self._show("warn" if answer.is_free else "danger", text, answer.instead)

    def say_no(self, text: str) -> None:
        self._show("danger", text)

    def _show(self, kind: str, text: str, instead: tuple[tuple[Message, Place], ...] = ()) -> None:
        if self.note is not None:
            self._column.removeWidget(self.note)
            self.note.hide()
            self.note.deleteLater()
        self.note = Note(kind, text)
        ways_out = Flow(px(8))
        for sentence, place in instead:
            button = Button(words(sentence))
            button.clicked.connect(lambda _=False, there=place: self.taken.emit(there))
            ways_out.add(button)
        if instead:
            self.note.column.addLayout(ways_out)
        self._column.addWidget(self.note)
        announce(self, text)
