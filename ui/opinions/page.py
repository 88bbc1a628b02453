"""What residents said in a month: the faces in numbers, every word with our answer beside it."""

from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.action import Kind
from app.clock import today
from app.events.queries import Agenda, DayRows
from app.language import clock_time, month_year, ntr, short_date, tr, words
from app.opinions.model import OpinionKind
from app.opinions.queries import OpinionRow, Opinions, summed
from app.permission import Permission
from ui.kit.buttons import Button, IconButton
from ui.kit.cards import Card
from ui.kit.empty import Empty
from ui.kit.flow import Flow
from ui.kit.forms import Choice
from ui.kit.labels import Label
from ui.kit.tab import Tab
from ui.kit.tables import Column, Table
from ui.opinions.faces import FACES
from ui.opinions.form import AnswerDrawer, OpinionDrawer
from ui.opinions.screen import About, OpinionScreen
from ui.opinions.vocabulary import KINDS
from ui.theme import px


class OpinionsPage(Tab):
    """Enter on a line answers it; Ctrl+N writes down what somebody says at the desk."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.OPINIONS, Kind.EVENTS, Kind.INITIATIVES})

    def build(self) -> None:
        self.month = today(self.desk.clock).replace(day=1)
        self._may_note = self.desk.may(Permission.NOTE_IDEAS)
        self.before = IconButton("left", tr("The month before"), kind="")
        self.after = IconButton("right", tr("The month after"), kind="")
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.title = Label("", role="h2")
        self.sum = Label("", role="sub", wrap=True)
        self.note = Button(tr("Write down what was said"), icon="note")
        self.note.clicked.connect(self.new)
        self.about = Choice([(About(), tr("About the centre"))])
        self.about.setAccessibleName(tr("What is asked about"))
        self.turn = Button(tr("Turn the screen to the visitor"), kind="primary", icon="turn")
        self.turn.clicked.connect(lambda: self.turn_to_visitor(self.about.value()))
        self.table = Table(tr("What was said"), self._columns())
        self.table.opened.connect(self._answer)
        self.empty = Empty(
            "note",
            tr("Nobody has said anything in this month."),
            tr("Turn the screen to somebody who leaves, or write down what you heard."),
        )
        self.screen_: OpinionScreen | None = None
        self._lay_out()

    def reload(self) -> None:
        self.title.setText(month_year(self.month))
        wanted = Opinions(self.month, _next_month(self.month))
        self.desk.ask_newest("opinions", wanted, self._show)
        self.desk.ask(Agenda(today(self.desk.clock), 1), self._offer)

    def show_this(self, what: object) -> None:
        """A session's id: turn the screen to its visitors; "note": write something down."""
        if isinstance(what, About):
            self.turn_to_visitor(what)
        elif what == "note":
            self.new()

    def new(self) -> None:
        """Ctrl+N."""
        if self._may_note:
            OpinionDrawer(self, self.desk).open()

    def turn_to_visitor(self, about: object = None) -> None:
        if self.screen_ is None and self._may_note:
            wanted = about if isinstance(about, About) else About()
            self.screen_ = OpinionScreen(self.window(), self.desk, wanted)
            self.screen_.left.connect(self._came_back)

    def take_focus(self) -> None:
        self.panels()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panels(self) -> list[QWidget]:
        return [self.table, self.before]

    def _offer(self, days: tuple[DayRows, ...]) -> None:
        """What happens today can be asked about."""
        options = [(About(), tr("About the centre"))]
        options += [
            (About(row.session_id, row.title), f"{clock_time(row.start)} {row.title}")
            for day in days
            for row in day.rows
            if not row.cancelled
        ]
        self.about.set_options(options, self.about.value())

    def _came_back(self) -> None:
        """The window locks: behind the screen are names."""
        self.screen_ = None
        self.go.emit("lock", None)

    def _step(self, by: int) -> None:
        middle = self.month + timedelta(days=15 + 30 * by)
        self.month = middle.replace(day=1)
        self.reload()

    def _answer(self, row: OpinionRow) -> None:
        if self.desk.may(Permission.RUN_INITIATIVES):
            AnswerDrawer(self, self.desk, row).open()
        else:
            self.said.emit(tr("Only a coordinator answers."), "info")

    def _show(self, rows: tuple[OpinionRow, ...]) -> None:
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        faces, good = summed(rows)
        open_ = sum(row.kind is not OpinionKind.FACE and not row.answered for row in rows)
        parts = (
            [ntr("{n} face, {good} good", "{n} faces, {good} good", faces, good=good)]
            if faces
            else []
        )
        if open_:
            parts.append(ntr("{n} without an answer", "{n} without an answer", open_))
        self.sum.setText(" · ".join(parts))

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Day"), lambda row: short_date(row.said), 110),
            Column(tr("What"), _what, 150, bold=True),
            Column(tr("About"), lambda row: row.about or tr("the centre"), 180, wrap=True),
            Column(tr("In words"), self._words, 240, stretch=True, wrap=True),
            Column(tr("Our answer"), _answer, 220, stretch=True, wrap=True, ink=_ink),
        ]

    def _words(self, row: OpinionRow) -> str:
        who = "" if self.private else row.who
        return " — ".join(filter(None, (row.words, who)))

    def set_private(self, private: bool) -> None:
        super().set_private(private)
        self.table.viewport().update()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        titles = QVBoxLayout()
        titles.setSpacing(px(2))
        titles.addWidget(self.title)
        titles.addWidget(self.sum)
        head.addWidget(self.before)
        head.addWidget(self.after)
        head.addLayout(titles, 1)
        verbs = Flow(px(8))
        verbs.add(self.note, self.about, self.turn)
        head.addLayout(verbs)
        if not self._may_note:
            for widget in (self.note, self.about, self.turn):
                widget.hide()
        box = Card((1, 1, 1, 3), gap=0)
        box.column.addWidget(self.table, 1)
        box.column.addWidget(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(20), px(16))
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(box, 1)


def _what(row: OpinionRow) -> str:
    return words(FACES[row.face]) if row.face else words(KINDS[row.kind])


def _answer(row: OpinionRow) -> str:
    if row.answered:
        return f"{short_date(row.answered)}: {row.our_answer}"
    return tr("not answered yet") if row.kind is not OpinionKind.FACE else ""


def _ink(row: OpinionRow) -> str:
    return "ok" if row.answered else "warn"


def _next_month(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)
