"""One session's supports in full: how far each is, who does it, and, by a journalled look, for whom."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.accessibility.preparing import STATES, Prepared, SetPreparation
from app.accessibility.queries import SessionToPrepare, SupportLine
from app.accessibility.reveal import RevealForWhom, WhomRevealed, WhomRow
from app.accessibility.vocabulary import WORDS
from app.language import long_date, ntr, time_range, tr, words
from app.permission import Permission
from ui.accessibility.shown import ICONS
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, TextField, on_edited
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens


class PrepareDrawer(Drawer):
    """Every change is kept at once; nothing has to be saved."""

    def __init__(self, caller: QWidget, desk: QtDesk, session: SessionToPrepare) -> None:
        super().__init__(caller, session.title, width=540)
        self._desk, self._session = desk, session
        self._now = {line.support: line for line in session.lines}
        when = f"{long_date(session.start.date())}, {time_range(session.start, session.end)}"
        self.column.addWidget(
            Label(" · ".join(filter(None, (when, session.place))), role="sub", wrap=True)
        )
        self.states: list[Choice] = []
        for line in session.lines:
            self.column.addWidget(self._support(line))
        if desk.may(Permission.SEE_NEEDS):
            self.column.addWidget(self._whom())
        self.column.addStretch(1)

    def cover(self) -> None:
        """Hide for whom it is."""
        self._names.hide()
        while (child := self._lines.takeAt(0)) is not None:
            if (widget := child.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.show_whom.setText(tr("Show"))

    def _support(self, line: SupportLine) -> FlatCard:
        name = words(WORDS[line.support])
        box = FlatCard()
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(IconLabel(ICONS[line.support], tokens().primary, 20))
        head.addWidget(Label(name, role="h3", wrap=True), 1)
        head.addWidget(Label(ntr("{n} person", "{n} people", line.people), role="sub"))
        box.column.addLayout(head)
        may = self._desk.may(Permission.PREPARE)
        state = Choice([(one, words(said)) for one, said in STATES.items()], line.prepared.state)
        state.picked.connect(lambda picked: self._set(line, state=picked))
        who = TextField(line.prepared.responsible)
        on_edited(who, lambda text: self._set(line, responsible=text.strip()))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for title, field in ((tr("How far it is"), state), (tr("Responsible"), who)):
            row.addWidget(Field(title, field), 1)
            field.setAccessibleName(f"{title}: {name}")
            field.setEnabled(may)
        box.column.addLayout(row)
        self.states.append(state)
        return box

    def _set(self, line: SupportLine, **changes: object) -> None:
        here = self._now[line.support]
        wanted = replace(here.prepared, **changes)  # type: ignore[arg-type]  # the two fields of Prepared
        action = SetPreparation(here.session_id, here.support, here.prepared, wanted)
        self._desk.do(action, lambda _: self._keep(here, wanted))

    def _keep(self, line: SupportLine, wanted: Prepared) -> None:
        self._now[line.support] = replace(line, prepared=wanted)

    def _whom(self) -> FlatCard:
        box = FlatCard()
        head = QHBoxLayout()
        head.addWidget(IconLabel("lock", size=18))
        head.addWidget(Label(tr("For whom it is"), role="h3", wrap=True), 1)
        self.show_whom = Button(tr("Show"), icon="eye")
        self.show_whom.clicked.connect(self._toggle)
        head.addWidget(self.show_whom)
        box.column.addLayout(head)
        self._names = QWidget()
        self._lines = QVBoxLayout(self._names)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(4))
        self._names.hide()
        box.column.addWidget(self._names)
        box.column.addWidget(
            Label(tr("Each look is written in the journal."), role="cap", wrap=True)
        )
        return box

    def _toggle(self) -> None:
        if self._names.isVisibleTo(self):
            self.cover()
            return
        look = RevealForWhom(self._session.session_id, self._desk.clock.now())
        self._desk.do(look, self._reveal)

    def _reveal(self, revealed: WhomRevealed) -> None:
        self.cover()
        for row in revealed.rows:
            self._lines.addWidget(Label(_whom_words(row), wrap=True))
        if not revealed.rows:
            self._lines.addWidget(Label(tr("Nothing is written down."), role="sub"))
        self._names.show()
        self.show_whom.setText(tr("Hide"))


def _whom_words(row: WhomRow) -> str:
    parts = filter(None, (words(WORDS[row.support]), row.own_words))
    return f"{row.list_name} – {': '.join(parts)}"
