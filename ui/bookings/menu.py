"""What the right button offers on a booking and on free time; every line has its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.action import Action
from app.bookings.board import BookingCard
from app.bookings.status import ConfirmBooking, RestoreBooking, UnconfirmBooking
from app.language import tr
from ui.bookings.cursor import Cursor
from ui.bookings.planner_keys import Verb


def menu_for(
    parent: QWidget,
    cursor: Cursor,
    do: Callable[[Action], None],
    steer: Callable[[Verb], object],
    free: Sequence[tuple[str, str, Verb]],
) -> QMenu:
    """``steer`` does what a key does; ``do`` performs an action at once; ``free``: without a booking."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def key(text: str, letter: str, verb: Verb) -> None:
        menu.addAction(f"{text}\t{letter}").triggered.connect(lambda: steer(verb))

    def now(text: str, action: Action) -> None:
        menu.addAction(text).triggered.connect(lambda: do(action))

    card = cursor.card
    if card is None:
        for line in free:
            key(*line)
        return menu
    key(tr("Open"), "Enter", Verb.ENTER)
    key(tr("Duplicate"), "D", Verb.DUPLICATE)
    if card.cancelled:
        now(tr("Restore the booking"), RestoreBooking(card.id))
        return menu
    key(tr("Move"), "M", Verb.MOVE)
    key(tr("Change the start"), "S", Verb.START)
    key(tr("Change the end"), "E", Verb.END)
    if card.of_event:  # the rest is decided at the event itself
        return menu
    menu.addSeparator()
    now(*_confirming(card))
    key(tr("Cancel the booking"), "C", Verb.CANCEL)
    return menu


def _confirming(card: BookingCard) -> tuple[str, Action]:
    if card.pending:
        return tr("Confirm"), ConfirmBooking(card.id)
    return tr("To be confirmed"), UnconfirmBooking(card.id)


def board_menu() -> Sequence[tuple[str, str, Verb]]:
    """On free time."""
    return [(tr("Book this time"), "Enter", Verb.ENTER)]


def cell_menu() -> Sequence[tuple[str, str, Verb]]:
    """On a day of a room, in a week or a month."""
    return [
        (tr("Open the day"), "Enter", Verb.ENTER),
        (tr("Week of the room"), "R", Verb.ROOM),
        (tr("Book"), "N", Verb.NEW),
    ]
