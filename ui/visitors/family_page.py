"""A family: who belongs to it, who is here, and one key that checks in those who came."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from app.clock import wall_now
from app.ids import new_id
from app.language import clock_time, ntr, tr
from app.visitors.queries import Card as CardRow
from app.visitors.queries import Relative
from app.visitors.together import CheckInTogether, Coming
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Chip, Disc, FlatCard
from ui.kit.forms import Tick
from ui.kit.labels import Label
from ui.theme import px
from ui.visitors.side_page import SidePage


class FamilyPage(SidePage):
    """Those who are not in are ticked beforehand; Alt+K checks in whoever is ticked."""

    chosen = Signal(object)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk, tr("Family"))
        self._ticks: dict[UUID, QCheckBox] = {}
        self._together = Button("", kind="primary", icon="group")
        for key in ("Alt+K", "Alt+Л"):  # the same key under the Ukrainian layout
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.check_in)

    def show_card(self, card: CardRow) -> None:
        super().show_card(card)
        surname = card.row.family_name or card.row.given_name or card.row.name
        self.title.setText(tr("Family: {name}", name=surname))
        kept = {one for one, tick in self._ticks.items() if not tick.isChecked()}
        self.clear()
        self._ticks = {}
        herself = Relative(card.row.id, card.row.name, card.row.birth_year, False, card.row.since)
        box = FlatCard(gap=10)
        for one in (herself, *card.family):
            box.column.addLayout(self._member(one, ticked=one.id not in kept))
        self.column.addWidget(box)
        self.column.addLayout(self._foot())
        self.column.addStretch(1)
        self._say()

    def check_in(self) -> None:
        """One action, one undo."""
        coming = tuple(
            Coming(new_id(), one) for one, tick in self._ticks.items() if tick.isChecked()
        )
        if coming:
            self.desk.do(CheckInTogether(coming, self.desk.clock.now()))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._ticks:
            self._together.setFocus(reason)
        else:
            super().setFocus(reason)

    def _member(self, one: Relative, *, ticked: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        if one.since is None:
            tick = Tick("", on=ticked)
            tick.setAccessibleName(one.name)
            tick.toggled.connect(lambda _: self._say())
            tick.setFixedWidth(px(30))
            self._ticks[one.id] = tick
            row.addWidget(tick)
        else:
            row.addSpacing(px(42))
        row.addWidget(Disc("".join(part[:1] for part in one.name.split()[:2]), 38))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(one.name, role="h3", wrap=True))
        texts.addWidget(Label(self._about(one), role="sub"))
        row.addLayout(texts, 1)
        if one.since is not None:
            since = tr("In the centre since {at}", at=clock_time(one.since))
            row.addWidget(Chip(since, "ok", "check"))
        if self.card is None or one.id != self.card.row.id:
            card = Button(tr("Card"), kind="quiet")
            card.setAccessibleName(f"{tr('Card')}: {one.name}")
            card.clicked.connect(lambda _=False, who=one.id: self.chosen.emit(who))
            row.addWidget(card)
        return row

    def _about(self, one: Relative) -> str:
        parts = [str(one.birth_year)] if one.birth_year else []
        if one.birth_year:
            age = wall_now(self.desk.clock).year - one.birth_year
            parts.append(ntr("{n} year old", "{n} years old", age))
        if one.is_guardian:
            parts.append(tr("guardian"))
        return " · ".join(parts)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self._together = Button("", kind="primary", icon="group")
        self._together.clicked.connect(self.check_in)
        foot.addWidget(self._together)
        foot.addWidget(Label("Alt+K", role="kbd"))
        foot.addStretch(1)
        return foot

    def _say(self) -> None:
        n = sum(1 for tick in self._ticks.values() if tick.isChecked())
        self._together.setEnabled(n > 0)
        self._together.setText(
            ntr("Check in {n} person", "Check in {n} people together", n)
            if n
            else tr("Nobody to check in")
        )
