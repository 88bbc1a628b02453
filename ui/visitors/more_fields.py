"""The part of the register drawer that opens with "More": what is rarely said at the door."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.language import tr, words
from app.visitors.details import VisitorDetails
from app.visitors.heard_words import HEARD
from app.visitors.model import HeardFrom, VisitorRole
from ui.kit.buttons import Button
from ui.kit.forms import Choice, Field, TextField, Tick
from ui.kit.labels import Label
from ui.theme import px
from ui.visitors.shown import ROLES


class MoreFields(QWidget):
    """Closed for somebody new; open from the beginning when something stands in it."""

    COLUMNS = 3

    def __init__(self, details: VisitorDetails) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(9))
        self.open_it = Button(tr("More: role, other names, how they heard of us"), kind="quiet")
        self.open_it.set_icon("down")
        self.open_it.clicked.connect(lambda: self.show_all(focus=True))
        whole.addWidget(self.open_it)
        self._part = QWidget()
        column = QVBoxLayout(self._part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        self.other_names = TextField(details.other_names)
        column.addWidget(Field(tr("Name in its own script, former names"), self.other_names))
        column.addWidget(Label(tr("Role at the centre"), role="field"))
        column.addLayout(self._roles(details))
        heard: list[tuple[HeardFrom | None, str]] = [(None, tr("not said"))]
        heard += [(one, words(name)) for one, name in HEARD.items()]
        self._heard = Choice(heard, details.heard_from)
        column.addWidget(Field(tr("How they heard of the centre"), self._heard))
        whole.addWidget(self._part)
        self._part.hide()
        if details.roles or details.other_names or details.heard_from:
            self.show_all()

    def show_all(self, *, focus: bool = False) -> None:
        self._part.setVisible(True)
        self.open_it.hide()
        if focus:
            self.other_names.setFocus()

    def roles(self) -> frozenset[VisitorRole]:
        return frozenset(role for role, tick in self._ticks.items() if tick.isChecked())

    def heard_from(self) -> HeardFrom | None:
        value: HeardFrom | None = self._heard.value()
        return value

    def _roles(self, details: VisitorDetails) -> QGridLayout:
        grid = QGridLayout()
        self._ticks: dict[VisitorRole, Tick] = {}
        for place, (role, name) in enumerate(ROLES.items()):
            tick = Tick(words(name), on=role in details.roles)
            self._ticks[role] = tick
            grid.addWidget(tick, place // self.COLUMNS, place % self.COLUMNS)
        return grid
