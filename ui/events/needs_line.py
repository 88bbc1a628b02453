"""How much of what a session needs is ready: counts only, and the way to the list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.accessibility.queries import SupportLine
from app.language import tr
from ui.kit.buttons import Button
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens


class NeedsLine(QWidget):
    """Not there when nothing is needed, and in privacy mode."""

    wanted = Signal()
    """Show what it is."""

    def __init__(self) -> None:
        super().__init__()
        self._all = 0
        self._private = False
        self.label = Label("", role="strong")
        show = Button(tr("Show"), kind="quiet")
        show.setAccessibleName(tr("Show what is to be prepared"))
        show.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(IconLabel("info", tokens().info, 20))
        row.addWidget(self.label)
        row.addWidget(show)
        self.hide()

    def show_lines(self, lines: Sequence[SupportLine]) -> None:
        self._all = len(lines)
        ready = sum(line.ready for line in lines)
        self.label.setText(tr("Prepared {ready} of {all}", ready=ready, all=self._all))
        self._place()

    def set_private(self, private: bool) -> None:
        self._private = private
        self._place()

    def _place(self) -> None:
        self.setVisible(self._all > 0 and not self._private)
