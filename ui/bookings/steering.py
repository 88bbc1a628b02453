"""Keys on the board: they move the cursor, or the ghost while something is being moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.bookings import cursor as cursors
from ui.bookings.ghost import Ghost, Grip, drawn, moving
from ui.bookings.planner_keys import Verb

if TYPE_CHECKING:
    from app.bookings.board import Board
    from ui.bookings.board import Planner
    from ui.bookings.cursor import Cursor

STEP, FINE_STEP = 15, 5
GRIPS = {Verb.MOVE: Grip.WHOLE, Verb.START: Grip.START, Verb.END: Grip.END}
ACROSS = {Verb.LEFT: -1, Verb.RIGHT: 1}
DOWN = {Verb.UP: -1, Verb.DOWN: 1, Verb.SHORTER: -1, Verb.LONGER: 1}
LENGTH = {Verb.SHORTER: -1, Verb.LONGER: 1}
DAYS = {Verb.DAY_BEFORE: -1, Verb.DAY_AFTER: 1}


def one_step(ghost: Ghost, verb: Verb, *, fine: bool = False) -> Ghost | None:
    """The ghost after one key; None when the key means nothing to it."""
    if verb in ACROSS:
        steps = ACROSS[verb]
        return ghost.stepped(days=steps) if ghost.board.only else ghost.stepped(rooms=steps)
    if verb in DAYS and ghost.board.days > 1:
        return ghost.stepped(days=DAYS[verb])
    if verb in DOWN:
        return ghost.stepped(minutes=DOWN[verb] * (FINE_STEP if fine else STEP))
    return None


class Steering:
    """The keyboard's half of a planner."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner

    def steer(self, verb: Verb, *, fine: bool = False) -> bool:
        """Do what the key means here; False when it means nothing."""
        planner = self._planner
        if planner.ghost is not None:
            return self._steer_ghost(planner.ghost, verb, fine=fine)
        if verb in DAYS:
            planner.day_wanted.emit(DAYS[verb])
            return True
        if verb in (Verb.SHOW_PARTS, Verb.HIDE_PARTS):
            planner.parts_wanted.emit(verb is Verb.SHOW_PARTS)
            return True
        if planner.board is None or planner.spot is None:
            return False
        if verb is Verb.ROOM:
            planner.room_wanted.emit(planner.spot.place.room_id)
            return True
        return self._walk(planner.board, planner.spot, verb) or self._act(
            planner.board, planner.spot, verb
        )

    def _steer_ghost(self, ghost: Ghost, verb: Verb, *, fine: bool) -> bool:
        if verb is Verb.ESCAPE:
            self._planner.hold_ghost(None)
        elif verb is Verb.ENTER:
            self._planner.drop(ghost)
        elif further := one_step(ghost, verb, fine=fine):
            self._planner.hold_ghost(further)
        else:
            return False
        return True

    def _walk(self, board: Board, cursor: Cursor, verb: Verb) -> bool:
        if verb in LENGTH:
            self._planner.go_to(cursors.longer(board, cursor, LENGTH[verb]))
        elif verb in DOWN:
            self._planner.go_to(cursors.up_or_down(board, cursor, DOWN[verb]))
        elif verb in ACROSS:
            self._planner.go_to(cursors.sideways(board, cursor, ACROSS[verb]))
        elif verb in (Verb.FIRST, Verb.LAST):
            self._planner.go_to(cursors.to_edge(board, cursor, end=verb is Verb.LAST))
        else:
            return False
        return True

    def _act(self, board: Board, cursor: Cursor, verb: Verb) -> bool:
        planner, card = self._planner, cursor.card
        if verb is Verb.NEW:
            planner.new_wanted.emit(None)
            return True
        if verb is Verb.ENTER and card is None:
            planner.drop(drawn(board, cursor.place))
            return True
        if card is None:
            return False
        if verb in GRIPS:
            planner.hold_ghost(moving(board, card, GRIPS[verb]))
            return True
        signals = {
            Verb.ENTER: planner.opened,
            Verb.DUPLICATE: planner.duplicate_wanted,
            Verb.CANCEL: planner.cancel_wanted,
        }
        if verb not in signals:
            return False
        signals[verb].emit(card)
        return True
