"""What stands in the cells of a week of all rooms: a chip for each booking, and where it lies."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from app.bookings.board import Board, BookingCard, Column, day_of
from app.language import tr
from app.slot import Slot
from ui.bookings.block import font
from ui.bookings.sentences import title_of
from ui.bookings.shadows import Shadow, shadows_of
from ui.theme import CONDENSED, px

TOP, GAP = 19, 2
ONE_LINE, TWO_LINES = 21, 36
TITLE_AT, SIGN = 42, 20
"""Where the title begins, and what a sign at the right takes, at 100 %."""


@dataclass(frozen=True)
class Chip:
    """A booking, or time that nobody may book when ``card`` is None."""

    slot: Slot
    text: str
    lines: int
    card: BookingCard | None = None

    @property
    def height(self) -> int:
        return px(TWO_LINES if self.lines == 2 else ONE_LINE)


@dataclass(frozen=True)
class Lane:
    """A room on a day, with everything that stands in it."""

    column: Column
    chips: tuple[Chip, ...]
    taken: tuple[tuple[Slot, str], ...]
    """All that is taken, and by which kind; "" when nobody may have it."""
    is_closed: bool

    @property
    def height(self) -> int:
        """What the chips need."""
        return px(TOP) + sum(chip.height + px(GAP) for chip in self.chips)

    def boxes(self, cell: QRectF) -> list[tuple[Chip, QRectF]]:
        """Each chip and where it is in its cell."""
        found, y = [], cell.top() + px(TOP) - px(5)
        for chip in self.chips:
            found.append((chip, QRectF(cell.left() + 4, y, cell.width() - 8, chip.height)))
            y += chip.height + px(GAP)
        return found

    def chip_at(self, cell: QRectF, point: QPointF) -> Chip | None:
        return next((chip for chip, box in self.boxes(cell) if box.contains(point)), None)


def lanes_of(board: Board, width_of: Callable[[Column], float]) -> dict[Column, Lane]:
    """``width_of`` a cell says whether a title needs two lines."""
    metrics = QFontMetricsF(title_font())
    shadows = shadows_of(board)

    def lane(column: Column) -> Lane:
        cast = [(one.slot, one.text) for one in shadows if _falls_on(one, column)]
        shut = [
            (one.slot, tr("Closed: {reason}", reason=one.reason)) for one in board.shut_in(column)
        ]
        said = [*shut, *(cast if board.folded else [])]  # else the booking itself is in sight
        chips = _chips(board, column, said, _Fitting(metrics, width_of(column)))
        kinds = [(card.slot, card.kind.value) for card in board.cards_in(column)]
        nobody = [(slot, "") for slot, _ in (*shut, *cast)]
        return Lane(column, tuple(chips), (*nobody, *kinds), board.is_closed(column))

    return {column: lane(column) for column in board.columns}


def title_font() -> QFont:
    return font(13, QFont.Weight.DemiBold, CONDENSED)


def signs_of(card: BookingCard) -> list[str]:
    """What the chip has room for: waiting, private."""
    return [name for name, holds in (("clock", card.pending), ("lock", card.private)) if holds]


@dataclass(frozen=True)
class _Fitting:
    metrics: QFontMetricsF
    width: float

    def lines(self, text: str, signs: int) -> int:
        room = self.width - 8 - px(TITLE_AT) - px(4) - signs * px(SIGN)
        return 2 if " " in text and self.metrics.horizontalAdvance(text) > room else 1


def _chips(
    board: Board, column: Column, taken: list[tuple[Slot, str]], fitting: _Fitting
) -> list[Chip]:
    found = []
    for card in board.cards_in(column):
        title = title_of(card)
        found.append(Chip(card.slot, title, fitting.lines(title, len(signs_of(card))), card))
    found += [Chip(slot, text, fitting.lines(text, 0)) for slot, text in taken]
    return sorted(found, key=lambda chip: (chip.slot.start, chip.text))


def _falls_on(shadow: Shadow, column: Column) -> bool:
    return shadow.room_id == column.room_id and shadow.slot.overlaps(day_of(column.day))
