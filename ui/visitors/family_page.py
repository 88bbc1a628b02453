"""A family: who belongs to it, who is here, and one key that checks in those who came."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.clock import wall_now
from app.ids import new_id
from app.language import clock_time, ntr, tr
from app.people.family_arrives import FamilyArrives, Present
from app.people.family_times import BeginsNow, FamilyNow
from app.permission import Permission
from app.visitors.queries import Card as CardRow
from app.visitors.queries import Relative
from app.visitors.together import CheckInTogether, Coming
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Chip, Disc, FlatCard
from ui.kit.forms import Tick
from ui.kit.labels import Label
from ui.theme import px
from ui.visitors.collector_drawer import CollectorDrawer
from ui.visitors.collectors_box import CollectorsBox
from ui.visitors.family_roles import children_of, guardian_of, whole_family
from ui.visitors.side_page import SidePage
from ui.visitors.times_together import TimesTogetherBox


class FamilyPage(SidePage):
    """Alt+K checks in whoever is ticked.

    Ticked beforehand are those on the list of what begins within the hour, else all who are not in.
    """

    chosen = Signal(object)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk, tr("Family"))
        self._ticks: dict[UUID, QCheckBox] = {}
        self._right: dict[UUID, Label] = {}
        self._said: dict[UUID, bool] = {}
        self._begins: BeginsNow | None = None
        self._together = Button("", kind="primary", icon="group")
        self._event = Tick("", on=True)
        for key in ("Alt+K", "Alt+Л"):  # the same key under the Ukrainian layout
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.check_in)

    def show_card(self, card: CardRow) -> None:
        if self.card is None or card.row.id != self.card.row.id:
            self._said, self._begins = {}, None
        super().show_card(card)
        surname = card.row.family_name or card.row.given_name or card.row.name
        self.title.setText(tr("Family: {name}", name=surname))
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.clear()
        self._ticks, self._right = {}, {}
        family = whole_family(card)
        self._draw(card, family)
        self._show_begins(self._begins)
        if had_focus:
            self.setFocus()
        if self.desk.may(Permission.SEE_EVENTS):
            ids = tuple(one.id for one in family)
            self.desk.ask(FamilyNow(ids, wall_now(self.desk.clock)), self._show_begins)

    def check_in(self) -> None:
        """One action, one undo."""
        coming = tuple(Coming(new_id(), one) for one in self._ticked())
        if not coming:
            return
        at, present = self.desk.clock.now(), self._present()
        if self._begins is not None and present:
            self.desk.do(FamilyArrives(coming, self._begins.session_id, present, at))
        else:
            self.desk.do(CheckInTogether(coming, at))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._together.isEnabled():
            self._together.setFocus(reason)
        else:
            super().setFocus(reason)

    def _draw(self, card: CardRow, family: tuple[Relative, ...]) -> None:
        count = ntr("{n} person", "{n} people", len(family))
        self.column.addWidget(Label(count, role="sub"))
        box = FlatCard(gap=10)
        for one in family:
            box.column.addLayout(self._member(one))
        self._event = Tick("", on=self._event.isChecked())
        self._event.hide()
        box.column.addWidget(self._event)
        box.column.addLayout(self._foot())
        self.column.addWidget(box)
        self.column.addWidget(self._below(card, family))
        self.column.addStretch(1)

    def _below(self, card: CardRow, family: tuple[Relative, ...]) -> QWidget:
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(22))
        if children := children_of(card, wall_now(self.desk.clock).year):
            guardian = guardian_of(card)
            name = guardian.name if guardian else card.details.guardian_name
            collectors = CollectorsBox(self.desk, children, name)
            collectors.add_wanted.connect(self._add_collector)
            row.addWidget(collectors, 1, Qt.AlignmentFlag.AlignTop)
        if self.desk.may(Permission.SEE_EVENTS) and len(family) > 1:
            names = {one.id: one.name for one in family}
            times = TimesTogetherBox(self.desk, names)
            row.addWidget(times, 1, Qt.AlignmentFlag.AlignTop)
        return below

    def _member(self, one: Relative) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        if one.since is None:
            row.addWidget(self._tick(one))
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
        else:
            self._right[one.id] = Label("", role="sub")
            row.addWidget(self._right[one.id])
        if self.card is None or one.id != self.card.row.id:
            card = Button(tr("Card"), kind="quiet")
            card.setAccessibleName(f"{tr('Card')}: {one.name}")
            card.clicked.connect(lambda _=False, who=one.id: self.chosen.emit(who))
            row.addWidget(card)
        return row

    def _tick(self, one: Relative) -> QCheckBox:
        tick = Tick("", on=self._said.get(one.id, True))
        tick.setAccessibleName(one.name)
        tick.toggled.connect(lambda on, who=one.id: self._on_ticked(who, on))
        tick.setFixedWidth(px(30))
        self._ticks[one.id] = tick
        return tick

    def _on_ticked(self, who: UUID, on: bool) -> None:
        """Said by a person: no answer changes it again."""
        self._said[who] = on
        self._say()

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
        self._later = Label(tr("The others can be checked in later."), role="cap", wrap=True)
        self._later.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._later, 1)
        return foot

    def _show_begins(self, begins: BeginsNow | None) -> None:
        self._begins = begins
        listed = begins.visitor_ids & set(self._ticks) if begins else frozenset()
        for who, tick in self._ticks.items():
            if begins and who in listed:
                at = clock_time(begins.start)
                self._right[who].setText(tr("on the list, {at}", at=at))
            tick.blockSignals(True)
            tick.setChecked(self._said.get(who, not listed or who in listed))
            tick.blockSignals(False)
        if begins:
            title, at = begins.title, clock_time(begins.start)
            self._event.setText(tr("Also mark as present: {title}, {at}", title=title, at=at))
        self._event.setVisible(bool(listed) and self.desk.may(Permission.MARK_ATTENDANCE))
        self._say()

    def _ticked(self) -> list[UUID]:
        return [one for one, tick in self._ticks.items() if tick.isChecked()]

    def _present(self) -> tuple[Present, ...]:
        if self._begins is None or self._event.isHidden() or not self._event.isChecked():
            return ()
        listed = self._begins.visitor_ids
        return tuple(Present(new_id(), one) for one in self._ticked() if one in listed)

    def _say(self) -> None:
        n = len(self._ticked())
        self._together.setEnabled(n > 0)
        self._later.setVisible(0 < n < len(self._ticks))
        if n == 0:
            text = tr("Nobody to check in")
        elif n == 2:
            text = tr("Check in both together")
        else:
            text = ntr("Check in {n} person", "Check in {n} people together", n)
        self._together.setText(text)

    def _add_collector(self) -> None:
        if self.card is None:
            return
        children = children_of(self.card, wall_now(self.desk.clock).year)
        guardian, name = guardian_of(self.card), self.card.details.guardian_name
        over = self.parentWidget() or self
        CollectorDrawer(over, self.desk, children, guardian, name).open()
