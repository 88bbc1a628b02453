"""The folded box of needs and target groups: showing them is a logged step, F8 hides them."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.accessibility.actions import EndNeed
from app.accessibility.reveal import NeedRow, Revealed, RevealNeeds, Why
from app.accessibility.vocabulary import WORDS
from app.action import Change, Kind
from app.language import short_date, tr, words
from app.permission import Permission
from app.visitors.model import Group
from ui.accessibility.shown import ICONS
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens
from ui.visitors.group_words import GROUPS


class NeedsBox(FlatCard):
    """For the person's card: ``NeedsBox(desk, visitor_id)``, only with ``Permission.SEE_NEEDS``.

    Nothing is asked before somebody presses Show; ``cover`` folds it again (F8, another person).
    It folds by itself when the needs of this person change, so that it never shows what is over.
    """

    def __init__(self, desk: QtDesk, visitor_id: UUID, why: Why = Why.CARD) -> None:
        super().__init__()
        self._desk, self._visitor_id, self._why = desk, visitor_id, why
        self._open = False
        self._ending: QWidget | None = None
        self.ends: list[Button] = []
        head = QHBoxLayout()
        head.addWidget(IconLabel("lock", size=18))
        head.addWidget(Label(tr("Needs and target groups"), role="h3", wrap=True), 1)
        self.verb = Button(tr("Show"), icon="eye")
        self.verb.clicked.connect(self._toggle)
        head.addWidget(self.verb)
        self.column.addLayout(head)
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(4))
        self.column.addWidget(self._body)
        self.column.addWidget(
            Label(tr("Each look is written in the journal."), role="cap", wrap=True)
        )
        self._body.hide()
        desk.changed.connect(self._on_change)

    @property
    def is_open(self) -> bool:
        return self._open

    def cover(self) -> None:
        """Hide what was shown."""
        self._open = False
        self._clear()
        self._body.hide()
        self.verb.setText(tr("Show"))

    def _toggle(self) -> None:
        if self._open:
            self.cover()
            return
        look = RevealNeeds(self._visitor_id, self._why, self._desk.clock.now())
        self._desk.do(look, self._reveal)

    def _reveal(self, revealed: Revealed) -> None:
        self._open = True
        self._clear()
        for need in revealed.needs:
            self._lines.addWidget(self._need(need))
        for group in sorted(revealed.groups, key=list(Group).index):
            self._lines.addWidget(_line("group", words(GROUPS[group])))
        if not (revealed.needs or revealed.groups):
            self._lines.addWidget(Label(tr("Nothing is written down."), role="sub"))
        self._body.show()
        self.verb.setText(tr("Hide"))

    def _need(self, need: NeedRow) -> QWidget:
        text = ": ".join(filter(None, (words(WORDS[need.support]), need.own_words)))
        until = tr("until {day}", day=short_date(need.until))
        if need.only_one_event:
            until = tr("for one event only, {until}", until=until)
        line = _line(ICONS[need.support], text, until)
        if self._desk.may(Permission.RECORD_NEEDS):
            end = Button(tr("No longer needed"), kind="quiet")
            end.setAccessibleName(f"{end.accessibleName()}: {words(WORDS[need.support])}")
            end.clicked.connect(partial(self._end, need, line))
            self.ends.append(end)
            layout = line.layout()
            if layout is not None:
                layout.addWidget(end)
        return line

    def _end(self, need: NeedRow, line: QWidget, _checked: bool = False) -> None:
        self._ending = line
        self._desk.do(EndNeed(need.id), None, lambda refusal: self._not_ended(str(refusal)))

    def _not_ended(self, text: str) -> None:
        self._ending = None
        self._lines.addWidget(Label(text, role="error", wrap=True))

    def _on_change(self, change: Change) -> None:
        touched = (topic.ids for topic in change.topics if topic.kind is Kind.NEEDS)
        if not self._open or not any(self._visitor_id in ids for ids in touched):
            return
        ended, self._ending = self._ending, None
        if ended is None:
            self.cover()
        else:
            ended.hide()
            self.verb.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.ends.clear()
        while (child := self._lines.takeAt(0)) is not None:
            widget = child.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _line(picture: str, text: str, until: str = "") -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    row.addWidget(IconLabel(picture, tokens().primary, 18), 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(Label(text, wrap=True))
    if until:
        texts.addWidget(Label(until, role="cap", wrap=True))
    row.addLayout(texts, 1)
    return holder
