"""What loading a list would do, before anything is written: four numbers, and the lines behind each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.exchange.lines import Problem
from app.language import ntr, tr, words
from app.visitors.import_preview import NewPerson, Preview, SamePerson
from app.visitors.import_report import known_as
from ui.kit.cards import Tile
from ui.kit.inside import Inside
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px

SHOWN = 50
"""New people that are shown; more would be read by nobody."""
NEW, KNOWN, MAYBE, WRONG = range(4)
HEIGHT = 300


class ImportPreviewPage(Inside, QWidget):
    """A tile chooses which lines stand below. ``others``: lines said to be other people."""

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.others: set[int] = set()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        self.tiles = [
            Tile(tr("new people"), "add"),
            Tile(tr("already there"), "person"),
            Tile(tr("possible duplicates"), "merge"),
            Tile(tr("lines to look at"), "warn"),
        ]
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for place, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda _=False, n=place: self.choose(n))
            row.addWidget(tile)
        whole.addLayout(row)
        self._title = Label("", role="h3", wrap=True)
        whole.addWidget(self._title)
        self.tables = [
            Table(tr("new people"), self._new_columns(), id_of=id),
            Table(tr("already there"), self._same_columns(), id_of=id),
            _Decisions(self._same_columns(decided=True)),
            Table(tr("lines to look at"), self._problem_columns(), id_of=id),
        ]
        for table in self.tables:
            table.setMinimumHeight(px(HEIGHT))
            table.hide()
            whole.addWidget(table, 1)
        decisions = self.tables[MAYBE]
        decisions.ticked.connect(self._turn)
        if isinstance(decisions, _Decisions):
            decisions.said.connect(self._say_other)

    def show_preview(self, preview: Preview, problems: Sequence[Problem]) -> None:
        self.others.clear()
        rows: list[Sequence[Any]] = [
            preview.new[:SHOWN],
            preview.known,
            preview.maybe,
            problems,
        ]
        self._counts = [len(preview.new), len(preview.known), len(preview.maybe), len(problems)]
        for tile, count, table, some in zip(
            self.tiles, self._counts, self.tables, rows, strict=True
        ):
            tile.set_number(count)
            table.set_rows(list(some))
        first = next((n for n in (MAYBE, WRONG, NEW, KNOWN) if self._counts[n]), NEW)
        self.choose(first)

    def choose(self, place: int) -> None:
        self._title.setText(self._titles()[place])
        for n, table in enumerate(self.tables):
            table.setVisible(n == place)

    def _titles(self) -> list[str]:
        shown = min(SHOWN, self._counts[NEW])
        return [
            ntr("New people: the first {n}", "New people: the first {n}", shown),
            tr("Already in the list; left as they are"),
            tr("Perhaps the same person. Press 1 for the same, 2 for another: then it is loaded."),
            tr("Lines that are not right. Correct them in the file and load it again."),
        ]

    def _turn(self, row: SamePerson) -> None:
        self._say_other(row, row.line_number not in self.others)

    def _say_other(self, row: SamePerson, other: bool) -> None:
        if other:
            self.others.add(row.line_number)
        else:
            self.others.discard(row.line_number)
        self.tables[MAYBE].viewport().update()
        self.decided.emit()

    @staticmethod
    def _new_columns() -> list[Column]:
        def year(one: NewPerson) -> str:
            return str(one.details.birth_year or "")

        return [
            Column(tr("Line"), lambda p: str(p.line_number), width=64),
            Column(tr("Surname, name"), lambda p: p.list_name, width=230, bold=True),
            Column(tr("Year of birth"), year, width=110),
            Column(tr("Town or parish"), lambda p: p.details.town, width=160),
            Column(tr("Phone"), lambda p: p.details.phone, width=140),
            Column(tr("Organisation"), lambda p: p.organisation, stretch=True),
        ]

    def _same_columns(self, *, decided: bool = False) -> list[Column]:
        columns = [
            Column(tr("Line"), lambda k: str(k.line_number), width=64),
            Column(tr("In the file"), _in_file, width=300, bold=True),
            Column(tr("There is"), known_as, stretch=True),
        ]
        if decided:
            columns.append(
                Column(
                    tr("Another person"),
                    lambda k: tr("yes") if k.line_number in self.others else tr("no"),
                    width=150,
                    tick=lambda k: k.line_number in self.others,
                )
            )
        return columns

    @staticmethod
    def _problem_columns() -> list[Column]:
        return [
            Column(tr("Line"), lambda p: str(p.line_number), width=64),
            Column(tr("What is written"), lambda p: p.written, width=300),
            Column(tr("What to do"), lambda p: words(p.message), stretch=True),
        ]


class _Decisions(Table):
    """Keys 1 and 2 decide and go on to the next line."""

    said = Signal(object, bool)

    def __init__(self, columns: list[Column]) -> None:
        super().__init__(tr("possible duplicates"), columns, id_of=id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_1: False, Qt.Key.Key_2: True}
        other = keys.get(Qt.Key(event.key()))
        row = self.current_row()
        if other is None or row is None:
            super().keyPressEvent(event)
            return
        self.said.emit(row, other)
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)


def _in_file(same: SamePerson) -> str:
    details = same.person.details
    return ", ".join(
        filter(None, (same.person.list_name, str(details.birth_year or ""), details.town))
    )
