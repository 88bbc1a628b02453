"""Two people written down who are one: the bookings that are for her."""

from uuid import UUID

from sqlalchemy import select

from app.bookings.model import Booking
from app.database.cells import Cells


def merge_bookings(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """What was for one of them is for who stays; under the name it was booked in."""
    for booking in cells.session.scalars(select(Booking).where(Booking.visitor_id == gone_id)):
        cells.write(booking, "visitor_id", kept_id)
