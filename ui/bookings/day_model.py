"""The rows of a list: bookings, closures, and what was cancelled, in the order of time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from app.bookings.board import Board, BookingCard
from app.bookings.facts import Shut
from app.language import day_month, tr, weekday_shortest
from app.slot import Slot
from ui.bookings.block import font
from ui.bookings.sentences import (
    card_sentence,
    facts_of,
    kind_of,
    letter_of,
    state_of,
    times_of,
    title_of,
)
from ui.kit.cards import paint_badge
from ui.kit.icons import pixmap
from ui.kit.labels import plain_tip
from ui.theme import px, tokens

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
DISPLAY = Qt.ItemDataRole.DisplayRole
DAY, TIME, ROOM, TITLE, HOLDER, KIND, PEOPLE, STATE = range(8)
WIDTHS = {DAY: 110, TIME: 118, ROOM: 142, HOLDER: 176, KIND: 168, PEOPLE: 70, STATE: 168}


@dataclass(frozen=True)
class Line:
    """One row: a booking, or a closure when ``card`` is None."""

    slot: Slot
    room: str
    title: str
    card: BookingCard | None = None
    shut: Shut | None = None

    @property
    def cancelled(self) -> bool:
        return self.card is not None and self.card.cancelled


def lines_of(board: Board) -> list[Line]:
    names = {room.id: room.name for room in board.rooms}
    order = {room.id: n for n, room in enumerate(board.rooms)}
    cards = [
        Line(card.slot, names.get(card.room_id, ""), title_of(card), card=card)
        for card in (*board.cards, *board.cancelled)
    ]
    shuts = [
        Line(shut.slot, _where(names, shut), shut.reason, shut=shut) for shut in board.closures
    ]

    def place(line: Line) -> tuple[datetime, int]:
        room_id = line.card.room_id if line.card else line.shut.room_id if line.shut else None
        return line.slot.start, order.get(room_id, -1) if room_id else -1

    return sorted(cards + shuts, key=place)


@dataclass
class _Look:
    """What a cell needs to be painted, made once for a look."""

    bold: QFont = field(default_factory=lambda: font(15, QFont.Weight.DemiBold))
    struck: QFont = field(default_factory=lambda: _struck(font(15, QFont.Weight.DemiBold)))


class DayModel(QAbstractTableModel):
    """Read only; a new board replaces all rows."""

    def __init__(self) -> None:
        super().__init__()
        self.board: Board | None = None
        self.lines: list[Line] = []
        self._look = _Look()
        self._heads = [
            tr("Day"),
            tr("Time"),
            tr("Room"),
            tr("Title"),
            tr("For"),
            tr("Kind"),
            tr("People"),
            tr("State"),
        ]
        self._roles: dict[int, Callable[[Line, int], Any]] = {
            DISPLAY: self._text,
            Qt.ItemDataRole.FontRole: self._font,
            Qt.ItemDataRole.DecorationRole: self._picture,
            Qt.ItemDataRole.ForegroundRole: self._ink,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: self._tip,
        }

    def show_board(self, board: Board) -> None:
        self.beginResetModel()
        self.board, self.lines, self._look = board, lines_of(board), _Look()
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == DISPLAY:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        answer = self._roles.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self.lines[index.row()], index.column())

    def _text(self, line: Line, column: int) -> str:
        if column == DAY:
            day = line.slot.start.date()
            return f"{weekday_shortest(day)} {day_month(day)}"
        if column in (TIME, ROOM, TITLE):
            return {TIME: times_of(line.slot), ROOM: line.room, TITLE: line.title}[column]
        card = line.card
        if card is None:
            return tr("Closed") if column == STATE else "–"
        texts = {
            HOLDER: card.holder or "–",
            KIND: kind_of(card.kind),
            PEOPLE: str(card.people) if card.people else "–",
            STATE: ", ".join([state_of(card), *facts_of(card)[card.pending :]]),
        }
        return texts[column]

    def _tip(self, line: Line, column: int) -> str:
        return plain_tip(self._text(line, column))

    def _font(self, line: Line, column: int) -> QFont | None:
        if column not in (TIME, TITLE):
            return None
        return self._look.struck if line.cancelled else self._look.bold

    def _picture(self, line: Line, column: int) -> QIcon | None:
        look = tokens()
        if column == KIND and line.card is not None:
            return _untinted(_badge(line.card))
        if column != STATE:
            return None
        name, ink = _state_sign(line)
        return _untinted(pixmap(name, getattr(look, ink), px(18)))

    def _ink(self, line: Line, column: int) -> QColor | None:
        look = tokens()
        if column == STATE:
            return QColor(getattr(look, _state_sign(line)[1]))
        dim = line.cancelled or column == HOLDER
        return QColor(look.text2 if dim else look.text)

    def _spoken(self, line: Line, column: int) -> str:
        """The first cell in sight says the whole row, the others themselves."""
        board = self.board
        if board is None or column != (DAY if board.days > 1 else TIME):
            return self._text(line, column)
        if line.card is None:
            day = f"{self._text(line, DAY)}, " if board.days > 1 else ""
            return f"{day}{times_of(line.slot)}, {line.room}, {tr('Closed')}: {line.title}"
        return f"{card_sentence(board, line.card)}, {state_of(line.card)}"


def _where(names: dict[Any, str], shut: Shut) -> str:
    return names.get(shut.room_id, "") if shut.room_id else tr("The whole centre")


def _state_sign(line: Line) -> tuple[str, str]:
    if line.card is None:
        return "lock", "text2"
    if line.card.cancelled:
        return "close", "danger"
    return ("clock", "warn") if line.card.pending else ("check", "ok")


def _badge(card: BookingCard) -> QPixmap:
    side = px(18)
    picture = QPixmap(side * 2, side * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = picture.rect().toRectF()
    box.setSize(box.size() / 2)
    paint_badge(painter, box.adjusted(1, 1, -1, -1), card.kind.value, letter_of(card.kind))
    painter.end()
    return picture


def _untinted(picture: QPixmap) -> QIcon:
    """A bare pixmap would be washed over in the chosen row."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def _struck(made: QFont) -> QFont:
    struck = QFont(made)
    struck.setStrikeOut(True)
    return struck
