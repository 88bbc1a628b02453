"""What must be prepared for coming sessions: ticks, heads, who does it; no names of visitors."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.accessibility.preparing import Prepared, SetPreparation
from app.accessibility.queries import SessionToPrepare, SupportLine
from app.accessibility.vocabulary import Support
from app.events.details import SessionPlace
from app.events.plan import MoveSession
from app.language import tr
from app.permission import Permission
from app.slot import Slot
from ui.accessibility.session_block import SessionBlock
from ui.accessibility.support_row import SupportRow
from ui.desk import QtDesk
from ui.kit.cards import Card, Hline
from ui.kit.empty import Empty
from ui.kit.scroll import Scroll
from ui.theme import px


class ComingCard(Card):
    """A block for each session that has something to prepare."""

    go = Signal(str, object)
    details = Signal(object)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__((2, 2, 2, 2))
        self._desk = desk
        self._may_move = desk.may(Permission.PLAN_EVENTS)
        self._may_prepare = desk.may(Permission.PREPARE)
        self._shape: object = None
        self._wanted: UUID | None = None
        self.blocks: list[SessionBlock] = []
        self._scroll = Scroll()
        self.column.addWidget(self._scroll)

    def show_sessions(self, sessions: tuple[SessionToPrepare, ...], today: date) -> None:
        """Built anew only when what is there has changed, not how far it is."""
        shape = (today, tuple(_shape(one) for one in sessions))
        if shape == self._shape:
            for block, one in zip(self.blocks, sessions, strict=True):
                block.show_session(one)
            return
        begun, focused = self._begun(), self._focused()
        at = self._scroll.verticalScrollBar().value()
        self._shape = shape
        self._build(sessions, today)
        self._scroll.verticalScrollBar().setValue(at)
        for key, text in begun.items():
            if (row := self._row(key)) is not None:
                row.who.setText(text)
        if focused is not None and (row := self._row(focused[0])) is not None:
            (row.who if focused[1] else row.tick).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._wanted is not None:
            self.choose(self._wanted)

    def choose(self, session_id: UUID) -> None:
        """Bring the block of a session to sight, now or when the answer comes."""
        self._wanted = session_id
        for block in self.blocks:
            if block.session.session_id == session_id:
                self._wanted = None
                block.rows[0].tick.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.ensureWidgetVisible(block)

    def _build(self, sessions: tuple[SessionToPrepare, ...], today: date) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(px(16), px(10), px(12), px(10))
        column.setSpacing(px(10))
        self.blocks = []
        for one in sessions:
            if self.blocks:
                column.addWidget(Hline())
            block = SessionBlock(one, today, may_move=self._may_move)
            block.wanted.connect(self._set)
            block.move_wanted.connect(self._move)
            block.open_event.connect(lambda session_id: self.go.emit("events", session_id))
            block.details.connect(self.details)
            for row in block.rows:
                row.tick.setEnabled(self._may_prepare)
                row.who.setEnabled(self._may_prepare)
            self.blocks.append(block)
            column.addWidget(block)
        if sessions:
            column.addStretch(1)
        else:
            column.addWidget(_nothing(), 1)
        self._scroll.setWidget(body)

    def _set(self, line: SupportLine, wanted: Prepared) -> None:
        self._desk.do(SetPreparation(line.session_id, line.support, line.prepared, wanted))

    def _move(self, one: SessionToPrepare) -> None:
        room_id = one.mismatches[0].free_room_id
        slot = Slot(one.start, one.end)
        seen, wanted = SessionPlace(slot, one.room_id), SessionPlace(slot, room_id)
        self._desk.do(MoveSession(one.session_id, seen, wanted))

    def _rows(self) -> list[SupportRow]:
        return [row for block in self.blocks for row in block.rows]

    def _row(self, key: tuple[UUID, Support]) -> SupportRow | None:
        return next((row for row in self._rows() if _key(row) == key), None)

    def _begun(self) -> dict[tuple[UUID, Support], str]:
        """Names that are being written, so that news from another desk takes no letter away."""
        found = {_key(row): row.unsaved for row in self._rows() if row.who.hasFocus()}
        return {key: text for key, text in found.items() if text is not None}

    def _focused(self) -> tuple[tuple[UUID, Support], bool] | None:
        for row in self._rows():
            if row.who.hasFocus() or row.tick.hasFocus():
                return _key(row), row.who.hasFocus()
        return None


def _key(row: SupportRow) -> tuple[UUID, Support]:
    return row.line.session_id, row.line.support


def _shape(one: SessionToPrepare) -> object:
    supports = tuple(line.support for line in one.lines)
    return one.session_id, one.title, one.start, one.end, one.room_id, supports, one.mismatches


def _nothing() -> Empty:
    return Empty(
        "access",
        tr("Nothing has to be prepared"),
        tr("Needs are recorded on a visitor's card (F6)."),
    )
