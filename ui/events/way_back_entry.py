"""One sheet being entered: digits and Enter tick rows, letters begin the name of a walk-in."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.action import Action, Change
from app.errors import Refused
from app.events.attending import CountHead, MarkPresent
from app.events.model import AgeBand
from app.events.way_back import PaperRow, PaperToEnter
from app.events.way_back_closing import CloseSheet, Closing, OpenSheetAgain
from app.events.way_back_names import details_from
from app.events.way_back_rows import EmptyRow, WriteRow
from app.events.way_back_ticks import RowTick, TickRows, UntickRows
from app.events.way_back_words import Code, Name, OnPaper, Rows, read_entry
from app.ids import new_id
from app.language import ntr, tr
from app.visitors.details import VisitorDetails
from app.visitors.model import Band
from ui.desk import QtDesk
from ui.events.way_back_side import PaperSide
from ui.events.way_back_table import PaperTable
from ui.events.way_back_walk_in import WalkInRow
from ui.kit.beside import Beside
from ui.kit.cards import Card, Hline
from ui.kit.scroll import Scroll
from ui.theme import px

BESIDE = 760
LEAST_TABLE = 200
BANDS = {
    AgeBand.UNDER_13: Band.CHILD,
    AgeBand.FROM_13: Band.YOUTH,
    AgeBand.FROM_18: Band.YOUTH,
    AgeBand.FROM_30: Band.ADULT,
    AgeBand.FROM_55: Band.ADULT,
    AgeBand.FROM_65: Band.SENIOR,
}
"""Heads without a name are counted in fewer bands than the paper has."""


class PaperEntry(QWidget):
    """What is typed is done at once, each row in a turn of its own: another desk may tick too."""

    code = Signal(object)
    """Code: another page was scanned."""
    left = Signal()
    said = Signal(str, str)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self.paper: PaperToEnter | None = None
        self._counted = self._writing = 0
        self._wanted_row: int | None = None
        """The row whose number was typed, until somebody stands in it."""
        self.side = PaperSide()
        self.side.field.entered.connect(self.enter)
        self.side.field.textEdited.connect(self._typed)
        self.side.field.left.connect(self.left)
        self.side.finish.connect(self._finish)
        self.side.open_again.connect(self._open_again)
        self.table = PaperTable()
        self.table.tick.connect(self._tick_row)
        self.table.take_off.connect(lambda row: self._take_off((row.row,)))
        self.walk_in = WalkInRow(desk)
        self.walk_in.known.connect(self._write_known)
        self.walk_in.new.connect(self._write_new)
        self.walk_in.unnamed.connect(self._count)
        self.walk_in.left.connect(self.side.field.setFocus)
        self.walk_in.said.connect(self.said)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.side.finish_now)
        self._lay_out()

    @property
    def is_busy(self) -> bool:
        """A walk-in is half typed: another sheet must not take her row away."""
        return self.paper is not None and not self.walk_in.is_empty

    def show_paper(self, paper: PaperToEnter) -> None:
        before = (self.paper.sheet_id, self.paper.session_id) if self.paper else None
        other = before != (paper.sheet_id, paper.session_id)
        self.paper = paper
        if other:
            self._counted, self._wanted_row = 0, None
            self.walk_in.forget()
            self.side.field.setFocus()
            self.side.say("")
        self.side.show_paper(paper, other=other)
        self.table.show_paper(paper)
        self.walk_in.setVisible(paper.closed is None)
        self._show_next_row()

    def enter(self, typed: str) -> None:
        """Enter in the field."""
        self.side.say("")
        match read_entry(typed):
            case Rows() as rows if self.paper is not None:
                self._rows(rows, self.paper)
            case OnPaper(heads):
                self.side.set_on_paper(heads)
                self.side.field.setText("")
            case Code() as code:
                self.side.field.setText("")
                self.code.emit(code)
            case Name(text):
                self._typed(text)
            case _:
                self.side.say(tr("Write the number of a row, for example 7, 3-6 or -7."))

    def go_to_row(self, row: int) -> None:
        """The first row of a page; a page of nothing but empty rows begins with a walk-in."""
        if self.table.choose(row):
            self.table.scrollTo(self.table.currentIndex(), self.table.ScrollHint.PositionAtTop)
        elif self.walk_in.is_empty:
            self.walk_in.set_row(row)

    def count(self, band: Band) -> None:
        """Ctrl+Shift+1 … 4: one more without a name."""
        if self.paper is not None and self.paper.closed is None:
            self._do(CountHead(self.paper.session_id, band))

    def set_private(self, private: bool) -> None:
        self.table.private = self.walk_in.name.private = private
        self.table.viewport().update()

    def _rows(self, rows: Rows, paper: PaperToEnter) -> None:
        known = {row.row for row in paper.rows}
        missing = next((row for row in rows.rows if row not in known), None)
        if missing is None:
            self.side.field.setText("")
            if rows.take_off:
                self._take_off(rows.rows)
            else:
                self._tick(rows.rows, rows.photo)
        elif len(rows.rows) == 1 and missing > paper.printed and not rows.take_off:
            self.side.field.setText("")
            self._wanted_row = missing
            self.walk_in.set_row(missing)
            self.walk_in.name.setFocus()
        else:
            self.side.say(_no_such_row(missing, paper))

    def _tick(self, rows: tuple[int, ...], photo: bool | None) -> None:
        if self.paper is not None:
            ticks = tuple(RowTick(row, new_id(), new_id()) for row in rows)
            now, session_id = self._desk.clock.now(), self.paper.session_id
            self._do(TickRows(self.paper.sheet_id, ticks, now, photo, session_id))

    def _tick_row(self, row: PaperRow) -> None:
        if row.present:
            self.said.emit(tr("Row {row} is ticked already.", row=row.row), "info")
        else:
            self._tick((row.row,), None)

    def _take_off(self, rows: tuple[int, ...]) -> None:
        """A walk-in's row is empty again; a printed one only loses its tick."""
        if self.paper is None:
            return
        written = {row.row for row in self.paper.rows if row.written}
        for row in (row for row in rows if row in written):
            self._do(EmptyRow(self.paper.sheet_id, row, self.paper.session_id))
        if printed := tuple(row for row in rows if row not in written):
            self._do(UntickRows(self.paper.sheet_id, printed, self.paper.session_id))

    def _write_known(self, visitor_id: UUID) -> None:
        self._write(visitor_id, None, self.walk_in.name.taken)

    def _write_new(self, name: str, town: str) -> None:
        self._write(new_id(), details_from(name, town), name)

    def _write(self, visitor_id: UUID, new: VisitorDetails | None, typed: str) -> None:
        """The next row waits at once; when a rule says no, what was typed comes back."""
        if self.paper is None:
            return
        row, age, now = self.walk_in.row, self.walk_in.age.value(), self._desk.clock.now()
        mark = MarkPresent(new_id(), self.paper.session_id, visitor_id, now, new_id())
        action = WriteRow(self.paper.sheet_id, row, visitor_id, mark, age, new)

        def done(_change: Change) -> None:
            self._writing -= 1
            self.side.say("")

        def refused(refusal: Refused) -> None:
            self._writing -= 1
            self.side.say(str(refusal))
            if self.walk_in.is_empty:
                self.walk_in.set_row(row)
                self.walk_in.begin(typed)

        self._writing += 1
        self._wanted_row = None
        self.walk_in.forget()
        self.walk_in.set_row(row + 1)
        self._desk.do(action, done, refused)

    def _count(self) -> None:
        """A row that nobody can read: its age is counted, and the next row comes."""
        if self.paper is not None:
            self.count(BANDS[self.walk_in.age.value()])
            self._counted += 1
            self._wanted_row = None
            self.walk_in.forget()
            self.walk_in.set_row(self.walk_in.row + 1)

    def _finish(self, on_paper: int, why: str) -> None:
        if self.paper is not None:
            closing = Closing(on_paper, self._desk.clock.now(), why, self.paper.session_id)
            self._do(CloseSheet(self.paper.sheet_id, closing))

    def _open_again(self) -> None:
        if self.paper is not None and self.paper.closed is not None:
            paper = self.paper
            self._do(OpenSheetAgain(paper.sheet_id, self.paper.closed, paper.session_id))

    def _do(self, action: Action) -> None:
        self._desk.do(action, self._done, lambda refusal: self.side.say(str(refusal)))

    def _done(self, _change: Change) -> None:
        self.side.say("")

    def _typed(self, text: str) -> None:
        """The row that is being typed is lit; a letter is the beginning of a name."""
        match read_entry(text):
            case Name(letters) if self.paper is not None and self.paper.closed is None:
                self.side.field.setText("")
                self.walk_in.begin(letters)
            case Rows(rows) if rows:
                self._light(rows[-1])
            case _:
                self.side.say_typed("")

    def _light(self, number: int) -> None:
        """The row that is typed is lit, and said."""
        row = self.paper.row(number) if self.paper else None
        if row is None or not self.table.choose(number):
            self.table.clearSelection()
        self.side.say_typed(self.table.said(row) if row else "")

    def _show_next_row(self) -> None:
        if self.paper is None:
            return
        written = [row.row for row in self.paper.rows if row.written]
        if self.walk_in.is_empty and not self._writing:
            following = max([self.paper.printed, *written]) + 1 + self._counted
            self.walk_in.set_row(self._wanted_row or following)
        self.walk_in.heading.setText(_heading(written, self.paper.printed))

    def _lay_out(self) -> None:
        right = Card((1, 1, 1, 1), gap=0)
        self.table.setMinimumHeight(px(LEAST_TABLE))
        right.column.addWidget(self.table, 1)
        right.column.addWidget(Hline())
        right.column.addWidget(self.walk_in)
        both = Beside(self.side, right, BESIDE, grows=1)
        both.turned.connect(self.side.stand)
        self.side.stand(both.is_wide)
        page = Scroll()
        page.column.addWidget(both, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)


def _no_such_row(row: int, paper: PaperToEnter) -> str:
    return tr(
        "Row {row} is not on this sheet: its printed rows end with {last}.",
        row=row,
        last=paper.printed,
    )


def _heading(written: list[int], printed: int) -> str:
    if written:
        return ntr(
            "Walked in: row {rows} of the sheet is entered",
            "Walked in: rows {rows} of the sheet are entered",
            len(written),
            rows=", ".join(map(str, written)),
        )
    if printed:
        return tr("Walked in: who wrote themselves in below row {row}", row=printed)
    return tr("Nobody was printed on this sheet: all wrote themselves in")
