"""What every section of the settings is: a card with a head, whose changes are saved at once."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.action import Action, Change
from app.errors import Refused
from app.language import tr
from app.permission import Permission
from ui.desk import QtDesk
from ui.kit.cards import Card, Hline, Note
from ui.kit.flow import Flow
from ui.kit.forms import Field
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.theme import px, scale

ONE_LINE_FROM = 640
"""Logical px: below it the verbs stand under the title."""


class Section(QWidget):
    """``column`` takes the form and scrolls, ``verbs`` the buttons of the head."""

    needs: ClassVar[Permission] = Permission.RUN_CENTRE
    """Who may change it; others see it and read why they cannot."""

    said = Signal(str, str)
    go = Signal(str, object)

    def __init__(self, desk: QtDesk, title: str, second: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.may_change = desk.may(self.needs)
        card = Card(margins=(18, 14, 4, 6), gap=10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        names = QVBoxLayout()
        names.setSpacing(px(1))
        self.title = Label(title, role="h1", wrap=True)
        self.second = Label(second or tr("Each change is saved at once."), role="sub", wrap=True)
        names.addWidget(self.title)
        names.addWidget(self.second)
        self.verbs = Flow(px(8))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(0, 0, px(14), 0)
        self._head.setSpacing(px(8))
        self._head.addLayout(names, 1)
        self._head.addLayout(self.verbs)
        card.column.addLayout(self._head)
        card.column.addWidget(Hline())
        body = Scroll(margins=(0, 2, 12, 8), gap=12)
        self.column = body.column
        card.column.addWidget(body, 1)
        if not self.may_change:
            self.column.addWidget(Note("info", self.why_not()))

    def why_not(self) -> str:
        return tr("Only an administrator may change this.")

    def reload(self) -> None:
        """Ask again for what is shown."""

    def show_this(self, what: object) -> None:
        """Bring one thing to sight."""

    def new(self) -> None:
        """Ctrl+N."""

    def set_private(self, private: bool) -> None:
        """Where visitors are named, in privacy mode only their initials are."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / scale() >= ONE_LINE_FROM
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def save(
        self, action: Action, field: Field, then: Callable[[Change], None] | None = None
    ) -> None:
        """Perform ``action``; a refusal stands under ``field``, where what was typed stays."""

        def refused(refusal: Refused) -> None:
            field.set_error(str(refusal))
            field.widget.setFocus()

        field.clear_error()
        self.desk.do(action, then, refused)


def put(line: QLineEdit, text: str) -> None:
    """Show ``text``, but never over what is being typed just now."""
    if line.text() != text and not (line.hasFocus() and line.isModified()):
        line.setText(text)
