"""Who may be in the list twice: pairs with the reasons, the likeliest first."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.ids import new_id
from app.language import ntr, tr
from app.people.likely_duplicates import (
    LikelyDuplicates,
    LikelyPair,
    LikelyPairs,
    SayNotTheSame,
)
from app.visitors.rows import VisitorRow
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.kit.tables import Column, Table
from ui.theme import px
from ui.visitors.merge_drawer import MergeDrawer, reasons_in_words
from ui.visitors.shown import number_words, with_stops


class DuplicatesPage(QWidget):
    """Stands in place of the card; Enter compares a pair, Delete says that they are two."""

    back = Signal()

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._private = self._asking = self._ask_again = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        frame = Card((1, 2, 1, 2))
        whole.addWidget(frame)
        card = Scroll((19, 12, 12, 12), gap=10)
        frame.column.addWidget(card)
        self._away = Button(tr("Back"), kind="quiet", icon="left")
        self._away.setToolTip("Esc")
        self._away.clicked.connect(self.back)
        card.column.addWidget(self._away, 0, Qt.AlignmentFlag.AlignLeft)
        self._title = Label(tr("Who may be in the list twice"), role="h2", wrap=True)
        self._count = Label(tr("Looking…"), role="sub", wrap=True)
        card.column.addWidget(self._title)
        card.column.addWidget(self._count)
        self._nobody = Note("ok", tr("Nobody seems to be in the list twice."))
        self._nobody.hide()
        card.column.addWidget(self._nobody)
        self.table = Table(
            self._title.text(),
            [
                Column(tr("In the list"), lambda pair: self._who(pair.older), 190, bold=True),
                Column(tr("Perhaps the same"), lambda pair: self._who(pair.newer), 190, bold=True),
                Column(tr("Why"), reasons_in_words, 180, stretch=True, wrap=True),
            ],
        )
        self.table.setMinimumHeight(px(240))
        self.table.opened.connect(self.compare)
        card.column.addWidget(self.table, 1)
        card.column.addLayout(self._foot())
        self._below = QWidget()  # takes the height that the table leaves when there is nobody
        self._below.hide()
        card.column.addWidget(self._below, 1)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        compare = Button(tr("Compare"), kind="primary", icon="merge")
        compare.clicked.connect(lambda: self.compare(self.table.current_row()))
        two = Button(tr("Not the same"))
        two.clicked.connect(self.not_the_same)
        self._verbs = (compare, Label("Enter", role="kbd"), two, Label("Del", role="kbd"))
        for widget in self._verbs:
            foot.addWidget(widget)
        foot.addStretch(1)
        return foot

    def reload(self) -> None:
        """Among many people it takes seconds: one question at a time, beside all others."""
        if self._asking:
            self._ask_again = True
            return
        self._asking = True
        self._desk.ask_beside(LikelyDuplicates(), self._show)

    def set_private(self, private: bool) -> None:
        self._private = private
        self.table.viewport().update()

    def compare(self, pair: LikelyPair | None) -> None:
        if pair is not None:
            MergeDrawer(self, self._desk, pair).open()

    def not_the_same(self) -> None:
        pair = self.table.current_row()
        if pair is not None:
            self._desk.do(SayNotTheSame(new_id(), pair.id))
            QTimer.singleShot(0, self.table.setFocus)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.table.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.not_the_same()
        else:
            super().keyPressEvent(event)

    def _show(self, found: LikelyPairs) -> None:
        self._asking = False
        if self._ask_again:
            self._ask_again = False
            self.reload()
        place = self.table.currentIndex().row()
        self.table.set_rows(found.pairs)
        if self.table.current_row() is None and found.pairs:  # the next one takes its place
            near = found.pairs[max(0, min(place, len(found.pairs) - 1))]
            self.table.choose(near.id)
        self._count.setText(_how_many(found))
        focus = QApplication.focusWidget()
        if not found.pairs and focus is not None and self.isAncestorOf(focus):
            self._away.setFocus()
        for widget in (self._nobody, self._below):
            widget.setVisible(not found.pairs)
        for widget in (self.table, *self._verbs):
            widget.setVisible(bool(found.pairs))

    def _who(self, row: VisitorRow) -> str:
        if self._private:
            return f"{with_stops(row.initials)} {number_words(row)}"
        return ", ".join(filter(None, (row.list_name, str(row.birth_year or ""))))


def _how_many(found: LikelyPairs) -> str:
    if not found.count:
        return ""
    text = ntr("{n} pair to look at", "{n} pairs to look at", found.count)
    if found.count > len(found.pairs):
        text += " · " + tr("the likeliest {shown} are shown", shown=len(found.pairs))
    return text
