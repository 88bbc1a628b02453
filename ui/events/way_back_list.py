"""Which paper has come back: scanned, its number typed, or chosen from those that were issued."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.events.way_back_choices import PaperChoice
from app.language import clock_time, short_date, tr
from ui.events.way_back_side import WIDTH, RowField
from ui.kit.beside import NO_LIMIT, Beside
from ui.kit.cards import Card
from ui.kit.empty import Empty
from ui.kit.labels import IconLabel, Label
from ui.kit.scroll import Scroll
from ui.kit.tables import Column, Table
from ui.theme import px, tokens

BESIDE = 900
"""Logical px: narrower, the list stands under the field."""
LEAST_LIST = 220


class PaperList(QWidget):
    """Those that are not entered yet come first."""

    typed = Signal(str)
    chosen = Signal(object)
    """PaperChoice."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = RowField(tr("Number of the sheet"))
        self.field.entered.connect(self.typed)
        self.field.left.connect(self.left)
        self.trouble = Label("", role="error", wrap=True)
        self.trouble.hide()
        self.table = Table(
            tr("Sheets that were issued"),
            [
                Column(tr("Sheet"), lambda one: one.number, 104, bold=True),
                Column(tr("Event"), lambda one: one.title, 220, stretch=True, wrap=True),
                Column(tr("When"), _when, 140),
                Column(tr("Rows"), lambda one: str(one.rows), 70),
                Column(
                    tr("Entered"),
                    lambda one: tr("finished") if one.closed else tr("not yet"),
                    116,
                    icon=lambda one: "check" if one.closed else "clock",
                    ink=lambda one: "ok" if one.closed else "text2",
                ),
            ],
        )
        self.table.opened.connect(self.chosen)
        self._lay_out()

    def show_papers(self, papers: Sequence[PaperChoice], wanted: UUID | None) -> None:
        """``wanted``: the session whose sheet is looked for; its newest is chosen."""
        self.table.set_rows(papers)
        self._right.setCurrentIndex(0 if papers else 1)
        mine = [one for one in papers if one.session_id == wanted]
        if mine:
            self.table.choose(mine[0].id)
            self.table.setFocus()

    def say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def _lay_out(self) -> None:
        left = Card((18, 12, 18, 12), gap=8)
        left.column.addWidget(Label(tr("Number of the sheet"), role="h3", wrap=True))
        left.column.addWidget(self.field)
        left.column.addWidget(self.trouble)
        left.column.addWidget(IconLabel("qr", tokens().text2, 30))
        how = tr(
            "Scan the code on the sheet, or write the number under it, for example 147. "
            "You may also choose the sheet from the list."
        )
        left.column.addWidget(Label(how, role="sub", wrap=True))
        left.column.addStretch(1)
        none = Empty(
            "print",
            tr("No sheet has been printed yet."),
            tr("A sheet gets its number when it is printed or saved."),
        )
        self._right = QStackedWidget()
        self._right.addWidget(self.table)
        self._right.addWidget(none)
        self._right.setMinimumHeight(px(LEAST_LIST))
        right = Card((1, 1, 1, 1), gap=0)
        right.column.addWidget(self._right)
        both = Beside(left, right, BESIDE, grows=1)
        both.turned.connect(lambda wide: left.setMaximumWidth(px(WIDTH) if wide else NO_LIMIT))
        page = Scroll()
        page.column.addWidget(both, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)


def _when(one: PaperChoice) -> str:
    return f"{short_date(one.start.date())} {clock_time(one.start)}"
