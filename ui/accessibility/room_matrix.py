"""Which room has what: a mark with a word for each, never colour alone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.bookings.board import BoardRoom
from app.bookings.model import Feature
from app.bookings.vocabulary import FEATURES
from app.language import tr, words
from ui.kit.buttons import Button
from ui.kit.cards import Hline
from ui.kit.four import VALUES, Mark
from ui.kit.labels import Label, plain_tip
from ui.theme import px

FEW = (Feature.STEP_FREE, Feature.HEARING_LOOP, Feature.QUIET, Feature.ADJUSTABLE_TABLE)
MIDDLE = Qt.AlignmentFlag.AlignHCenter
NARROWEST, WIDEST = 48, 92
"""Of a column; between them its longest word decides."""


class RoomMatrix(QWidget):
    """``few`` shows the four that matter most, for the right column; ``edits`` gives a verb a room."""

    edit = Signal(object)
    """BoardRoom."""

    def __init__(self, *, few: bool, edits: bool = False) -> None:
        super().__init__()
        self._features: Sequence[Feature] = FEW if few else tuple(Feature)
        self._edits = edits
        self._rooms: Sequence[BoardRoom] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._scroll = QScrollArea()  # both ways: large text needs more than the page has
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(Hline())
        self._column.addLayout(_legend())

    def show_rooms(self, rooms: Sequence[BoardRoom]) -> None:
        """Built anew only when something is different, so that the focus stays on its verb."""
        if rooms == self._rooms:
            return
        self._rooms = rooms
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(6))
        grid.setVerticalSpacing(px(3))
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(0, px(90))
        for place, feature in enumerate(self._features, 1):
            label = Label(words(FEATURES[feature]), role="cap", wrap=True)
            label.setAlignment(MIDDLE | Qt.AlignmentFlag.AlignBottom)
            label.setMaximumWidth(px(WIDEST))
            grid.setColumnMinimumWidth(place, px(NARROWEST))
            grid.addWidget(label, 0, place, Qt.AlignmentFlag.AlignBottom)
        for line, room in enumerate(rooms, 1):
            self._line(grid, line, room)
        grid.setRowStretch(len(rooms) + 1, 1)
        if not rooms:
            grid.addWidget(Label(tr("No rooms yet. Add them in Settings."), role="sub"), 1, 0)
        self._scroll.setWidget(body)

    def _line(self, grid: QGridLayout, line: int, room: BoardRoom) -> None:
        grid.addWidget(self._name(room), line, 0)
        for place, feature in enumerate(self._features, 1):
            mark = Mark(str(room.having(feature)))
            name = f"{room.name}, {words(FEATURES[feature])}: {mark.accessibleName()}"
            mark.setAccessibleName(name)
            mark.setToolTip(plain_tip(name))
            grid.addWidget(mark, line, place, MIDDLE)

    def _name(self, room: BoardRoom) -> QWidget:
        if not self._edits:
            return Label(room.name, wrap=True)
        verb = Button(room.name, kind="quiet", icon="edit")
        verb.setAccessibleName(tr("Edit: {room}", room=room.name))
        verb.clicked.connect(lambda: self.edit.emit(room))
        verb.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return verb


def _legend() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(6))
    for value, shown in VALUES.items():
        row.addWidget(Mark(value, 20))
        row.addWidget(Label(words(shown.words), role="cap"))
        row.addSpacing(px(4))
    row.addStretch(1)
    return row
