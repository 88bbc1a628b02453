"""The card of one person: who she is, her contacts (masked), family, coming events, last visits."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.clock import wall_now
from app.ids import new_id
from app.language import clock_time, ntr, tr
from app.permission import Permission
from app.visitors.queries import Card as CardRow
from app.visitors.queries import Relative, VisitorCard
from app.visitors.visits import CheckIn, CheckOut
from ui.accessibility.reveal import NeedsBox
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Card, Chip, Disc, Hline
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.theme import px
from ui.visitors.coming_events import ComingEvents
from ui.visitors.consents_line import ConsentsLine
from ui.visitors.contact_box import ContactBox
from ui.visitors.family_roles import has_family
from ui.visitors.shown import with_stops
from ui.visitors.visits_box import VisitsBox

TWO_COLUMNS = 600
"""Logical px of the card's own width; below it there is one column."""


class PersonCard(QWidget):
    """Empty until a person is chosen; made anew for each answer."""

    go = Signal(str, object)
    chosen = Signal(object)
    edit_wanted = Signal()
    family_wanted = Signal()
    consents_wanted = Signal()
    paper_wanted = Signal(object)
    """UUID: her visitor card is to be printed."""
    shown = Signal()
    """The card was answered and drawn anew."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self.visitor_id: UUID | None = None
        self.card: CardRow | None = None
        self._private = False
        self._unmasked = self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._frame = Card((2, 2, 2, 2))
        self._column.addWidget(self._frame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_visitor(self, visitor_id: UUID) -> None:
        if visitor_id != self.visitor_id:
            self._unmasked = False
        self.visitor_id = visitor_id
        self.reload()

    def reload(self) -> None:
        if self.visitor_id is not None:
            self._desk.ask(VisitorCard(self.visitor_id), self._show)

    def set_private(self, private: bool) -> None:
        self._private = private
        if self.card is not None:
            self._show(self.card)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self.card is not None:
            self._main.setFocus(reason)

    def _show(self, card: CardRow | None) -> None:
        if card is not None and card.row.id != self.visitor_id:
            return
        self.card = card
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        frame = Card((2, 2, 2, 2), gap=0)
        self._column.replaceWidget(self._frame, frame)
        self._frame.deleteLater()
        self._frame = frame
        self.shown.emit()
        if card is None:
            self.visitor_id = None
            return
        body = Scroll((22, 14, 18, 16), gap=14)
        if self._narrow:  # the head scrolls too, or large text leaves no room below it
            body.column.addLayout(self._head(card))
        else:
            frame.column.addLayout(self._head(card))
        frame.column.addWidget(Hline())
        frame.column.addWidget(body, 1)
        if self._private:
            body.column.addWidget(Label(tr("Privacy mode: F8 shows the card."), role="sub"))
            body.column.addStretch(1)
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(22))
        grid.setVerticalSpacing(px(16))
        grid.setColumnStretch(0, 10)
        grid.setColumnStretch(1, 9)
        two = not self._narrow
        parts = (self._contact(card), self._needs(card), self._family(card), self._events(card))
        for place, part in enumerate(parts):
            row, column = (place // 2, place % 2) if two else (place, 0)
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
        body.column.addLayout(grid)
        body.column.addWidget(VisitsBox(self._desk, card, self, narrow=self._narrow))
        consents = ConsentsLine(self._desk, card.row.id)
        consents.wanted.connect(self.consents_wanted)
        body.column.addWidget(consents)
        body.column.addStretch(1)
        if had_focus:
            self._main.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(TWO_COLUMNS)
        if narrow != self._narrow:
            self._narrow = narrow
            if self.card is not None:
                self._show(self.card)

    def _head(self, card: CardRow) -> QBoxLayout:
        """Beside each other; in a narrow card the buttons stand under the name."""
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if self._narrow else way.LeftToRight)
        if not self._narrow:
            row.setContentsMargins(px(22), px(14), px(22), px(14))
        row.setSpacing(px(10) if self._narrow else px(16))
        who = QHBoxLayout()
        who.setSpacing(px(16))
        who.addWidget(Disc(card.row.initials, 64), 0, Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        middle.setSpacing(px(4))
        name = with_stops(card.row.initials) if self._private else card.row.name
        middle.addWidget(Label(name, role="h1", wrap=True))
        line = Flow(px(8))
        if self._narrow:
            middle.addWidget(Label(self._second(card), role="sub", wrap=True))
        else:
            line.add(Label(self._second(card), role="sub"))
        if card.row.since is not None:
            since = tr("In the centre since {at}", at=clock_time(card.row.since))
            line.add(Chip(since, "ok", "check"))
        if not self._private:
            paper = Button(tr("Visitor card…"), kind="quiet", icon="print")
            paper.clicked.connect(lambda: self.paper_wanted.emit(card.row.id))
            line.add(paper)
        middle.addLayout(line)
        who.addLayout(middle, 1)
        row.addLayout(who, 1)
        verbs = QVBoxLayout()
        verbs.setSpacing(px(6))
        self._main = self._main_verb(card)
        verbs.addWidget(self._main)
        register = Button(tr("Register for an event"), icon="event")
        register.clicked.connect(lambda: self.go.emit("events", ("register", card.row.id)))
        verbs.addWidget(register)
        row.addLayout(verbs)
        return row

    def _main_verb(self, card: CardRow) -> Button:
        at = self._desk.clock.now
        if card.row.since is None:
            button = Button(tr("Check in"), kind="primary", icon="login")
            button.clicked.connect(lambda: self._desk.do(CheckIn(new_id(), card.row.id, at())))
        else:
            button = Button(tr("Check out"), kind="primary", icon="login")
            button.setToolTip("F4")
            button.clicked.connect(lambda: self._desk.do(CheckOut(card.row.id, at())))
        return button

    def _second(self, card: CardRow) -> str:
        parts = []
        if card.row.birth_year and not self._private:
            age = wall_now(self._desk.clock).year - card.row.birth_year
            parts.append(ntr("{n} year old", "{n} years old", age))
        if card.row.town and not self._private:
            parts.append(card.row.town)
        parts.append(tr("No. {number}", number=f"{card.row.number:05}"))
        return " · ".join(parts)

    def _contact(self, card: CardRow) -> QWidget:
        box = ContactBox(card, whole=self._unmasked, can_edit=self._may_edit)
        box.edit_wanted.connect(self.edit_wanted)
        box.whole_wanted.connect(self._unmask)
        box.organisation_wanted.connect(
            lambda one: self.go.emit("settings", ("organisations", one))
        )
        return box

    @property
    def _may_edit(self) -> bool:
        return self._desk.may(Permission.REGISTER_VISITORS)

    def _unmask(self) -> None:
        self._unmasked = True
        if self.card is not None:
            self._show(self.card)

    def _needs(self, card: CardRow) -> QWidget:
        box, column = _section()
        if self._desk.may(Permission.SEE_NEEDS):
            column.addWidget(NeedsBox(self._desk, card.row.id))
        if self._desk.may(Permission.RECORD_NEEDS):
            add = Button(tr("Record a need"), kind="quiet", icon="add")
            add.setToolTip("F6")
            add.clicked.connect(lambda: self.go.emit("needs", ("record", card.row.id)))
            line = QHBoxLayout()
            line.addWidget(add)
            line.addWidget(Label("F6", role="kbd"))
            line.addStretch(1)
            column.addLayout(line)
        return box

    def _family(self, card: CardRow) -> QWidget:
        box, column = _section()
        column.addWidget(Label(tr("Family"), role="h2"))
        for one in card.family:
            link = Button(self._relative(one), kind="quiet", icon="person")
            link.clicked.connect(lambda _=False, who=one.id: self.chosen.emit(who))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if card.details.guardian_name:
            text = tr("Guardian: {name}", name=card.details.guardian_name)
            column.addWidget(Label(text, wrap=True))
        elif not card.family:
            column.addWidget(Label(tr("Nobody is written down."), role="sub"))
        if has_family(card, wall_now(self._desk.clock).year):
            family = Button(tr("Open the family"), icon="group")
            family.clicked.connect(self.family_wanted)
            column.addWidget(family, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _relative(self, one: Relative) -> str:
        age = wall_now(self._desk.clock).year - one.birth_year if one.birth_year else None
        name = f"{one.name}, {age}" if age is not None else one.name
        return f"{name} · {tr('guardian')}" if one.is_guardian else name

    def _events(self, card: CardRow) -> QWidget:
        coming = ComingEvents(self._desk, card.row.id)
        coming.go.connect(self.go)
        return coming


def _section() -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(6))
    return box, column
