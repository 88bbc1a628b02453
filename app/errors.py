"""The ways an action can end without happening; each is written for the person at the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.language import Message, words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.action import Action


@dataclass(frozen=True)
class Offer:
    """A way out that stands beside a refusal: a short sentence and the action it would do."""

    message: Message
    action: Action


class Refused(Exception):  # noqa: N818 - a rule said no; nothing went wrong
    """A rule of the centre said no; ``message`` says what to do next.

    What takes long to look for (``look``) the desk looks for after it has given the turn back, so that
    nobody waits for another's way out; it is then part of ``offers``.
    """

    def __init__(
        self,
        message: Message,
        offers: tuple[Offer, ...] = (),
        look: Callable[[Session], tuple[Offer, ...]] | None = None,
    ) -> None:
        super().__init__(message, offers)
        self.message = message
        self.offers = offers
        self._look = look

    def look_for_ways_out(self, session: Session) -> None:
        """Ask for them once."""
        if self._look is not None:
            self.offers, self._look = self._look(session), None

    def __str__(self) -> str:
        return words(self.message)


class ChangedElsewhere(Refused):
    """Somebody changed the same record after we looked at it."""


class NotAllowed(Refused):
    """The signed-in person has no permission for this."""


class CannotOpen(Refused):
    """The database cannot be opened; the subclasses say why."""


class WrongKey(CannotOpen):
    """The file was locked with another key."""


class DamagedDatabase(CannotOpen):
    """The key fits, but the file is not whole."""


class NewerDatabase(CannotOpen):
    """A newer version of the program has been here."""


class BrokenUpgrade(CannotOpen):
    """An upgrade failed on the copy; the database itself is untouched."""
