"""What each column of a file becomes: guessed from its heading, changed with a combo."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.exchange.fields import Field, field_name
from app.exchange.people import Column, ReadList
from app.language import tr, words
from ui.kit.cards import Chip, FlatCard, Note
from ui.kit.flow import Flow
from ui.kit.forms import Choice, Tick
from ui.kit.inside import Inside
from ui.kit.labels import ElidedLabel, Label
from ui.theme import px

WIDTH = 164
MOST = 60
"""Columns that are shown; a list of people has ten."""


class ImportMapping(FlatCard):
    """One field is taken from one column: choosing it here takes it away there."""

    changed = Signal(object)
    """dict[int, Field | None]: what every column is to be."""
    mend = Signal(bool)

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.column.addWidget(Label(tr("Columns of the file"), role="h3"))
        self.column.addWidget(
            Label(tr("Say what each column is. A sample stands under its heading."), role="sub")
        )
        self._holder: QWidget | None = None
        self._headings: tuple[str, ...] = ()
        self.choices: dict[int, Choice] = {}
        self._locked = Note("info", "")
        self._locked.hide()
        self.mending = Tick("", on=True)
        self.mending.toggled.connect(self.mend)
        self.mending.hide()
        self.column.addWidget(self._locked)
        self.column.addWidget(self.mending)

    def show_list(self, found: ReadList) -> None:
        headings = tuple(column.heading for column in found.columns)
        if headings != self._headings or self._holder is None:
            self._headings = headings
            self._build(found.columns)
        for place, choice in self.choices.items():
            choice.set_value(found.columns[place].field)
        self._say_locked(found.locked_columns)
        if found.damage is not None:
            wrong, right = found.damage
            self.mending.setText(
                tr("Mend damaged letters: “{wrong}” becomes “{right}”", wrong=wrong, right=right)
            )
        self.mending.setVisible(found.damage is not None)

    def _build(self, columns: Sequence[Column]) -> None:
        if self._holder is not None:
            self._holder.deleteLater()
        self._holder = QWidget()
        flow = Flow(px(14))
        self._holder.setLayout(flow)
        self.choices = {}
        for place, column in enumerate(columns[:MOST]):
            box = _OneColumn(column)
            if box.choice is not None:
                box.choice.picked.connect(lambda field, n=place: self._picked(n, field))
                self.choices[place] = box.choice
            flow.add(box)
        self.column.insertWidget(2, self._holder)

    def _picked(self, place: int, field: Field | None) -> None:
        for other, choice in self.choices.items():
            if other != place and field is not None and choice.value() is field:
                choice.set_value(None)
        self.changed.emit({n: choice.value() for n, choice in self.choices.items()})

    def _say_locked(self, headings: Sequence[str]) -> None:
        names = ", ".join(f"“{one}”" for one in headings)
        self._locked.say(
            tr("Never loaded: {names}. We write down what to prepare, not diagnoses.", names=names)
            if headings
            else ""
        )
        self._locked.setVisible(bool(headings))


class _OneColumn(Inside, QWidget):
    """Heading, sample, and what it becomes."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.setFixedWidth(px(WIDTH))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, px(4))
        whole.setSpacing(px(2))
        whole.addWidget(ElidedLabel(column.heading, role="field"))
        self.choice: Choice | None = None
        if column.locked:
            whole.addWidget(ElidedLabel(tr("not shown"), role="cap"))
            whole.addWidget(Chip(tr("Leave out"), icon="lock"))
            return
        whole.addWidget(ElidedLabel(column.sample or "–", role="cap"))
        options = [(None, tr("Leave out")), *((one, words(field_name(one))) for one in Field)]
        self.choice = Choice(options, column.field)
        self.choice.setAccessibleName(column.heading)
        self.choice.setAccessibleDescription(column.sample)
        whole.addWidget(self.choice)
