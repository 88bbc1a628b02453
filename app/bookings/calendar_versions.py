"""How new a booking is: the number of the last page of the journal that names it.

Other programs take the greater number for the newer version, and only the journal never goes back:
what is taken back leaves every row as it was before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Kind
from app.bookings.model import Booking
from app.bookings.series_model import Series
from app.database.journal import Entry, topics_from_text


@dataclass(frozen=True, order=True)
class Version:
    """The page of the journal, and when it was written."""

    number: int = 0
    at: datetime = datetime(2026, 1, 1, tzinfo=UTC)


def versions(
    session: Session, bookings: Sequence[UUID], series: Sequence[UUID]
) -> Mapping[UUID, Version]:
    """By the id of a booking or a series.

    A series is as new as its newest date, and as the newest of what was split from it: otherwise
    it would grow older when its later dates become a series of their own.
    """
    series_of = _series_of(session, series)
    wanted = frozenset(bookings) | series_of.keys()
    newest: dict[UUID, Version] = {one: Version() for one in (*bookings, *series)}
    for number, at, text in session.execute(
        select(Entry.number, Entry.at, Entry.topics)
        .where(Entry.topics.contains(f"{Kind.BOOKINGS}:"))
        .order_by(Entry.number)
    ):
        named = _named(text) & wanted
        for one in named:
            for id_ in (one, *series_of.get(one, ())):
                newest[id_] = Version(number, at)
    return newest


def _named(topics: str) -> frozenset[UUID]:
    of_bookings = (one.ids for one in topics_from_text(topics) if one.kind is Kind.BOOKINGS)
    return frozenset[UUID]().union(*of_bookings)


def _series_of(session: Session, series: Iterable[UUID]) -> Mapping[UUID, frozenset[UUID]]:
    """By booking the series whose age it tells; those that were removed tell it too."""
    wanted = frozenset(series)
    if not wanted:
        return {}
    rows = session.execute(select(Series.id, Series.split_from_id))
    parents = dict(rows.all())
    older = {one: _older(one, parents) & wanted for one in parents}
    related = [one for one, found in older.items() if found]
    dates = session.execute(
        select(Booking.id, Booking.series_id).where(Booking.series_id.in_(related))
    )
    return {booking: older[series_id] for booking, series_id in dates if series_id is not None}


def _older(series_id: UUID | None, parents: Mapping[UUID, UUID | None]) -> frozenset[UUID]:
    """A series and all that it was ever split from."""
    found: set[UUID] = set()
    while series_id is not None and series_id not in found:
        found.add(series_id)
        series_id = parents.get(series_id)
    return frozenset(found)
