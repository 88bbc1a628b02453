"""A session with what must be prepared for it, and what its room lacks."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.accessibility.matching import Mismatch
from app.accessibility.queries import SessionToPrepare
from app.accessibility.vocabulary import WORDS
from app.bookings.model import Having
from app.language import clock_time, day_month, ntr, tr, weekday_short, words
from ui.accessibility.support_row import SupportRow
from ui.kit.buttons import Button
from ui.kit.cards import Chip, Note
from ui.kit.labels import ElidedLabel
from ui.theme import px


class SessionBlock(QWidget):
    """Its rows follow the desk's answers in place, so that the focus and what is typed stay."""

    wanted = Signal(object, object)
    """SupportLine as seen, Prepared as wanted."""
    move_wanted = Signal(object)
    """SessionToPrepare: into the free room that fits."""
    open_event = Signal(object)
    """UUID of the session."""
    details = Signal(object)
    """SessionToPrepare: for whom, and how far each support is."""

    def __init__(self, one: SessionToPrepare, today: date, *, may_move: bool) -> None:
        super().__init__()
        self.session = one
        self._left = Chip("", "ok", "check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(self._head(today))
        self.rows: list[SupportRow] = []
        for line in one.lines:
            row = SupportRow(line)
            row.wanted.connect(self.wanted)
            self.rows.append(row)
            column.addWidget(row)
        if one.mismatches:
            column.addWidget(self._mismatch(one, may_move=may_move))
        self.show_session(one)

    def show_session(self, one: SessionToPrepare) -> None:
        """The same session with the same supports; only how far they are may differ."""
        self.session = one
        for row, line in zip(self.rows, one.lines, strict=True):
            row.show_line(line)
        if one.left:
            left = ntr("To prepare: {n}", "To prepare: {n}", one.left)
            self._left.set_text(left, "warn", "warn")
        else:
            self._left.set_text(tr("All is ready"), "ok", "check")

    def _head(self, today: date) -> QHBoxLayout:
        one = self.session
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Chip(day_word(one.start.date(), today), "band"))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(one.title, role="h3"))
        where = " · ".join(filter(None, (clock_time(one.start), one.place)))
        texts.addWidget(ElidedLabel(where, role="sub"))
        head.addLayout(texts, 1)
        head.addWidget(self._left)
        more = Button(tr("Details"), kind="quiet")
        more.setAccessibleName(tr("Details: {title}", title=one.title))
        more.clicked.connect(lambda: self.details.emit(self.session))
        head.addWidget(more)
        return head

    def _mismatch(self, one: SessionToPrepare, *, may_move: bool) -> Note:
        note = Note("warn", _why(one))
        free = one.mismatches[0].free_room
        if free and may_move:
            verb = Button(tr("Move to {room}", room=free), icon="door")
            verb.clicked.connect(lambda: self.move_wanted.emit(self.session))
        else:
            verb = Button(tr("Open the event"), icon="event")
            verb.clicked.connect(lambda: self.open_event.emit(one.session_id))
        note.column.addWidget(verb, 0, Qt.AlignmentFlag.AlignLeft)
        return note


def day_word(day: date, today: date) -> str:
    days = (day - today).days
    if days in (0, 1):
        return tr("Today") if days == 0 else tr("Tomorrow")
    return f"{weekday_short(day)} {day_month(day)}"


def _why(one: SessionToPrepare) -> str:
    sentences = [_lacks(trouble) for trouble in one.mismatches]
    if free := one.mismatches[0].free_room:
        at = clock_time(one.start)
        sentences.append(tr("{room} is free at {at} and has it.", room=free, at=at))
    return " ".join(sentences)


def _lacks(trouble: Mismatch) -> str:
    what = words(WORDS[trouble.support])
    if trouble.having is Having.UNKNOWN:
        return tr("{room}: it is not known whether it has “{what}”.", room=trouble.room, what=what)
    return tr("{room} does not have “{what}”.", room=trouble.room, what=what)
