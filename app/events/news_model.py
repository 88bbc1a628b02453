"""What those on the list of an event must hear, and who has heard it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.bookings.telling_model import ToldBy
from app.database.base import Keeping, Record, UtcTime
from app.events.model import EVENTS
from app.visitors.model import PEOPLE


class What(StrEnum):
    """What there is to hear."""

    CANCELLED = "cancelled"
    MOVED = "moved"
    ADDED = "added"
    """One more date."""
    STANDS_AGAIN = "stands again"
    """Somebody heard that it is cancelled, and that is no longer so."""
    PLACE = "place"
    """For whoever waited and has a place now (``Registration.moved_up``)."""


class EventNews(Record):
    """An event, or one of its dates, was cancelled, moved or added while people were on the list.

    One row for everybody; who was told stands in ``Informed``.
    """

    __tablename__ = "event_news"
    keeping = Keeping("to tell those on a list what changed", EVENTS.basis, EVENTS.retention)

    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id"), index=True)
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("event_session.id"))
    """None: the whole event."""
    what: Mapped[What]
    arose: Mapped[datetime] = mapped_column(UtcTime())
    """Who came onto the list later knows."""
    was_room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"))
    was_place: Mapped[str] = mapped_column(default="")
    was_starts: Mapped[datetime | None]
    was_ends: Mapped[datetime | None]
    """Where and when those on the list believe it to be."""


class Informed(Record):
    """Somebody has heard it: how, when, and who told her."""

    __tablename__ = "informed"
    __table_args__ = (
        Index(
            "uq_informed",
            "news_id",
            "visitor_id",
            unique=True,
            sqlite_where=text("removed = 0"),
            postgresql_where=text("NOT removed"),
        ),
    )
    keeping = PEOPLE

    news_id: Mapped[UUID] = mapped_column(ForeignKey("event_news.id"))
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)
    told_at: Mapped[datetime] = mapped_column(UtcTime())
    told_by_id: Mapped[UUID | None]
    how: Mapped[ToldBy]
