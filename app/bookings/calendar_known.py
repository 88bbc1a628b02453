"""Which dates of a calendar are bookings already: loaded before, or our own that come back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.bookings.calendar_model import ImportedDate
from app.bookings.details import BookingDetails
from app.bookings.model import HOLDING, Booking
from app.bookings.record import details_of
from app.exchange.calendar_found import CalendarDate
from app.exchange.calendar_told import id_in

AT_ONCE = 400


@dataclass(frozen=True)
class Known:
    """A booking that is one of the dates; ``details`` is None when it is not ours to change so."""

    id: UUID
    said: str = ""
    details: BookingDetails | None = None


def said_of(date: CalendarDate) -> str:
    """What makes a date another one when it changes."""
    marks = f"{date.private:d}{date.tentative:d}"
    times = f"{date.starts.isoformat()}/{date.ends.isoformat()}"
    return "|".join((times, marks, date.place, date.title))


def known_dates(session: Session, dates: Iterable[CalendarDate]) -> Mapping[tuple[str, str], Known]:
    """By uid and which date; what was taken back or removed is not there."""
    wanted = [(date.uid, date.which) for date in dates]
    uids = sorted({uid for uid, _ in wanted})
    found: dict[tuple[str, str], Known] = {}
    for begin in range(0, len(uids), AT_ONCE):
        rows = session.execute(
            select(ImportedDate, Booking)
            .join(Booking, Booking.id == ImportedDate.booking_id)
            .where(
                ImportedDate.uid.in_(uids[begin : begin + AT_ONCE]),
                ~ImportedDate.removed,
                ~Booking.removed,
            )
        )
        for imported, booking in rows:
            settled = booking.of_event or booking.series_id or booking.status not in HOLDING
            details = None if settled else details_of(booking)
            found[imported.uid, imported.which] = Known(booking.id, imported.said, details)
    ours = _our_own(session, uids)
    return {**{one: ours[one[0]] for one in wanted if one[0] in ours}, **found}


def _our_own(session: Session, uids: Iterable[str]) -> dict[str, Known]:
    """A booking or a series that went out from here and comes back."""
    by_id = {id_: uid for uid in uids if (id_ := id_in(uid)) is not None}
    ids = list(by_id)
    ours: dict[str, Known] = {}
    for begin in range(0, len(ids), AT_ONCE):
        some = ids[begin : begin + AT_ONCE]
        rows = session.execute(
            select(Booking.id, Booking.series_id).where(
                or_(Booking.id.in_(some), Booking.series_id.in_(some)), ~Booking.removed
            )
        )
        for booking_id, series_id in rows:
            for id_ in (booking_id, series_id):
                if id_ in by_id:
                    ours[by_id[id_]] = Known(booking_id)
    return ours
