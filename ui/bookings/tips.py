"""What the tooltip says: everything a block, a head or a closed stretch stands for."""

from datetime import timedelta

from PySide6.QtCore import QPointF

from app.bookings.board import Board
from app.language import long_date
from app.slot import Slot
from ui.bookings.geometry import Geometry
from ui.bookings.hold import card_at
from ui.bookings.sentences import card_sentence, cell_sentence, room_sentence
from ui.bookings.shadows import shadows_of


def tip_at(board: Board, geometry: Geometry, point: QPointF) -> str:
    """Nothing over free time."""
    if point.x() < geometry.gutter or not board.columns:
        return ""
    number = geometry.column_at(point.x())
    column = board.columns[number]
    room = board.room(column.room_id)
    if room is None:
        return ""
    if point.y() < geometry.header:
        day = [long_date(column.day)] if board.only else []
        return ", ".join((*day, room_sentence(room)))
    if card := card_at(board, geometry, point):
        return card_sentence(board, card)
    at = geometry.time_at(point.y(), number)
    moment = Slot(at, at + timedelta(minutes=1))
    for shadow in shadows_of(board):
        if shadow.room_id == room.id and shadow.slot.overlaps(moment):
            return shadow.text
    return cell_sentence(board, room, moment) if _closed(board, moment) else ""


def _closed(board: Board, moment: Slot) -> bool:
    return any(shut.slot.overlaps(moment) for shut in board.closures)
