"""A refusal in a form: why not, and the ways out as buttons."""

from PySide6.QtCore import Signal

from app.errors import Refused
from app.language import words
from ui.kit.buttons import Button
from ui.kit.cards import Note


class RefusalNote(Note):
    """Hidden until something was refused."""

    taken = Signal(object)
    """The action of an offer."""

    def __init__(self) -> None:
        super().__init__("danger")
        self._buttons: list[Button] = []
        self.hide()

    def show_refusal(self, refusal: Refused) -> None:
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = []
        self.say(str(refusal))
        for offer in refusal.offers:
            button = Button(words(offer.message))
            button.clicked.connect(lambda _=False, action=offer.action: self.taken.emit(action))
            self.column.addWidget(button)
            self._buttons.append(button)
        self.show()
