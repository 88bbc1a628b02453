"""The last visits on a person's card, and the two ways to say more about them."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.clock import wall_now
from app.language import clock_time, day_month, ntr, tr, words
from app.permission import Permission
from app.visitors.activities import ACTIVITIES
from app.visitors.queries import Card, PastVisit
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.theme import px
from ui.visitors.doing_drawer import DoingDrawer, visit_now
from ui.visitors.late_drawer import LateVisitDrawer

SHOWN = 4


class VisitsBox(QWidget):
    """``caller`` stays when the card is made anew: an open form must not go with it."""

    def __init__(self, desk: QtDesk, card: Card, caller: QWidget, *, narrow: bool) -> None:
        super().__init__()
        self._desk, self._card, self._caller = desk, card, caller
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(self._head())
        column.addLayout(self._days(2 if narrow else SHOWN))
        if not card.visits:
            column.addWidget(Label(tr("Has not come yet."), role="sub"))

    def _head(self) -> Flow:
        n = self._card.visit_count
        head = Flow(px(8))
        head.add(Label(tr("Last visits"), role="h2"))
        head.add(Label(ntr("{n} in all", "{n} in all", n), role="sub"))
        head.push()
        if self._desk.may(Permission.CHECK_IN):
            late = Button(tr("Enter an earlier visit"), kind="quiet", icon="clock")
            late.clicked.connect(self.enter_late)
            head.add(late)
            if visit_now(self._card) is not None:
                what = Button(tr("What for…"), kind="quiet", icon="edit")
                what.setToolTip("Alt+D")
                what.clicked.connect(self.say_what_for)
                head.add(what)
        return head

    def _days(self, in_a_row: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(px(8))
        today = wall_now(self._desk.clock).date()
        for place, visit in enumerate(self._card.visits[:SHOWN]):
            flat = FlatCard()
            day = visit.arrived.date()
            flat.column.addWidget(Label(tr("Today") if day == today else day_month(day), role="h3"))
            flat.column.addWidget(Label(_times(visit), role="sub"))
            if did := did_words(visit):
                flat.column.addWidget(Label(did, role="cap", wrap=True))
            grid.addWidget(flat, place // in_a_row, place % in_a_row)
        for place in range(in_a_row):
            grid.setColumnStretch(place, 1)
        return grid

    def say_what_for(self) -> None:
        visit, who = visit_now(self._card), self._card.row.name
        if visit is not None:
            DoingDrawer(self._caller, self._desk, who, (visit.id,), visit.doing).open()

    def enter_late(self) -> None:
        row = self._card.row
        LateVisitDrawer(self._caller, self._desk, row.id, row.name).open()


def did_words(visit: PastVisit) -> str:
    return ", ".join(
        words(said) for one, said in ACTIVITIES.items() if one in visit.doing.activities
    )


def _times(visit: PastVisit) -> str:
    begin = clock_time(visit.arrived)
    if visit.forgotten:
        return f"{begin} – {tr('forgotten')}"
    return f"{begin}–{clock_time(visit.left)}" if visit.left else tr("since {at}", at=begin)
