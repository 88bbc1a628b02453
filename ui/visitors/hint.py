"""A page that says what can be done now: a picture, a sentence, and keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.language import tr
from app.permission import Permission
from ui.desk import QtDesk
from ui.kit.cards import Card
from ui.kit.empty import Empty
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens


class Hint(QWidget):
    """``keys`` are pairs of a key and what it does."""

    def __init__(self, picture: str, title: str, how: str, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        card = Card((30, 20, 30, 20), gap=10)
        whole.addWidget(card)
        middle = Qt.AlignmentFlag.AlignHCenter
        card.column.addStretch(1)
        card.column.addWidget(IconLabel(picture, tokens().primary, 56), 0, middle)
        self._title = Label(title, role="h1", wrap=True)
        for label in (self._title, Label(how, role="sub", wrap=True)):
            label.setAlignment(middle)
            card.column.addWidget(label)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        for place, (key, does) in enumerate(keys):
            grid.addWidget(Label(key, role="kbd"), place, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Label(does), place, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(grid)
        row.addStretch(1)
        card.column.addLayout(row)
        card.column.addStretch(1)

    def set_title(self, title: str) -> None:
        self._title.setText(title)


def nobody_yet(desk: QtDesk) -> Empty:
    """In the place of the card while the centre knows nobody."""
    return Empty(
        "person",
        tr("People who come to the centre will be here"),
        tr("Register the first one, or load a list from Excel."),
        tr("Register the first"),
        tr("Load from a file") if desk.may(Permission.IMPORT) else "",
    )
