"""What is said about blocks, cells and ghosts, on the screen and to a screen reader."""

from app.bookings.board import Board, BoardRoom, BookingCard
from app.bookings.facts import Shut
from app.bookings.model import BookingKind, Having
from app.bookings.vocabulary import FEATURES, HAVING, KINDS, LETTERS
from app.language import clock_time, day_range, long_date, ntr, time_range, tr, words
from app.slot import Slot


def title_of(card: BookingCard) -> str:
    """A private booking of which we know nothing is only a taken room."""
    return card.title or tr("Taken")


def times_of(slot: Slot) -> str:
    return time_range(slot.start.time(), slot.end.time())


def letter_of(kind: BookingKind) -> str:
    return words(LETTERS[kind])[:1]


def kind_of(kind: BookingKind) -> str:
    return words(KINDS[kind])


def state_of(card: BookingCard) -> str:
    if card.cancelled:
        return tr("Cancelled")
    return tr("To be confirmed") if card.pending else tr("Confirmed")


def facts_of(card: BookingCard) -> list[str]:
    """The words that stand beside the time."""
    found = [tr("to be confirmed")] if card.pending else []
    return [*found, tr("tentative")] if card.tentative else found


def card_sentence(board: Board, card: BookingCard) -> str:
    """Everything a block shows, in one sentence."""
    room = board.room(card.room_id)
    day = [long_date(card.slot.start.date())] if board.days > 1 else []
    parts = [room.name if room else "", *day, times_of(card.slot), title_of(card)]
    parts += [card.holder, kind_of(card.kind), *facts_of(card)]
    parts += [tr("private")] if card.private else []
    parts += [tr("belongs to an event")] if card.of_event else []
    return ", ".join(filter(None, parts))


def cell_sentence(board: Board, room: BoardRoom, slot: Slot) -> str:
    """A stretch of time in which nothing is booked, and what stands in the way of booking it."""
    shut = next((s for s in board.closures if _touches(board, s, room, slot)), None)
    state = tr("closed: {reason}", reason=shut.reason) if shut else tr("free")
    return ", ".join((room.name, moment(board, slot), state))


def moment(board: Board, slot: Slot) -> str:
    """A time as it is read aloud, with its day where several are shown."""
    day = f"{long_date(slot.start.date())}, " if board.days > 1 else ""
    return day + spoken(slot)


def spoken(slot: Slot) -> str:
    """Times as they are read aloud."""
    start, end = clock_time(slot.start.time()), clock_time(slot.end.time())
    return tr("from {start} to {end}", start=start, end=end)


def room_sentence(room: BoardRoom) -> str:
    """A column's head: the room, its seats and what it offers."""
    parts = [room.name]
    if room.capacity:
        parts.append(ntr("{n} seat", "{n} seats", room.capacity))
    for row in room.features:
        if row.having in (Having.YES, Having.LIMITED):
            name = words(FEATURES[row.feature])
            limited = f" ({words(HAVING[row.having])})" if row.having is Having.LIMITED else ""
            parts.append(name + limited)
    return ", ".join(parts)


def board_sentence(board: Board) -> str:
    """The whole board in a few words."""
    if board.only is not None:
        room = board.room(board.only)
        booked = sum(len(board.cards_in(column)) for column in board.columns)
        parts = [room.name if room else "", day_range(board.dates[0], board.dates[-1])]
    else:
        booked = len(board.cards)
        parts = [ntr("{n} room", "{n} rooms", len(board.shown))]
    return ", ".join((*parts, ntr("{n} booking", "{n} bookings", booked)))


def _touches(board: Board, shut: Shut, room: BoardRoom, slot: Slot) -> bool:
    where = shut.room_id is None or shut.room_id in board.floor.sharing(room.id)
    return where and shut.slot.overlaps(slot)
