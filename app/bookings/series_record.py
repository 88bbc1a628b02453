"""A series in the database: its pattern, its dates, and writing many bookings in one turn."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.details import BookingDetails
from app.bookings.drafts import draft, insert_drafts, known_to_session
from app.bookings.many_dates import Asked, check_dates
from app.bookings.model import HOLDING, Booking
from app.bookings.record import details_of
from app.bookings.repeats import Every, Repeat
from app.bookings.rules import hold_all
from app.bookings.series_model import Series, SkippedDate
from app.bookings.series_steps import Step
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say
from app.slot import Place, Slot

NO_REASON = Message("")


@dataclass(frozen=True)
class Dated:
    """One date of a series that is booked; the place may be another than that of the others."""

    booking_id: UUID
    day: date
    place: Place


@dataclass(frozen=True)
class LeftOut:
    """One date of a series that is not booked, and why; no reason: by wish."""

    id: UUID
    day: date
    reason: Message = NO_REASON


def place_on(place: Place, day: date) -> Place:
    """The same room and times on another day: on the wall, however long the day is."""
    step = day - place.slot.start.date()
    return replace(place, slot=place.slot.moved(step)) if step else place


def known_series(session: Session, series_id: UUID) -> Series:
    series = session.get(Series, series_id)
    if series is None or series.removed:
        raise ChangedElsewhere(say("This series is no longer there."))
    return series


def occurrences(session: Session, series_id: UUID) -> Sequence[Booking]:
    """All its bookings, cancelled ones too, in the order of the pattern."""
    return session.scalars(
        select(Booking)
        .where(Booking.series_id == series_id, ~Booking.removed)
        .order_by(Booking.series_day, Booking.starts)
    ).all()


def skipped(session: Session, series_id: UUID) -> Sequence[SkippedDate]:
    return session.scalars(
        select(SkippedDate)
        .where(SkippedDate.series_id == series_id, ~SkippedDate.removed)
        .order_by(SkippedDate.day)
    ).all()


def usual_details(bookings: Iterable[Booking]) -> BookingDetails:
    """What a further date would say: as the last one that was not changed by itself."""
    best = max(
        bookings,
        key=lambda b: (not b.by_itself, b.status in HOLDING, b.series_day or date.min),
        default=None,
    )
    if best is None:
        raise Refused(say("This series has no dates any more. Make a new one."))
    details = details_of(best)
    day = best.series_day or best.starts.date()
    return replace(details, place=place_on(details.place, day), override_reason="")


def write_dates(
    session: Session, step: Step, series_id: UUID, details: BookingDetails, dates: Sequence[Dated]
) -> list[Booking]:
    """Book every date by the rules, or refuse with every clash named."""
    held = known_to_session(session, (replace(details, place=one.place) for one in dates))
    made = [_draft(session, series_id, details, one) for one in dates]
    del held
    check_dates(session, [Asked.of_booking(booking) for booking in made])
    insert_drafts(session, made)
    step.written(one.id for one in made)
    hold_all(session, made)
    return made


def leave_out(session: Session, step: Step, series_id: UUID, skips: Iterable[LeftOut]) -> None:
    step.made(
        SkippedDate(
            id=one.id, series_id=series_id, day=one.day, reason=json.dumps(one.reason.as_json())
        )
        for one in skips
    )


def reason_of(skip: SkippedDate) -> Message:
    return Message.from_json(json.loads(skip.reason), lambda _: "")


def _draft(session: Session, series_id: UUID, details: BookingDetails, one: Dated) -> Booking:
    booking = draft(session, one.booking_id, replace(details, place=one.place))
    booking.series_id, booking.series_day = series_id, one.day
    booking.by_itself = one.place != place_on(details.place, one.day)
    return booking


def pattern_text(repeat: Repeat) -> str:
    """A pattern as JSON, the same for the same pattern."""
    written: dict[str, object] = {
        "every": repeat.every,
        "first": repeat.first.isoformat(),
        "until": repeat.until.isoformat() if repeat.until else None,
        "times": repeat.times,
        "step": repeat.step,
        "weekdays": sorted(repeat.weekdays),
        "from_the_end": repeat.from_the_end,
        "chosen": [day.isoformat() for day in repeat.chosen],
    }
    return json.dumps({name: value for name, value in written.items() if value})


def pattern_of(series: Series) -> Repeat:
    """The `Repeat` that `pattern_text` wrote."""
    read = json.loads(series.pattern)
    until = read.get("until")
    return Repeat(
        every=Every(read["every"]),
        first=date.fromisoformat(read["first"]),
        until=date.fromisoformat(until) if until else None,
        times=read.get("times"),
        step=read["step"],
        weekdays=frozenset(read.get("weekdays", ())),
        from_the_end=read.get("from_the_end", False),
        chosen=tuple(map(date.fromisoformat, read.get("chosen", ()))),
    )


def with_time_of(slot: Slot, seen: Slot, wanted: Slot) -> Slot:
    """``slot`` changed in what changed between ``seen`` and ``wanted``: day, time of day, length."""
    day = slot.start.date() + (wanted.start.date() - seen.start.date())
    same_time = wanted.start.time() == seen.start.time()
    start = datetime.combine(day, (slot if same_time else wanted).start.time())
    return Slot(start, start + (slot if wanted.length == seen.length else wanted).length)
