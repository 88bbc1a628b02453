"""What the right button offers on a booking and on free time; every line has its key."""

from collections.abc import Callable

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
) -> QMenu:
    """``steer`` does what a key does; ``do`` performs an action at once."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def key(text: str, letter: str, verb: Verb) -> None:
        menu.addAction(f"{text}\t{letter}").triggered.connect(lambda: steer(verb))

    def now(text: str, action: Action) -> None:
        menu.addAction(text).triggered.connect(lambda: do(action))

    card = cursor.card
    if card is None:
        key(tr("Book this time"), "Enter", Verb.ENTER)
        return menu
    key(tr("Open"), "Enter", Verb.ENTER)
    key(tr("Duplicate"), "D", Verb.DUPLICATE)
    if card.of_event:
        return menu
    if card.cancelled:
        now(tr("Restore the booking"), RestoreBooking(card.id))
        return menu
    key(tr("Move"), "M", Verb.MOVE)
    key(tr("Change the start"), "S", Verb.START)
    key(tr("Change the end"), "E", Verb.END)
    menu.addSeparator()
    now(*_confirming(card))
    key(tr("Cancel the booking"), "C", Verb.CANCEL)
    return menu


def _confirming(card: BookingCard) -> tuple[str, Action]:
    if card.pending:
        return tr("Confirm"), ConfirmBooking(card.id)
    return tr("To be confirmed"), UnconfirmBooking(card.id)
