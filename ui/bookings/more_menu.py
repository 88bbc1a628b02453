"""What is done with rooms now and then: one button, whose menu others add their lines to."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from app.language import tr
from ui.kit.buttons import Button

KEY = "Alt+M"


@dataclass(frozen=True)
class Line:
    """One line of the menu; ``text`` is asked when the menu opens, "" leaves the line out."""

    text: Callable[[], str]
    then: Callable[[], object]
    key: str = ""


class MoreMenu(Button):
    """Hidden as long as nobody has added a line."""

    def __init__(self) -> None:
        super().__init__(tr("More…"), kind="quiet", icon="down")
        self.lines: list[Line] = []
        self.setToolTip(KEY)
        self.clicked.connect(self._open)
        self.hide()

    def listen(self, *places: QWidget) -> None:
        """To its key in these widgets; in a drawer the key is the drawer's."""
        for place in places:
            key = QShortcut(QKeySequence(KEY), place)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self._open)

    def add(self, text: str | Callable[[], str], then: Callable[[], object], key: str = "") -> None:
        """``key`` is only printed beside the line: whoever adds it listens for it."""
        words = text if callable(text) else lambda: text
        self.lines.append(Line(words, then, key))
        self.show()

    def menu_now(self) -> QMenu:
        """The menu as it would open now."""
        menu = QMenu(self)
        for line in self.lines:
            if text := line.text():
                words = f"{text}\t{line.key}" if line.key else text
                menu.addAction(words).triggered.connect(lambda _=False, do=line.then: do())
        return menu

    def _open(self) -> None:
        menu = self.menu_now()
        menu.exec(self.mapToGlobal(self.rect().bottomLeft()))
        menu.deleteLater()
