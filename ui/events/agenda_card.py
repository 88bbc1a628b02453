"""The card of the agenda: its head with New, the list, or why it is empty."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import tr
from ui.events.agenda import Agenda
from ui.kit.beside import NO_LIMIT
from ui.kit.buttons import Button
from ui.kit.cards import Card, Hline
from ui.kit.empty import Empty
from ui.kit.labels import Label
from ui.theme import px

BESIDE, ABOVE = (300, 0), (240, 220)
"""Width and height at 100 %, beside the session and above it."""


class AgendaCard(Card):
    """It has one width beside the session, and one height above it."""

    def __init__(self, *, may_plan: bool, may_mark: bool = False) -> None:
        super().__init__((1, 1, 1, 1), gap=0)
        self.paper_button = Button(tr("Enter from paper"), kind="quiet", icon="qr")
        self.agenda = Agenda()
        self.new_button = Button(tr("New"), kind="primary", icon="add")
        self.new_button.setToolTip("Ctrl+N")
        if not may_plan:
            self.new_button.hide()
        head = QHBoxLayout()
        head.setContentsMargins(px(14), px(10), px(10), px(10))
        head.addWidget(Label(tr("Events"), role="h1", wrap=True), 1)
        head.addWidget(self.new_button)
        self._none = Empty(
            "event",
            tr("No events are planned."),
            tr("A new event gets its room in the same step."),
        )
        self._none.hide()
        self.column.addLayout(head)
        self.column.addWidget(Hline())
        self.column.addWidget(self.agenda, 1)
        self.column.addWidget(self._none, 1)
        self._may_mark = may_mark
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(px(10), px(6), px(10), px(6))
        foot.addWidget(self.paper_button)
        foot.addStretch(1)
        self.column.addWidget(self._foot)
        self.stand(beside=False)

    def show_whether(self, there: bool) -> None:
        """The list, or that there are no events."""
        self._none.setVisible(not there)
        self.agenda.setVisible(there)

    def stand(self, beside: bool) -> None:
        width, height = BESIDE if beside else ABOVE
        self._foot.setVisible(beside and self._may_mark)  # above, the list needs the room
        self.setMinimumSize(px(width), px(height))
        self.setMaximumWidth(px(width) if beside else NO_LIMIT)
        self.setMaximumHeight(NO_LIMIT if beside else px(height))
