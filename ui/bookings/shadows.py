"""What a divisible hall casts on its other columns: time that is taken by the whole or by a part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.bookings.board import Board, BoardRoom, BookingCard
from app.language import tr
from app.slot import Slot


@dataclass(frozen=True)
class Shadow:
    """Time in a column that cannot be booked, though no booking stands there."""

    room_id: UUID
    slot: Slot
    text: str


def shadows_of(board: Board) -> tuple[Shadow, ...]:
    return tuple(one for room in board.shown for one in _on(board, room))


def parts_booked(board: Board) -> bool:
    """Whether any part of a hall is booked by itself on this day."""
    parts = {room.id for room in board.rooms if room.part_of_id}
    return any(card.room_id in parts for card in board.cards)


def parts_of_halls(rooms: Sequence[BoardRoom]) -> frozenset[UUID]:
    """Parts whose whole is shown too: they may be folded into it."""
    ids = {room.id for room in rooms}
    return frozenset(room.id for room in rooms if room.part_of_id in ids)


def _on(board: Board, room: BoardRoom) -> Iterator[Shadow]:
    others = board.floor.sharing(room.id) - {room.id}
    if not others:
        return
    cast = [card for card in board.cards if card.room_id in others]
    for group in _together(board, cast):
        slot = Slot(min(s.start for s, _ in group), max(s.end for s, _ in group))
        yield Shadow(room.id, slot, _words(room, [name for _, name in group]))


def _together(board: Board, cards: list[BookingCard]) -> Iterator[list[tuple[Slot, str]]]:
    """Bookings whose times, buffers included, touch each other."""
    rooms = {room.id: room for room in board.rooms}
    spans = sorted(
        (board.floor.needed(card.place, card.terms), rooms[card.room_id].name) for card in cards
    )
    group: list[tuple[Slot, str]] = []
    for span in spans:
        if group and span[0].start >= max(slot.end for slot, _ in group):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _words(room: BoardRoom, names: list[str]) -> str:
    if room.part_of_id:
        return tr("The whole hall is taken")
    return tr("Taken: {parts}", parts=tuple(dict.fromkeys(names)))
