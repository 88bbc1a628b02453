"""What must be prepared for coming sessions: ticks, heads, who does it; no names of visitors."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.accessibility.actions import Prepared, SetPreparation
from app.accessibility.matching import Mismatch
from app.accessibility.model import SupportState
from app.accessibility.queries import SessionToPrepare, SupportLine
from app.accessibility.vocabulary import WORDS
from app.language import clock_time, day_month, ntr, tr, weekday_short, words
from ui.accessibility.shown import ICONS
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Card, Chip, Hline, Note
from ui.kit.empty import Empty
from ui.kit.forms import TextField, Tick, on_edited
from ui.kit.labels import ElidedLabel, IconLabel, Label
from ui.kit.scroll import Scroll
from ui.theme import px, tokens


class ComingCard(Card):
    """A block for each session that has something to prepare."""

    go = Signal(str, object)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__((2, 2, 2, 2))
        self._desk = desk
        self._scroll = Scroll()
        self.column.addWidget(self._scroll)

    def show_sessions(self, sessions: tuple[SessionToPrepare, ...], today: date) -> None:
        at = self._scroll.verticalScrollBar().value()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(px(16), px(10), px(12), px(10))
        column.setSpacing(px(6))
        for place, one in enumerate(sessions):
            if place:
                column.addWidget(Hline())
            self._block(column, one, today)
        if sessions:
            column.addStretch(1)
        else:
            column.addWidget(
                Empty(
                    "access",
                    tr("Nothing has to be prepared"),
                    tr("Needs are recorded on a visitor's card (F6)."),
                ),
                1,
            )
        self._scroll.setWidget(body)
        self._scroll.verticalScrollBar().setValue(at)

    def _block(self, column: QVBoxLayout, one: SessionToPrepare, today: date) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Chip(_day_word(one.start.date(), today), "band"))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(one.title, role="h3"))
        texts.addWidget(ElidedLabel(f"{clock_time(one.start)} · {one.place}", role="sub"))
        head.addLayout(texts, 1)
        if one.left:
            head.addWidget(
                Chip(ntr("To prepare: {n}", "To prepare: {n}", one.left), "warn", "warn")
            )
        else:
            head.addWidget(Chip(tr("All is ready"), "ok", "check"))
        column.addLayout(head)
        for line in one.lines:
            column.addLayout(self._line(line))
        for trouble in one.mismatches:
            column.addWidget(self._mismatch(trouble, one))

    def _line(self, line: SupportLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        name = words(WORDS[line.support])
        tick = Tick("", on=line.ready)
        tick.setAccessibleName(tr("Ready: {what}", what=name))
        tick.toggled.connect(lambda on: self._set(line, ready=on))
        row.addWidget(tick)
        row.addWidget(IconLabel(ICONS[line.support], tokens().text, 20))
        row.addWidget(Label(name, wrap=True), 1)
        heads = Label(ntr("{n} person", "{n} people", line.people), role="sub")
        heads.setFixedWidth(px(84))
        row.addWidget(heads)
        who = TextField(line.prepared.responsible, tr("Who?"))
        who.setAccessibleName(tr("Who prepares: {what}", what=name))
        who.setFixedWidth(px(112))
        who.setProperty("bad", not line.ready and not line.prepared.responsible)
        on_edited(who, lambda text: self._set(line, responsible=text))
        row.addWidget(who)
        return row

    def _set(
        self, line: SupportLine, *, ready: bool | None = None, responsible: str | None = None
    ) -> None:
        state = line.prepared.state
        if ready is not None:
            state = SupportState.PROVIDED if ready else SupportState.REQUESTED
        name = line.prepared.responsible if responsible is None else responsible
        wanted = Prepared(state, name)
        self._desk.do(SetPreparation(line.session_id, line.support, line.prepared, wanted))

    def _mismatch(self, trouble: Mismatch, one: SessionToPrepare) -> Note:
        what = words(WORDS[trouble.support])
        unknown = trouble.having == "unknown"
        if unknown:
            text = tr(
                "{room}: it is not known whether it has “{what}”.", room=trouble.room, what=what
            )
        else:
            text = tr("{room} does not have “{what}”.", room=trouble.room, what=what)
        if trouble.free_room:
            at = clock_time(one.start)
            text += " " + tr("{room} is free at {at} and has it.", room=trouble.free_room, at=at)
        note = Note("warn", text)
        move = Button(tr("Open the event"), icon="event")
        move.clicked.connect(lambda: self.go.emit("events", one.session_id))
        note.column.addWidget(move, 0, Qt.AlignmentFlag.AlignLeft)
        return note


def _day_word(day: date, today: date) -> str:
    days = (day - today).days
    if days in (0, 1):
        return tr("Today") if days == 0 else tr("Tomorrow")
    return f"{weekday_short(day)} {day_month(day)}"
