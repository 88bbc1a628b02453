"""Certificates of attendance: which numbers were given, to whom."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Record, UtcTime
from app.visitors.model import PEOPLE


class Certificate(Record):
    """One for a person and an event, however often it is printed."""

    __tablename__ = "certificate"
    __table_args__ = (
        Index("uq_certificate_number", "year", "number", unique=True),
        Index(
            "uq_certificate",
            "event_id",
            "visitor_id",
            unique=True,
            sqlite_where=text("removed = 0"),
            postgresql_where=text("NOT removed"),
        ),
    )
    keeping = PEOPLE

    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id"))
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)
    year: Mapped[int]
    number: Mapped[int]
    """Counted from 1 in each year."""
    issued: Mapped[datetime] = mapped_column(UtcTime())
