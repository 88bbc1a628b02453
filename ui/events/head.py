"""The head of the board of a session: title, line, verbs, and the counts with their bar."""

from datetime import date, datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.events.board import BoardOfSession
from app.events.brief import EventBrief
from app.events.status import EventStatus
from app.events.vocabulary import STATUSES
from app.language import ntr, tr, words
from ui.events.shown import arithmetic, when_and_where
from ui.kit.beside import Beside
from ui.kit.buttons import Button
from ui.kit.cards import Chip, Note
from ui.kit.flow import Flow
from ui.kit.labels import ElidedLabel, Label
from ui.theme import px, tokens

ONE_LINE_FROM = 440
"""Logical px: below it the verbs stand under the title."""

STATUS_KINDS = {
    EventStatus.DRAFT: "plain",
    EventStatus.PLANNED: "plain",
    EventStatus.OPEN: "ok",
    EventStatus.FULL: "warn",
    EventStatus.HELD: "plain",
    EventStatus.CANCELLED: "danger",
}


class SessionHead(QWidget):
    """Says what the session is and how full; its verbs are signals."""

    edit = Signal()
    print_sheet = Signal()
    restore = Signal()
    tell = Signal()

    def __init__(self, *, may_plan: bool, may_print: bool) -> None:
        super().__init__()
        self.title = Label("", role="h1", wrap=True)
        self.line = Label("", role="sub", wrap=True)
        self.edit_button = Button(tr("Edit"), icon="edit")
        self.edit_button.clicked.connect(self.edit)
        if not may_plan:
            self.edit_button.hide()
        self.print_button = Button(tr("Print sheet"), icon="print")
        self.print_button.clicked.connect(self.print_sheet)
        if not may_print:
            self.print_button.hide()
        self.status = Chip("")
        self.status.hide()
        self.cancelled = self._cancelled_note(may_plan=may_plan)
        self.news = self._news_note()
        self.present, self.awaited, self.free = (_Count() for _ in range(3))
        self.sum = ElidedLabel("", role="sub")
        self.sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar = FullBar()
        self._lay_out()

    def show_board(self, board: BoardOfSession, today: date) -> None:
        self.title.setText(board.title)
        self.line.setText(when_and_where(board, today))
        self.cancelled.setVisible(board.cancelled)
        self.present.say(board.present, tr("present"))
        self.awaited.say(board.awaited, tr("still awaited"))
        if board.over:
            self.free.say(board.over, tr("more than places"))
        elif board.free is None:
            self.free.hide()
        elif board.free == 0 and board.waiting:
            self.free.say(board.waiting, tr("in line"))
        else:
            self.free.say(board.free, ntr("free place", "free places", board.free))
        self.sum.setText(arithmetic(board))
        self.bar.setVisible(board.capacity is not None)
        self.bar.set_share(board.present, board.awaited, board.capacity or 0)

    def show_brief(self, brief: EventBrief, now: datetime) -> None:
        """How the whole event stands, and whether somebody must still hear what changed."""
        status = brief.standing.at(now)
        dates = len(brief.plan.dates)
        said = words(STATUSES[status])
        if dates > 1:
            said = f"{said} · {ntr('{n} date', '{n} dates', dates)}"
        self.status.set_text(said, STATUS_KINDS[status])
        self.status.setAccessibleName(said)
        self.status.show()
        left = brief.must_know - brief.know
        self.news.setVisible(left > 0 and not brief.standing.cancelled)
        self.news.say(
            ntr(
                "{n} person does not know yet what changed.",
                "{n} people do not know yet what changed.",
                left,
            )
        )

    def _news_note(self) -> Note:
        note = Note("warn")
        tell = Button(tr("Whom to tell"), icon="phone")
        tell.clicked.connect(self.tell)
        row = QHBoxLayout()
        note.column.removeWidget(note.label)
        row.addWidget(note.label, 1)
        row.addWidget(tell)
        note.column.addLayout(row)
        note.hide()
        return note

    def _cancelled_note(self, *, may_plan: bool) -> Note:
        note = Note("warn", tr("This event is cancelled."))
        row = QHBoxLayout()
        restore = Button(tr("Restore the event"), icon="undo")
        restore.clicked.connect(self.restore)
        if not may_plan:
            restore.hide()
        tell = Button(tr("Whom to tell"), icon="phone")
        tell.clicked.connect(self.tell)
        row.addWidget(restore)
        row.addWidget(tell)
        row.addStretch(1)
        note.column.addLayout(row)
        note.hide()
        return note

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(20), 0)
        column.setSpacing(px(6))
        names, verbs, taken = QWidget(), QWidget(), QWidget()
        names_column = QVBoxLayout(names)
        names_column.setContentsMargins(0, 0, 0, 0)
        names_column.setSpacing(px(2))
        names_column.addWidget(self.title)
        names_column.addWidget(self.line)
        row = QHBoxLayout(verbs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(Beside(names, verbs, ONE_LINE_FROM, gap=10))
        column.addWidget(self.cancelled)
        column.addWidget(self.news)
        share = QHBoxLayout(taken)
        share.setContentsMargins(0, 0, 0, 0)
        share.setSpacing(px(18))
        share.addWidget(self.sum)
        share.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        counts = Flow(px(18))
        counts.add(self.present, self.awaited, self.free, self.status)
        counts.push()
        counts.add(taken)
        column.addLayout(counts)


class _Count(QWidget):
    """A large number and what it counts."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self.number = Label("", role="num")
        self.words = Label("", role="sub")
        row.addWidget(self.number)
        row.addWidget(self.words)

    def say(self, number: int, words: str) -> None:
        self.number.setText(str(number))
        self.words.setText(words)
        self.setAccessibleName(f"{number} {words}")
        self.show()


class FullBar(QWidget):
    """How much of the places is taken: who is here filled, who is awaited hatched."""

    def __init__(self) -> None:
        super().__init__()
        self._here = self._awaited = 0
        self._places = 0
        self.setFixedHeight(px(14))
        self.setMinimumWidth(px(60))
        self.setMaximumWidth(px(150))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, here: int, awaited: int, places: int) -> None:
        self._here, self._awaited, self._places = here, awaited, places
        self.setAccessibleName(tr("{count} of {places} places taken", count=here, places=places))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = tokens()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = box.height() / 2
        painter.setPen(QPen(QColor(look.outline), 1))
        painter.setBrush(QColor(look.surface))
        painter.drawRoundedRect(box, radius, radius)
        if self._places:
            taken = min(1.0, (self._here + self._awaited) / self._places)
            here = min(1.0, self._here / self._places)
            self._fill(painter, box, taken, QColor(look.container))
            self._fill(painter, box, here, QColor(look.primary))
        painter.end()

    def _fill(self, painter: QPainter, box: QRectF, share: float, colour: QColor) -> None:
        if share <= 0:
            return
        painter.setBrush(colour)
        width = max(box.height(), box.width() * share)
        painter.drawRoundedRect(QRectF(box.left(), box.top(), width, box.height()), 6, 6)
