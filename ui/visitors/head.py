"""The top of the visitors' tab: how many people and visits, the two ways to add people, and their cards."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.language import ntr, tr
from app.permission import Permission
from app.visitors.search import Matches
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.theme import px


class Head(Flow):
    """Buttons only for what may be done."""

    file_wanted = Signal()
    export_wanted = Signal()
    duplicates_wanted = Signal()
    new_wanted = Signal()
    cards_wanted = Signal()
    group_wanted = Signal()
    not_seen_wanted = Signal()

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(px(10))
        holder = QWidget()
        names = QVBoxLayout(holder)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(px(1))
        names.addWidget(Label(tr("Visitors"), role="h1"))
        self._counts = Label("", role="sub")
        self._counts.setMinimumWidth(px(230))
        names.addWidget(self._counts)
        self.add(holder)
        self.push()
        bring = Button(tr("Load from a file"), kind="quiet", icon="upload")
        bring.clicked.connect(self.file_wanted)
        self._may_take = desk.may(Permission.IMPORT)
        if not self._may_take:
            bring.hide()
        cards = Button(tr("Cards…"), kind="quiet", icon="print")
        cards.setToolTip(tr("Print visitor cards for everybody in the list"))
        cards.clicked.connect(self.cards_wanted)
        new = Button(tr("New visitor"), kind="primary", icon="add")
        new.setToolTip("Ctrl+N")
        new.clicked.connect(self.new_wanted)
        twice = Button(tr("Duplicates"), kind="quiet", icon="merge")
        twice.setToolTip(tr("Who may be in the list twice"))
        twice.clicked.connect(self.duplicates_wanted)
        if not desk.may(Permission.REGISTER_VISITORS):
            twice.hide()
            new.hide()
        self._more = Button(tr("More…"), kind="quiet", icon="down")
        self._more.clicked.connect(self._open_more)
        self.add(twice, cards, bring, self._more, new)

    def _open_more(self) -> None:
        menu = QMenu(self._more)
        group = tr("A group has come…")
        menu.addAction(f"{group}\tAlt+G").triggered.connect(self.group_wanted)
        menu.addAction(tr("Not seen for a while…")).triggered.connect(self.not_seen_wanted)
        if self._may_take:
            menu.addAction(tr("Export…")).triggered.connect(self.export_wanted)
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def say(self, people: int, visits: int, matches: Matches | None) -> None:
        """How many were found, as long as all that were found are shown."""
        if matches is not None and not matches.more:
            found = len(matches.rows)
            text = ntr(
                "Found {found} of {n} person", "Found {found} of {n} people", people, found=found
            )
        else:
            everybody = ntr("{n} person", "{n} people", people)
            text = f"{everybody} · {ntr('{n} visit today', '{n} visits today', visits)}"
        self._counts.setText(text)
