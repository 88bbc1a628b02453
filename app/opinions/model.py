"""What residents said, to which event it belongs, and what the centre answered."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database.base import Keeping, Record
from app.events.model import EventSession
from app.initiatives.model import Initiative
from app.visitors.model import Visitor


class OpinionKind(StrEnum):
    """What was said."""

    FACE = "face"
    """One of five faces, with or without words."""
    IDEA = "idea"
    COMPLAINT = "complaint"
    THANKS = "thanks"


class Opinion(Record):
    """What somebody said; without her name unless she wanted it known."""

    __tablename__ = "opinion"
    __table_args__ = (Index("ix_opinion_said", "said"),)
    keeping = Keeping(
        "to hear residents, answer them and do better",
        "public task of the municipality; a name only by her own wish (GDPR Art. 6(1)(a))",
        "3 years; a name 1 year after the answer",
    )

    kind: Mapped[OpinionKind]
    said: Mapped[date]
    """The day only, and ids without an order: the minute would tell who was at the desk just then."""
    face: Mapped[int | None]
    """1 bad … 5 very good; None: she did not say."""
    words: Mapped[str] = mapped_column(default="")
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("event_session.id"), index=True)
    """None: about the centre."""
    initiative_id: Mapped[UUID | None] = mapped_column(ForeignKey("initiative.id"), index=True)
    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"), index=True)
    our_answer: Mapped[str] = mapped_column(default="")
    answered: Mapped[date | None]

    session: Mapped[EventSession | None] = relationship()
    initiative: Mapped[Initiative | None] = relationship()
    visitor: Mapped[Visitor | None] = relationship()
