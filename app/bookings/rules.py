"""The rules against the database: may this place be had, and taking or giving back its claims.

Whoever puts a booking into a room calls `check_place`, which speaks kindly, and then `hold`, which
makes it certain. To shift several bookings at once, `release` them all, then `hold` them all.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.action import Action
from app.bookings.availability import LONGEST, Floor
from app.bookings.details import LONGEST_OWN_BUFFER
from app.bookings.facts import NO_TERMS, Holding, RoomFacts, Shut, Terms
from app.bookings.free_time import free_room_instead, next_free_time
from app.bookings.house import house
from app.bookings.model import (
    HOLDING,
    Booking,
    Claim,
    Closure,
)
from app.bookings.objections import Trouble, all_in_one
from app.clock import to_wall
from app.database.attempt import attempt
from app.errors import Offer, Refused
from app.language import Message, say
from app.slot import Place, Slot
from app.visitors.model import Organisation

LOOK_AHEAD = timedelta(days=7)
"""How far the next free time is looked for."""


@dataclass(frozen=True)
class WaysOut:
    """What a refusal offers beside another place."""

    ask: Offer | None = None
    """When nothing but rules that a coordinator may override is in the way."""
    wait: Offer | None = None
    """When nothing but other bookings is in the way."""


NO_WAYS = WaysOut()


def check_place(session: Session, booking: Booking, place: Place) -> None:
    """Raise Refused with every objection to ``place``; too few seats alone do not stop anybody."""
    refuse_if_troubled(against(session, booking, place))


def against(session: Session, booking: Booking, place: Place) -> tuple[Trouble, ...]:
    """What stops ``booking`` from standing at ``place``; it is never in its own way."""
    found = troubles(session, place, terms_of(booking), booking.id)
    return tuple(one for one in found if stops(one, anyway=booking.stands_against_rules))


def stops(trouble: Trouble, *, anyway: bool = False) -> bool:
    """Whether an objection keeps a booking out; ``anyway``: one that may stand against rules."""
    return not trouble.only_warns and not (anyway and trouble.may_be_overridden)


def troubles(
    session: Session, place: Place, terms: Terms = NO_TERMS, booking_id: UUID | None = None
) -> tuple[Trouble, ...]:
    """Every objection and every warning, in the order of the rules."""
    floor = floor_around(session, place.slot, place.room_id)
    return floor.troubles(place, terms, booking_id)


def terms_of(booking: Booking) -> Terms:
    return Terms(booking.people, booking.setup, booking.before_minutes, booking.after_minutes)


def refuse_if_troubled(
    found: Iterable[Trouble], look: Callable[[Session], tuple[Offer, ...]] | None = None
) -> None:
    sentences = tuple(trouble.message for trouble in found if not trouble.only_warns)
    if sentences:
        raise Refused(all_in_one(sentences), look=look)


def check_and_offer(
    session: Session,
    booking: Booking,
    place: Place,
    instead: Callable[[Place], Action],
    ways: WaysOut = NO_WAYS,
) -> None:
    """`check_place` whose refusal carries ways out; ``instead`` makes the action for another place."""
    found = against(session, booking, place)
    if not found:
        return
    terms, booking_id = terms_of(booking), booking.id
    ask = (ways.ask,) if ways.ask and all(one.may_be_overridden for one in found) else ()
    wait = (ways.wait,) if ways.wait and all(one.somebody_has_it for one in found) else ()

    def look(later: Session) -> tuple[Offer, ...]:
        places = suggested_places(later, place, terms, booking_id)
        return (*ask, *(Offer(sentence, instead(other)) for sentence, other in places), *wait)

    refuse_if_troubled(found, look)


def suggested_places(
    session: Session, place: Place, terms: Terms = NO_TERMS, booking_id: UUID | None = None
) -> tuple[tuple[Message, Place], ...]:
    """Another room at that time, and the next free time in that room, each as a sentence.

    All rooms are read for that time, and that room for the days to come: all rooms for all those
    days were three quarters of what a refusal cost.
    """
    found: list[tuple[Message, Place]] = []
    if room := free_room_instead(floor_around(session, place.slot), place, terms, booking_id):
        found.append((say("Free: {room}", room=room.name), replace(place, room_id=room.id)))
    until = place.slot.end + LOOK_AHEAD
    days = floor_around(session, Slot(place.slot.start, until), place.room_id)
    if slot := next_free_time(days, place, until, terms, booking_id):
        found.append((_when(slot, place.slot), replace(place, slot=slot)))
    return tuple(found)


def _when(slot: Slot, asked: Slot) -> Message:
    start, end = slot.start.time(), slot.end.time()
    if slot.start.date() == asked.start.date():
        return say("Free {start}–{end}", start=start, end=end)
    return say("Free {day:day_month}, {start}–{end}", day=slot.start.date(), start=start, end=end)


def hold(session: Session, booking: Booking) -> None:
    """Write the claims of ``booking``; raises Refused when another booking already has the room."""
    session.flush()
    try:
        with attempt(session):
            _claim(session, (booking,))
    except IntegrityError:
        # The rule was not asked, or was asked before somebody else wrote: say who is in the way.
        check_place(session, booking, booking.place)
        raise Refused(say("The room is taken. Choose another time or room.")) from None


def hold_all(session: Session, bookings: Iterable[Booking]) -> None:
    """`hold` for many at once, of which those that hold no room are left aside."""
    session.flush()
    try:
        with session.begin_nested():
            _claim(session, (b for b in bookings if not b.removed and b.status in HOLDING))
    except IntegrityError:
        raise Refused(say("A room was taken in the meantime. Look at the dates again.")) from None


def release_all(session: Session, booking_ids: Iterable[UUID]) -> None:
    session.execute(delete(Claim).where(Claim.booking_id.in_(list(booking_ids))))


def release(session: Session, booking: Booking) -> None:
    """Give the claims of ``booking`` back."""
    session.execute(delete(Claim).where(Claim.booking_id == booking.id))


def claim_again(session: Session, room_ids: Iterable[UUID]) -> None:
    """Write the claims of these rooms anew, after a room was divided or put together."""
    session.flush()
    bookings = session.scalars(
        select(Booking).where(Booking.room_id.in_(list(room_ids)), *_holding())
    ).all()
    try:
        with session.begin_nested():
            for start in range(0, len(bookings), 500):
                ids = [booking.id for booking in bookings[start : start + 500]]
                session.execute(delete(Claim).where(Claim.booking_id.in_(ids)))
            _claim(session, bookings)
    except IntegrityError:
        raise Refused(
            say(
                "These rooms have bookings at the same time, so one cannot be a part of the other. "
                "Move those bookings first."
            )
        ) from None


def floor_around(session: Session, slot: Slot, room_id: UUID | None = None) -> Floor:
    """What the rules need to know about ``slot`` and its neighbours; of one room and its space only,
    when ``room_id`` is given."""
    known = house(session)
    now: datetime | None = session.info.get("now")
    empty = Floor(known.rooms, (), (), known.week, known.room_hours, to_wall(now) if now else None)
    space = empty.sharing(room_id) if room_id else None
    there = holdings(session, near(known.rooms, slot), space)
    return replace(empty, holdings=there, closures=closures(session, slot))


def near(rooms: Iterable[RoomFacts], slot: Slot) -> Slot:
    """``slot`` with the longest time anybody may need before and after it."""
    rooms_need = (max(room.setup_minutes, room.clear_minutes) for room in rooms)
    gap = timedelta(minutes=max((LONGEST_OWN_BUFFER, *rooms_need)))
    return Slot(slot.start - gap, slot.end + gap)


def holdings(
    session: Session, slot: Slot, rooms: frozenset[UUID] | None = None
) -> tuple[Holding, ...]:
    """The bookings that have a room within ``slot``, or one of ``rooms``, the earliest first."""
    known: dict[str, object] = {
        "latest_start": slot.start - LONGEST - timedelta(minutes=1),
        "start": slot.start,
        "end": slot.end,
    }
    if rooms is None:
        rows = _rows(session, _HOLDINGS, known)
    else:
        rows = _rows(session, _HOLDINGS_OF_ROOMS, {**known, "rooms": list(rooms)})
    return tuple(
        Holding(id_, room_id, Slot(starts, ends), title, who, before, after)
        for id_, room_id, starts, ends, title, who, before, after in rows
    )


def within(slot: Slot) -> tuple[ColumnElement[bool], ...]:
    """Bookings that overlap ``slot``; bounded on both sides, so that history costs nothing."""
    return (
        Booking.starts > slot.start - LONGEST - timedelta(minutes=1),
        Booking.starts < slot.end,
        Booking.ends > slot.start,
    )


def closures(session: Session, slot: Slot) -> tuple[Shut, ...]:
    """The closures within ``slot``."""
    rows = _rows(session, _CLOSURES, {"start": slot.start, "end": slot.end})
    return tuple(
        Shut(id_, room, Slot(starts, ends), reason) for id_, room, starts, ends, reason in rows
    )


_B, _O, _C = Booking.__table__.c, Organisation.__table__.c, Closure.__table__.c
_HOLDINGS = (
    select(
        _B.id,
        _B.room_id,
        _B.starts,
        _B.ends,
        _B.title,
        func.coalesce(_O.name, _B.holder),
        _B.before_minutes,
        _B.after_minutes,
    )
    .select_from(Booking.__table__.outerjoin(Organisation.__table__, _O.id == _B.organisation_id))
    .where(
        ~_B.removed,
        _B.status.in_([one.value for one in sorted(HOLDING)]),
        _B.starts > bindparam("latest_start"),
        _B.starts < bindparam("end"),
        _B.ends > bindparam("start"),
    )
    .order_by(_B.starts, _B.id)
)
"""Made once: to make a question again for each booking costs more than to answer it."""
_HOLDINGS_OF_ROOMS = _HOLDINGS.where(_B.room_id.in_(bindparam("rooms", expanding=True)))
_CLOSURES = (
    select(_C.id, _C.room_id, _C.starts, _C.ends, _C.reason)
    .where(~_C.removed, _C.starts < bindparam("end"), _C.ends > bindparam("start"))
    .order_by(_C.starts, _C.id)
)
_CLAIM = insert(Claim)


def _rows(session: Session, question: Select[Any], values: dict[str, object]) -> Iterable[Any]:
    """What this action has changed so far is seen, as by `Session.execute`, at a third of its cost."""
    if session.autoflush:
        session.flush()
    return session.connection().execute(question, values).all()


def _holding() -> tuple[ColumnElement[bool], ...]:
    return ~Booking.removed, Booking.status.in_(HOLDING)


def _claim(session: Session, bookings: Iterable[Booking]) -> None:
    parts = house(session).parts
    claims = [
        {
            "booking_id": booking.id,
            "room_id": room_id,
            "starts": booking.starts,
            "ends": booking.ends,
        }
        for booking in bookings
        for room_id in parts.get(booking.room_id, (booking.room_id,))
    ]
    if claims:
        session.connection().execute(_CLAIM, claims)
