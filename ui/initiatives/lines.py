"""A heading, lines with a verb each, and a field in which the next line is written."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.kit.buttons import Button, IconButton
from ui.kit.forms import TextField
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens


class Lines(QWidget):
    """Shows lines; ``written`` tells of a new one, and the field is emptied by whoever kept it."""

    written = Signal(str)

    def __init__(
        self, title: str, ask: str, *, may_add: bool, field: QLineEdit | None = None
    ) -> None:
        super().__init__()
        self.field = field or TextField("", ask)
        self.field.setAccessibleName(ask)
        self.field.setPlaceholderText(ask)
        self.field.returnPressed.connect(lambda: self.written.emit(self.field.text()))
        self._heading = Label(title, role="strong")
        self._count = Label("", role="sub")
        self._body = QVBoxLayout()
        self._body.setSpacing(px(2))
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addLayout(self._body)
        column.addWidget(self.field)
        if not may_add:
            self.field.hide()

    def clear(self, count: str = "") -> None:
        self._count.setText(count)
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, *parts: QWidget, stretch: int = -1) -> QWidget:
        """One line; the part numbered ``stretch`` takes the room that is left."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for place, part in enumerate(parts):
            row.addWidget(part, 1 if place == stretch else 0)
        if stretch < 0:
            row.addStretch(1)
        self._body.addWidget(line)
        return line


def over(text: str, below: str) -> QWidget:
    """What it is, and under it how it stands: beside each other neither would have room."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(text, wrap=True))
    column.addWidget(Label(below, role="sub", wrap=True))
    return both


def icon(name: str, ink: str) -> IconLabel:
    return IconLabel(name, getattr(tokens(), ink), 18)


def quiet(text: str, then: Callable[[], object], picture: str = "") -> Button:
    button = Button(text, kind="quiet", icon=picture)
    button.clicked.connect(lambda _=False: then())
    return button


def tick(name: str, then: Callable[[], object]) -> IconButton:
    """Says that it is so; ``name`` is what a screen reader says."""
    button = IconButton("check", name, kind="quiet")
    button.clicked.connect(lambda _=False: then())
    return button


def cross(name: str, then: Callable[[], object]) -> IconButton:
    """Takes its line out; ``name`` is what a screen reader says."""
    button = IconButton("close", name, kind="quiet")
    button.clicked.connect(lambda _=False: then())
    return button
