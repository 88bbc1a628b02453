"""What stands at the foot of each view: the meaning of its signs, and its keys."""

from PySide6.QtWidgets import QWidget

from app.bookings.board import Board
from app.language import ntr, tr
from ui.bookings.legend import legend
from ui.kit.labels import Label

Keys = list[tuple[str, str]]


def board_signs(board: Board) -> list[QWidget]:
    buffers = any(room.setup_minutes or room.clear_minutes for room in board.rooms)
    return legend(buffers=buffers and board.only is None)


def board_keys(board: Board) -> Keys:
    if board.only is not None:
        return [("←↑↓→", tr("go about")), ("M", tr("move")), ("PgUp PgDn", tr("week"))]
    keys = [("←↑↓→", tr("go about")), ("Enter", tr("open")), ("M", tr("move")), ("N", tr("new"))]
    if any(room.part_of_id for room in board.rooms):
        keys = [("+ −", tr("parts of halls")), *keys[2:]]
    return keys


def list_keys() -> Keys:
    return [
        ("Enter", tr("open")),
        ("M", tr("move")),
        ("S E", tr("start, end")),
        ("D", tr("duplicate")),
        ("C", tr("cancel")),
    ]


def week_count(board: Board) -> QWidget:
    """Of one room: how many bookings, and how many seats."""
    booked = sum(len(board.cards_in(column)) for column in board.columns)
    parts = [ntr("{n} booking", "{n} bookings", booked)]
    room = board.room(board.only) if board.only else None
    if room and room.capacity:
        parts.append(ntr("{n} seat", "{n} seats", room.capacity))
    return Label(" · ".join(parts), role="cap")
