"""What an action and a question are, and what an action leaves behind.

An action is a frozen dataclass: the verb is its name, its fields are what the verb needs (ids and
plain values only), and ``perform`` does it inside a transaction that it neither opens nor commits.
A question is the same thing for reading; it never writes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar
from uuid import UUID

from app.language import Message
from app.permission import Permission

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Answer_co = TypeVar("Answer_co", covariant=True)


class Kind(StrEnum):
    """What a change can be about; every tab lists the kinds it shows."""

    CENTRE = "centre"
    STAFF = "staff"
    VISITORS = "visitors"
    ORGANISATIONS = "organisations"
    VISITS = "visits"
    CONSENTS = "consents"
    ROOMS = "rooms"
    BOOKINGS = "bookings"
    INITIATIVES = "initiatives"
    EVENTS = "events"
    REGISTRATIONS = "registrations"
    ATTENDANCE = "attendance"
    OPINIONS = "opinions"
    NEEDS = "needs"


@dataclass(frozen=True)
class Topic:
    """A kind of thing and the ids touched; no ids means "any of them"."""

    kind: Kind
    ids: frozenset[UUID] = frozenset()


def about(kind: Kind, *ids: UUID) -> Topic:
    return Topic(kind, frozenset(ids))


class Action(Protocol):
    """Something a person does, named by a verb."""

    permission: ClassVar[Permission]

    def perform(self, session: Session, /) -> Change: ...


class Question(Protocol[Answer_co]):
    """Something a person wants to know, named by what comes back; it never writes."""

    permission: ClassVar[Permission]

    def answer(self, session: Session, /) -> Answer_co: ...


@dataclass(frozen=True)
class Change:
    """What an action leaves: a sentence, its topics, and the action that takes it back."""

    message: Message
    topics: frozenset[Topic]
    undo: Action | None = None
    """None when it cannot be taken back; the window then asks before, not after."""
    rest: Action | None = field(default=None, kw_only=True)
    """What is left of long work: the desk does it next, in a turn of its own, so that no other desk
    waits longer than for one part. ``undo`` then takes back everything done so far."""
    share: float = field(default=1.0, kw_only=True)
    """How much of the whole is done with this part."""

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(topic.kind for topic in self.topics)
