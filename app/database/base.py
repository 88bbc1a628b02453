"""What every table has: an id, a centre, a mark for what was removed, and the reason it is kept."""

import enum
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import DateTime, Dialect, Enum, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

THIS_CENTRE = UUID(int=1)
"""The one centre of a database, until a database holds several."""


@dataclass(frozen=True)
class Keeping:
    """Why we hold a table or a column, on what legal basis, and for how long (GDPR Art. 5, 6, 30)."""

    purpose: str
    basis: str
    retention: str


class UtcTime(TypeDecorator[datetime]):
    """An aware moment, kept as naive UTC; a naive one is refused with ValueError."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment without a time zone cannot be kept")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None else None


class WordSet(TypeDecorator[frozenset[str]]):
    """A small set of code words, kept as one sorted line so that equal sets are equal cells."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: frozenset[str] | None, dialect: Dialect) -> str | None:
        return ",".join(sorted(value)) if value is not None else None

    def process_result_value(self, value: Any, dialect: Dialect) -> frozenset[str] | None:
        return frozenset(filter(None, value.split(","))) if value is not None else None


BY_BYTES = String().with_variant(String(collation="C"), "postgresql")
"""Compared byte by byte on both databases, so that a range of the index is a prefix."""


class Base(DeclarativeBase):
    """The root of all tables; ``datetime`` columns are naive wall-clock time unless ``UtcTime``."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        frozenset[str]: WordSet(),
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            length=32,
            values_callable=lambda kind: [member.value for member in kind],
        ),
    }


class Record(Base):
    """A row with an id chosen by whoever made the action (UUID version 7)."""

    __abstract__ = True
    keeping: ClassVar[Keeping]

    id: Mapped[UUID] = mapped_column(primary_key=True)
    centre_id: Mapped[UUID] = mapped_column(default=THIS_CENTRE)
    removed: Mapped[bool] = mapped_column(default=False)
    """Taken away by an action; invisible everywhere, purged by retention, put back by undo."""
