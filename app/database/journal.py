"""The turn and the journal: permission to write, one desk at a time, and what was done.

Every action first takes the turn, so only one desk is inside at a time: SQLite takes its write
lock, PostgreSQL locks the one row. Rules may then look before they write, with the same plain
queries on both. The turn's number is the page number of the journal, and the journal is how other
desks learn what changed.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.action import Kind, Topic
from app.database.base import Base, Keeping, UtcTime
from app.permission import Permission, SignedIn

KEEPING = Keeping(
    purpose="to show who did what, and to tell other desks",
    basis="legitimate interest of the centre; GDPR Art. 5(2) accountability",
    retention="3 years; names are looked up, so an erased name disappears from it",
)


class Turn(Base):
    """One row: the number of the last action."""

    __tablename__ = "turn"
    keeping = KEEPING

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(default=0)
    house: Mapped[int] = mapped_column(default=0)
    """The turn in which rooms or opening hours were last changed: until the next, what every rule
    needs of them is remembered."""


class Entry(Base):
    """One action that was done; ``message`` and ``topics`` are JSON without names of visitors."""

    __tablename__ = "journal"
    keeping = KEEPING

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[UUID] = mapped_column(unique=True)
    """Chosen before the action ran: after a lost line it says whether the action was done."""
    at: Mapped[datetime] = mapped_column(UtcTime())
    desk: Mapped[str]
    staff_id: Mapped[UUID | None]
    action: Mapped[str]
    message: Mapped[str]
    topics: Mapped[str]


def take_turn(session: Session) -> int:
    """Wait for our turn to write, and return its number."""
    number, session.info["house_turn"] = session.connection().execute(_TAKE).one()
    return int(number)


_TAKE = update(Turn).values(number=Turn.number + 1).returning(Turn.number, Turn.house)


def house_changed(session: Session) -> None:
    """Called by whatever changes rooms or opening hours; until the end of its turn nothing is remembered."""
    session.info["house_turn"] = None
    session.execute(update(Turn).values(house=Turn.number))


def by_whom(session: Session) -> UUID | None:
    """Who performs the present action: for consents taken and supports arranged."""
    staff_id: UUID | None = session.info.get("staff_id")
    return staff_id


def may(session: Session, permission: Permission) -> bool:
    """Whether who performs the present action also has ``permission``: some details need more."""
    person: SignedIn | None = session.info.get("signed_in")
    return person is not None and person.may(permission)


def topics_as_text(topics: Iterable[Topic]) -> str:
    return ";".join(
        sorted(f"{t.kind}:{' '.join(sorted(one.hex for one in t.ids))}" for t in topics)
    )


def topics_from_text(text: str) -> frozenset[Topic]:
    topics = set()
    for part in filter(None, text.split(";")):
        kind, _, ids = part.partition(":")
        topics.add(Topic(Kind(kind), frozenset(UUID(hex=one) for one in ids.split())))
    return frozenset(topics)
