"""Who came last, on the Today page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import clock_time, tr, words
from app.visitors.arrivals import Arrival
from app.visitors.visits import BANDS
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.labels import ElidedLabel, Label
from ui.kit.scroll import Scroll
from ui.theme import px
from ui.visitors.shown import private_name


class ArrivalsCard(Card):
    """A line for each, newest first."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Arrival, ...] = ()
        self._private = False
        self.column.addWidget(Label(tr("Came last"), role="h2"))
        self._scroll = Scroll(gap=2)
        self.column.addWidget(self._scroll, 1)
        everybody = Button(tr("All visitors of today"), kind="quiet", icon="person")
        everybody.clicked.connect(lambda: self.go.emit("visitors", "today"))
        self.column.addWidget(everybody, 0, Qt.AlignmentFlag.AlignLeft)

    def set_private(self, private: bool) -> None:
        self._private = private
        self.show_arrivals(self._rows)

    def show_arrivals(self, rows: tuple[Arrival, ...]) -> None:
        self._rows = rows
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for row in rows:
            line = QHBoxLayout()
            at = Label(clock_time(row.at), role="sub")
            at.setFixedWidth(px(50))
            line.addWidget(at)
            line.addWidget(ElidedLabel(self._name(row)), 1)
            if row.left:
                line.addWidget(Label(tr("left"), role="cap"))
            column.addLayout(line)
        if not rows:
            column.addWidget(Label(tr("Nobody yet today."), role="sub"))
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _name(self, row: Arrival) -> str:
        if row.band is not None:
            return tr("Unnamed: {who}", who=words(BANDS[row.band]))
        if row.visitor_id is None:
            return f"{row.name or tr('A group')} · {row.heads}"
        return private_name(row.name) if self._private else row.name
