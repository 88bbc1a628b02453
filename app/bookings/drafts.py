"""Bookings on their way into the database, written many at once and without objects of the ORM."""

from collections.abc import Iterable, Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from app.bookings.details import BookingDetails
from app.bookings.model import Booking, BookingStatus, Room
from app.bookings.record import write
from app.database.base import Record
from app.database.journal import by_whom
from app.visitors.model import Organisation, Visitor


class _Draft:
    """A row of `Booking` before it is written: as objects of the ORM fifty take twice as long."""

    status: BookingStatus | None = None
    visitor_id: UUID | None = None
    override_reason = ""
    place = Booking.place
    stands_against_rules = Booking.stands_against_rules


def draft(session: Session, booking_id: UUID, details: BookingDetails) -> Booking:
    """A booking that `insert_drafts` will write; entered by whoever performs the action."""
    booking = cast("Booking", _Draft())
    booking.id, booking.removed, booking.of_event = booking_id, False, False
    booking.entered_by_id, booking.entered_at = by_whom(session), session.info.get("now")
    booking.series_id, booking.series_day, booking.by_itself = None, None, False
    write(session, booking, details)
    return booking


def known_to_session(session: Session, all_details: Iterable[BookingDetails]) -> list[object]:
    """What `draft` will look up for every date; to be held until all of them are made."""
    wanted: set[tuple[type[Record], UUID | None]] = set()
    for one in all_details:
        wanted.add((Room, one.place.room_id))
        wanted.add((Organisation, one.organisation_id))
        wanted.add((Visitor, one.visitor_id))
    return [session.get(kind, id_) for kind, id_ in wanted if id_]


def insert_drafts(session: Session, drafts: Sequence[Booking]) -> None:
    if drafts:
        session.execute(insert(cast("Table", Booking.__table__)), [vars(one) for one in drafts])
