"""The page that brings paper back: first which sheet, then its rows by keyboard."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.action import Kind
from app.clock import wall_now
from app.events.way_back import PageBegins, Paper, PaperToEnter
from app.events.way_back_choices import PaperChoice, PaperNumbered, PapersIssued
from app.events.way_back_words import Code, which_sheet
from app.language import clock_time, long_date, tr
from app.permission import Permission
from ui.events.way_back_entry import PaperEntry
from ui.events.way_back_list import PaperList
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.empty import Empty
from ui.kit.forms import Choice
from ui.kit.labels import Label
from ui.kit.tab import Tab
from ui.theme import px
from ui.visitors.shown import BANDS


class WayBackPage(Tab):
    """A scan opens its sheet wherever one is in the program; a half-typed name is never lost by it."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.EVENTS, Kind.REGISTRATIONS, Kind.ATTENDANCE, Kind.VISITORS}
    )

    def build(self) -> None:
        self._sheet_id: UUID | None = None
        self._entered: UUID | None = None
        """Of a course, the session whose column is being entered."""
        self._session_id: UUID | None = None
        self._page = 1
        self.title = Label(tr("Enter from paper"), role="h1", wrap=True)
        self.line = Label("", role="sub", wrap=True)
        self.close_button = Button(tr("Close"), icon="close")
        self.close_button.clicked.connect(self.close_paper)
        self.date = Choice()
        self.date.setAccessibleName(tr("Date of the course"))
        self.date.picked.connect(self._other_date)
        self.date.hide()
        self.note = Note("info")
        self.note.hide()
        self.list = PaperList()
        self.list.typed.connect(self._number_typed)
        self.list.chosen.connect(self._open)
        self.list.left.connect(lambda: self.go.emit("events", self._session_id))
        self.entry = PaperEntry(self.desk)
        self.entry.code.connect(self.look_for)
        self.entry.left.connect(self.close_paper)
        self.entry.said.connect(self.said)
        self._lay_out()

    def reload(self) -> None:
        if not self._may_mark:
            return
        if self._sheet_id is not None:
            self.desk.ask(Paper(self._sheet_id, self._entered), self._show_paper)
        else:
            self.desk.ask(PapersIssued(), self._show_list)

    def show_this(self, what: object) -> None:
        """The digits of a page, the session whose sheet is looked for, or a sheet's own ``Code``."""
        match what:
            case str():
                self._number_typed(what)
            case Code():
                self.look_for(what)
            case UUID():
                self._session_id = what
                self.close_paper()
            case _:
                self.take_focus()

    def look_for(self, code: Code) -> None:
        if self._may_mark:
            self.desk.ask(PaperNumbered(code.number), lambda found: self._found(code, found))

    def close_paper(self) -> None:
        """Back to the list of sheets; what was ticked is kept already."""
        if self.entry.is_busy and self._sheet_id is not None:
            self._say_busy()
            return
        self._sheet_id, self.entry.paper = None, None
        self._show_what()
        self.reload()
        self.list.field.setFocus()

    def set_private(self, private: bool) -> None:
        super().set_private(private)
        self.entry.set_private(private)

    def count_unnamed(self, band: int) -> None:
        self.entry.count(BANDS[band][0])

    def take_focus(self) -> None:
        self.panels()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panels(self) -> list[QWidget]:
        if self._sheet_id is not None:
            return [self.entry.side.field, self.entry.table, self.entry.walk_in.name]
        return [self.list.field, self.list.table]

    @property
    def _may_mark(self) -> bool:
        return self.desk.may(Permission.MARK_ATTENDANCE)

    def _number_typed(self, typed: str) -> None:
        code = which_sheet(typed, wall_now(self.desk.clock).date())
        if code is None:
            self._say_where_keys_are(
                tr("This is not the number of a sheet. Scan the code again, or write the number.")
            )
        else:
            self.look_for(code)

    def _found(self, code: Code, choice: PaperChoice | None) -> None:
        if choice is None:
            self._say_where_keys_are(
                tr(
                    "There is no sheet {number}. Look at the digits under the code, or choose "
                    "the sheet from the list.",
                    number=code.number,
                )
            )
            return
        self._page = code.page
        self._open(choice)

    def _open(self, choice: PaperChoice) -> None:
        if self._sheet_id == choice.sheet_id:
            self._go_to_page()
            return
        if self.entry.is_busy and self._sheet_id is not None:
            self._say_busy()
            return
        before = self.entry.paper
        self._sheet_id, self._session_id = choice.sheet_id, choice.session_id
        self._entered = None
        self.list.field.setText("")
        self.list.say("")
        self._show_what()
        self.desk.ask(Paper(choice.sheet_id), self._show_paper)
        if before is not None and before.session_id != choice.session_id:
            text = tr(
                "Another event's sheet: {number}, “{title}”. What you ticked before is kept.",
                number=choice.number,
                title=choice.title,
            )
            self.said.emit(text, "warn")

    def _show_paper(self, paper: PaperToEnter) -> None:
        if paper.sheet_id != self._sheet_id:
            return  # another one was scanned meanwhile
        self._entered = paper.session_id
        self.title.setText(tr("Enter from sheet {number}", number=paper.number))
        self.date.set_options(
            [(one.session_id, _day(one.start)) for one in paper.held], paper.session_id
        )
        self.date.setVisible(len(paper.held) > 1)
        self.line.setText(f"{paper.title} · {_day(paper.start)}")
        self.note.say(_what_to_know(paper))
        self.note.setVisible(bool(_what_to_know(paper)))
        self.entry.show_paper(paper)
        if self._page > 1:
            self._go_to_page()

    def _other_date(self, session_id: UUID) -> None:
        """The column of another date; the rows stay as they are."""
        self._entered = session_id
        self.reload()

    def _show_list(self, papers: tuple[PaperChoice, ...]) -> None:
        self.list.show_papers(papers, self._session_id)
        self._session_id = None

    def _show_what(self) -> None:
        """The list, or the sheet that is open."""
        entering = self._sheet_id is not None
        self._both.setCurrentWidget(self.entry if entering else self.list)
        self.close_button.setVisible(entering)
        self.date.hide()
        if not entering:
            self.title.setText(tr("Enter from paper"))
            self.line.setText(tr("The sheet that people signed becomes attendance, row by row."))
            self.note.hide()

    def _go_to_page(self) -> None:
        """The page that was scanned comes into sight, with its first row."""
        self.entry.side.field.setFocus()
        if self._sheet_id is not None and self._page > 1:
            self.desk.ask_newest(
                "page", PageBegins(self._sheet_id, self._page), self.entry.go_to_row
            )
        self._page = 1

    def _say_busy(self) -> None:
        row = self.entry.walk_in.row
        self._say_where_keys_are(
            tr("Row {row} is not entered yet. Press Enter there, or Esc to leave it.", row=row)
        )
        self.entry.walk_in.name.setFocus()

    def _say_where_keys_are(self, text: str) -> None:
        if self._sheet_id is not None:
            self.entry.side.say(text)
        else:
            self.list.say(text)

    def _lay_out(self) -> None:
        self._both = QStackedWidget()
        self._both.addWidget(self.list)
        self._both.addWidget(self.entry)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self.line)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.date, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(20), px(16))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self._both, 1)
        if not self._may_mark:
            self._both.addWidget(
                Empty("lock", tr("Only the front desk and coordinators enter attendance."))
            )
            self._both.setCurrentIndex(2)
        self._show_what_first()

    def _show_what_first(self) -> None:
        self.close_button.hide()
        self.line.setText(tr("The sheet that people signed becomes attendance, row by row."))


def _what_to_know(paper: PaperToEnter) -> str:
    """What is out of the ordinary with this sheet."""
    if paper.closed is not None:
        said = tr("This sheet was finished: {when}.", when=_day(paper.closed))
        return f"{said} {paper.note}".strip()
    if paper.newer:
        return tr(
            "This is an older print; sheet {newer} was printed later. Its rows are shown as they "
            "stand on the paper you have.",
            newer=paper.newer,
        )
    return ""


def _day(at: datetime) -> str:
    return f"{long_date(at.date())} {clock_time(at)}"
