"""A line that goes on by itself with the likeliest known words."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter

from app.text import fold
from ui.kit.forms import TextField


class CompletingField(TextField):
    """What was added stands selected: typing on replaces it, Backspace takes it away.

    ``pr`` becomes ``Preiļi`` when that is the first of the known words that begin so; letters with
    and without their marks are the same. What stands in the line counts. ↓ shows all known words.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._known: list[str] = []
        self._typed = ""
        self._all = QCompleter(self)
        self._all.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._all.setMaxVisibleItems(8)
        self._all.setWidget(self)
        self._all.activated.connect(self.setText)
        self.textEdited.connect(self._go_on)

    def set_known(self, known: list[str]) -> None:
        """The likeliest first."""
        self._known = known
        self._all.setModel(QStringListModel(known, self._all))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._known:
            self._all.complete()
        else:
            super().keyPressEvent(event)

    def _go_on(self, text: str) -> None:
        taken_away = self._typed.startswith(text)
        self._typed = text
        if taken_away or not text.strip() or self.cursorPosition() < len(text):
            return
        words = next((one for one in self._known if _begins(one, text)), "")
        if words:
            self.setText(words)
            self.setSelection(len(text), len(words) - len(text))


def _begins(words: str, text: str) -> bool:
    return len(words) > len(text) and fold(words[: len(text)]) == fold(text)
