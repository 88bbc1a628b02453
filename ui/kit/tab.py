"""What every tab is: it shows some kinds of things, reloads when they change, and goes stale unseen."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.action import Kind, Topic
from app.language import tr
from ui.desk import QtDesk


class Tab(QWidget):
    """A tab says what it shows in ``kinds``; ``build`` makes its widgets once, ``reload`` fills them."""

    kinds: ClassVar[frozenset[Kind]] = frozenset()

    go = Signal(str, object)
    """Open another tab by its name, and a thing in it."""
    said = Signal(str, str)
    """A sentence for the slot in the top bar, and its kind: ok, warn, danger, info."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self.desk = desk
        self.private = False
        self._stale = True
        self.build()

    def build(self) -> None:
        """Make the widgets."""

    def reload(self) -> None:
        """Ask again for everything that is shown."""

    def shown(self) -> None:
        """The tab came to the front; ask only when something changed since."""
        if self._stale:
            self._stale = False
            self.reload()

    def on_topics(self, topics: frozenset[Topic]) -> None:
        if not any(topic.kind in self.kinds for topic in topics):
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def set_private(self, private: bool) -> None:
        """Privacy mode: initials only, needs hidden."""
        self.private = private

    def show_this(self, what: object) -> None:
        """Bring one thing to sight."""

    def new(self) -> None:
        """Ctrl+N."""

    def print_page(self) -> None:
        """Ctrl+P."""

    def check_out(self) -> None:
        """F4; a tab without a list of people says where they are chosen."""
        text = tr("Choose a visitor first, then F4. The list of visitors: Ctrl+2.")
        self.said.emit(text, "info")

    def jump_to_now(self) -> None:
        """F5."""

    def record_need(self) -> None:
        """F6; the same."""
        text = tr("Choose a visitor first, then F6. The list of visitors: Ctrl+2.")
        self.said.emit(text, "info")

    def count_unnamed(self, band: int) -> None:
        """Ctrl+Shift+1 … 4: child, youth, adult, senior."""

    def filter_by(self, text: str) -> None:
        """What is typed in the omni box."""

    def show_found(self, found: object) -> None:
        """The people found for what is typed there."""

    def alt_key(self, key: Qt.Key) -> bool:
        """Alt with a key while the omni box has the focus; True when it meant something here."""
        return False

    def take_focus(self) -> None:
        """The tab was chosen by its key; where keys are wanted first."""

    def panels(self) -> list[QWidget]:
        """Where F7 stops, in reading order."""
        return [self]
