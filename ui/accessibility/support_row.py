"""One thing to prepare for a session: a tick, for how many, and who does it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.accessibility.model import SupportState
from app.accessibility.preparing import READY, STATES
from app.accessibility.queries import SupportLine
from app.accessibility.vocabulary import WORDS
from app.language import ntr, tr, words
from ui.accessibility.shown import ICONS
from ui.kit.forms import TextField, Tick
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens

HEADS, WHO = 88, 124
PLAIN = frozenset({SupportState.REQUESTED, SupportState.PROVIDED})
"""What the tick alone says."""


class SupportRow(QWidget):
    """Changes nothing itself; what comes back from the desk is shown by ``show_line``."""

    wanted = Signal(object, object)
    """The line as it was seen, and how it is wanted (Prepared)."""

    def __init__(self, line: SupportLine) -> None:
        super().__init__()
        self.line = line
        name = words(WORDS[line.support])
        self.tick = Tick("")
        self.tick.setAccessibleName(tr("Ready: {what}", what=name))
        self.tick.toggled.connect(self._ticked)
        self.who = TextField("", tr("Who?"))
        self.who.setAccessibleName(tr("Who prepares: {what}", what=name))
        self.who.setFixedWidth(px(WHO))
        self.who.editingFinished.connect(self._named)
        self._state = Label("", role="cap")
        self._heads = Label("", role="sub")
        self._heads.setFixedWidth(px(HEADS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.tick)
        row.addWidget(IconLabel(ICONS[line.support], tokens().text, 20))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(name, wrap=True))
        texts.addWidget(self._state)
        row.addLayout(texts, 1)
        row.addWidget(self._heads)
        row.addWidget(self.who)
        self.show_line(line)

    @property
    def unsaved(self) -> str | None:
        """A name that was begun and not yet kept."""
        return self.who.text() if self.who.text() != self.line.prepared.responsible else None

    def show_line(self, line: SupportLine) -> None:
        """A name that is being written stays; everything else follows the line."""
        writing = self.who.hasFocus() and self.unsaved is not None
        self.line = line
        self.tick.blockSignals(True)
        self.tick.setChecked(line.ready)
        self.tick.blockSignals(False)
        self._heads.setText(ntr("{n} person", "{n} people", line.people))
        state = line.prepared.state
        self._state.setText("" if state in PLAIN else words(STATES[state]))
        self._state.setVisible(state not in PLAIN)
        if not writing:
            self.who.setText(line.prepared.responsible)
        self.who.setProperty("bad", not (line.ready or line.prepared.responsible))
        self.who.style().unpolish(self.who)
        self.who.style().polish(self.who)

    def _ticked(self, on: bool) -> None:
        state = SupportState.PROVIDED if on else SupportState.REQUESTED
        if on != (self.line.prepared.state in READY):
            self.wanted.emit(self.line, replace(self.line.prepared, state=state))

    def _named(self) -> None:
        if (name := self.unsaved) is not None:
            self.wanted.emit(self.line, replace(self.line.prepared, responsible=name.strip()))
