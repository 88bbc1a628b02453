"""Noting whom to tell: called by whatever changes a booking that others wait for.

An open line means that those a booking is for believe something that is no longer so. What brings
back what they believe therefore takes the line away, whether it is an undo or a second thought; and
once they were told, the way back is itself something to tell.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.model import HOLDING, Booking, BookingKind, BookingStatus
from app.bookings.telling_model import Telling, ToldBy, Why
from app.clock import to_wall
from app.database.journal import by_whom
from app.ids import new_id
from app.slot import Place

GONE = frozenset({Why.CANCELLED, Why.CLOSED, Why.REFUSED})


def to_tell(
    session: Session, booking: Booking, why: Why, *, reason: str = "", was: Place | None = None
) -> Telling | None:
    """Note that those ``booking`` is for must learn of it; None for the centre's own and the past."""
    again = _line(session, booking.id, Why.STANDS_AGAIN) if why in GONE else None
    if again is not None:
        again.removed = True  # they were told that it is gone, and so it is
        return None
    if not _concerns_others(booking) or not _lies_ahead(session, booking, was):
        return None
    line = _line(session, booking.id, why, removed=True) or _new(session, booking.id, why)
    line.removed = False
    line.reason = reason
    line.arose = _now(session)
    line.was_room_id = was.room_id if was else None
    line.was_starts, line.was_ends = (was.slot.start, was.slot.end) if was else (None, None)
    return line


def mark_told(session: Session, line: Telling, how: ToldBy = ToldBy.PHONE) -> None:
    """They knew before it was done."""
    line.told_at, line.how, line.told_by_id = _now(session), how, by_whom(session)


def no_longer(session: Session, booking: Booking, why: Why) -> bool:
    """What was to be told under ``why`` is not so any more; False when there was nothing open."""
    line = _line(session, booking.id, why)
    if line is not None:
        line.removed = True
    return line is not None


def stands_again(session: Session, booking: Booking) -> None:
    """``booking`` was cancelled or refused, and is so no more."""
    open_lines = [no_longer(session, booking, why) for why in sorted(GONE)]
    if not any(open_lines) and _last_told(session, booking.id) in GONE:
        to_tell(session, booking, Why.STANDS_AGAIN)


def moved(session: Session, booking: Booking, was: Place) -> None:
    """``booking`` was at ``was`` and is now where it says."""
    if was == booking.place:
        return
    line = _line(session, booking.id, Why.MOVED)
    if line is None:
        to_tell(session, booking, Why.MOVED, was=was)
    elif line.was == booking.place:
        line.removed = True


def followed(session: Session, booking: Booking, before: Place | None) -> None:
    """``booking`` stood at ``before``, None: nowhere; note what there is to tell of what it is now."""
    now = booking.place if booking.status in HOLDING and not booking.removed else None
    if before is not None and now is not None:
        moved(session, booking, before)
    elif now is not None:
        stands_again(session, booking)
    elif before is not None and not booking.removed:
        to_tell(session, booking, Why.CANCELLED)


def approval_changed(session: Session, booking: Booking, *, was_pending: bool) -> None:
    """``booking`` was approved, or waits for it again."""
    pending = booking.status == BookingStatus.PENDING
    if was_pending and booking.status == BookingStatus.CONFIRMED:
        to_tell(session, booking, Why.APPROVED)
    elif pending and not was_pending:
        no_longer(session, booking, Why.APPROVED)


def _concerns_others(booking: Booking) -> bool:
    named = booking.organisation_id is not None or bool(booking.holder)
    return named or booking.kind != BookingKind.CENTRE


def _lies_ahead(session: Session, booking: Booking, was: Place | None) -> bool:
    ends = max(booking.ends, was.slot.end) if was else booking.ends
    return ends > to_wall(_now(session))


def _line(session: Session, booking_id: UUID, why: Why, *, removed: bool = False) -> Telling | None:
    """The last line that nobody was told of; ``removed``: one that was taken away, to be put back."""
    return session.scalars(
        select(Telling)
        .where(
            Telling.booking_id == booking_id,
            Telling.why == why,
            Telling.removed == removed,
            Telling.told_at.is_(None),
        )
        .order_by(Telling.id.desc())
        .limit(1)
    ).first()


def _last_told(session: Session, booking_id: UUID) -> Why | None:
    """What those it is for were told last, not counting moves."""
    return session.scalars(
        select(Telling.why)
        .where(
            Telling.booking_id == booking_id,
            ~Telling.removed,
            Telling.why != Why.MOVED,
            Telling.told_at.is_not(None),
        )
        .order_by(Telling.told_at.desc(), Telling.id.desc())
        .limit(1)
    ).first()


def _new(session: Session, booking_id: UUID, why: Why) -> Telling:
    line = Telling(id=new_id(), booking_id=booking_id, why=why)
    session.add(line)
    return line


def _now(session: Session) -> datetime:
    now: datetime = session.info["now"]
    return now
