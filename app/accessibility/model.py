"""What people need, in words of what we provide, and what is arranged for a session."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.accessibility.vocabulary import Support
from app.database.base import Keeping, Record
from app.events.model import EVENTS


class SupportState(StrEnum):
    """How far a support has come."""

    REQUESTED = "requested"
    ARRANGED = "arranged"
    CONFIRMED = "confirmed"
    PROVIDED = "provided"
    IMPOSSIBLE = "impossible"


class Need(Record):
    """What somebody asked us to prepare; never a diagnosis. Unreadable without its consent."""

    __tablename__ = "need"
    keeping = Keeping(
        purpose="to prepare rooms and events so that this person can take part",
        basis="explicit consent (GDPR Art. 9(2)(a))",
        retention="until the consent ends or is withdrawn; for one event, until its day is over",
    )

    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)
    consent_id: Mapped[UUID] = mapped_column(ForeignKey("consent.id"), index=True)
    support: Mapped[Support]
    own_words: Mapped[str] = mapped_column(default="")
    event_id: Mapped[UUID | None] = mapped_column(ForeignKey("event.id"))
    """Only for this event; deleted when its day is over."""
    until: Mapped[date | None]


class Preparation(Record):
    """One support for one session: who arranges it, and how far it has come. No names."""

    __tablename__ = "preparation"
    __table_args__ = (Index("uq_preparation", "session_id", "support", unique=True),)
    keeping = EVENTS

    session_id: Mapped[UUID] = mapped_column(ForeignKey("event_session.id"))
    support: Mapped[Support]
    state: Mapped[SupportState]
    responsible: Mapped[str] = mapped_column(default="")
