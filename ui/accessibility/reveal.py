"""The folded box of needs and target groups: showing them is a logged step, F8 hides them."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.accessibility.reveal import Revealed, RevealNeeds
from app.accessibility.vocabulary import WORDS
from app.language import short_date, tr, words
from app.visitors.model import Group
from ui.accessibility.shown import ICONS
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens
from ui.visitors.group_words import GROUPS


class NeedsBox(FlatCard):
    """For the person's card. Nothing is asked before somebody presses Show; ``cover`` folds again."""

    def __init__(self, desk: QtDesk, visitor_id: UUID) -> None:
        super().__init__()
        self._desk, self._visitor_id = desk, visitor_id
        head = QHBoxLayout()
        head.addWidget(IconLabel("lock", size=18))
        head.addWidget(Label(tr("Needs and target groups"), role="h3", wrap=True), 1)
        self._show = Button(tr("Show"), icon="eye")
        self._show.clicked.connect(self._toggle)
        head.addWidget(self._show)
        self.column.addLayout(head)
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(4))
        self.column.addWidget(self._body)
        self.column.addWidget(
            Label(tr("Each look is written in the journal."), role="cap", wrap=True)
        )
        self._open = False
        self._body.hide()

    def cover(self) -> None:
        """Hide what was shown."""
        self._open = False
        self._clear()
        self._body.hide()
        self._show.setText(tr("Show"))

    def _toggle(self) -> None:
        if self._open:
            self.cover()
            return
        look = RevealNeeds(self._visitor_id, "card", self._desk.clock.now())
        self._desk.do(look, self._reveal)

    def _reveal(self, revealed: Revealed) -> None:
        self._open = True
        self._clear()
        for need in revealed.needs:
            text = words(WORDS[need.support])
            if need.own_words:
                text = f"{text}: {need.own_words}"
            self._line(ICONS[need.support], text, tr("until {day}", day=short_date(need.until)))
        for group in sorted(revealed.groups, key=list(Group).index):
            self._line("group", words(GROUPS[group]), "")
        if not (revealed.needs or revealed.groups):
            self._lines.addWidget(Label(tr("Nothing is written down."), role="sub"))
        self._body.show()
        self._show.setText(tr("Hide"))

    def _line(self, picture: str, text: str, until: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(IconLabel(picture, tokens().primary, 18), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(text, wrap=True))
        if until:
            texts.addWidget(Label(until, role="cap"))
        row.addLayout(texts, 1)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(holder)

    def _clear(self) -> None:
        while (child := self._lines.takeAt(0)) is not None:
            widget = child.widget()
            if widget is not None:
                widget.deleteLater()
